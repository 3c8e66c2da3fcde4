using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>
/// An array whose items differ, as a sealed record. How many of the first items were there is kept, so that a short array stays short; what
/// comes after them is a list.
/// </summary>
internal static class TupleEmitter
{
    public static void Emit(TupleModel model, SourceWriter w)
    {
        HashSet<string> members = [.. model.Items.Select(static p => p.Name), model.RestName, "Converter"];
        JsonCode json = new(w.Context.Namespace, members.Contains);
        bool isCounted = model.Required < model.Items.Length;
        w.Docs(model.Docs);
        w.Obsolete(model.Obsolete);
        w.Lines("[§JsonConverter(typeof(Converter))]");
        using (w.Open($"{w.Access} sealed partial record {model.Name}"))
        {
            w.Docs("summary", "Creates an array whose optional items are absent.");
            w.Lines($"public {model.Name}() {{ }}");
            for (int i = 0; i < model.Items.Length; i++)
                Item(model.Items[i], i, w);
            w.Blank();
            w.Docs("summary", "The items after those.");
            w.Lines(
                $$"""public §IReadOnlyList<{{model.RestType.CSharp}}> {{model.RestName}} { get => _rest.Items; init => _rest = §JsonTuple.Rest(value); }"""
            );
            w.Blank();
            foreach (RecordField field in model.Items.Select(static i => new RecordField(i)).Where(static f => f.Exists))
                w.Lines("private readonly " + field.Declaration);
            if (isCounted)
                w.Lines($"private readonly int _count{(model.Required > 0 ? $" = {model.Required}" : "")};");
            w.Lines($"private readonly §ValueList<{model.RestType.CSharp}> _rest;\n");
            Reading(model, json, isCounted, w);
            w.Blank();
            using (w.Open($"public sealed class Converter : §ModelConverter<{model.Name}>"))
            {
                w.Lines(
                    $$"""
                    public Converter() : base(Read, Write) { }
                    public static {{model.Name}} Read(ref §Utf8JsonReader reader) => new(ref reader);
                    """
                );
                Write(model, json, isCounted, w);
            }
        }
    }

    private static void Item(PropertyModel item, int index, SourceWriter w)
    {
        w.Blank();
        w.Docs(item.Docs);
        w.Obsolete(item.Obsolete);
        string head = $"public {(item.Presence == Presence.Required ? "required " : "")}{item.Type.CSharp} {item.Name}";
        RecordField field = new(item);
        w.Lines(
            item.Presence != Presence.Required
                ? $$"""{{head}} { get => {{field.Get("")}}; init { {{field.Target}} = {{field.Set("")}}; if (_count < {{index + 1}}) _count = {{index + 1}}; } }"""
            : field.Exists ? $$"""{{head}} { get => {{field.Get("")}}; init => {{field.Target}} = {{field.Set("")}}; }"""
            : $$"""{{head}} { get; init; }"""
        );
    }

    private static void Reading(TupleModel model, JsonCode json, bool isCounted, SourceWriter w)
    {
        string name = Literals.String(model.Name);
        w.Lines("[§SetsRequiredMembers]");
        using (w.Open($"private {model.Name}(ref §Utf8JsonReader reader)"))
        {
            w.Lines($"§JsonTuple.Start(ref reader, {name});\nint count = 0;");
            using (w.Open($"for (; count < {model.Items.Length} && §JsonTuple.Next(ref reader); count++)"))
            using (w.Open("switch (count)"))
            {
                for (int i = 0; i < model.Items.Length; i++)
                {
                    RecordField field = new(model.Items[i]);
                    w.Lines($"case {i}: {field.Target} = {field.Read(json)}; break;");
                }
            }

            if (model.Required > 0)
                w.Lines($"§JsonTuple.Require({name}, count, {model.Required});");
            if (isCounted)
                w.Lines("_count = count;");
            w.Lines($"if (count == {model.Items.Length}) _rest = §JsonTuple.Rest(ref reader, {json.Reader(model.RestType)});");
        }
    }

    private static void Write(TupleModel model, JsonCode json, bool isCounted, SourceWriter w)
    {
        using (w.Open($"public static void Write(§Utf8JsonWriter writer, {model.Name} value)"))
        {
            w.Lines("writer.WriteStartArray();");
            if (isCounted)
                w.Lines($"int count = value._rest.ItemsOrNull is null ? value._count : {model.Items.Length};");
            for (int i = 0; i < model.Items.Length; i++)
            {
                string write = json.Write(model.Items[i].Type, "value." + model.Items[i].Name);
                w.Lines($"{(i < model.Required ? "" : $"if (count > {i}) ")}{write};");
            }

            w.Lines($"§JsonTuple.WriteRest(writer, value._rest, {json.Writer(model.RestType)});\nwriter.WriteEndArray();");
        }
    }
}
