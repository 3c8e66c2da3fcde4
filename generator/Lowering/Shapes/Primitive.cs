namespace OpenApiGen.Generator.Lowering.Shapes;

/// <summary>A row of the primitive table: what a type and format are in C#.</summary>
/// <param name="CSharp">The C# type; names of the framework marked.</param>
/// <param name="Runtime">The suffix of the <c>JsonRead</c> and <c>JsonWrite</c> members.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="Token">The JSON token it is read from.</param>
internal sealed record Primitive(string CSharp, string Runtime, bool IsValueType, PrimitiveToken Token)
{
    /// <summary>Whether it is a number that is read from a string as well.</summary>
    public bool IsAlsoText { get; init; }

    /// <summary>The suffix of the <c>JsonRead</c> members.</summary>
    public string Reader => IsAlsoText ? Runtime + "OrText" : Runtime;

    public static Primitive String { get; } = new("string", "String", false, PrimitiveToken.String);
    public static Primitive Boolean { get; } = new("bool", "Boolean", true, PrimitiveToken.Boolean);
    public static Primitive Int32 { get; } = new("int", "Int32", true, PrimitiveToken.Integer);
    public static Primitive Int64 { get; } = new("long", "Int64", true, PrimitiveToken.Integer);
    public static Primitive UInt64 { get; } = new("ulong", "UInt64", true, PrimitiveToken.Integer);
    public static Primitive Double { get; } = new("double", "Double", true, PrimitiveToken.Number);
    public static Primitive Decimal { get; } = new("decimal", "Decimal", true, PrimitiveToken.Number);
    public static Primitive Guid { get; } = new("§Guid", "Guid", true, PrimitiveToken.String);
    public static Primitive DateTimeOffset { get; } = new("§DateTimeOffset", "DateTimeOffset", true, PrimitiveToken.String);
    public static Primitive DateOnly { get; } = new("§DateOnly", "DateOnly", true, PrimitiveToken.String);
    public static Primitive Date { get; } = new("§DateTime", "Date", true, PrimitiveToken.String);
    public static Primitive File { get; } = new("§ApiFile", "File", false, PrimitiveToken.String);

    /// <summary>The body of a response; it has no JSON.</summary>
    public static Primitive Stream { get; } = new("§ApiStream", "Stream", false, PrimitiveToken.String);
    public static Primitive Bytes { get; } = new("byte[]", "Bytes", false, PrimitiveToken.String);

    // What a project may map a format to.
    public static Primitive Uri { get; } = new("§Uri", "Uri", false, PrimitiveToken.String);
    public static Primitive TimeSpan { get; } = new("§TimeSpan", "TimeSpan", true, PrimitiveToken.String);
    public static Primitive TimeOnly { get; } = new("§TimeOnly", "TimeOnly", true, PrimitiveToken.String);
    public static Primitive DateTime { get; } = new("§DateTime", "DateTime", true, PrimitiveToken.String);
    public static Primitive Single { get; } = new("float", "Single", true, PrimitiveToken.Number);
    public static Primitive BigInteger { get; } = new("§BigInteger", "BigInteger", true, PrimitiveToken.Integer);
    public static Primitive Int32Text { get; } = new("int", "Int32Text", true, PrimitiveToken.String);
    public static Primitive Int64Text { get; } = new("long", "Int64Text", true, PrimitiveToken.String);
    public static Primitive DecimalText { get; } = new("decimal", "DecimalText", true, PrimitiveToken.String);
}

internal enum PrimitiveToken
{
    String,
    Integer,
    Number,
    Boolean,
}
