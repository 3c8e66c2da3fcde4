using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Emit;

/// <summary>The expressions that read and write a <see cref="TypeRef"/>.</summary>
/// <param name="space">The namespace of the emitted code.</param>
/// <param name="hidden">Whether a name means a member, and not the type, where the expression stands.</param>
internal readonly struct JsonCode(string space, System.Func<string, bool> hidden)
{
    /// <summary>The primitives that the runtime writes with their name in one call; others are rare.</summary>
    private static readonly string[] s_members = ["String", "Boolean", "Int32", "Int64", "UInt64", "Double", "Decimal", "Guid"];

    /// <summary>An expression that reads a value from <paramref name="reader"/>, which stands on its first token.</summary>
    public string Read(TypeRef type, string reader = "reader")
    {
        string orNull = type.IsNullable ? "OrNull" : "";
        return type.Kind switch
        {
            TypeKind.Primitive => $"§JsonRead.{type.Reader ?? type.Runtime}{orNull}(ref {reader})",
            TypeKind.Json => $"§JsonRead.Element(ref {reader})",
            TypeKind.List when type.Runtime == "ImmutableArray" => type.IsNullable
                ? $"§JsonRead.ValueOrNull{(IsDeep(type) ? $"<{type.Name}>" : "")}(ref {reader}, {Reader(type.WithNullable(false))})"
                : $"§ImmutableArray.Create(§JsonRead.Array{Arguments(type)}(ref {reader}, {Reader(type.Element!)}))",
            TypeKind.List when IsNumbers(type) => $"§JsonRead.Numbers{orNull}(ref {reader})",
            TypeKind.List => $"§JsonRead.{type.Runtime}{orNull}{Arguments(type)}(ref {reader}, {Reader(type.Element!)})",
            TypeKind.Map when type.Key is null => $"§JsonRead.Map{orNull}{Arguments(type)}(ref {reader}, {Reader(type.Element!)})",
            TypeKind.Map => $"§JsonRead.Map{orNull}{Arguments(type)}(ref {reader}, {Reader(type.Key)}, {Reader(type.Element!)})",
            _ when !type.IsNullable => $"{Converter(type)}.Read(ref {reader})",
            _ => $"§JsonRead.{(type.IsValueType ? "Value" : "")}OrNull(ref {reader}, {Converter(type)}.Read)",
        };
    }

    /// <summary>
    /// The type arguments of a call that is given what reads or writes each item. Where the compiler has to infer them it binds that lambda
    /// twice, and
    /// each lambda in it twice again: of the outer ones of many lists in each other they are written out, so that the cost does not double
    /// with each level.
    /// </summary>
    private static string Arguments(TypeRef type) =>
        !IsDeep(type) ? ""
        : type.Key is { } key ? $"<{key.CSharp}, {type.Element!.CSharp}>"
        : $"<{type.Element!.CSharp}>";

    private static bool IsDeep(TypeRef type) => type.Element?.Element?.Element?.Element?.Element is not null;

    /// <summary>Whether it is a list that keeps which of its numbers came as <c>1.0</c>.</summary>
    private static bool IsNumbers(TypeRef type) =>
        type is { Runtime: "List", Element: { Kind: TypeKind.Primitive, Runtime: "Double", Reader: null, IsNullable: false } };

    /// <summary>A method group or lambda that reads a value.</summary>
    public string Reader(TypeRef type) =>
        type.Kind switch
        {
            TypeKind.Primitive => $"§JsonRead.{type.Reader ?? type.Runtime}{(type.IsNullable ? "OrNull" : "")}",
            TypeKind.Json => "§JsonRead.Element",
            TypeKind.List when IsNumbers(type) => $"§JsonRead.Numbers{(type.IsNullable ? "OrNull" : "")}",
            TypeKind.Declared when !type.IsNullable => Converter(type) + ".Read",
            _ => $"static (ref §Utf8JsonReader r) => {Read(type, "r")}",
        };

    /// <summary>A statement, without the semicolon, that writes a value.</summary>
    public string Write(TypeRef type, string value, string writer = "writer")
    {
        string orNull = type.IsNullable ? "OrNull" : "";
        return type.Kind switch
        {
            TypeKind.Primitive or TypeKind.Json => $"§JsonWrite.{type.Runtime}({writer}, {value})",
            TypeKind.List =>
                $"§JsonWrite.List{orNull}{Arguments(type)}({writer}, {(type.IsValueType ? $"(§IReadOnlyList<{type.Element!.CSharp}>{(type.IsNullable ? "?" : "")}){value}" : value)}, {Writer(type.Element!)})",
            TypeKind.Map when type.Key is null => $"§JsonWrite.Map{orNull}{Arguments(type)}({writer}, {value}, {Writer(type.Element!)})",
            TypeKind.Map =>
                $"§JsonWrite.Map{orNull}{Arguments(type)}({writer}, {value}, static k => {Text(type.Key, "k")}, {Writer(type.Element!)})",
            _ when !type.IsNullable => $"{Converter(type)}.Write({writer}, {value})",
            _ => $"§JsonWrite.{(type.IsValueType ? "Value" : "")}OrNull({writer}, {value}, {Converter(type)}.Write)",
        };
    }

    /// <summary>Statements, without the last semicolon, that write a member of an object.</summary>
    /// <param name="type">The type of the member.</param>
    /// <param name="name">An expression for its encoded name.</param>
    /// <param name="value">Its value as it is kept: a list, a map and a point in time in the struct of the runtime.</param>
    public string WriteMember(TypeRef type, string name, string value)
    {
        string orNull = type.IsNullable ? "OrNull" : "";
        return type.Kind switch
        {
            TypeKind.Primitive when type.Runtime == "DateTimeOffset" => $"§JsonWrite.Time(writer, {name}, {value})",
            TypeKind.Primitive when System.Array.IndexOf(s_members, type.Runtime) >= 0 =>
                $"§JsonWrite.{type.Runtime}(writer, {name}, {value})",
            TypeKind.List => $"§JsonWrite.List{orNull}{Arguments(type)}(writer, {name}, {value}, {Writer(type.Element!)})",
            TypeKind.Map when type.Key is null =>
                $"§JsonWrite.Map{orNull}{Arguments(type)}(writer, {name}, {value}, {Writer(type.Element!)})",
            TypeKind.Map =>
                $"§JsonWrite.Map{orNull}{Arguments(type)}(writer, {name}, {value}, static k => {Text(type.Key, "k")}, {Writer(type.Element!)})",
            _ => $"writer.WritePropertyName({name}); {Write(type, value)}",
        };
    }

    /// <summary>A method group or lambda that writes a value.</summary>
    public string Writer(TypeRef type) =>
        type.Kind switch
        {
            TypeKind.Primitive or TypeKind.Json => "§JsonWrite." + type.Runtime,
            TypeKind.Declared when !type.IsNullable => Converter(type) + ".Write",
            _ => $"static (w, v) => {Write(type, "v", "w")}",
        };

    /// <summary>The converter of a declared type, spelled so that no member of the surrounding type can be meant.</summary>
    public string Converter(TypeRef type) => type.Converter is { } other ? Qualify(other) : Qualify(type.Name) + ".Converter";

    /// <param name="name">A type of the API, or a type in one after a dot.</param>
    public string Qualify(string name) =>
        hidden(name.IndexOf('.') is > 0 and var dot ? name.Substring(0, dot) : name) || ReservedNames.IsHidden(name)
            ? $"global::{space}.{name}"
            : name;

    /// <summary>The value on the wire of an enum, as text or as what has a text; of null, null.</summary>
    public string Text(TypeRef type, string value)
    {
        if (type.Kind != TypeKind.Declared)
            return value;
        return type.Converter is null ? value + (type.IsNullable ? "?.Value" : ".Value") : $"{Converter(type)}.Text({value})";
    }
}
