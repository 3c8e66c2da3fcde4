using System.Collections.Generic;
using System.Linq;

namespace OpenApiGen.Generator.Lowering.Shapes;

/// <summary>
/// The C# types that a format can be mapped to, and for each JSON type how they are read; a type that would lose what is written is not
/// there.
/// </summary>
internal static class FormatTargets
{
    /// <summary>Any JSON, whatever the type.</summary>
    public const string Json = "System.Text.Json.JsonElement";

    private static readonly FormatTarget[] s_all =
    [
        new("string", Primitive.String, null, null),
        new("byte[]", Primitive.Bytes, null, null),
        new("int", Primitive.Int32Text, Primitive.Int32, Primitive.Int32),
        new("long", Primitive.Int64Text, Primitive.Int64, Primitive.Int64),
        new("decimal", Primitive.DecimalText, Primitive.Decimal, Primitive.Decimal),
        new("double", null, null, Primitive.Double),
        new("float", null, null, Primitive.Single),
        new("System.DateOnly", Primitive.DateOnly, null, null),
        new("System.DateTime", Primitive.DateTime, null, null),
        new("System.DateTimeOffset", Primitive.DateTimeOffset, null, null),
        new("System.Guid", Primitive.Guid, null, null),
        new("System.Numerics.BigInteger", null, Primitive.BigInteger, null),
        new("System.TimeOnly", Primitive.TimeOnly, null, null),
        new("System.TimeSpan", Primitive.TimeSpan, null, null),
        new("System.Uri", Primitive.Uri, null, null),
        new(Json, null, null, null),
    ];

    public static string Names { get; } = string.Join(", ", s_all.Select(static t => t.Name));

    public static FormatTarget? Find(string name) => s_all.FirstOrDefault(t => t.Name == name);
}

/// <summary>A row of the table.</summary>
/// <param name="Name">The C# type as the project spells it.</param>
/// <param name="OfString">How it is read from a string; null where it is not.</param>
/// <param name="OfInteger">How it is read from an integer.</param>
/// <param name="OfNumber">How it is read from any number.</param>
internal sealed record FormatTarget(string Name, Primitive? OfString, Primitive? OfInteger, Primitive? OfNumber)
{
    public bool NeedsDateOnly => Name is "System.DateOnly" or "System.TimeOnly";

    /// <summary>Whether a value of the format, as this type is written, is still a value of the format.</summary>
    public bool Fits(string format) =>
        format switch
        {
            "date" => Name is "string" or "System.DateOnly" or "System.DateTime" or FormatTargets.Json,
            "date-time" => Name is "string" or "System.DateTimeOffset" or "System.DateTime" or FormatTargets.Json,
            _ => true,
        };
}
