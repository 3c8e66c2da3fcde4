using System.Text.Json;
using OpenApiGen.Http;
using OpenApiGen.Json;
using OpenApiGen.Runtime.Tests.Http.Support;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

/// <summary><c>application/x-www-form-urlencoded</c>: literal expectations of what goes over the wire.</summary>
public sealed class FormTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"a":"x y&z=1+ü","b":7,"c":true,"d":1.50}""", "a=x%20y%26z%3D1%2B%C3%BC&b=7&c=true&d=1.50")]
    [InlineData("""{"a":null,"b":""}""", "b=")]
    [InlineData("""{}""", "")]
    [InlineData("""{"a":["x","y",null]}""", "a=x&a=y")]
    [InlineData("""{"a":[]}""", "")]
    [InlineData("""{"a":{"b":1}}""", "a=%7B%22b%22%3A1%7D")] // OpenAPI 3.1.1, 4.8.14.1.1: objects are application/json
    [InlineData("""{"a":[{"b":1},[2]]}""", "a=%7B%22b%22%3A1%7D&a=%5B2%5D")]
    public async Task Fields_are_sent_as_usual(string json, string form) => Assert.Equal(form, await FormAsync(json));

    [Theory]
    [InlineData(ParameterStyle.Form, true, "a=x&a=y&o=1")]
    [InlineData(ParameterStyle.Form, false, "a=x,y&o=1")]
    [InlineData(ParameterStyle.SpaceDelimited, false, "a=x%20y&o=1")]
    [InlineData(ParameterStyle.PipeDelimited, false, "a=x%7Cy&o=1")]
    [InlineData(ParameterStyle.DeepObject, true, "a%5B0%5D=x&a%5B1%5D=y&o=1")]
    public async Task A_style_says_how_a_field_is_sent(ParameterStyle style, bool explode, string form) =>
        Assert.Equal(form, await FormAsync("""{"a":["x","y"],"o":1}""", new FormEncoding(style, explode, false, "a")));

    [Fact]
    public async Task DeepObject_goes_as_deep_as_the_value() =>
        Assert.Equal(
            "m%5Ba%5D=1&m%5Bb%5D%5B0%5D%5Bc%5D=x%5D",
            await FormAsync("""{"m":{"a":1,"b":[{"c":"x]"}]}}""", new FormEncoding(ParameterStyle.DeepObject, true, false, "m"))
        );

    [Fact]
    public async Task A_JSON_field_is_JSON_whatever_it_holds() =>
        Assert.Equal(
            "a=%5B%22x%22%5D&b=%22y%22&c=y",
            await FormAsync("""{"a":["x"],"b":"y","c":"y"}""", new FormEncoding("application/json", "a", "b"))
        );

    [Fact]
    public async Task Reserved_characters_stay_where_they_may() =>
        Assert.Equal("a=/x:y%26", await FormAsync("""{"a":"/x:y&"}""", new FormEncoding(ParameterStyle.Form, true, true, "a")));

    [Fact]
    public void Only_an_object_is_a_form()
    {
        var request = new ApiRequest(ApiMethods.Post, "/x");
        Assert.Throws<ArgumentException>(() => request.FormBody(1, JsonWrite.Int32));
    }

    private static async Task<string> FormAsync(string json, params FormEncoding[] encodings)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        HttpRequestMessage message = await Sent.MessageAsync(
            "/x",
            request => request.FormBody(document.RootElement, JsonWrite.Element, encodings),
            method: ApiMethods.Post
        );
        Assert.Equal("application/x-www-form-urlencoded", message.Content!.Headers.ContentType!.ToString());
        return await message.Content.ReadAsStringAsync(Token);
    }
}
