using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>A C# enum. It can have no nested type, so its converter is in the class of the resolver.</summary>
internal static class ClosedEnumEmitter
{
    public static void Emit(ClosedEnumModel model, SourceWriter w)
    {
        w.Docs(model.Docs);
        w.Obsolete(model.Obsolete);
        w.Lines($"[§JsonConverter(typeof({model.JsonName}.{model.ConverterName}))]");
        using (w.Open($"{w.Access} enum {model.Name}{(model.Underlying == "long" ? " : long" : "")}"))
        {
            foreach (EnumValueModel value in model.Values.Concat(model.Removed))
            {
                w.Docs(value.Docs);
                w.Obsolete(value.Obsolete);
                w.Lines(value.Name + (model.IsString ? "," : $" = {value.Literal},"));
            }
        }

        w.Blank();
        using (w.Open($"{w.Access} sealed partial class {model.JsonName}"))
        {
            w.Docs(
                "summary",
                $"Reads and writes <see cref=\"{model.FullName}\"/>; a value that the description does not list is a <c>JsonException</c>."
            );
            Converter(model, w);
        }
    }

    private static void Converter(ClosedEnumModel model, SourceWriter w)
    {
        string type = model.FullName;
        string name = Literals.String(model.Name);
        string values = string.Join(", ", model.Values.Select(static v => v.Literal));
        (string table, string read, string write, string text) = model.IsString
            ? ("EnumValues", $"Table.Index(ref reader, {name})", "writer.WriteStringValue(Text(value))", $"Table.At((int)value, {name})")
            : (
                "EnumNumbers",
                $"Table.Read(ref reader, {name})",
                $"writer.WriteNumberValue(Table.Listed((long)value, {name}))",
                $"Table.Text((long)value, {name})"
            );
        w.Lines(
            $$"""
            public sealed class {{model.ConverterName}} : §EnumConverter<{{type}}>
            {
                internal static readonly §{{table}} Table = new({{values}});
                public {{model.ConverterName}}() : base(Read, Write, Text) { }
                public static {{type}} Read(ref §Utf8JsonReader reader) => ({{type}}){{read}};
                public static void Write(§Utf8JsonWriter writer, {{type}} value) => {{write}};
                /// <summary>The value on the wire.</summary>
                public static string Text({{type}} value) => {{text}};
                /// <summary>The value on the wire; null for none.</summary>
                public static string? Text({{type}}? value) => value is { } known ? Text(known) : null;
            }
            """
        );
    }
}
