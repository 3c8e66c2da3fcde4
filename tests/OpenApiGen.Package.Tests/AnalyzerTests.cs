using OpenApiGen.Package.Tests.Harness;

namespace OpenApiGen.Package.Tests;

/// <summary>The analyzer of the package in a build from the command line, and what is lost where a project turns analyzers off.</summary>
public sealed class AnalyzerTests(PackageFixture package)
{
    private const string Code = """
        using Junction;

        internal static class Code
        {
            public static object Page(JunctionClient client) => client.Introspect.GetHistoricalPullsAsync(cursor: "c");
            public static int Kind(SingleHistoricalPullStatistics pull) => pull.ErrorDetails?.Match(r => 1, f => 2, u => 3) ?? 0;
        }
        """;

    [Fact]
    public async Task A_build_reports_what_the_analyzer_finds()
    {
        ToolResult build = await BuildAsync("Analyzed", "true");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Matches(@"Code\.cs\(5,\d+\): error OAG9004: Parameter 'cursor' of 'GetHistoricalPullsAsync' is deprecated: ", build.Output);
        Assert.Matches(@"Code\.cs\(6,\d+\): error OAG9202: Pass functions 'historicalPullRetriableErrorDetails', ", build.Output);
        // The code fixes beside it are for the IDE: the compiler neither loads them nor says anything about them.
        Assert.DoesNotContain("CodeFixes", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CS8032", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_analyzers_it_is_silent() => (await BuildAsync("Unanalyzed", "false")).SucceedsWithoutWarnings();

    private async Task<ToolResult> BuildAsync(string name, string runAnalyzers)
    {
        ConsumerProject library = new(package, name, "net10.0")
        {
            Properties = $"<RunAnalyzersDuringBuild>{runAnalyzers}</RunAnalyzersDuringBuild>",
        };
        library.Write($"{library.PackageReference} {ConsumerProject.OpenApiSpec}");
        await File.WriteAllTextAsync(Path.Combine(library.Folder, "Code.cs"), Code, TestContext.Current.CancellationToken);
        return await library.BuildAsync();
    }
}
