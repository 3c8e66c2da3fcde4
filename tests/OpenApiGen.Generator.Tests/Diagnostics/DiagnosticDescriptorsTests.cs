using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Tests.Infrastructure;
using Xunit;

namespace OpenApiGen.Generator.Tests.Diagnostics;

/// <summary>A diagnostic is a descriptor, a line in the release file, a page and its row in the index; none without the others.</summary>
public partial class DiagnosticDescriptorsTests
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(Repository.TestProject, "..", ".."));

    /// <summary>Those of the analyzer have a release file and pages of the same kind.</summary>
    private static IEnumerable<string> Analyzed() =>
        new OpenApiGen.Analyzers.GeneratedCallAnalyzer()
            .SupportedDiagnostics.Select(static d => d.Id)
            .Where(static id => string.CompareOrdinal(id, "OAG92") >= 0);

    private static readonly DiagnosticDescriptor[] s_descriptors = [.. Of(typeof(DiagnosticDescriptors)), .. Of(typeof(ChangeDescriptors))];

    [Fact]
    public void Every_descriptor_is_found_by_its_id_and_has_its_help_page()
    {
        Assert.Equal(42, s_descriptors.Length);
        Assert.All(
            s_descriptors,
            descriptor =>
            {
                Assert.Same(descriptor, DiagnosticDescriptors.Get(descriptor.Id));
                Assert.Equal("OpenApiGen", descriptor.Category);
                Assert.Empty(descriptor.HelpLinkUri); // until the pages are published somewhere

                string page = File.ReadAllText(Path.Combine(s_root, "docs", "diagnostics", descriptor.Id + ".md"));
                Assert.StartsWith("# " + descriptor.Id + ": ", page, StringComparison.Ordinal);
                Assert.Contains("\nSeverity: " + Word(descriptor.DefaultSeverity) + ".\n", page, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void Every_page_is_in_the_index_and_every_descriptor_in_the_release_file()
    {
        string index = File.ReadAllText(Path.Combine(s_root, "docs", "diagnostics", "README.md"));
        string[] pages =
        [
            .. Directory
                .GetFiles(Path.Combine(s_root, "docs", "diagnostics"), "OAG*.md")
                .Select(Path.GetFileNameWithoutExtension)
                .Order(StringComparer.Ordinal)!,
        ];
        string releases =
            File.ReadAllText(Path.Combine(s_root, "generator", "AnalyzerReleases.Unshipped.md"))
            + File.ReadAllText(Path.Combine(s_root, "generator", "AnalyzerReleases.Shipped.md"));

        Assert.Equal(pages, IndexRow().Matches(index).Select(m => m.Groups[1].Value));
        Assert.Equal(
            [
                .. s_descriptors.Select(d => d.Id).Order(StringComparer.Ordinal),
                "OAG9001",
                "OAG9002",
                "OAG9003",
                "OAG9004",
                "OAG9005",
                .. Analyzed(),
            ],
            pages
        );
        Assert.All(
            s_descriptors,
            d => Assert.Contains($"{d.Id} | OpenApiGen | {d.DefaultSeverity} | ", releases, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_diagnostic_without_a_place_and_one_with_related_places_become_diagnostics_of_Roslyn()
    {
        LocationInfo place = new("api.yaml", 5, 3, 1, 2, 1, 5);
        DiagnosticInfo bare = DiagnosticInfo.Create(DiagnosticDescriptors.LanguageVersion, null, "9.0");
        DiagnosticInfo placed = DiagnosticInfo.Create(DiagnosticDescriptors.DuplicateEnumValue, place, "x") with
        {
            Related = new([place, place]),
        };

        Assert.Equal(Location.None, bare.ToDiagnostic().Location);
        Assert.Equal("OAG0013", bare.ToDiagnostic().Id);
        Assert.Equal(DiagnosticSeverity.Info, placed.ToDiagnostic().Severity);
        Assert.Equal("api.yaml: (1,2)-(1,5)", placed.ToDiagnostic().Location.GetLineSpan().ToString());
        Assert.Equal(2, placed.ToDiagnostic().AdditionalLocations.Count);
        Assert.Equal(placed, placed with { Related = new([place, place with { Path = "api.yaml" }]) });
        Assert.NotEqual(placed, placed with { Location = place with { Start = 6 } });
    }

    private static IEnumerable<DiagnosticDescriptor> Of(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(static f => f.GetValue(null)).OfType<DiagnosticDescriptor>();

    private static string Word(DiagnosticSeverity severity) =>
        severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "info",
        };

    [GeneratedRegex(@"^\| \[(OAG\d+)\]", RegexOptions.Multiline)]
    private static partial Regex IndexRow();
}
