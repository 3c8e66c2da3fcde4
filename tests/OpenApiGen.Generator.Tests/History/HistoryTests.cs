using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using OpenApiGen.Generator.Tests.Infrastructure;

namespace OpenApiGen.Generator.Tests.History;

/// <summary>Four years of a real API: every published description, and every update of one to the next.</summary>
public sealed partial class HistoryTests
{
    /// <summary>
    /// What moves all the same. Of two operations that ask for one method name the first has it, and in 2023-04 three of these are gone.
    /// The others are copies of an inline schema, of which one was added or changed. Both are what a baseline is for.
    /// </summary>
    private static readonly string[] s_moved =
    [
        "IDataWebhookClient.Task GetDataWebhookFitbit",
        "ClientFacingSampleGroupingKeys.public required ",
        "ProviderLinkResponse.public required ConnectionSta",
    ];

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

    /// <summary>Also without a baseline: nothing that is the same in both is named by what stands before it, or looks like it.</summary>
    [Theory]
    [MemberData(nameof(HistoryFiles.Pairs), MemberType = typeof(HistoryFiles))]
    public void What_is_the_same_keeps_names_and_types_without_a_baseline(string earlier, string later)
    {
        HashSet<string> old = PublicNames.Lines(GeneratorRun.Of(Consumer.Net10Latest, HistoryFiles.File(earlier)));
        HashSet<string> now = PublicNames.Lines(GeneratorRun.Of(Consumer.Net10Latest, HistoryFiles.File(later)));
        Assert.DoesNotContain(
            Lost(old, now, earlier, later, withTypes: true),
            static n => !s_moved.Any(m => n.StartsWith(m, StringComparison.Ordinal))
        );
    }

    /// <summary>What is the same in both has the same names in both: of types, members, values, groups and methods.</summary>
    private static List<string> LostNames(GeneratorRun update, string earlier, string later)
    {
        HashSet<string> old = PublicNames.Of(GeneratorRun.Of(Consumer.Net10Latest, HistoryFiles.File(earlier)));
        return Lost(old, PublicNames.Of(update), earlier, later);
    }

    /// <param name="withTypes">The names go with types: what is the same has to refer to nothing but what is the same.</param>
    private static List<string> Lost(HashSet<string> old, HashSet<string> now, string earlier, string later, bool withTypes = false)
    {
        JsonObject before = HistoryFiles.Document(earlier),
            after = HistoryFiles.Document(later);
        Lazy<HashSet<string>> same = new(() =>
            [
                .. before["components"]!["schemas"]!
                    .AsObject()
                    .Where(s => JsonNode.DeepEquals(s.Value, after["components"]!["schemas"]![s.Key]))
                    .Select(static s => s.Key),
            ]
        );
        List<string> lost = [];
        foreach ((string key, JsonNode? schema) in before["components"]!["schemas"]!.AsObject())
        {
            if (IsSame(schema, after["components"]!["schemas"]![key]))
                lost.AddRange(PublicNames.OfComponent(old, key).Where(n => !now.Contains(n)));
        }

        foreach ((string path, JsonNode? item) in before["paths"]!.AsObject())
        {
            foreach ((string method, JsonNode? operation) in item!.AsObject())
            {
                string route = $"{method.ToUpperInvariant()} {path}";
                if (IsSame(operation, after["paths"]![path]?[method]))
                    lost.AddRange(old.Where(n => n.EndsWith(" " + route, StringComparison.Ordinal) && !now.Contains(n)));
            }
        }

        Assert.NotEmpty(old.Intersect(now));
        return lost;

        bool IsSame(JsonNode? one, JsonNode? other) =>
            JsonNode.DeepEquals(one, other) && (!withTypes || Reached(one!).IsSubsetOf(same.Value));

        HashSet<string> Reached(JsonNode node)
        {
            HashSet<string> keys = [];
            Queue<JsonNode> open = new([node]);
            while (open.TryDequeue(out JsonNode? next))
            {
                foreach (Match match in Reference().Matches(next.ToJsonString()))
                {
                    string key = match.Groups[1].Value;
                    if (keys.Add(key) && before["components"]!["schemas"]![key] is { } schema)
                        open.Enqueue(schema);
                }
            }

            return keys;
        }
    }

    [GeneratedRegex("\"#/components/schemas/([^\"]+)\"")]
    private static partial Regex Reference();
}
