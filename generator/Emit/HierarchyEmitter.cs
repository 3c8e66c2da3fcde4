using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>
/// What a record has besides when others are derived from it, or it from another: constructors that set its kind, reading that looks at
/// the kind first, writing that ends in the record that the value is.
/// </summary>
internal static class HierarchyEmitter
{
    /// <summary>The words before and after the name of the record.</summary>
    public static string Head(RecordModel model, string access) =>
        model.Hierarchy switch
        {
            null => $"{access} sealed partial record {model.Name} : §IApiRecord",
            { Base: { } basis } hierarchy => $"{access} {(hierarchy.IsOpen ? "" : "sealed ")}partial record {model.Name} : {basis}",
            _ => $"{access} partial record {model.Name} : §IApiRecord",
        };

    /// <param name="constants">Statements that set the optional members which have one value only.</param>
    public static void Constructors(RecordModel model, string constants, SourceWriter w)
    {
        HierarchyModel? hierarchy = model.Hierarchy;
        if (hierarchy is { Argument: >= 0 } first)
        {
            PropertyModel kind = model.Properties[first.Argument];
            w.Docs("summary", "Creates an object of a kind that has no record of its own, with its optional members absent.");
            w.Lines(
                $$"""
                public {{model.Name}}({{kind.Type.CSharp}} {{first.ArgumentName}}) { {{constants}}{{kind.Name}} = {{first.ArgumentName}}; }
                private protected {{model.Name}}() { {{constants}}}
                """
            );
            return;
        }

        string sets = constants;
        foreach (KindValueModel value in hierarchy?.Values ?? default)
            sets += $"{value.Property} = {value.Expression}; ";
        w.Docs("summary", "Creates an object whose optional members are absent.");
        w.Lines($$"""public {{model.Name}}() { {{sets}}}""");
    }

    /// <summary>Whoever writes a base writes the record that it is.</summary>
    public static void Write(HierarchyModel hierarchy, SourceWriter w)
    {
        w.Blank();
        w.Lines(
            $"private protected {(hierarchy.Base is null ? "virtual" : "override")} void WriteJson(§Utf8JsonWriter writer) => Converter.{(hierarchy.IsOpen ? "WriteSelf" : "Write")}(writer, this);"
        );
    }

    /// <summary>The choice of a derived record, before the record itself is read.</summary>
    public static void Read(RecordModel model, HierarchyModel hierarchy, JsonCode json, SourceWriter w)
    {
        using (w.Open($"public static {model.Name} Read(ref §Utf8JsonReader reader)"))
        {
            foreach (KindSwitchModel choice in hierarchy.Switches)
            {
                using (w.Open($"switch (§JsonUnion.PeekString(reader, {choice.Member}))"))
                {
                    foreach (KindModel kind in choice.Kinds)
                    {
                        w.Lines(
                            $"{string.Join(" ", System.Linq.Enumerable.Select(kind.Values, static v => $"case {v}:"))} return {json.Qualify(kind.Type)}.Converter.Read(ref reader);"
                        );
                    }

                    if (choice.Default is { } other)
                        w.Lines($"default: return {json.Qualify(other)}.Converter.Read(ref reader);");
                }

                if (choice.Default is not null)
                    return;
            }

            w.Lines("return new(ref reader);");
        }
    }
}
