using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using OpenApiGen.Generator.Tests.Deprecation;

namespace OpenApiGen.Generator.Tests.Docs;

/// <summary>What the README shows compiles against what is generated.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void Every_piece_of_csharp_compiles()
    {
        string[] blocks = [.. CSharpBlock().Matches(File.ReadAllText(Readme())).Select(it => it.Groups["code"].Value)];
        Assert.InRange(blocks.Length, 5, 50);
        var code = new StringBuilder(
            """
            using System;
            using System.Collections.Generic;
            using System.Net.Http;
            using System.Text.Json;
            using System.Threading;
            using System.Threading.Tasks;
            using Junction;
            using OpenApiGen;
            using OpenApiGen.Http;

            internal static class Readme
            {
                private static HttpClient http = new();
                private static string key = "";
                private static CancellationToken token;
                private static JunctionClient junction = new(http);
                private static List<ConnectionRecipe> connections = new();
                private static BulkImportConnectionsBody import = null!;
                private static UserHistoricalPullsResponse page = null!;
                private static SingleUserHistoricalPullResponse user = null!;
                private static SingleHistoricalPullStatistics pull = null!;

            """
        );
        for (int i = 0; i < blocks.Length; i++)
            code.AppendLine()
                .Append("    private static async Task Block")
                .Append(i)
                .AppendLine("()\n    {\n        await Task.Yield();")
                .Append(blocks[i].Replace("using Junction;", ""))
                .AppendLine("    }");
        code.AppendLine("}");

        Assert.DoesNotContain(
            JunctionSnippet.Diagnose(code.ToString()),
            it => it.Severity == DiagnosticSeverity.Error || it.Id.StartsWith("OAG", StringComparison.Ordinal)
        );
    }

    [GeneratedRegex("```csharp\\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    private static string Readme([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../README.md"));
}
