using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Options;

/// <summary>What the target framework has to say about mapped formats.</summary>
public sealed class FormatTests
{
    [Fact]
    public void A_type_that_the_framework_lacks_is_a_warning_and_text()
    {
        GeneratorRun run = new FeatureSpec("options/formats-time").Run(Consumer.NetStandardCSharp11);
        Assert.Equal(
            [
                "The value 'day=System.DateOnly' of 'Formats' is not valid: the target framework has no System.DateOnly; the format is what it is without the option",
                "The value 'time=System.TimeOnly' of 'Formats' is not valid: the target framework has no System.TimeOnly; the format is what it is without the option",
            ],
            run.Diagnostics.Select(static d => d.GetMessage(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal)
        );
        Assert.Contains(run.Sources, static s => s.SourceText.ToString().Contains("public string? From ", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_type_of_the_table_in_the_docs_is_taken()
    {
        string docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "generated-code.md"));
        string table = docs[docs.IndexOf("## Formats of the project", StringComparison.Ordinal)..];
        string[] rows =
        [
            .. table
                .Split('\n')
                .SkipWhile(static l => !l.StartsWith("|---", StringComparison.Ordinal))
                .Skip(1)
                .TakeWhile(static l => l.StartsWith('|')),
        ];
        string[] documented =
        [
            .. rows.SelectMany(static r => r.Split('|')[1].Split(','))
                .Select(static t => t.Trim(' ', '`'))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(Generator.Lowering.Shapes.FormatTargets.Names.Split(", ").Order(StringComparer.Ordinal), documented);
    }

    [Theory]
    [InlineData("string")]
    [InlineData("integer")]
    [InlineData("number")]
    [InlineData("boolean")]
    public void Any_type_at_any_format_compiles(string type)
    {
        string[] targets = Generator.Lowering.Shapes.FormatTargets.Names.Split(", ");
        string members = string.Join(
            ", ",
            targets.Select(
                (_, i) =>
                    $"m{i}: {{type: {type}, format: f{i}, default: {(type == "string" ? "'1'" : type == "boolean" ? "true" : "1")}}}, n{i}: {{type: [{type}, 'null'], format: f{i}}}"
            )
        );
        string parameters = string.Join(
            ", ",
            targets.Select(
                (_, i) =>
                    $"{{name: p{i}, in: query, schema: {{type: {type}, format: f{i}}}}}, {{name: q{i}, in: query, schema: {{type: array, items: {{type: {type}, format: f{i}}}}}}}"
            )
        );
        string spec =
            "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n"
            + "paths: {/a: {get: {operationId: getA, parameters: ["
            + parameters
            + "], responses: {'204': {description: Ok}}}}}\n"
            + "components: {schemas: {A: {type: object, properties: {"
            + members
            + "}}}}\n";
        Dictionary<string, string> metadata = new()
        {
            ["OpenApiSpec"] = "true",
            ["OpenApiNamespace"] = "Acme",
            ["OpenApiFormats"] = string.Join(";", targets.Select(static (t, i) => $"f{i}={t}")),
        };
        foreach (Consumer consumer in Consumer.All)
        {
            GeneratorRun run = GeneratorRun.Of(consumer, new SpecFile("a.yaml", SourceText.From(spec), metadata));
            Assert.DoesNotContain(run.Diagnostics, static d => d.Id is not ("OAG0004" or "OAG0007"));
            CleanCompilation.Assert(run);
        }
    }
}
