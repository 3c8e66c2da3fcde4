using System.Text.Json.Nodes;
using Xunit;
using static OpenApiGen.Generator.Tests.Text.SpecTextFixture;

namespace OpenApiGen.Generator.Tests.Text;

public class YamlReadingTests
{
    [Theory]
    [InlineData("no", "\"no\"")]
    [InlineData("Yes", "\"Yes\"")]
    [InlineData("on", "\"on\"")]
    [InlineData("y", "\"y\"")]
    [InlineData("true", "true")]
    [InlineData("True", "true")]
    [InlineData("FALSE", "false")]
    [InlineData("tRUE", "\"tRUE\"")]
    [InlineData("~", "null")]
    [InlineData("", "null")]
    [InlineData("null", "null")]
    [InlineData("NULL", "null")]
    [InlineData("nULL", "\"nULL\"")]
    [InlineData("'null'", "\"null\"")]
    [InlineData("12", "12")]
    [InlineData("+12", "12")]
    [InlineData("-12", "-12")]
    [InlineData("007", "7")]
    [InlineData("-0", "-0")]
    [InlineData("00", "0")]
    [InlineData("0x1F", "31")]
    [InlineData("0xffffffffffffffffff", "4722366482869645213695")]
    [InlineData("0o17", "15")]
    [InlineData("0o8", "\"0o8\"")]
    [InlineData("0xg", "\"0xg\"")]
    [InlineData("-0x1", "\"-0x1\"")]
    [InlineData("0b11", "\"0b11\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData("12:30:45", "\"12:30:45\"")]
    [InlineData("2020-01-01", "\"2020-01-01\"")]
    [InlineData("2020-01-01T00:00:00Z", "\"2020-01-01T00:00:00Z\"")]
    [InlineData("1.10", "1.10")]
    [InlineData("3.1.0", "\"3.1.0\"")]
    [InlineData("1e3", "1e3")]
    [InlineData("1e+09", "1e+09")]
    [InlineData("1E-2", "1E-2")]
    [InlineData("1e", "\"1e\"")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5.0")]
    [InlineData("+.5e1", "0.5e1")]
    [InlineData(".", "\".\"")]
    [InlineData("-", "[null]")]
    [InlineData("--", "\"--\"")]
    [InlineData("+", "\"\\u002B\"")]
    [InlineData(".inf", "\".inf\"")]
    [InlineData(".NaN", "\".NaN\"")]
    [InlineData("9223372036854775808", "9223372036854775808")]
    [InlineData("18446744073709551616.000000000000000001", "18446744073709551616.000000000000000001")]
    [InlineData("\"12\"", "\"12\"")]
    [InlineData("'true'", "\"true\"")]
    [InlineData("!!str 12", "\"12\"")]
    [InlineData("!!str", "\"\"")]
    [InlineData("!!int '12'", "12")]
    [InlineData("!!float 1", "1")]
    [InlineData("!!bool 'true'", "true")]
    [InlineData("!!bool maybe", "\"maybe\"")]
    [InlineData("!!null x", "null")]
    [InlineData("! 12", "\"12\"")]
    [InlineData("!Ref Bucket", "\"Bucket\"")]
    [InlineData("\"a\\u263A\\x41\\n\"", "\"a\\u263AA\\n\"")]
    [InlineData("a: b", "{\"a\":\"b\"}")]
    public void A_scalar_means_what_the_core_schema_says(string scalar, string json)
    {
        JsonNode? value = FromYaml("v:\n  " + scalar + "\n").Root!["v"];

        Assert.Equal(json, value is null ? "null" : value.ToJsonString());
    }

    [Theory]
    [InlineData("200: ok", "200")]
    [InlineData("007: ok", "007")]
    [InlineData("0x1F: ok", "0x1F")]
    [InlineData("1e3: ok", "1e3")]
    [InlineData("no: ok", "no")]
    [InlineData("true: ok", "true")]
    [InlineData("null: ok", "null")]
    [InlineData("~: ok", "~")]
    [InlineData("2020-01-01: ok", "2020-01-01")]
    [InlineData("'200': ok", "200")]
    [InlineData("? 5XX\n: ok", "5XX")]
    [InlineData("'<<': ok", "<<")]
    [InlineData("<<: ok", "<<")]
    public void A_key_is_the_text_it_is_written_as(string yaml, string key)
    {
        Assert.Equal((key, "ok"), ((JsonObject)FromYaml(yaml).Root!).Select(p => (p.Key, p.Value!.GetValue<string>())).Single());
    }

    [Fact]
    public void Block_scalars_keep_their_lines_and_blank_ones_are_text()
    {
        JsonNode root = FromYaml(
            """
            literal: |
              a
                b

              c
            folded: >-
              a
              b
            keep: |+
              a

            blank: |


            after: x
            """
        ).Root!;

        Assert.Equal("a\n  b\n\nc\n", root["literal"]!.GetValue<string>());
        Assert.Equal("a b", root["folded"]!.GetValue<string>());
        Assert.Equal("a\n\n", root["keep"]!.GetValue<string>());
        Assert.Equal("", root["blank"]!.GetValue<string>().Trim('\n'));
        Assert.Equal("x", root["after"]!.GetValue<string>());
    }

    [Fact]
    public void Aliases_copy_and_merge_keys_give_way_to_what_is_written()
    {
        JsonNode root = FromYaml(
            """
            base: &base { a: 1, b: 2 }
            other: &other { b: 3, c: 4 }
            name: &name text
            list:
              - *base
              - *base
            merged:
              b: own
              <<: [*base, *other]
            one:
              <<: *other
              c: own
            *name : key from an alias
            empty: &none
            again: *none
            """
        ).Root!;

        Assert.Equal("""[{"a":1,"b":2},{"a":1,"b":2}]""", root["list"]!.ToJsonString());
        Assert.Equal("""{"b":"own","a":1,"c":4}""", root["merged"]!.ToJsonString());
        Assert.Equal("""{"c":"own","b":3}""", root["one"]!.ToJsonString());
        Assert.Equal("key from an alias", root["text"]!.GetValue<string>());
        Assert.True(root.AsObject().ContainsKey("again"));
        Assert.Null(root["again"]);
    }

    [Fact]
    public void Only_the_first_document_of_a_stream_is_read()
    {
        Assert.Equal("""{"a":1}""", FromYaml("%YAML 1.2\n---\na: 1\n---\nb: 2\n").Root!.ToJsonString());
        Assert.Equal("""{"a":1}""", FromYaml("a: 1\n...\n}}}\n").Root!.ToJsonString());
    }

    [Theory]
    [InlineData("\uFEFFa: 1")]
    [InlineData("a:\t1\n")]
    [InlineData("# comment\r\na: 1\r\n")]
    [InlineData("{a: 1}")]
    [InlineData("{\"a\": 1, } # a trailing comma is YAML, not JSON")]
    [InlineData("\n\n  { \"a\": 1 }")]
    public void Marks_tabs_comments_and_flow_style_are_read(string yaml)
    {
        Assert.Equal("""{"a":1}""", FromYaml(yaml).Root!.ToJsonString());
    }

    [Fact]
    public void Duplicate_keys_are_told_where_they_are_and_the_last_one_wins()
    {
        var text = FromYaml("a: 1\nb:\n  c: 1\n  'c': 2\na: 3\n");

        Assert.Equal("""{"a":3,"b":{"c":2}}""", text.Root!.ToJsonString());
        Assert.Equal(
            [
                "4:3: OAG0012: The key 'c' occurs more than once in the same mapping; the last one wins",
                "5:1: OAG0012: The key 'a' occurs more than once in the same mapping; the last one wins",
            ],
            text.Problems.Select(Print)
        );
    }

    [Theory]
    [InlineData("a: [1, 2\nb: 3\n", 2)]
    [InlineData("a:\n\t- b\n", 2)]
    [InlineData("a: 'open\n", 1)]
    [InlineData("a: b: c\n", 1)]
    [InlineData("a: &x {b: *x}\n", 1)]
    [InlineData("a: *nowhere\n", 1)]
    [InlineData("{a: 1}: b\n", 1)]
    [InlineData("? [a, b]\n: c\n", 1)]
    [InlineData("a: \"\\q\"\n", 1)]
    [InlineData("", 1)]
    [InlineData("# nothing\n", 1)]
    [InlineData("---\n---\n", 1)]
    public void What_cannot_be_read_is_an_error_on_its_line(string yaml, int line)
    {
        var text = FromYaml(yaml);

        Assert.True(text.IsBroken);
        Assert.StartsWith(line + ":", OnlyProblem(text), StringComparison.Ordinal);
        Assert.Contains("OAG0001: The document cannot be read: ", OnlyProblem(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: 1\nb: {c: 2, d: [3, 4\ne: 5\n", """{"a":1,"b":{"c":2,"d":[3]}}""")]
    [InlineData("a: 1\nb:\n  - c: 2\n  - d: 'open\n", """{"a":1,"b":[{"c":2},{}]}""")]
    [InlineData("a: 1\nb:\n\tc: 2\n", """{"a":1,"b":null}""")]
    [InlineData("a: &x {b: 1}\nc: *x\nd: *y\ne: 2", """{"a":{"b":1},"c":{"b":1}}""")]
    [InlineData("a: 1\n}", """{"a":1}""")]
    public void What_stands_before_an_error_is_read(string yaml, string json)
    {
        var text = FromYaml(yaml);

        Assert.True(text.IsBroken);
        Assert.Equal(json, text.Root!.ToJsonString());
        Assert.Contains("OAG0001", OnlyProblem(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_say_what_is_wrong()
    {
        Assert.Equal("1:4: OAG0001: The document cannot be read: The alias '*b' has no anchor before it.", OnlyProblem(FromYaml("a: *b")));
        Assert.Equal(
            "2:3: OAG0001: The document cannot be read: A mapping key must be a scalar.",
            OnlyProblem(FromYaml("a: 1\n? [x]\n: y"))
        );
        Assert.Equal("1:1: OAG0001: The document cannot be read: It is empty.", OnlyProblem(FromYaml("")));
    }
}
