using OpenApiGen.Generator.Tests.Infrastructure;

namespace OpenApiGen.Generator.Tests.Snapshots;

/// <summary>Rule 5: zero warnings at C# 11 and latest, on every framework, with documentation required.</summary>
public class FeatureCompilationTests
{
    [Theory]
    [MemberData(nameof(FeatureSpec.All), MemberType = typeof(FeatureSpec))]
    public void Compiles_clean_on_net10_at_latest(string feature) => AssertClean(feature, Consumer.Net10Latest);

    [Theory]
    [MemberData(nameof(FeatureSpec.All), MemberType = typeof(FeatureSpec))]
    public void Compiles_clean_on_net10_at_CSharp_11(string feature) => AssertClean(feature, Consumer.Net10CSharp11);

    [Theory]
    [MemberData(nameof(FeatureSpec.All), MemberType = typeof(FeatureSpec))]
    public void Compiles_clean_on_net8(string feature) => AssertClean(feature, Consumer.Net8CSharp11);

    [Theory]
    [MemberData(nameof(FeatureSpec.All), MemberType = typeof(FeatureSpec))]
    public void Compiles_clean_on_netstandard(string feature) => AssertClean(feature, Consumer.NetStandardCSharp11);

    private static void AssertClean(string feature, Consumer consumer)
    {
        GeneratorRun run = new FeatureSpec(feature).Run(consumer);
        Assert.NotEmpty(run.Sources);
        CleanCompilation.Assert(run);
    }
}
