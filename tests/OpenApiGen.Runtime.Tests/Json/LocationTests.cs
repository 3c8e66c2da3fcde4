using System.Text;
using System.Text.Json;
using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

/// <summary>What a failure says and where it points, through JsonRoot and through JsonSerializer.</summary>
public sealed class LocationTests
{
    private const string Id = "\"51cc7d2d-72e9-8ed4-eb63-e2b0864b39e3\"";

    [Theory]
    [InlineData("[]", "$", "Page: expected an object, found an array")]
    [InlineData("\"x\"", "$", "Page: expected an object, found a string")]
    [InlineData("{}", "$.data", "Page: the required member 'data' is missing")]
    [InlineData("{\"data\":null}", "$.data", "expected an array, found null")]
    [InlineData("{\"data\":[7]}", "$.data[0]", "User: expected an object, found a number")]
    [InlineData("{\"data\":[{}]}", "$.data[0].user_id", "User: the required member 'user_id' is missing")]
    [InlineData(
        "{\"x\":{\"user_id\":[{}]},\"data\":[{\"counts\":{}}]}",
        "$.data[0].user_id",
        "User: the required member 'user_id' is missing"
    )]
    [InlineData("{\"data\":[{\"user_id\":" + Id + "}]}", "$.data[0].counts", "User: the required member 'counts' is missing")]
    [InlineData("{\"data\":[{\"user_id\":\"x\"}]}", "$.data[0].user_id", "expected a string (uuid), found string \"x\"")]
    [InlineData("{\"data\":[{\"a.b\":12}]}", "$.data[0]['a.b']", "expected a string, found number 12")]
    [InlineData(
        "{\"data\":[{\"counts\":{\"red\":1,\"it's\\\\\":1.5}}]}",
        "$.data[0].counts['it\\'s\\\\']",
        "expected an integer (int32), found number 1.5"
    )]
    [InlineData("{\"data\":[{\"counts\":{\"\":{}}}]}", "$.data[0].counts['']", "expected an integer (int32), found an object")]
    [InlineData(
        "{\"data\":[{\"user_id\":" + Id + ",\"counts\":{\"blå\":1}},{\"user_id\":true}]}",
        "$.data[1].user_id",
        "expected a string (uuid), found true"
    )]
    public void Failures_name_the_problem_and_the_path(string json, string path, string problem)
    {
        JsonException failure = Read.Fails(json, Page.Converter.Read);
        Assert.Equal(path, failure.Path);
        Assert.Equal(problem, failure.Problem());
        Assert.Equal($"{problem}. Path: {path} | LineNumber: 0 | BytePositionInLine: {failure.BytePositionInLine}.", First(failure));

        JsonException fromSerializer = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Page>(json));
        Assert.Equal(path, fromSerializer.Path);
        Assert.Equal($"{problem}. Path: {path}.", First(fromSerializer));
    }

    /// <summary>The message without the faults after the first one.</summary>
    private static string First(JsonException failure) => failure.Message.Split(" And ")[0];

    [Theory]
    [InlineData("", "$")]
    [InlineData("{", "$")]
    [InlineData("{\"data\":", "$.data")]
    [InlineData("{\"data\":[", "$.data[0]")]
    [InlineData("{\"data\":[{},", "$.data[0].user_id")]
    [InlineData("{\"data\":[{\"user_id\":" + Id + ",\"counts\":{}}", "$.data[1]")]
    [InlineData("{\"data\":[{\"user_id\":" + Id + ",\"counts\":{\"red\":1,}}", "$.data[0].counts")]
    [InlineData("{\"data\":[]} {}", "$")]
    [InlineData("{\"data\":[]}]", "$")]
    [InlineData("{\"data\":[] // no", "$")]
    [InlineData("{\"data\":[1e]}", "$.data[0]")]
    [InlineData("<html>", "$")]
    public void Texts_that_are_no_json(string json, string path)
    {
        JsonException failure = Read.Fails(json, Page.Converter.Read);
        Assert.Equal(path, failure.Path);
        Assert.NotNull(failure.LineNumber);
        Assert.NotNull(failure.InnerException);
        Assert.Equal(1, failure.Message.Split("LineNumber").Length - 1);
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Page>(json));
    }

    [Fact]
    public void Lines_and_bytes_are_counted()
    {
        JsonException failure = Read.Fails(
            "{\n  \"é\": 1,\n  \"data\": [\n    \"é\", 5]\n}",
            static (ref Utf8JsonReader r) =>
                JsonRead.Map(
                    ref r,
                    static (ref Utf8JsonReader v) => v.TokenType == JsonTokenType.Number ? 0 : JsonRead.List(ref v, JsonRead.String).Count
                )
        );
        Assert.Equal("$.data[1]", failure.Path);
        Assert.Equal(3, failure.LineNumber);
        Assert.Equal(10, failure.BytePositionInLine); // four blanks, é as two bytes in quotes, comma, blank
    }

    [Fact]
    public void Every_cut_fails_with_a_path()
    {
        byte[] whole = Encoding.UTF8.GetBytes(
            "{\"data\":[{\"user_id\":" + Id + ",\"counts\":{\"red\":1,\"blå\":2},\"more\":[{\"x\":[null,-1.5e3]}]}]}"
        );
        for (int length = 0; length < whole.Length; length++)
            Assert.NotNull(Assert.Throws<JsonException>(() => JsonRoot.Read(whole.AsSpan(0, length), Page.Converter.Read)).Path);
    }

    [Fact]
    public void Every_changed_byte_is_read_or_fails_with_a_path()
    {
        byte[] whole = Encoding.UTF8.GetBytes(
            "{\"data\":[{\"user_id\":" + Id + ",\"counts\":{\"red\":1},\"more\":[{\"x\":[null,-1.5e3]}]}]}"
        );
        foreach (byte replacement in "\0\"{[}],:\\1ae\u007f"u8.ToArray().Append((byte)0xFF))
        {
            for (int at = 0; at < whole.Length; at++)
            {
                byte[] changed = [.. whole];
                changed[at] = replacement;
                Exception? failure = Record.Exception(() => JsonRoot.Read(changed, Page.Converter.Read));
                if (failure is not null)
                    Assert.NotNull(Assert.IsType<JsonException>(failure).Path);
            }
        }
    }

    [Fact]
    public void Depth_is_limited()
    {
        string deep = "{\"data\":[],\"x\":" + new string('[', 100_000) + new string(']', 100_000) + "}";
        Assert.Equal("$.x", Read.Fails(deep, Page.Converter.Read).Path![..3]);
    }

    [Fact]
    public void A_byte_order_mark_is_skipped()
    {
        Assert.Equal(7, JsonRoot.Read([0xEF, 0xBB, 0xBF, (byte)'7'], JsonRead.Int32));
        Assert.Throws<JsonException>(() => JsonRoot.Read([0xEF, 0xBB, (byte)'7'], JsonRead.Int32));
    }

    [Fact]
    public void The_serializer_may_read_from_a_stream_of_small_pieces()
    {
        string json =
            "{\"data\":["
            + string.Join(
                ",",
                Enumerable.Repeat("{\"user_id\":" + Id + ",\"a.b\":\"" + new string('n', 300) + "\",\"counts\":{\"red\":1}}", 50)
            )
            + "]}";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var options = new JsonSerializerOptions { DefaultBufferSize = 16 };
        Page page = JsonSerializer.Deserialize<Page>(stream, options)!;
        Assert.Equal(50, page.Data.Count);
        Assert.Equal(Read.As(json, Page.Converter.Read), page);

        using var broken = new MemoryStream(
            Encoding.UTF8.GetBytes(json.Replace("\"red\":1}}]", "\"red\":1.5}}]", StringComparison.Ordinal))
        );
        Assert.Equal("$.data[49].counts.red", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Page>(broken, options)).Path);
    }
}
