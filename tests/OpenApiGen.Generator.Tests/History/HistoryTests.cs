using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using OpenApiGen.Generator.Tests.Infrastructure;

namespace OpenApiGen.Generator.Tests.History;

/// <summary>Four years of a real API: every published description, and every update of one to the next.</summary>
public sealed class HistoryTests
{
    [Theory]
    [MemberData(nameof(HistoryFiles.All), MemberType = typeof(HistoryFiles))]
    public void Each_generates_and_compiles_without_warnings(string name)
    {
        GeneratorRun run = GeneratorRun.Of(Consumer.Net10Latest, HistoryFiles.File(name));
        Assert.DoesNotContain(run.Diagnostics, static d => d.Severity >= DiagnosticSeverity.Warning);
        CleanCompilation.Assert(run);
    }

    [Theory]
    [MemberData(nameof(HistoryFiles.Pairs), MemberType = typeof(HistoryFiles))]
    public void Each_update_compiles_keeps_names_and_its_report_is_complete(string earlier, string later)
    {
        GeneratorRun run = HistoryFiles.Update(earlier, later);
        Assert.DoesNotContain(
            run.Diagnostics,
            static d => d.Severity >= DiagnosticSeverity.Warning && !d.Id.StartsWith("OAG01", StringComparison.Ordinal)
        );
        CleanCompilation.Assert(run);

        ILookup<string, string> report = run.Diagnostics.ToLookup(
            static d => d.Id,
            static d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)
        );
        List<StructuralDiff.Expected> expected = StructuralDiff.Compare(HistoryFiles.Document(earlier), HistoryFiles.Document(later));
        string[] missing =
        [
            .. expected
                .Where(e => !e.Ids.Any(id => report[id].Any(m => m.Contains(e.Words, StringComparison.OrdinalIgnoreCase))))
                .Select(static e => $"{string.Join(" or ", e.Ids)} with \"{e.Words}\"")
                .Distinct(),
        ];
        Assert.True(
            missing.Length == 0,
            $"{missing.Length} of {expected.Count} changes are not reported:\n" + string.Join("\n", missing.Take(40))
        );
        Assert.Empty(LostNames(run, earlier, later));
    }

    /// <summary>What is the same in both has the same names in both: of types, members, values, groups and methods.</summary>
    private static List<string> LostNames(GeneratorRun update, string earlier, string later)
    {
        JsonObject before = HistoryFiles.Document(earlier),
            after = HistoryFiles.Document(later);
        HashSet<string> old = PublicNames.Of(GeneratorRun.Of(Consumer.Net10Latest, HistoryFiles.File(earlier)));
        HashSet<string> now = PublicNames.Of(update);
        List<string> lost = [];
        foreach ((string key, JsonNode? schema) in before["components"]!["schemas"]!.AsObject())
        {
            if (JsonNode.DeepEquals(schema, after["components"]!["schemas"]![key]))
                lost.AddRange(PublicNames.OfComponent(old, key).Where(n => !now.Contains(n)));
        }

        foreach ((string path, JsonNode? item) in before["paths"]!.AsObject())
        {
            foreach ((string method, JsonNode? operation) in item!.AsObject())
            {
                string route = $"{method.ToUpperInvariant()} {path}";
                if (JsonNode.DeepEquals(operation, after["paths"]![path]?[method]))
                    lost.AddRange(old.Where(n => n.EndsWith(" " + route, StringComparison.Ordinal) && !now.Contains(n)));
            }
        }

        Assert.NotEmpty(old.Intersect(now));
        return lost;
    }
}
