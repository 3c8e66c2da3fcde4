using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Text;
using Xunit;
using static OpenApiGen.Generator.Tests.Text.SpecTextFixture;

namespace OpenApiGen.Generator.Tests.Text;

public class JsonReadingTests
{
    [Theory]
    [InlineData("""{"a":[1,-2.50,1e9,true,false,null,"x",{}],"b":{"c":[]}}""")]
    [InlineData("""{"big":123456789012345678901234567890,"precise":0.1000000000000000000001}""")]
    [InlineData("""{"\u0061b":"\ud83d\ude00 \"quoted\" \\ \/","é":"日本語","":" "}""")]
    [InlineData("""["not", "an", "object"]""")]
    [InlineData("\"text\"")]
    public void Json_reads_as_JsonNode_reads_it(string json)
    {
        JsonNode root = FromJson(json).Root!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), root));
        Assert.Equal(JsonNode.Parse(json)!.ToJsonString(), root.ToJsonString());
    }

    [Fact]
    public void A_number_converts_to_whatever_type_is_asked_for()
    {
        JsonNode root = FromJson("""{"n":5,"d":1.10,"l":9223372036854775807}""").Root!;

        Assert.Equal(5, root["n"]!.GetValue<int>());
        Assert.Equal(5L, root["n"]!.GetValue<long>());
        Assert.Equal(5m, root["n"]!.GetValue<decimal>());
        Assert.Equal("1.10", root["d"]!.ToString());
        Assert.Equal(long.MaxValue, root["l"]!.GetValue<long>());
    }

    [Fact]
    public void A_byte_order_mark_and_white_space_come_first()
    {
        Assert.Equal("{}", FromJson("\uFEFF\r\n\t {}").Root!.ToJsonString());
    }

    [Fact]
    public void Duplicate_keys_are_told_where_they_are_and_the_last_one_wins()
    {
        var text = FromJson("{\"é\":1,\n \"x\":{\"a\":1,\"b\":2,\"a\":3,\"a\":4}, \"é\":2}");

        Assert.Equal(
            """{"é":2,"x":{"a":4,"b":2}}""",
            text.Root!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
        );
        Assert.Equal(
            [
                "2:19: OAG0012: The key 'a' occurs more than once in the same mapping; the last one wins",
                "2:25: OAG0012: The key 'a' occurs more than once in the same mapping; the last one wins",
                "2:33: OAG0012: The key 'é' occurs more than once in the same mapping; the last one wins",
            ],
            text.Problems.Select(Print)
        );
        Assert.Equal("\"é\"", TextAt(text, text.Problems[2].Location!));
    }

    [Theory]
    [InlineData("{\"a\": 1,\n  \"é\": tru }", "2:11")]
    [InlineData("{\"é\": 1\n,, }", "2:2")]
    [InlineData("{\"a\": 1", "1:8")]
    [InlineData("{} x", "1:4")]
    [InlineData("{\"a\": 01}", "1:8")]
    [InlineData("{\"a\": \"line\nbreak\"}", "1:12")]
    [InlineData("openapi: 3.0.0", "1:1")]
    [InlineData("{\"a\": \"\\ud800\"}", "1:7")]
    [InlineData("{\"a\\udc00\": 1}", "1:2")]
    [InlineData("", "1:1")]
    public void What_cannot_be_read_is_an_error_at_its_column(string json, string place)
    {
        var text = FromJson(json);

        Assert.True(text.IsBroken);
        Assert.StartsWith(place + ": OAG0001: The document cannot be read: ", OnlyProblem(text), StringComparison.Ordinal);
        Assert.DoesNotContain("BytePositionInLine", OnlyProblem(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"a\": [1, {\"b\": 2, \"c\": tru", """{"a":[1,{"b":2}]}""")]
    [InlineData("{\"a\": 1,}", """{"a":1}""")]
    [InlineData("{\"a\": 1, \"b\": \"\\ud800\"}", """{"a":1}""")]
    [InlineData("{\"a\": 1} x", """{"a":1}""")]
    public void What_stands_before_an_error_is_read(string json, string read)
    {
        var text = FromJson(json);

        Assert.True(text.IsBroken);
        Assert.Equal(read, text.Root!.ToJsonString());
    }

    [Fact]
    public void The_error_of_a_description_says_that_what_stands_before_it_is_generated()
    {
        string problem = OnlyProblem(FromJson("{\"openapi\": \"3\", x}"));

        Assert.StartsWith("1:18: OAG0001: The document cannot be read: 'x' is an invalid start", problem, StringComparison.Ordinal);
        Assert.EndsWith(" What stands before this is read and generated.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_say_what_is_wrong()
    {
        Assert.Equal(
            "1:9: OAG0001: The document cannot be read: The JSON object contains a trailing comma at the end which is not supported.",
            OnlyProblem(FromJson("{\"a\": 1,}"))
        );
    }

    [Fact]
    public void Text_is_decoded_across_the_chunks_it_is_copied_in()
    {
        // A pair of surrogates on every boundary a chunk could have.
        string value = string.Concat(Enumerable.Repeat("\U0001F600é", 20_000));
        for (int shift = 0; shift < 4; shift++)
        {
            string json = new string(' ', shift) + "{\"a\":\"" + value + "\"}";
            Assert.Equal(value, FromJson(json).Root!["a"]!.GetValue<string>());
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_crash()
    {
        Assert.Equal("a\uFFFDb", FromJson("{\"a\":\"a\uD800b\"}").Root!["a"]!.GetValue<string>());
    }

    [Fact]
    public void A_text_over_many_chunks_of_a_source_text_is_read_once()
    {
        StringBuilder json = new("{");
        for (int i = 0; i < 50_000; i++)
            json.Append(i == 0 ? "" : ",").Append("\"key").Append(i).Append("\":").Append(i);
        json.Append('}');
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(json.ToString()));

        SpecText text = SpecText.Read("api.json", SourceText.From(stream), TestContext.Current.CancellationToken);

        Assert.Equal(50_000, text.Root!.AsObject().Count);
        Assert.Equal("49999", text.Text.ToString(text.Locator.Locate("/key49999", SpecPart.Value).Span));
    }
}
