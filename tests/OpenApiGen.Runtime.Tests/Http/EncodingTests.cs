using OpenApiGen.Http;
using OpenApiGen.Runtime.Tests.Http.Support;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

/// <summary>What characters become on the wire: RFC 3986, RFC 6570, and the examples of the OpenAPI text.</summary>
public sealed class EncodingTests
{
    [Theory]
    [InlineData("AZaz09-._~", "AZaz09-._~")]
    [InlineData("a b", "a%20b")]
    [InlineData(":/?#[]@!$&'()*+,;=", "%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D")]
    [InlineData("100%", "100%25")]
    [InlineData("%41", "%2541")]
    [InlineData("\"<>\\^`{|}", "%22%3C%3E%5C%5E%60%7B%7C%7D")]
    [InlineData("\u0001\u007f", "%01%7F")]
    [InlineData("\r\n", "%0D%0A")]
    [InlineData("é", "%C3%A9")]
    [InlineData("di\u1E45n\u0101ga", "di%E1%B9%85n%C4%81ga")]
    [InlineData("الخوارزميّ", "%D8%A7%D9%84%D8%AE%D9%88%D8%A7%D8%B1%D8%B2%D9%85%D9%8A%D9%91")]
    [InlineData("€", "%E2%82%AC")]
    [InlineData("😀!", "%F0%9F%98%80%21")]
    public async Task A_value_is_encoded_alike_in_query_and_path(string value, string expected)
    {
        Assert.Equal("color=" + expected, await Sent.QueryAsync(value));
        Assert.Equal(expected, await Sent.PathAsync(value, ParameterStyle.Simple, false));
    }

    [Fact]
    public async Task A_delimiter_within_an_item_is_encoded()
    {
        var list = Values.List("a,b", "c d", "e|f");
        Assert.Equal("color=a%2Cb,c%20d,e%7Cf", await Sent.QueryAsync(list, explode: false));
        Assert.Equal("a%2Cb,c%20d,e%7Cf", await Sent.PathAsync(list, ParameterStyle.Simple, false));
        Assert.Equal("color=a%2Cb,c%20d,e%7Cf", await Sent.QueryAsync(list, explode: false, allowReserved: true));
    }

    [Fact]
    public async Task Names_are_encoded_as_well()
    {
        Assert.Equal("filter%5Bid%5D=1", await Sent.QueryAsync(1, name: "filter[id]"));
        Assert.Equal("a%26b=1", await Sent.QueryAsync(1, name: "a&b", allowReserved: true));
        Assert.Equal("a%3Db=c%3Dd", await Sent.QueryAsync(Values.Map(("a=b", "c=d"))));
        Assert.Equal("a%3Db=c=d", await Sent.QueryAsync(Values.Map(("a=b", "c=d")), allowReserved: true));
        Assert.Equal("color%5Ba%5Db%5D=1", await Sent.QueryAsync(Values.Map(("a]b", 1)), ParameterStyle.DeepObject));
    }

    [Theory]
    [InlineData(":/?@!$'()*,;=", ":/?@!$'()*,;=")]
    [InlineData("/a/b?c=d", "/a/b?c=d")]
    [InlineData("#[]", "%23%5B%5D")] // not allowed in a query (RFC 3986 section 3.4)
    [InlineData("a&b+c", "a%26b%2Bc")] // would be taken apart by the server
    [InlineData("a%26b%2bc", "a%26b%2bc")] // triples stay
    [InlineData("100%", "100%25")]
    [InlineData("%4", "%254")]
    [InlineData("%zz", "%25zz")]
    [InlineData("a b é", "a%20b%20%C3%A9")]
    public async Task AllowReserved_in_a_query(string value, string expected) =>
        Assert.Equal("color=" + expected, await Sent.QueryAsync(value, allowReserved: true));

    [Theory]
    [InlineData(":@!$&'()*+,;=", ":@!$&'()*+,;=")]
    [InlineData("/?#[]", "%2F%3F%23%5B%5D")]
    public async Task AllowReserved_in_a_path(string value, string expected) =>
        Assert.Equal(expected, await Sent.PathAsync(value, ParameterStyle.Simple, false, allowReserved: true));

    [Theory]
    [InlineData(ParameterStyle.Form, false, "a:/?b, c;d=%20\"é", "color=a%3A%2F%3Fb%2C%20c%3Bd%3D%2520%22%C3%A9")]
    [InlineData(ParameterStyle.Form, true, "a:/?b, c;d=%20\"é", "color=a:/?b%2C%20c%3Bd=%20%22%C3%A9")] // RFC 6265 section 4.1.1
    [InlineData(ParameterStyle.Cookie, false, "a:/?b, c%3Bd=%20", "color=a:/?b, c%3Bd=%20")] // 3.2: no escaping is applied
    public async Task AllowReserved_in_a_cookie(ParameterStyle style, bool allowReserved, string value, string expected) =>
        Assert.Equal(expected, await Sent.CookieAsync(value, style, true, allowReserved));

    [Fact]
    public async Task A_header_is_not_percent_encoded() =>
        Assert.Equal("a b/c,100%,d;e=\"f\"", await Sent.HeaderAsync(Values.List("a b/c", "100%", "d;e=\"f\""), false));

    [Fact]
    public async Task A_lone_surrogate_is_refused()
    {
        // Not in an attribute: those are stored as UTF-8, which has none.
        foreach ((string value, int index) in new[] { ("\uD800", 0), ("a\uDC00b", 1), ("\uD800\uD800", 0), ("😀\uD800", 2) })
        {
            var refused = await Assert.ThrowsAsync<ArgumentException>(() => Sent.QueryAsync(value));
            Assert.Equal($"The text is not valid UTF-16: there is a lone surrogate at index {index}.", refused.Message);
        }
    }

    [Fact]
    public async Task Parameters_keep_their_order_and_null_adds_nothing()
    {
        string target = await Sent.TargetAsync(
            "/v2/introspect/historical_pull",
            request =>
            {
                request.Query("user_id", (Guid?)Guid.Parse("3C90C3CC-0D44-4B50-8888-8DD25736052A"));
                request.Query("provider", (string?)null);
                request.Query("user_limit", (long?)10);
                request.Query("next_cursor", "a+b/c=&d é");
            }
        );
        Assert.Equal(
            "/v2/introspect/historical_pull?user_id=3c90c3cc-0d44-4b50-8888-8dd25736052a&user_limit=10&next_cursor=a%2Bb%2Fc%3D%26d%20%C3%A9",
            target
        );
    }

    [Fact]
    public async Task The_examples_of_the_OpenAPI_text()
    {
        Assert.Equal(
            "thing=one%20thing&thing=another%20thing",
            await Sent.QueryAsync(Values.List("one thing", "another thing"), name: "thing")
        );
        Assert.Equal("page=4&pageSize=50", await Sent.QueryAsync(Values.Map(("page", 4), ("pageSize", 50)), name: "freeForm"));
        Assert.Equal("color=Hello%2C%20world%21", await Sent.CookieAsync("Hello, world!", ParameterStyle.Form, true));
        Assert.Equal(
            "greeting=Hello%2C%20world!; code=42",
            await Sent.CookieAsync(Values.Map(("greeting", "Hello%2C%20world!"), ("code", 42)), ParameterStyle.Cookie, true)
        );
        Assert.Equal("12345678,90099", await Sent.HeaderAsync(Values.List(12345678L, 90099L), false));
        Assert.Equal(
            "coordinates=%7B%22lat%22%3A40.6%2C%22long%22%3A-73.9%7D",
            await Sent.QueryAsync(ParameterValue.Json((40.6, -73.9), Coordinates), name: "coordinates")
        );
    }

    private static void Coordinates(System.Text.Json.Utf8JsonWriter writer, (double Lat, double Long) value)
    {
        writer.WriteStartObject();
        writer.WriteNumber("lat", value.Lat);
        writer.WriteNumber("long", value.Long);
        writer.WriteEndObject();
    }
}
