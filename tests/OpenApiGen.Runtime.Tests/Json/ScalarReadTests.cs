using System.Text.Json;
using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

public sealed class ScalarReadTests
{
    [Fact]
    public void Strings_in_every_shape()
    {
        Read.Everywhere("\"abc\"", "abc", JsonRead.String);
        Read.Everywhere("\"\"", "", JsonRead.String);
        Read.Everywhere("\"é and ü\"", "é and ü", JsonRead.String);
        Read.Everywhere("\"" + new string('x', 5000) + "\"", new string('x', 5000), JsonRead.String);
        Assert.Equal("a\n\"é😀", Read.As("\"a\\n\\\"\\u00e9\\ud83d\\ude00\"", JsonRead.String));
        Assert.Null(Read.As("null", JsonRead.StringOrNull));
        Assert.Equal("a", Read.As("\"a\"", JsonRead.StringOrNull));
    }

    [Fact]
    public void Strings_that_share_a_slot_of_the_cache_stay_themselves()
    {
        string[] texts = [.. Enumerable.Range(0, 500).Select(static i => "name-" + i % 250)];
        string json = JsonSerializer.Serialize(texts);
        Assert.Equal(texts, Read.As(json, static (ref Utf8JsonReader r) => JsonRead.List(ref r, JsonRead.String)));
    }

    [Fact]
    public void Strings_that_are_not_unicode_fail()
    {
        JsonException failure = Assert.Throws<JsonException>(() => JsonRoot.Read([(byte)'"', 0xFF, (byte)'"'], JsonRead.String));
        Assert.Equal("$", failure.Path);
        Assert.IsType<InvalidOperationException>(failure.InnerException);
        Assert.Equal("$", Read.Fails("\"\\ud800\"", JsonRead.String).Path);
    }

    [Fact]
    public void Booleans()
    {
        Read.Everywhere("true", true, JsonRead.Boolean);
        Read.Everywhere("false", false, JsonRead.Boolean);
        Read.Everywhere("null", null, JsonRead.BooleanOrNull);
        Read.Everywhere("true", true, JsonRead.BooleanOrNull);
        Assert.Equal("expected true or false, found string \"true\"", Read.Fails("\"true\"", JsonRead.Boolean).Problem());
        Assert.Equal("expected true or false, found null", Read.Fails("null", JsonRead.Boolean).Problem());
    }

    [Theory]
    [InlineData("51cc7d2d-72e9-8ed4-eb63-e2b0864b39e3")]
    [InlineData("51CC7D2D-72E9-8ED4-EB63-E2B0864B39E3")]
    [InlineData("51cc7d2d72e98ed4eb63e2b0864b39e3")]
    [InlineData("{51cc7d2d-72e9-8ed4-eb63-e2b0864b39e3}")]
    public void Uuids(string text) => Read.Everywhere($"\"{text}\"", new Guid("51cc7d2d-72e9-8ed4-eb63-e2b0864b39e3"), JsonRead.Guid);

    [Fact]
    public void Uuids_that_are_none()
    {
        Assert.Equal("expected a string (uuid), found number 12", Read.Fails("12", JsonRead.Guid).Problem());
        Assert.Equal("expected a string (uuid), found string \"\"", Read.Fails("\"\"", JsonRead.Guid).Problem());
        Assert.Null(Read.As("null", JsonRead.GuidOrNull));
        Assert.Equal(
            "expected a string (uuid), found string \"" + new string('z', 64) + "…\"",
            Read.Fails("\"" + new string('z', 65) + "\"", JsonRead.Guid).Problem()
        );
    }

    [Theory]
    [InlineData("AQL/+w==", new byte[] { 1, 2, 255, 251 })]
    [InlineData("AQL_-w==", new byte[] { 1, 2, 255, 251 })]
    [InlineData("AQL_-w", new byte[] { 1, 2, 255, 251 })]
    [InlineData("AQ", new byte[] { 1 })]
    [InlineData("", new byte[0])]
    public void Base64(string text, byte[] expected) => Read.Everywhere($"\"{text}\"", expected, JsonRead.Bytes);

    [Theory]
    [InlineData("\"A\"")]
    [InlineData("\"A!==\"")]
    [InlineData("7")]
    public void Base64_that_is_none(string json) =>
        Assert.StartsWith("expected a string (base64), found ", Read.Fails(json, JsonRead.Bytes).Message, StringComparison.Ordinal);

    [Fact]
    public void Uris()
    {
        Read.Everywhere("\"https://example.com/a?b=c\"", new Uri("https://example.com/a?b=c"), JsonRead.Uri);
        Read.Everywhere("\"/relative\"", new Uri("/relative", UriKind.Relative), JsonRead.Uri);
        Assert.Null(Read.As("null", JsonRead.UriOrNull));
        Assert.Equal("expected a string (uri), found string \"http://\"", Read.Fails("\"http://\"", JsonRead.Uri).Problem());
    }

    [Fact]
    public void Elements_are_detached()
    {
        JsonElement element = Read.InPieces("{\"a\":[1,null]}", JsonRead.Element);
        Assert.Equal("{\"a\":[1,null]}", element.GetRawText());
        Assert.Equal(JsonValueKind.Null, Read.As("null", JsonRead.Element).ValueKind);
        Assert.Null(Read.As("null", JsonRead.ElementOrNull));
    }
}
