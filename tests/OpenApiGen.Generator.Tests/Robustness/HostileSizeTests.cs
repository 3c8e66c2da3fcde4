using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Robustness;

/// <summary>Documents too large to commit: depth, aliases, width. Answered with a diagnostic or with code, in bounded time.</summary>
public class HostileSizeTests
{
    private const string Head = "openapi: 3.1.0\ninfo: {title: Big, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n";

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{a: ", 100_000)]
    [InlineData("- ", 50_000)]
    [InlineData("? ", 50_000)]
    [InlineData("!!str ", 50_000)]
    [InlineData("&a ", 50_000)]
    public void Deep_YAML_is_refused(string open, int depth)
    {
        GeneratorRun run = HostileRun.Of(new SpecFile("deep.yaml", string.Concat(Enumerable.Repeat(open, depth)), "Acme"));
        // Tags without end are one empty scalar to the parser: no document, then.
        Assert.Contains(run.Diagnostics, static d => d.Id is "OAG0001" or "OAG0002" or "OAG0011");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void Deep_JSON_is_refused(string open)
    {
        GeneratorRun run = HostileRun.Of(new SpecFile("deep.json", string.Concat(Enumerable.Repeat(open, 100_000)), "Acme"));
        Assert.Contains(run.Diagnostics, static d => d.Id is "OAG0001" or "OAG0011");
    }

    [Fact]
    public void An_alias_bomb_is_refused()
    {
        StringBuilder text = new(Head);
        text.Append("    A0: &a0 {type: object, properties: {x: {type: string}}}\n");
        for (int i = 1; i < 30; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"    A{i}: &a{i} {{type: object, properties: {{a: *a{i - 1}, b: *a{i - 1}, c: *a{i - 1}}}}}\n"
            );
        }

        GeneratorRun run = HostileRun.Of(new SpecFile("bomb.yaml", text.ToString(), "Acme"));
        Assert.Equal("OAG0011", Assert.Single(run.Diagnostics).Id);
    }

    [Theory]
    [InlineData("{type: object, properties: {a: ", "}}", 100)]
    [InlineData("{type: array, items: ", "}", 200)]
    [InlineData("{type: object, additionalProperties: ", "}", 200)]
    [InlineData("{anyOf: [{type: string}, ", "]}", 100)]
    [InlineData("{allOf: [{type: object, properties: {a: {type: string}}}, ", "]}", 100)]
    [InlineData("{not: ", "}", 200)]
    public void Deep_schemas_compile(string open, string close, int depth)
    {
        string schema = string.Concat(Enumerable.Repeat(open, depth)) + "{type: integer}" + string.Concat(Enumerable.Repeat(close, depth));
        GeneratorRun run = HostileRun.Of(new SpecFile("deep.yaml", Head + "    Deep: " + schema + "\n", "Acme"));
        Assert.NotEmpty(run.Sources);
        HostileRun.AssertCompiles(run);
    }

    [Theory]
    [InlineData("<b>", "</b>")]
    [InlineData("<i><code>", "</code></i>")]
    [InlineData("<a href='https://a.example'>", "</a>")]
    [InlineData("<ul><li>", "</li></ul>")]
    [InlineData("<div>", "</div>")]
    [InlineData("**a *b ", " c* d**")]
    [InlineData("*a _b [", "](https://a.example)_ c*")]
    [InlineData("![a [", "](https://a.example)")]
    [InlineData("> ", "")]
    [InlineData("- ", "")]
    [InlineData("`", "``")]
    [InlineData("&amp;lt;", "<!--")]
    public void Deep_Markdown_compiles(string open, string close)
    {
        string text = string.Concat(Enumerable.Repeat(open, 100_000)) + "text" + string.Concat(Enumerable.Repeat(close, 100_000));
        string description = System.Text.Json.JsonSerializer.Serialize(text);
        string schema =
            $"    Deep: {{description: {description}, type: object, properties: {{a: {{type: string, description: {description}}}}}}}\n";
        GeneratorRun run = HostileRun.Of(HostileRun.WithServer(new SpecFile("deep.yaml", Head + schema, "Acme")));
        Assert.NotEmpty(run.Sources);
        HostileRun.AssertCompiles(run);
    }

    /// <summary>
    /// What reads and writes each item is a lambda in a lambda: where the compiler infers their types, each level doubles its time.
    /// </summary>
    [Theory]
    [InlineData("{type: array, items: ", "IReadOnlyList")]
    [InlineData("{type: array, items: ", "Array")]
    [InlineData("{type: array, items: ", "ImmutableArray")]
    [InlineData("{type: [array, 'null'], items: ", "IReadOnlyList")]
    [InlineData("{type: [array, 'null'], items: ", "ImmutableArray")]
    [InlineData("{type: object, additionalProperties: ", "IReadOnlyList")]
    [InlineData("{type: object, propertyNames: {enum: [a, b]}, additionalProperties: ", "IReadOnlyList")]
    public void Members_with_lists_in_lists_compile_in_time(string open, string collections)
    {
        string schema = string.Concat(Enumerable.Repeat(open, 40)) + "{type: integer}" + new string('}', 40);
        string text =
            "openapi: 3.1.0\ninfo: {title: Big, version: '1'}\npaths:\n  /a:\n    post: {requestBody: {content: {application/json: {schema: "
            + schema
            + "}}}, responses: {'200': {description: x, content: {application/json: {schema: "
            + schema
            + "}}}}}\ncomponents:\n  schemas:\n    Deep: {type: object, properties: {a: "
            + schema
            + "}}\n    Choice: {anyOf: [{type: string}, "
            + schema
            + "]}\n";
        Dictionary<string, string> metadata = new()
        {
            ["OpenApiSpec"] = "true",
            ["OpenApiNamespace"] = "Acme",
            ["OpenApiGenerate"] = "Client, Server",
            ["OpenApiCollections"] = collections,
        };
        GeneratorRun run = HostileRun.Of(
            Consumer.Net10Latest.Web,
            HostileRun.DefaultSeconds,
            new SpecFile("deep.yaml", SourceText.From(text, Encoding.UTF8), metadata)
        );
        Assert.NotEmpty(run.Sources);
        HostileRun.AssertCompiles(run);
    }

    [Theory]
    [InlineData("{{$ref: '#/components/schemas/S{0}'}}", 400)]
    [InlineData("{{allOf: [{{$ref: '#/components/schemas/S{0}'}}]}}", 400)]
    [InlineData("{{allOf: [{{$ref: '#/components/schemas/S{0}'}}], properties: {{m{0}: {{type: string}}}}}}", 60)]
    [InlineData("{{anyOf: [{{$ref: '#/components/schemas/S{0}'}}, {{type: 'null'}}]}}", 400)]
    [InlineData("{{anyOf: [{{$ref: '#/components/schemas/S{0}'}}, {{type: string}}]}}", 400)]
    [InlineData("{{type: array, items: {{$ref: '#/components/schemas/S{0}'}}}}", 400)]
    [InlineData(
        "{{type: object, properties: {{k: {{}}}}, discriminator: {{propertyName: k, mapping: {{a: '#/components/schemas/S{0}'}}}}}}",
        400
    )]
    public void Long_chains_of_references_are_followed(string link, int length)
    {
        StringBuilder text = new(Head);
        for (int i = 0; i < length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    S{i}: ").AppendFormat(CultureInfo.InvariantCulture, link, i + 1).Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"    S{length}: {{type: object, properties: {{end: {{type: string}}}}}}\n");
        HostileRun.AssertCompiles(HostileRun.Of(new SpecFile("chain.yaml", text.ToString(), "Acme")));
    }

    [Theory]
    [InlineData("schemas", "{type: object, properties: {end: {type: string}}}")]
    [InlineData("responses", "{description: x, content: {application/json: {schema: {type: string}}}}")]
    [InlineData("parameters", "{name: p, in: query, schema: {type: string}}")]
    public void Five_thousand_references_after_each_other_are_followed(string map, string end)
    {
        string use = map switch
        {
            "schemas" =>
                "{get: {responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/C0'}}}}}}}",
            "responses" => "{get: {responses: {'200': {$ref: '#/components/responses/C0'}}}}",
            _ => "{get: {parameters: [{$ref: '#/components/parameters/C0'}], responses: {'204': {description: x}}}}",
        };
        StringBuilder text = new($"openapi: 3.1.0\ninfo: {{title: Big, version: '1'}}\npaths: {{/a: {use}}}\ncomponents:\n  {map}:\n");
        for (int i = 0; i < 5000; i++)
            text.Append(CultureInfo.InvariantCulture, $"    C{i}: {{$ref: '#/components/{map}/C{i + 1}'}}\n");
        text.Append("    C5000: ").Append(end).Append('\n');
        GeneratorRun run = HostileRun.Of(new SpecFile("chain.yaml", text.ToString(), "Acme"));
        Assert.Empty(run.Diagnostics);
        Assert.NotEmpty(run.Sources);
        HostileRun.AssertCompiles(run);
    }

    [Fact]
    public void Path_items_inside_each_other_by_reference_are_limited()
    {
        StringBuilder text = new("openapi: 3.0.3\ninfo: {title: Big, version: '1'}\npaths:\n");
        for (int i = 0; i < 200; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"  /p{i}: {{post: {{callbacks: {{c: {{e: {{$ref: '#/paths/~1p{i + 1}'}}}}}}, responses: {{'204': {{description: x}}}}}}}}\n"
            );
        text.Append("  /p200: {post: {responses: {'204': {description: x}}}}\n");
        GeneratorRun run = HostileRun.Of(new SpecFile("items.yaml", text.ToString(), "Acme"));
        // How deep they are inside each other, and how much is repeated: each limit is told once.
        Assert.InRange(run.Diagnostics.Length, 1, 2);
        Assert.All(run.Diagnostics, static d => Assert.Equal("OAG0011", d.Id));
        Assert.NotEmpty(run.Sources);
        HostileRun.AssertCompiles(run);
    }

    [Theory]
    [InlineData("string", "v")]
    [InlineData("integer", "")]
    public void Enums_of_many_values_compile(string type, string prefix) =>
        HostileRun.AssertCompiles(HostileRun.Of(new SpecFile("wide.yaml", Wide(type, prefix, 10_000), "Acme")));

    [Theory]
    [InlineData("string", "v")]
    [InlineData("integer", "")]
    public void Enums_of_very_many_values_are_told_and_have_no_members(string type, string prefix)
    {
        GeneratorRun run = HostileRun.Of(new SpecFile("wide.yaml", Wide(type, prefix, 1_000_000), "Acme"));
        Assert.Equal("OAG0004", Assert.Single(run.Diagnostics).Id);
        HostileRun.AssertCompiles(run);
    }

    private static string Wide(string type, string prefix, int count) =>
        Head
        + $"    Wide: {{type: {type}, enum: ["
        + string.Join(", ", Enumerable.Range(0, count).Select(i => prefix + i.ToString(CultureInfo.InvariantCulture)))
        + "]}\n    Owner: {type: object, properties: {wide: {$ref: '#/components/schemas/Wide'}}}\n";

    [Fact]
    public void A_hundred_thousand_equal_enum_values_are_one()
    {
        string values = string.Join(", ", Enumerable.Repeat("same", 100_000));
        GeneratorRun run = HostileRun.Of(new SpecFile("same.yaml", Head + "    Same: {type: string, enum: [" + values + "]}\n", "Acme"));
        Assert.Contains(run.Diagnostics, static d => d.Id == "OAG0005");
        HostileRun.AssertCompiles(run);
    }

    [Fact]
    public void Two_thousand_values_that_become_one_name_compile()
    {
        // a, a_, a__, ... are different on the wire and the same once cased.
        string values = string.Join(", ", Enumerable.Range(0, 2_000).Select(static i => "a" + new string('_', i)));
        HostileRun.AssertCompiles(
            HostileRun.Of(new SpecFile("collide.yaml", Head + "    Collide: {type: string, enum: [" + values + "]}\n", "Acme"))
        );
    }

    [Fact]
    public void Two_thousand_members_compile()
    {
        string members = string.Join(", ", Enumerable.Range(0, 2_000).Select(static i => $"m{i}: {{type: integer}}"));
        string required = string.Join(", ", Enumerable.Range(0, 1_000).Select(static i => $"m{i * 2}"));
        string schema = $"    Wide: {{type: object, required: [{required}], properties: {{{members}}}}}\n";
        HostileRun.AssertCompiles(HostileRun.Of(new SpecFile("wide.yaml", Head + schema, "Acme")));
    }

    [Fact]
    public void Members_beyond_what_compiles_in_time_are_told_and_undeclared()
    {
        string members = string.Join(", ", Enumerable.Range(0, 50_000).Select(static i => $"m{i}: {{type: integer}}"));
        string schema = $"    Wide: {{type: object, properties: {{{members}}}}}\n";
        GeneratorRun run = HostileRun.Of(new SpecFile("wide.yaml", Head + schema, "Acme"));
        Assert.Equal("OAG0004", Assert.Single(run.Diagnostics).Id);
        string code = string.Concat(run.Sources.Select(static s => s.SourceText.ToString()));
        Assert.Contains(" M2999 ", code, StringComparison.Ordinal);
        Assert.DoesNotContain(" M3000 ", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_beyond_what_compiles_in_time_are_told()
    {
        string parameters = string.Join(
            ", ",
            Enumerable.Range(0, 70_000).Select(static i => $"{{name: p{i}, in: query, required: {(i == 69_999 ? "true" : "false")}}}")
        );
        string text =
            "openapi: 3.1.0\ninfo: {title: Big, version: '1'}\npaths: {/a: {get: {operationId: big, parameters: ["
            + parameters
            + "], responses: {'204': {description: x}}}}}\n";
        GeneratorRun run = HostileRun.Of(Consumer.Net10Latest, 3 * HostileRun.DefaultSeconds, new SpecFile("wide.yaml", text, "Acme"));
        Assert.Equal("OAG0004", Assert.Single(run.Diagnostics).Id);
        string code = string.Concat(run.Sources.Select(static s => s.SourceText.ToString()));
        Assert.Contains(" p69999,", code, StringComparison.Ordinal);
        Assert.Contains(" p1999 ", code, StringComparison.Ordinal);
        Assert.DoesNotContain(" p2000 ", code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_union_of_a_thousand_branches_compiles()
    {
        StringBuilder text = new(Head);
        for (int i = 0; i < 1000; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"    B{i}: {{type: object, required: [r{i}], properties: {{r{i}: {{type: string}}}}}}\n"
            );
        text.Append("    All: {anyOf: [")
            .AppendJoin(", ", Enumerable.Range(0, 1000).Select(static i => $"{{$ref: '#/components/schemas/B{i}'}}"))
            .Append("]}\n");
        HostileRun.AssertCompiles(HostileRun.Of(new SpecFile("union.yaml", text.ToString(), "Acme")));
    }

    [Fact]
    public void Names_of_a_hundred_thousand_letters_compile()
    {
        string name = new('n', 100_000);
        string text =
            Head.Replace(
                "paths: {}",
                $"paths: {{/a: {{get: {{operationId: {name}, tags: [{name}], responses: {{'204': {{description: Ok}}}}}}}}}}",
                StringComparison.Ordinal
            )
            + $"    ? {name}\n    : {{type: object, properties: {{? {name} : {{type: string, enum: [{name}]}}, other: {{anyOf: [{{type: object, title: {name}, properties: {{a: {{type: string}}}}}}, {{type: string}}]}}}}}}\n";
        GeneratorRun run = HostileRun.Of(new SpecFile("long.yaml", text, "Acme"));
        Assert.DoesNotContain(run.Diagnostics, static d => d.Id == "OAG0001");
        HostileRun.AssertCompiles(run);
        // Hint names become file names; 255 bytes is what file systems take.
        Assert.All(run.Sources, static source => Assert.InRange(source.HintName.Length, 1, 200));
        using MemoryStream image = new();
        Assert.Empty(
            run.Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken)
                .Diagnostics.Where(static d => d.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning)
        );
    }

    [Fact]
    public void A_description_of_two_million_letters_compiles()
    {
        string text =
            Head + "    Long: {type: object, description: \"" + string.Concat(Enumerable.Repeat("*/ </summary> `x\\n", 100_000)) + "\"}\n";
        HostileRun.AssertCompiles(HostileRun.Of(new SpecFile("long.yaml", text, "Acme")));
    }

    [Fact]
    public void A_thousand_operations_of_one_group_compile()
    {
        StringBuilder text = new("openapi: 3.1.0\ninfo: {title: Big, version: '1'}\npaths:\n");
        for (int i = 0; i < 1000; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"  /p{i}/{{id}}: {{get: {{operationId: same, tags: [t], parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}], responses: {{'204': {{description: Ok}}}}}}}}\n"
            );
        HostileRun.AssertCompiles(HostileRun.Of(new SpecFile("many.yaml", text.ToString(), "Acme")));
    }
}
