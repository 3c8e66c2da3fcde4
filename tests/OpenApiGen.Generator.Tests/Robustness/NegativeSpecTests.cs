using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Robustness;

/// <summary>
/// Documents with something wrong: the diagnostic, its line and where given its column are exact, and what was generated
/// all the same compiles. Expectations stand in the first lines as <c># expect: OAG0003 12:9</c>, options as
/// <c># option: OpenApiNamespace = x</c>; the text it is an update of in a sibling named .baseline.yaml; a document that cannot have
/// comments has them in a sibling named .expect.
/// </summary>
public class NegativeSpecTests
{
    public static TheoryData<string> All { get; } =
        new(
            Repository
                .SpecFiles("negative", ".yaml", ".json")
                .Select(static file => Path.GetFileName(file))
                .Where(static name => !name.Contains(BaselineMark, StringComparison.Ordinal))
        );

    private const string BaselineMark = ".baseline.";

    [Theory]
    [MemberData(nameof(All))]
    public void Says_what_is_wrong_and_where(string name)
    {
        string path = Path.Combine(Repository.Specs, "negative", name);
        string text = File.ReadAllText(path);
        Dictionary<string, string> metadata = new(SpecDirectives.Options(text, "Acme.Api"));
        string baseline = Path.GetFileNameWithoutExtension(name) + ".baseline.yaml";
        List<SpecFile> specs = [];
        if (File.Exists(Path.Combine(Repository.Specs, "negative", baseline)))
        {
            metadata["OpenApiBaseline"] = baseline;
            specs.Add(
                new SpecFile(
                    baseline,
                    SourceText.From(File.ReadAllText(Path.Combine(Repository.Specs, "negative", baseline))),
                    new Dictionary<string, string> { ["OpenApiIsBaseline"] = "true" }
                )
            );
        }

        specs.Insert(0, new SpecFile(name, SourceText.From(text), metadata));
        GeneratorRun run = GeneratorRun.Of(Consumer.Net10Latest, [.. specs]);
        List<string> expected =
        [
            .. File.Exists(path + ".expect")
                ? File.ReadLines(path + ".expect").Select(static line => line.Trim()).Where(static line => line.Length > 0)
                : SpecDirectives.All(text, "# expect: "),
        ];
        Assert.NotEmpty(expected);
        Assert.All(expected, line => Assert.StartsWith(name.Split('-')[0], line, StringComparison.Ordinal));

        List<string> actual = [.. run.Diagnostics.Select((d, i) => Place(d, WithColumn(expected, i)))];
        Assert.True(
            expected.Order(StringComparer.Ordinal).SequenceEqual(actual.Order(StringComparer.Ordinal)),
            $"Expected:\n  {string.Join("\n  ", expected)}\nActual:\n  {string.Join("\n  ", run.Diagnostics.Select(static d => Place(d, true) + " " + d.GetMessage(CultureInfo.InvariantCulture)))}"
        );
        Assert.All(
            run.Diagnostics.Where(static d => d.Location != Location.None),
            d => Assert.Contains(d.Location.GetLineSpan().Path, specs.Select(static s => s.Path))
        );
        CleanCompilation.Assert(run);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Compiles_on_netstandard_too(string name)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Specs, "negative", name));
        SpecFile spec = new(name, SourceText.From(text), SpecDirectives.Options(text, "Acme.Api"));
        CleanCompilation.Assert(GeneratorRun.Of(Consumer.NetStandardCSharp11, spec));
    }

    [Fact]
    public void Every_diagnostic_of_a_document_has_a_spec() =>
        Assert.Equal(
            [
                "OAG0001",
                "OAG0002",
                "OAG0003",
                "OAG0004",
                "OAG0005",
                "OAG0006",
                "OAG0007",
                "OAG0008",
                "OAG0009",
                "OAG0011",
                "OAG0012",
                "OAG0014",
                .. ChangeDescriptors.All.Select(static d => d.Id),
            ],
            Repository.SpecFiles("negative", ".yaml", ".json").Select(static file => Path.GetFileName(file)[..7]).Distinct()
        );

    private static bool WithColumn(List<string> expected, int index) =>
        index < expected.Count && expected[index].Contains(':', StringComparison.Ordinal);

    private static string Place(Diagnostic diagnostic, bool withColumn)
    {
        if (diagnostic.Location == Location.None)
            return diagnostic.Id;
        LinePosition start = diagnostic.Location.GetLineSpan().StartLinePosition;
        string file = diagnostic.Location.GetLineSpan().Path.Contains(BaselineMark, StringComparison.Ordinal) ? "baseline " : "";
        return diagnostic.Id + " " + file + (start.Line + 1) + (withColumn ? ":" + (start.Character + 1) : "");
    }
}
