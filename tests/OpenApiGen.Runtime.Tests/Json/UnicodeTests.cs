using System.Text;
using System.Text.Json;
using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

/// <summary>What is no Unicode is found when it is read, in members that nobody declared too, and not when they are written.</summary>
public sealed class UnicodeTests
{
    [Theory]
    [InlineData("{\"user_id\":\"51cc7d2d-72e9-8ed4-eb63-e2b0864b39e3\",\"counts\":{},\"more\":\"?\"}", "$.more")]
    [InlineData("{\"user_id\":\"51cc7d2d-72e9-8ed4-eb63-e2b0864b39e3\",\"counts\":{},\"more\":{\"a\":[1,\"x?y\"]}}", "$.more.a[1]")]
    [InlineData("{\"user_id\":\"51cc7d2d-72e9-8ed4-eb63-e2b0864b39e3\",\"counts\":{},\"more\":{\"a?\":1}}", "$.more")]
    [InlineData("{\"user_id\":\"51cc7d2d-72e9-8ed4-eb63-e2b0864b39e3\",\"counts\":{\"?\":1}}", "$.counts")]
    [InlineData("{\"user_id\":\"51CC7D2D-72e9-8ed4-eb63-e2b0864b39e3\",\"counts\":{},\"more\":\"?\"}", "$.more")] // read twice
    public void What_is_none_fails_at_once(string json, string path)
    {
        foreach (
            byte[] fault in (byte[][])
                [
                    [0xFF],
                    [0xC3],
                    [0xED, 0xA0, 0x80],
                    Encoding.ASCII.GetBytes("\\ud800"),
                    Encoding.ASCII.GetBytes("\\udc00\\ud800"),
                ]
        )
        {
            byte[] text = [.. Encoding.ASCII.GetBytes(json).SelectMany(b => b == '?' ? fault : [b])];
            foreach (ApiReading reading in (ApiReading[])[ApiReading.Strict, ApiReading.Tolerant])
            {
                JsonException failure = Assert.Throws<JsonException>(() => JsonRoot.Read(text, User.Converter.Read, reading));
                Assert.StartsWith(path, failure.Path, StringComparison.Ordinal);
            }

            Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<User>(text));
        }
    }

    [Fact]
    public void Pairs_of_surrogates_are_kept()
    {
        const string Json = "{\"user_id\":\"51cc7d2d-72e9-8ed4-eb63-e2b0864b39e3\",\"counts\":{},\"more\":\"\\ud83d\\ude00\"}";
        Assert.Contains("\"more\":\"", Write.Text(Read.As(Json, User.Converter.Read), User.Converter.Write), StringComparison.Ordinal);
    }
}
