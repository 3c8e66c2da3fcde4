using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>An open enum: a struct over its wire value, so that values added to the API later pass through.</summary>
internal static class EnumEmitter
{
    /// <summary>Up to so many integers are a pattern, which the compiler makes the best of; with more it takes too long.</summary>
    private const int MostInPattern = 64;

    public static void Emit(EnumModel model, SourceWriter w)
    {
        w.Docs(model.Docs);
        w.Obsolete(model.Obsolete);
        w.Lines("[§JsonConverter(typeof(Converter))]");
        string contract = model.IsString ? $"§IOpenEnum<{model.Name}>" : $"§IOpenEnum<{model.Name}, {model.Underlying}>";
        using (w.Open($"{w.Access} readonly partial struct {model.Name} : {contract}"))
        {
            foreach (EnumValueModel value in model.Values.Concat(model.Removed))
            {
                w.Docs(value.Docs);
                w.Obsolete(value.Obsolete);
                w.Lines($"public static {model.Name} {value.Name} => new(Values.{value.Name});");
            }

            if (!model.Values.IsEmpty)
                w.Blank();
            Values(model, w);
            if (model.IsString)
                StringMembers(model, w);
            else
                IntegerMembers(model, w);
        }
    }

    /// <summary>The wire values as constants, for <c>switch</c> and attributes.</summary>
    private static void Values(EnumModel model, SourceWriter w)
    {
        w.Docs("summary", "The known values as constants, for <c>switch</c> and attributes.");
        using (w.Open("public static class Values"))
        {
            foreach (EnumValueModel value in model.Values.Concat(model.Removed))
            {
                w.Obsolete(value.Obsolete);
                w.Lines($"public const {model.Underlying} {value.Name} = {value.Literal};");
            }
        }

        w.Blank();
    }

    private static void StringMembers(EnumModel model, SourceWriter w)
    {
        string literals = string.Join(", ", model.Values.Select(static v => "Values." + v.Name));
        string known = string.Join(", ", model.Values.Select(static v => $"new(Values.{v.Name})"));
        w.Lines(
            $$"""
            private readonly string? _value;
            /// <summary>A value, known or not.</summary>
            public {{model.Name}}(string value) => _value = value ?? throw new §ArgumentNullException(nameof(value));
            /// <summary>The values the description lists, in its order.</summary>
            public static §IReadOnlyList<{{model.Name}}> Known => Converter.Known;
            public string Value => _value ?? "";
            public bool IsKnown => Converter.Table.IsKnown(Value);
            public bool Equals({{model.Name}} other) => string.Equals(Value, other.Value, §StringComparison.Ordinal);
            public override bool Equals(object? obj) => obj is {{model.Name}} other && Equals(other);
            public override int GetHashCode() => §StringComparer.Ordinal.GetHashCode(Value);
            public override string ToString() => Value;
            public static bool operator ==({{model.Name}} left, {{model.Name}} right) => left.Equals(right);
            public static bool operator !=({{model.Name}} left, {{model.Name}} right) => !left.Equals(right);

            public sealed class Converter : §EnumConverter<{{model.Name}}>
            {
                internal static readonly §EnumValues Table = new({{literals}});
                internal static readonly {{model.Name}}[] Known = {{(model.Values.IsEmpty ? $"new {model.Name}[0]" : $"{{ {known} }}")}};
                public Converter() : base(Read, Write, static value => value.Value) { }
                public static {{model.Name}} Read(ref §Utf8JsonReader reader) => new(Table.Read(ref reader));
                public static void Write(§Utf8JsonWriter writer, {{model.Name}} value) => writer.WriteStringValue(value.Value);
            }
            """
        );
    }

    private static void IntegerMembers(EnumModel model, SourceWriter w)
    {
        string known = string.Join(", ", model.Values.Select(static v => $"new(Values.{v.Name})"));
        bool hasTable = model.Values.Length > MostInPattern;
        string isKnown =
            model.Values.IsEmpty ? "false"
            : hasTable ? "Converter.Table.IsListed(Value)"
            : "Value is " + string.Join(" or ", model.Values.Select(static v => "Values." + v.Name));
        string table = hasTable
            ? $"internal static readonly §EnumNumbers Table = new({string.Join(", ", model.Values.Select(static v => "Values." + v.Name))});\n    "
            : "";
        string runtime = model.Underlying == "int" ? "Int32" : "Int64";
        w.Lines(
            $$"""
            /// <summary>A value, known or not.</summary>
            public {{model.Name}}({{model.Underlying}} value) => Value = value;
            /// <summary>The values the description lists, in its order.</summary>
            public static §IReadOnlyList<{{model.Name}}> Known => Converter.Known;
            public {{model.Underlying}} Value { get; }
            public bool IsKnown => {{isKnown}};
            public bool Equals({{model.Name}} other) => Value == other.Value;
            public override bool Equals(object? obj) => obj is {{model.Name}} other && Equals(other);
            public override int GetHashCode() => Value.GetHashCode();
            public override string ToString() => Value.ToString(global::System.Globalization.CultureInfo.InvariantCulture);
            public static bool operator ==({{model.Name}} left, {{model.Name}} right) => left.Equals(right);
            public static bool operator !=({{model.Name}} left, {{model.Name}} right) => !left.Equals(right);

            public sealed class Converter : §EnumConverter<{{model.Name}}>
            {
                {{table}}internal static readonly {{model.Name}}[] Known = {{(
                model.Values.IsEmpty ? $"new {model.Name}[0]" : $"{{ {known} }}"
            )}};
                public Converter() : base(Read, Write, static value => value.ToString()) { }
                public static {{model.Name}} Read(ref §Utf8JsonReader reader) => new(§JsonRead.{{runtime}}(ref reader));
                public static void Write(§Utf8JsonWriter writer, {{model.Name}} value) => writer.WriteNumberValue(value.Value);
            }
            """
        );
    }
}
