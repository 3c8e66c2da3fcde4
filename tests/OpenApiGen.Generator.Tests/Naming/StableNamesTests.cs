using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Generator.Text;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Naming;

/// <summary>
/// Adding to a description, or putting it in another order, renames nothing that was there: each type, property, method and enum value
/// that a user may have written down is there again, with the same type, whatever was added around it.
/// </summary>
public sealed class StableNamesTests
{
    private const int Additions = 6;

    private const int Seeds = 3;

    [Theory]
    [MemberData(nameof(FeatureSpec.All), MemberType = typeof(FeatureSpec))]
    public void Of_a_feature(string feature) =>
        AssertStable(new FeatureSpec(feature).ToFile(), feature.Aggregate(17, static (hash, c) => unchecked((hash * 31) + c)));

    [Fact]
    public void Of_junction() =>
        AssertStable(
            new SpecFile("junction.yaml", File.ReadAllText(Path.Combine(Repository.Specs, "junction", "junction.yaml")), "Junction"),
            1
        );

    /// <summary>Documents of others, where they are beside the repository; the smaller ones, so that this stays a test.</summary>
    [Fact]
    public void Of_real_documents()
    {
        string folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "corpus"));
        if (!Directory.Exists(folder))
            Assert.Skip("No corpus beside the repository.");
        string[] files =
        [
            .. Directory
                .EnumerateFiles(folder)
                .Where(static f => new FileInfo(f).Length is > 20_000 and < 90_000)
                .Order(StringComparer.Ordinal),
        ];
        foreach (string path in files.Where((_, i) => i % 5 == 0))
            AssertStable(new SpecFile(Path.GetFileName(path), File.ReadAllText(path), "Real"), 1);
    }

    private static void AssertStable(SpecFile file, int firstSeed)
    {
        JsonNode document = SpecText.Read(file.Path, file.GetText(), CancellationToken.None).Root!;
        HashSet<string> before = [.. Api(Run(file, document.ToJsonString()))];
        for (int seed = firstSeed; seed < firstSeed + Seeds; seed++)
        {
            AssertStable(before, file, seed, RandomAdditions.Apply(document, seed, Additions));
            // Of two operations that ask for one method name, the first in the document has it.
            if (!file.Path.EndsWith("fastapi-ids.yaml", StringComparison.Ordinal))
                AssertStable(before, file, seed, RandomOrder.Apply(document, seed));
        }
    }

    private static void AssertStable(HashSet<string> before, SpecFile file, int seed, string text)
    {
        GeneratorRun run = Run(file, text);
        HashSet<string> after = [.. Api(run)];
        string[] gone = [.. before.Where(s => !after.Contains(s)).Order(StringComparer.Ordinal)];
        Assert.True(
            gone.Length == 0,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Seed {seed}: {gone.Length} names are gone:\n  {string.Join("\n  ", gone.Take(12))}\n{text}"
            )
        );
    }

    private static GeneratorRun Run(SpecFile file, string json) =>
        GeneratorRun.Of(Consumer.Net10Latest, new SpecFile(Path.ChangeExtension(file.Path, ".json"), SourceText.From(json), file.Metadata));

    private static IEnumerable<string> Api(GeneratorRun run) =>
        Types(run.Output.Assembly.GlobalNamespace)
            .SelectMany(static type =>
                type.GetMembers()
                    .Where(static m => m.DeclaredAccessibility == Accessibility.Public && IsStable(m))
                    .Select(static m => m.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) + ": " + TypeOf(m))
                    .Prepend(type.ToDisplayString())
            );

    /// <summary>A union has one constructor, one conversion and one argument of Match more when it has one case more.</summary>
    private static bool IsStable(ISymbol member) =>
        member
            is IPropertySymbol
                or IFieldSymbol
                or IMethodSymbol { MethodKind: MethodKind.Ordinary, Name: not "Match" and not "Deconstruct" };

    private static string TypeOf(ISymbol member) =>
        member switch
        {
            IPropertySymbol property => property.Type.ToDisplayString(),
            IFieldSymbol field => field.Type.ToDisplayString(),
            IMethodSymbol method => method.ReturnType.ToDisplayString(),
            _ => "",
        };

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space
            .GetTypeMembers()
            .Where(static t => t.DeclaringSyntaxReferences.Length > 0 && t.Name != "User")
            .SelectMany(static t => t.GetTypeMembers("Values").Prepend(t))
            .Concat(space.GetNamespaceMembers().SelectMany(Types));
}
