using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Lowering.Selection;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Options;

/// <summary>What a filter leaves is what it was: the same names, nothing missing, nothing that is not needed.</summary>
public sealed class FilterTests
{
    private static readonly string s_junction = File.ReadAllText(Path.Combine(Repository.Specs, "junction", "junction.yaml"));

    public static TheoryData<string, string> Filters { get; } =
        new()
        {
            { "OpenApiIncludeTags", "introspect" },
            { "OpenApiIncludeTags", "link" },
            { "OpenApiExcludeTags", "introspect" },
            { "OpenApiIncludePaths", "/v2/link/**" },
            { "OpenApiExcludeOperations", "*bulk*" },
            { "OpenApiWebhooks", "false" },
        };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Takes_away_and_renames_nothing(string option, string value)
    {
        GeneratorRun whole = Run(s_junction);
        GeneratorRun part = Run(s_junction, (option, value));
        Assert.DoesNotContain(part.Diagnostics, static d => d.Id == "OAG0007");
        CleanCompilation.Assert(part);
        Dictionary<string, string> all = whole.Sources.ToDictionary(static s => s.HintName, static s => s.SourceText.ToString());
        Assert.InRange(part.Sources.Length, 3, whole.Sources.Length - 1);
        // The resolver and the root client list what is there; all else is the same file or none.
        Assert.All(
            part.Sources.Where(static s =>
                !s.HintName.EndsWith("JunctionJson.g.cs", StringComparison.Ordinal)
                && !s.HintName.EndsWith("JunctionClient.g.cs", StringComparison.Ordinal)
            ),
            s => Assert.Subset(Lines(all[s.HintName]), Lines(s.SourceText.ToString()))
        );
    }

    [Fact]
    public void Diagnostics_of_what_is_left_out_are_left_out()
    {
        const string Spec = """
            openapi: 3.1.0
            info: {title: t, version: '1'}
            paths:
              /a: {get: {operationId: getA, responses: {'200': {description: Ok, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}
              /b: {get: {operationId: getB, responses: {'200': {description: Ok, content: {application/json: {schema: {$ref: '#/components/schemas/Gone'}}}}}}}
            components:
              schemas:
                A: {type: object, properties: {a: {not: {}}}}
                B: {type: object, properties: {b: {not: {}}}}
            """;
        Assert.Equal(["OAG0003 5", "OAG0004 8", "OAG0004 9"], Places(Run(Spec)));
        Assert.Equal(["OAG0004 8"], Places(Run(Spec, ("OpenApiIncludePaths", "/a"))));
    }

    [Theory]
    [InlineData("/users", "/users", true)]
    [InlineData("/users", "/users/{id}", false)]
    [InlineData("/users/*", "/users/{id}", true)]
    [InlineData("/users/*", "/users/{id}/pets", false)]
    [InlineData("/users/*", "/users", false)]
    [InlineData("/users/**", "/users/{id}/pets", true)]
    [InlineData("/users/**", "/users", true)]
    [InlineData("/users/**", "/userspace", false)]
    [InlineData("**/pets", "/users/{id}/pets", true)]
    [InlineData("/v*/users", "/v2/users", true)]
    [InlineData("/*/*", "/a/b", true)]
    [InlineData("/Users", "/users", false)]
    [InlineData("", "", true)]
    public void Paths(string pattern, string path, bool matches) => Assert.Equal(matches, Glob.IsPath(pattern, path));

    [Fact]
    public void A_pattern_of_stars_takes_no_time() =>
        Assert.False(Glob.IsPath(string.Concat(Enumerable.Repeat("**a", 60)), new string('a', 2000) + "b"));

    private static HashSet<string> Lines(string text) => [.. text.Split('\n')];

    private static GeneratorRun Run(string spec, params (string Name, string Value)[] options)
    {
        Dictionary<string, string> metadata = new() { ["OpenApiSpec"] = "true", ["OpenApiNamespace"] = "Junction" };
        foreach ((string name, string value) in options)
            metadata[name] = value;
        return GeneratorRun.Of(Consumer.Net10Latest, new SpecFile("api.yaml", SourceText.From(spec), metadata));
    }

    private static string[] Places(GeneratorRun run) =>
        [
            .. run
                .Diagnostics.Select(static d => $"{d.Id} {d.Location.GetLineSpan().StartLinePosition.Line + 1}")
                .Order(StringComparer.Ordinal),
        ];
}
