using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Lowering;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Robustness;

/// <summary>
/// What the generator fails on is left out and reported at its place; all else of the description is generated, and compiles.
/// </summary>
public class PartFailureTests
{
    private const string Text = """
        openapi: 3.1.0
        info: {title: Parts, version: '1'}
        paths:
          /pets:
            get: {operationId: listPets, responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}
            post: {operationId: addPet, requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}, responses: {'204': {description: x}}}
        webhooks:
          adopted: {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {b: {type: string}}}}}}, responses: {'204': {description: x}}}}
          lost: {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {c: {type: string}}}}}}, responses: {'204': {description: x}}}}
        components:
          schemas:
            Pet: {type: object, properties: {owner: {$ref: '#/components/schemas/Owner'}}}
            Owner: {type: object, properties: {name: {type: string}}}
        """;

    [Theory]
    [InlineData("/components/schemas/Owner", "record Owner", 13)]
    [InlineData("/components/schemas/Pet", "record Pet", 12)]
    [InlineData("/paths/~1pets/get", "ListPetsAsync", 5)]
    [InlineData("/paths/~1pets/post", "AddPetAsync", 6)]
    [InlineData("/webhooks/adopted", "AdoptedEvent", 8)]
    public void A_part_that_fails_is_left_out_and_reported_at_its_place(string part, string sign, int line)
    {
        (string Part, string Sign, int Line)[] all =
        [
            ("/components/schemas/Owner", "record Owner", 13),
            ("/components/schemas/Pet", "record Pet", 12),
            ("/paths/~1pets/get", "ListPetsAsync", 5),
            ("/paths/~1pets/post", "AddPetAsync", 6),
            ("/webhooks/adopted", "AdoptedEvent", 8),
            ("/webhooks/lost", "LostEvent", 9),
        ];
        GeneratorRun run = Run(p => p == part);

        Diagnostic told = Assert.Single(run.Diagnostics, static d => d.Id is "OAG0015" or "OAG0010");
        Assert.Equal("OAG0015", told.Id);
        Assert.Equal(DiagnosticSeverity.Warning, told.Severity);
        Assert.Equal(line, told.Location.GetLineSpan().StartLinePosition.Line + 1);
        Assert.Contains($"'{part}'", told.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        string code = string.Concat(run.Sources.Select(static s => s.SourceText.ToString()));
        Assert.DoesNotContain(sign, code, StringComparison.Ordinal);
        Assert.All(all.Where(a => a.Part != part), a => Assert.Contains(a.Sign, code, StringComparison.Ordinal));
        HostileRun.AssertCompiles(run);
    }

    [Fact]
    public void Where_all_parts_fail_the_rest_is_generated()
    {
        GeneratorRun run = Run(static _ => true);

        Assert.DoesNotContain(run.Diagnostics, static d => d.Id == "OAG0010");
        Assert.Equal(6, run.Diagnostics.Count(static d => d.Id == "OAG0015"));
        HostileRun.AssertCompiles(run);
    }

    [Fact]
    public void A_part_of_the_baseline_that_fails_is_left_out_there()
    {
        SpecFile baseline = BaselineRun.AsBaseline(new SpecFile("before.yaml", Text, "Acme"));
        int begun = 0;

        // The baseline is lowered before the description itself.
        GeneratorRun run = Run(p => p == "/components/schemas/Owner" && begun++ == 0, baseline);

        Assert.DoesNotContain(run.Diagnostics, static d => d.Id is "OAG0010" or "OAG0015");
        Assert.Contains(run.Sources, static s => s.SourceText.ToString().Contains("record Owner", StringComparison.Ordinal));
        HostileRun.AssertCompiles(run);
    }

    private static GeneratorRun Run(Func<string, bool> fails, params SpecFile[] others)
    {
        Dictionary<string, string> metadata = new()
        {
            ["OpenApiSpec"] = "true",
            ["OpenApiNamespace"] = "Acme",
            ["OpenApiGenerate"] = "Client, Server",
        };
        if (others.Length > 0)
            metadata.Add("OpenApiBaseline", others[0].Path);
        Parts.Begun.Value = part => _ = fails(part) ? throw new InvalidOperationException("Made to fail.") : 0;
        try
        {
            return GeneratorRun.Of(
                Consumer.Net10Latest.Web,
                [new SpecFile("spec.yaml", SourceText.From(Text, System.Text.Encoding.UTF8), metadata), .. others]
            );
        }
        finally
        {
            Parts.Begun.Value = null;
        }
    }
}
