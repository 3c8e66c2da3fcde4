using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Options;

/// <summary>
/// Two descriptions in one project never get in each other's way; where they would, a diagnostic says so and the first is generated.
/// </summary>
public sealed class SeveralSpecsTests
{
    private const string Spec = """
        openapi: 3.1.0
        info: {title: t, version: '1'}
        paths: {/things: {get: {tags: [Things], operationId: listThings, responses: {'200': {description: Ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}}}}
        components: {schemas: {Thing: {type: object, properties: {id: {type: string}}}, Task: {type: object, properties: {id: {type: string}}}}}
        """;

    [Fact]
    public void The_same_document_in_two_namespaces()
    {
        GeneratorRun run = Run(("a.yaml", "Acme.One"), ("a2.yaml", "Acme.Two"), ("b.yaml", "Acme"));
        Assert.Empty(run.Diagnostics);
        CleanCompilation.Assert(run);
        Assert.All(
            (string[])["Acme.One.Thing", "Acme.Two.Thing", "Acme.Thing"],
            name => Assert.NotNull(run.Output.GetTypeByMetadataName(name))
        );
    }

    [Fact]
    public void The_same_file_name_in_two_folders()
    {
        GeneratorRun run = Run(("v1/things.yaml", null), ("v2/things.yaml", null));
        Diagnostic problem = Assert.Single(run.Diagnostics);
        Assert.Equal("OAG0007", problem.Id);
        Assert.Equal("v2/things.yaml", problem.Location.GetLineSpan().Path);
        Assert.Contains(
            "'Consumer.Root.Things'",
            problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
        CleanCompilation.Assert(run);
    }

    [Theory]
    [InlineData("Acme.Api", "Acme.Api")]
    [InlineData("Acme.Api", "acme.api")] // names of generated files do not tell them apart
    [InlineData("Acme.@Api", "Acme.Api")]
    public void The_same_namespace(string first, string second)
    {
        GeneratorRun run = Run(("a.yaml", first), ("b.yaml", second));
        Assert.Equal(["OAG0007 b.yaml"], run.Diagnostics.Select(static d => $"{d.Id} {d.Location.GetLineSpan().Path}"));
        CleanCompilation.Assert(run);
        Assert.Single(run.Sources, static s => s.HintName.EndsWith(".Thing.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_client_name()
    {
        SpecFile[] files =
        [
            .. Enumerable
                .Range(1, 2)
                .Select(static i => "Acme.V" + i)
                .Select(static space => new SpecFile(
                    space + ".yaml",
                    SourceText.From(Spec),
                    new Dictionary<string, string>
                    {
                        ["OpenApiSpec"] = "true",
                        ["OpenApiNamespace"] = space,
                        ["OpenApiClientName"] = "TheClient",
                    }
                )),
        ];
        GeneratorRun run = GeneratorRun.Of(Consumer.Net10Latest, files);
        Assert.Empty(run.Diagnostics);
        CleanCompilation.Assert(run);
    }

    /// <summary>A type Acme.Thing and a namespace Acme.Thing.V2 are one name too many.</summary>
    [Fact]
    public void A_type_gives_way_to_a_namespace_of_the_same_name()
    {
        GeneratorRun run = Run(("a.yaml", "Acme"), ("b.yaml", "Acme.Thing.V2"));
        CleanCompilation.Assert(run);
        Assert.NotNull(run.Output.GetTypeByMetadataName("Acme.ThingModel"));
        Assert.NotNull(run.Output.GetTypeByMetadataName("Acme.Thing.V2.Thing"));
    }

    private static GeneratorRun Run(params (string Path, string? Namespace)[] specs) =>
        GeneratorRun.Of(
            Consumer.Net10Latest,
            [
                .. specs.Select(static s => new SpecFile(
                    s.Path,
                    SourceText.From(Spec),
                    s.Namespace is { } space
                        ? new Dictionary<string, string> { ["OpenApiSpec"] = "true", ["OpenApiNamespace"] = space }
                        : new Dictionary<string, string> { ["OpenApiSpec"] = "true" }
                )),
            ]
        );
}
