using System.Diagnostics;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Text;
using Xunit;
using static OpenApiGen.Generator.Tests.Text.SpecTextFixture;

namespace OpenApiGen.Generator.Tests.Text;

/// <summary>Every one of these must be answered within seconds, with a located error.</summary>
public class HostileTextTests
{
    private const int Many = 100_000;

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static void AnswersQuickly(Func<SpecText> read, string expected)
    {
        Stopwatch watch = Stopwatch.StartNew();
        SpecText text = read();

        Assert.Null(text.Root);
        Assert.Contains(expected, OnlyProblem(text), StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void Deep_nesting_of_json() =>
        AnswersQuickly(
            () => FromJson(Repeat("[", Many)),
            "1:257: OAG0011: The document exceeds a limit that protects the build: nesting depth (limit: 256)"
        );

    [Fact]
    public void Deep_nesting_of_json_objects() => AnswersQuickly(() => FromJson(Repeat("{\"a\":", Many)), "OAG0011");

    [Fact]
    public void Deep_nesting_of_flow_yaml() => AnswersQuickly(() => FromYaml("a: " + Repeat("[", Many)), "OAG0011");

    [Fact]
    public void Deep_nesting_of_flow_mappings() => AnswersQuickly(() => FromYaml("x: " + Repeat("{a: ", Many)), "OAG0011");

    [Fact]
    public void Deep_nesting_of_block_sequences() => AnswersQuickly(() => FromYaml(Repeat("- ", Many) + "x"), "OAG0011");

    [Fact]
    public void Deep_nesting_of_block_mappings()
    {
        StringBuilder yaml = new();
        for (int i = 0; i < 3000; i++)
            yaml.Append(' ', i).Append("a:\n");
        AnswersQuickly(() => FromYaml(yaml.ToString()), "257:257: OAG0011");
    }

    [Fact]
    public void Nesting_up_to_the_limit_is_read()
    {
        Assert.NotNull(FromJson(Repeat("[", 256) + Repeat("]", 256)).Root);
        Assert.NotNull(FromYaml("- " + Repeat("[", 255) + Repeat("]", 255)).Root);
    }

    [Fact]
    public void A_bomb_of_aliases()
    {
        StringBuilder yaml = new("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 12; i++)
            yaml.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"
            );
        AnswersQuickly(
            () => FromYaml(yaml.ToString()),
            "6:45: OAG0011: The document exceeds a limit that protects the build: number of nodes repeated by aliases (limit: 1,000,000)"
        );
    }

    [Fact]
    public void A_bomb_of_merge_keys()
    {
        StringBuilder yaml = new("a0: &a0 {x: 1, y: 2}\n");
        for (int i = 1; i < 40; i++)
            yaml.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"a{i}: &a{i} {{<<: [*a{i - 1}, *a{i - 1}], k{i}: *a{i - 1}}}\n"
            );
        AnswersQuickly(() => FromYaml(yaml.ToString()), "OAG0011");
    }

    [Fact]
    public void Depth_by_aliases_counts()
    {
        StringBuilder yaml = new("a0: &a0 {x: 1}\n");
        for (int i = 1; i < 400; i++)
            yaml.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} {{x: *a{i - 1}}}\n");
        AnswersQuickly(
            () => FromYaml(yaml.ToString()),
            "OAG0011: The document exceeds a limit that protects the build: nesting depth with aliases expanded"
        );
    }

    [Fact]
    public void Very_many_aliases_of_nothing() =>
        AnswersQuickly(
            () => FromYaml("a: &a x\nb: [" + Repeat("*a ,", Many + 1) + "]"),
            "OAG0011: The document exceeds a limit that protects the build: number of aliases"
        );

    [Fact]
    public void A_million_enum_values_are_read()
    {
        Stopwatch watch = Stopwatch.StartNew();
        SpecText text = FromJson("{\"enum\":[" + Repeat("\"a\",", 1_000_000) + "\"b\"]}");

        Assert.Equal(1_000_001, text.Root!["enum"]!.AsArray().Count);
        Assert.Equal("\"b\"", TextAt(text, text.Locator.Locate("/enum/1000000", SpecPart.Value)));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void A_hundred_thousand_duplicates_are_a_hundred_warnings()
    {
        Stopwatch watch = Stopwatch.StartNew();
        Assert.Equal(100, FromJson("{" + Repeat("\"a\":1,", Many) + "\"a\":2}").Problems.Length);
        Assert.Equal(100, FromYaml(Repeat("a: 1\n", Many)).Problems.Length);
        Assert.Equal(100, FromJson("[" + Repeat("{\"a\":1,\"a\":2},", 20_000) + "0]").Problems.Length);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void Numbers_without_end_are_read_or_are_text()
    {
        string digits = Repeat("7", Many);

        Assert.Equal(digits, FromYaml("a: " + digits).Root!["a"]!.ToJsonString());
        Assert.Equal("\"0x" + digits + "\"", FromYaml("a: 0x" + digits).Root!["a"]!.ToJsonString());
    }

    [Fact]
    public void A_text_cut_off_anywhere_is_read_or_reported()
    {
        const string BlockYaml = "openapi: 3.1.0\npaths:\n  /a:\n    get: {tags: [x, 'y'], d: \"\\u263A\"}\n  ? b\n  : |\n    text\n";
        const string FlowJson = "{\"openapi\":\"3.1.0\",\"a\":[1,-2.5e3,{\"b\":\"\\u263A\"},true,null]}";
        for (int length = 0; length < BlockYaml.Length; length++)
            NothingEscapes("api.yaml", BlockYaml.Substring(0, length));
        for (int length = 0; length < FlowJson.Length; length++)
        {
            NothingEscapes("api.json", FlowJson.Substring(0, length));
            NothingEscapes("api.yaml", FlowJson.Substring(0, length));
        }
    }

    [Fact]
    public void Random_text_is_read_or_reported()
    {
        Random random = new(20240607);
        string[] pieces =
        [
            "a",
            ": ",
            "- ",
            "\n",
            "  ",
            "\t",
            "{",
            "}",
            "[",
            "]",
            ",",
            "\"",
            "'",
            "&a ",
            "*a",
            "<<: ",
            "|",
            ">",
            "!!int ",
            "? ",
            "# ",
            "%",
            "---\n",
            "...\n",
            "\\",
            "\u0000",
            "\u2028",
            "\uD800",
            "\U0001F600",
            "1e",
            "~",
            "@",
            "`",
            "\r",
        ];
        for (int i = 0; i < 20_000; i++)
        {
            StringBuilder text = new();
            for (int n = random.Next(1, 24); n > 0; n--)
                text.Append(pieces[random.Next(pieces.Length)]);
            NothingEscapes(i % 4 == 0 ? "api.json" : "api.yaml", text.ToString());
        }
    }

    [Fact]
    public void Cancellation_throws()
    {
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        SourceText many = SourceText.From("[" + Repeat("1,", Many) + "1]");

        Assert.Throws<OperationCanceledException>(() => SpecText.Read("api.json", many, cancelled.Token));
        Assert.Throws<OperationCanceledException>(() => SpecText.Read("api.yaml", SourceText.From("- " + many), cancelled.Token));
    }

    private static void NothingEscapes(string path, string text)
    {
        SpecText read = SpecText.Read(path, SourceText.From(text), CancellationToken.None);

        Assert.Equal(read.IsBroken, read.Problems.Any(p => p.IsError));
        Assert.True(read.IsBroken || read.Root is not null);
        Assert.All(read.Problems, p => Assert.InRange(p.Location!.Span.End, 0, text.Length));
        read.Locator.Locate("/a/0");
    }
}
