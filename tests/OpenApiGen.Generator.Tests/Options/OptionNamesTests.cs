using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Diagnostics;
using OpenApiGen.Generator.Configuration;
using OpenApiGen.Generator.Tests.Infrastructure;

namespace OpenApiGen.Generator.Tests.Options;

/// <summary>An option is in four places: what the generator reads, what the build passes on (twice) and the README.</summary>
public sealed partial class OptionNamesTests
{
    private static readonly string s_targets = File.ReadAllText(Path.Combine(Repository.Root, "runtime", "build", "OpenApiGen.targets"));

    private static string[] Read
    {
        get
        {
            Recorder recorder = new();
            OptionsReader.Read("api.yaml", recorder, new Recorder(), []);
            OptionsReader.Baseline(recorder);
            return
            [
                .. recorder
                    .Asked.Select(static key => key["build_metadata.AdditionalFiles.OpenApi".Length..])
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ];
        }
    }

    [Fact]
    public void Every_option_is_taken_from_the_item() =>
        Assert.Equal(Read, Copied().Matches(s_targets).Select(static m => m.Groups["item"].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_option_is_visible_to_the_compiler() =>
        Assert.Equal(
            ["IsBaseline", "Spec", .. Read],
            Visible()
                .Matches(s_targets)
                .Select(static m => m.Groups["name"].Value)
                .OrderBy(static n => n is not ("Spec" or "IsBaseline"))
                .ThenBy(static n => n, StringComparer.Ordinal)
        );

    [Fact]
    public void Every_option_is_in_the_readme()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        string table = readme[readme.IndexOf("| metadata of `OpenApiSpec`", StringComparison.Ordinal)..];
        table = table[..table.IndexOf("\n\n", StringComparison.Ordinal)];
        IEnumerable<string> rows = table
            .Split('\n')
            .Skip(2)
            .SelectMany(static row => Code().Matches(row.Split('|')[1]).Select(static m => m.Groups["name"].Value));
        // The last two are for the target that fetches.
        string[] all = [.. Read, "KeepBaseline", "SourceUrl"];
        Assert.Equal(all.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("""OpenApi(?<name>\w+)="%\(OpenApiSpec\.(?<item>\k<name>)\)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Copied();

    [GeneratedRegex("""MetadataName="OpenApi(?<name>\w+)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Visible();

    [GeneratedRegex("`(?<name>\\w+)`")]
    private static partial Regex Code();

    private sealed class Recorder : AnalyzerConfigOptions
    {
        public List<string> Asked { get; } = [];

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            Asked.Add(key);
            value = null;
            return false;
        }
    }
}
