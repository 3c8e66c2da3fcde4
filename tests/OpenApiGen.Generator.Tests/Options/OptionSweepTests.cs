using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Options;

/// <summary>Options that change how everything looks, on every feature: an emitter that forgets one is found here.</summary>
public sealed partial class OptionSweepTests
{
    [Theory]
    [MemberData(nameof(FeatureSpec.All), MemberType = typeof(FeatureSpec))]
    public void Internal_and_without_docs(string feature)
    {
        GeneratorRun run = Run(feature, ("OpenApiAccess", "internal"), ("OpenApiDocs", "false"));
        CleanCompilation.Assert(run);
        Assert.DoesNotContain(
            run.Output.Assembly.GlobalNamespace.GetNamespaceMembers().SelectMany(Types),
            static t => t.DeclaredAccessibility == Accessibility.Public
        );
        Assert.All(run.Sources, static s => Assert.DoesNotContain("///", s.SourceText.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(FeatureSpec.All), MemberType = typeof(FeatureSpec))]
    public void Models_need_no_http(string feature)
    {
        GeneratorRun run = Run(feature, ("OpenApiGenerate", "Models"));
        CleanCompilation.Assert(run);
        Assert.All(run.Sources, static s => Assert.DoesNotMatch(Http(), s.SourceText.ToString()));
    }

    [Theory]
    [MemberData(nameof(FeatureSpec.All), MemberType = typeof(FeatureSpec))]
    public void Other_types_everywhere(string feature) =>
        CleanCompilation.Assert(
            Run(
                feature,
                ("OpenApiEnumStyle", "Closed"),
                ("OpenApiInteger", "decimal"),
                ("OpenApiNamesFrom", "Title"),
                ("OpenApiGroupBy", "Path"),
                ("OpenApiFormats", "date-time=System.DateTime; uuid=string; uri=System.Uri; int32=long; double=decimal")
            )
        );

    [Theory]
    [MemberData(nameof(FeatureSpec.All), MemberType = typeof(FeatureSpec))]
    public void Arrays_everywhere(string feature) => CleanCompilation.Assert(Run(feature, ("OpenApiCollections", "Array")));

    [Theory]
    [MemberData(nameof(FeatureSpec.All), MemberType = typeof(FeatureSpec))]
    public void Immutable_arrays_everywhere(string feature) =>
        CleanCompilation.Assert(Run(feature, ("OpenApiCollections", "ImmutableArray")));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space
            .GetTypeMembers()
            .Where(static t => t.DeclaringSyntaxReferences.Length > 0)
            .Concat(space.GetNamespaceMembers().SelectMany(Types));

    private static GeneratorRun Run(string feature, params (string Name, string Value)[] options)
    {
        SpecFile file = new FeatureSpec(feature).ToFile();
        Dictionary<string, string> metadata = new(file.Metadata);
        foreach ((string name, string value) in options)
            metadata[name] = value;
        return GeneratorRun.Of(Consumer.Net10CSharp11, new SpecFile(file.Path, file.GetText(), metadata));
    }

    [GeneratedRegex("""^\s*using global::(OpenApiGen|System\.Net)\.Http""", RegexOptions.Multiline)]
    private static partial Regex Http();
}
