using OpenApiGen.Generator.Tests.Infrastructure;

namespace OpenApiGen.Generator.Tests.Snapshots;

/// <summary>Rule 5 again: AnalysisLevel=latest-all, with the analyzers of the SDK this was built with.</summary>
public class FeatureAnalyzerTests
{
    [Theory]
    [MemberData(nameof(FeatureSpec.All), MemberType = typeof(FeatureSpec))]
    public async Task NetAnalyzers_at_latest_all_are_silent(string feature)
    {
        if (SdkAnalyzers.Instance is not SdkAnalyzers analyzers)
        {
            Assert.Skip($"No Microsoft.CodeAnalysis.NetAnalyzers.dll under {Repository.SdkFolder}.");
            return;
        }

        GeneratorRun run = new FeatureSpec(feature).Run(Consumer.Net10Latest);
        CleanCompilation.AssertNone(run, await analyzers.RunAsync(run, TestContext.Current.CancellationToken));
    }
}
