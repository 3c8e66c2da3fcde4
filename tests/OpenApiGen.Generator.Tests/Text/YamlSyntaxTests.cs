using System.Text.Json.Nodes;
using OpenApiGen.Generator.Text;
using Xunit;
using static OpenApiGen.Generator.Tests.Text.SpecTextFixture;

namespace OpenApiGen.Generator.Tests.Text;

/// <summary>The syntax of YAML 1.2.2, construct by construct; <see cref="YamlSuiteTests"/> has more of it where the suite is.</summary>
public class YamlSyntaxTests
{
    [Theory]
    [InlineData("a: |+\n        \nb: 1", """{"a":"\n","b":1}""")]
    [InlineData("a: |\n  \n  x\n", """{"a":"\nx\n"}""")]
    [InlineData("a: >\n \n\n  x\n  y\n", """{"a":"\n\nx y\n"}""")]
    [InlineData("a: |\n    \nb: 1\n", """{"a":"","b":1}""")]
    [InlineData("a: |-\n  x\n \n\nb: 1\n", """{"a":"x","b":1}""")]
    [InlineData("a: |2\n   x\n", """{"a":" x\n"}""")]
    [InlineData("a: |1-\n  x\n", """{"a":" x"}""")]
    [InlineData("a: |-2\n   x\n", """{"a":" x"}""")]
    [InlineData("a: | # comment\n  # text\n", """{"a":"# text\n"}""")]
    [InlineData("a: |\n x\n\ty\n", null)]
    [InlineData("a: |\n  x\n\t\n  y\n", """{"a":"x\n\ny\n"}""")]
    [InlineData("a: |\n  x", """{"a":"x\n"}""")]
    [InlineData("a: |\n      \n  x\n", null)]
    [InlineData("a: |x\n  y\n", null)]
    [InlineData("a: >\n  x\n   y\n  z\n\n\n  w\n", """{"a":"x\n y\nz\n\nw\n"}""")]
    [InlineData("a: >+\n  x\n\nb: 1\n", """{"a":"x\n\n","b":1}""")]
    [InlineData("- |\n x\n- >\n y\n", """["x\n","y\n"]""")]
    [InlineData("--- |\nx\ny\n", "\"x\\ny\\n\"")]
    [InlineData("a: |\r\n  x\r\n  y\r\nb: 1\r\n", """{"a":"x\ny\n","b":1}""")]
    public void Block_scalars(string yaml, string? json) => Reads(yaml, json);

    [Theory]
    [InlineData("a: 1\t# comment\nb: 2", """{"a":1,"b":2}""")]
    [InlineData("a: # comment\n  b", """{"a":"b"}""")]
    [InlineData("a: b#c", """{"a":"b#c"}""")]
    [InlineData("a: b\n# c\nd: e", """{"a":"b","d":"e"}""")]
    [InlineData("a:\t\"b\"\t\nc: d\t\n", """{"a":"b","c":"d"}""")]
    [InlineData("a:\n \tb\n", """{"a":"b"}""")]
    [InlineData("a:\n\tb: c\n", null)]
    [InlineData("a:\n  b: c\n  \td: e\n", null)]
    [InlineData("-\t- a\n", null)]
    [InlineData("a: 1\n\t\nb: 2\n", """{"a":1,"b":2}""")]
    [InlineData("\t{a: 1}\n", """{"a":1}""")]
    public void Tabs_and_comments(string yaml, string? json) => Reads(yaml, json);

    [Theory]
    [InlineData("a: b\n  c\n\n  d", """{"a":"b c\nd"}""")]
    [InlineData("a: http://x:80/y?z#w", """{"a":"http://x:80/y?z#w"}""")]
    [InlineData("a: -1x\nb: ?x\nc: :x", """{"a":"-1x","b":"?x","c":":x"}""")]
    [InlineData("a: b\n  c: d", null)]
    [InlineData("a\nb: c", null)]
    [InlineData("a b: c", """{"a b":"c"}""")]
    [InlineData("a : b", """{"a":"b"}""")]
    [InlineData("a:b", "\"a:b\"")]
    [InlineData("a: @b", null)]
    [InlineData("a: 'it''s'\nb: ''''", """{"a":"it's","b":"'"}""")]
    [InlineData("a: 'x\n  y\n\n  z '", """{"a":"x y\nz "}""")]
    [InlineData("a: \"x \n y\\\n  z\\n\\\n\n  w\"", """{"a":"x yz\n\nw"}""")]
    [InlineData("a: \"x\n y\\ \n z\"", """{"a":"x y  z"}""")]
    [InlineData("a: \"\\ud83d\\ude00\\U0001F600\\e\\/\\_\"", """{"a":"\ud83d\ude00\ud83d\ude00\u001b/\u00a0"}""")]
    [InlineData("a: \"\\ud83d\"", null)]
    [InlineData("a: \"x\" y", null)]
    [InlineData("\"a\": 'b'\n'c': \"d\"", """{"a":"b","c":"d"}""")]
    [InlineData("a: \"x\ny\"", """{"a":"x y"}""")]
    [InlineData("a: \"x\n---\n\"", null)]
    public void Plain_and_quoted_scalars(string yaml, string? json) => Reads(yaml, json);

    [Theory]
    [InlineData("a:\n- b\n- c\nd: e", """{"a":["b","c"],"d":"e"}""")]
    [InlineData("a:\n  - b: c\n    d: e\n  - - f\n    - g\n  -\n    h", """{"a":[{"b":"c","d":"e"},["f","g"],"h"]}""")]
    [InlineData("- a\n-\n- b:\n- c", """["a",null,{"b":null},"c"]""")]
    [InlineData("? a\n: b\n? c\n? |\n  d\n: - e\n  - f", """{"a":"b","c":null,"d\n":["e","f"]}""")]
    [InlineData("a: - b", null)]
    [InlineData("a: b: c", null)]
    [InlineData("a:\n  b: c\n d: e", null)]
    [InlineData("a: b\n  - c", """{"a":"b - c"}""")]
    [InlineData("- a\n b", """["a b"]""")]
    [InlineData("- a\nb: c", null)]
    [InlineData("a: b\n- c", null)]
    [InlineData("a: b\n c: d", null)]
    public void Block_collections(string yaml, string? json) => Reads(yaml, json);

    [Theory]
    [InlineData("{a: b, c, d: , \"e\":f, 'g' : h}", """{"a":"b","c":null,"d":null,"e":"f","g":"h"}""")]
    [InlineData("[a, b: c, ? d : e, \"f\":g, [h], {i: j}, ]", """["a",{"b":"c"},{"d":"e"},{"f":"g"},["h"],{"i":"j"}]""")]
    [InlineData("{a: [b\n  c,\n  # comment\n  d], e:\n  f}", """{"a":["b c","d"],"e":"f"}""")]
    [InlineData("a: [\n  b,\n  c\n]\nd: {\n  e: f\n}\n", """{"a":["b","c"],"d":{"e":"f"}}""")]
    [InlineData("a: [b,\nc]", """{"a":["b","c"]}""")]
    [InlineData("[a, , b]", null)]
    [InlineData("[a b: c\n, d]", """[{"a b":"c"},"d"]""")]
    [InlineData("[a,#b\n]", null)]
    [InlineData("{a: http://x, b: y}", """{"a":"http://x","b":"y"}""")]
    [InlineData("[a]: b", null)]
    [InlineData("a: [b]: c", null)]
    [InlineData("a: [b\n---\n]", null)]
    [InlineData("{? a : b, ? c}", """{"a":"b","c":null}""")]
    [InlineData("[a\n: b]", null)]
    [InlineData("[]\n", "[]")]
    public void Flow_collections(string yaml, string? json) => Reads(yaml, json);

    [Theory]
    [InlineData("a: &x b\nc: *x", """{"a":"b","c":"b"}""")]
    [InlineData("a: &x\n  b: c\nd: *x", """{"a":{"b":"c"},"d":{"b":"c"}}""")]
    [InlineData("a: &x\n- b\nc: *x", """{"a":["b"],"c":["b"]}""")]
    [InlineData("&x a: &y b\nc: [*x , *y]", """{"a":"b","c":["a","b"]}""")]
    [InlineData("a: &x\nb: *x", """{"a":null,"b":null}""")]
    [InlineData("a: &x 1\nb: &x 2\nc: *x", """{"a":1,"b":2,"c":2}""")]
    [InlineData("a: !!str &x 1\nb: &y !!int \"2\"\nc: [*x, *y]", """{"a":"1","b":2,"c":["1",2]}""")]
    [InlineData("a: &x &y b", null)]
    [InlineData("a: &x *y", null)]
    [InlineData("a: !!map\n  b: c\nd: !!seq [e]", """{"a":{"b":"c"},"d":["e"]}""")]
    [InlineData("a: !!binary |\n  aGk=\n", """{"a":"aGk=\n"}""")]
    [InlineData("a: !<tag:yaml.org,2002:str> 1\nb: !local 2", """{"a":"1","b":"2"}""")]
    [InlineData("%TAG !e! tag:yaml.org,2002:\n---\na: !e!str 1", """{"a":"1"}""")]
    [InlineData("a: !e!str 1", null)]
    [InlineData("!!map {a: 1}", """{"a":1}""")]
    [InlineData("a: &x !!str\n  b", """{"a":"b"}""")]
    public void Anchors_aliases_and_tags(string yaml, string? json) => Reads(yaml, json);

    [Theory]
    [InlineData("a: &x {p: 1, q: 2}\nb: {<<: *x, q: 3}", """{"a":{"p":1,"q":2},"b":{"q":3,"p":1}}""")]
    [InlineData("a: &x {p: 1}\nb: {<<: [*x, {p: 2, q: 2}], <<: {q: 3, r: 3}}", """{"a":{"p":1},"b":{"p":1,"q":2,"r":3}}""")]
    [InlineData("b: {\"<<\": {p: 1}}", """{"b":{"<<":{"p":1}}}""")]
    [InlineData("b: {<<: 1}", """{"b":{"<<":1}}""")]
    public void Merge_keys(string yaml, string? json) => Reads(yaml, json);

    [Theory]
    [InlineData("--- a: 1", null)]
    [InlineData("---\na: 1\n...\n", """{"a":1}""")]
    [InlineData("--- {a: 1}\n--- {b: 2}\n", """{"a":1}""")]
    [InlineData("%YAML 1.1\n%OTHER x\n---\na: 1", """{"a":1}""")]
    [InlineData("%YAML 1.1\na: 1", null)]
    [InlineData("a: 1\r\rb: 2\r", """{"a":1,"b":2}""")]
    [InlineData("a: 1\r\n\r\nb: 2\r\n", """{"a":1,"b":2}""")]
    [InlineData("\uFEFF---\na: 1", """{"a":1}""")]
    [InlineData("a: b\u2028c\u0085d", "{\"a\":\"b\\u2028c\\u0085d\"}")]
    [InlineData("a: b\u0007c", "{\"a\":\"b\\u0007c\"}")]
    public void Documents_and_lines(string yaml, string? json) => Reads(yaml, json);

    [Fact]
    public void The_bracket_that_is_open_is_told() =>
        Assert.Equal(
            "3:1: OAG0001: The document cannot be read: The '[' of line 2 is not closed.",
            OnlyProblem(FromYaml("a: 1\nb: [c,\n"))
        );

    /// <param name="json">Null for a text that is refused.</param>
    private static void Reads(string yaml, string? json)
    {
        SpecText text = FromYaml(yaml);

        Assert.Equal(json is null, text.IsBroken);
        if (json is not null)
            Assert.Equal(JsonNode.Parse(json)!.ToJsonString(), text.Root!.ToJsonString());
    }
}
