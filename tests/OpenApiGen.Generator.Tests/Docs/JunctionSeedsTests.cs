using System.Text.RegularExpressions;
using OpenApiGen.Generator.Tests.Infrastructure;

namespace OpenApiGen.Generator.Tests.Docs;

/// <summary>The tests that specs/junction/seeds.md names are there.</summary>
public sealed partial class JunctionSeedsTests
{
    [Fact]
    public void Every_test_of_the_table_exists()
    {
        string[] rows =
        [
            .. File.ReadLines(Path.Combine(Repository.Specs, "junction", "seeds.md"))
                .Where(static l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| statement", StringComparison.Ordinal)),
        ];
        Dictionary<string, string> sources = Directory
            .EnumerateFiles(Path.Combine(Repository.Specs, "..", "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Where(static f => !f.Contains("/obj/", StringComparison.Ordinal))
            .GroupBy(static f => Path.GetFileNameWithoutExtension(f))
            .ToDictionary(static g => g.Key, static g => string.Concat(g.Select(File.ReadAllText)));
        Assert.InRange(rows.Length, 30, 200);
        List<string> missing = [];
        foreach (string row in rows)
        {
            Match[] tests = [.. Test().Matches(row[row.LastIndexOf(" | ", StringComparison.Ordinal)..]).Cast<Match>()];
            if (tests.Length == 0)
                missing.Add("no test: " + row);
            missing.AddRange(
                tests
                    .Where(t =>
                        !sources.TryGetValue(t.Groups["class"].Value, out string? text)
                        || !text.Contains($" {t.Groups["method"].Value}(", StringComparison.Ordinal)
                    )
                    .Select(t => $"{t.Value} does not exist: {row}")
            );
        }

        Assert.True(missing.Count == 0, string.Join("\n", missing));
    }

    [GeneratedRegex("`(?<class>[A-Za-z0-9]+)\\.(?<method>[A-Za-z0-9_]+)`")]
    private static partial Regex Test();
}
