using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Snapshots;

/// <summary>One edit in a document re-emits what depends on it and nothing else.</summary>
public class EditTests
{
    private const string Spec = """
        openapi: 3.1.0
        info: {title: Edited, version: '1'}
        paths:
          /things: {get: {operationId: listThings, tags: [things], responses: {'200': {description: Ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}}}
          /others: {get: {operationId: listOthers, tags: [others], responses: {'200': {description: Ok, content: {application/json: {schema: {$ref: '#/components/schemas/Other'}}}}}}}
        components:
          schemas:
            Leaf: {type: object, properties: {id: {type: string}}}
            Thing: {type: object, properties: {leaf: {$ref: '#/components/schemas/Leaf'}, kind: {type: string, enum: [a, b]}}}
            Other: {type: object, properties: {id: {type: string}}}
        """;

    private const string Last = "Other: {type: object, properties: {id: {type: string}}}";

    [Fact]
    public void A_member_more_emits_its_type_alone() =>
        Assert.Equal(["Leaf"], Emitted("Leaf: {type: object, properties: {", "Leaf: {type: object, properties: {more: {type: integer}, "));

    [Fact]
    public void A_description_emits_its_type_alone() =>
        Assert.Equal(["Other"], Emitted("Other: {type: object", "Other: {description: The other., type: object"));

    [Fact]
    public void An_enum_value_emits_the_file_it_is_in() => Assert.Equal(["Thing"], Emitted("enum: [a, b]", "enum: [a, b, c]"));

    [Fact]
    public void A_schema_at_the_end_emits_itself_and_the_resolver()
    {
        IReadOnlyList<string> emitted = Emitted(Last, Last + "\n    Zebra: {type: object, properties: {id: {type: string}}}");
        Assert.Contains("Zebra", emitted);
        Assert.Empty(emitted.Intersect(["Leaf", "Thing", "Other"]));
        // The resolver lists every type; nothing else may care.
        Assert.InRange(emitted.Count, 1, 2);
    }

    /// <summary>
    /// Roslyn compares the outputs of a SelectMany by position, so the types behind an added or removed one are handed over
    /// again; what it costs is their emission, and their text must be what it was.
    /// </summary>
    [Theory]
    [InlineData("    Leaf:", "    Added: {type: object, properties: {id: {type: string}}}\n    Leaf:")]
    [InlineData("    Other:", "    Added: {type: object, properties: {id: {type: string}}}\n    Other:")]
    public void A_schema_in_between_changes_no_other_text(string old, string @new)
    {
        GeneratorRun before = GeneratorRun.Of(Consumer.Net10Latest, new SpecFile("a.yaml", Spec, "Acme"));
        GeneratorRun after = before.EditSpec(text => text.Replace(old, @new, StringComparison.Ordinal));
        Dictionary<string, string> texts = after.Sources.ToDictionary(static s => s.HintName, static s => s.SourceText.ToString());
        Assert.All(
            before.Sources.Where(static s => !s.HintName.Contains("Json", StringComparison.Ordinal)),
            s => Assert.Equal(s.SourceText.ToString(), texts[s.HintName])
        );
    }

    [Fact]
    public void An_operation_emits_its_group_and_no_type()
    {
        IReadOnlyList<string> emitted = Emitted("operationId: listOthers", "summary: Lists., operationId: listOthers");
        Assert.Single(emitted);
        Assert.Contains("Others", emitted[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Reordering_schemas_changes_no_text_of_a_type()
    {
        string[] lines = Spec.Split('\n');
        (lines[^1], lines[^3]) = (lines[^3], lines[^1]);
        GeneratorRun before = GeneratorRun.Of(Consumer.Net10Latest, new SpecFile("a.yaml", Spec, "Acme"));
        GeneratorRun after = before.EditSpec(_ => string.Join('\n', lines));
        foreach (string type in (string[])["Leaf", "Thing", "Other"])
        {
            Assert.Equal(TextOf(before, type), TextOf(after, type));
        }
    }

    [Fact]
    public void Another_document_emits_nothing_of_this_one()
    {
        SpecFile first = new("a.yaml", Spec, "First");
        SpecFile second = new("b.yaml", Spec.Replace("Edited", "Second", StringComparison.Ordinal), "Second");
        GeneratorRun before = GeneratorRun.Of(Consumer.Net10Latest, first, second);
        CleanCompilation.Assert(before);
        GeneratorRun after = before.EditSpec(static text =>
            text.Replace("Leaf: {type: object", "Leaf: {description: x, type: object", StringComparison.Ordinal)
        );
        Assert.Single(after.EmittedSince(before));
    }

    [Fact]
    public void A_document_broken_and_mended_gives_what_it_gave()
    {
        GeneratorRun whole = GeneratorRun.Of(Consumer.Net10Latest, new SpecFile("a.yaml", Spec, "Acme"));
        GeneratorRun broken = whole.EditSpec(static text => text.Replace("'1'}", "'1'", StringComparison.Ordinal));
        Assert.Contains(broken.Diagnostics, static d => d.Id == "OAG0001");
        CleanCompilation.Assert(broken);
        GeneratorRun mended = broken.EditSpec(static _ => Spec);
        Assert.Empty(mended.Diagnostics);
        Assert.Equal(GoldenFile.Render(whole), GoldenFile.Render(mended));
    }

    private static string TextOf(GeneratorRun run, string type) =>
        Assert.Single(run.Sources, s => s.HintName.EndsWith(type + ".g.cs", StringComparison.Ordinal)).SourceText.ToString();

    /// <summary>What an edit emits again, as names of types or groups.</summary>
    private static IReadOnlyList<string> Emitted(string old, string @new)
    {
        Assert.Contains(old, Spec, StringComparison.Ordinal);
        GeneratorRun before = GeneratorRun.Of(Consumer.Net10Latest, new SpecFile("a.yaml", Spec, "Acme"));
        Assert.Empty(before.Diagnostics);
        GeneratorRun after = before.EditSpec(text => text.Replace(old, @new, StringComparison.Ordinal));
        CleanCompilation.Assert(after);
        return
        [
            .. after
                .EmittedSince(before)
                .Select(static hint => hint.Replace(".g.cs", "", StringComparison.Ordinal).Split('.', '/')[^1])
                .Order(StringComparer.Ordinal),
        ];
    }
}
