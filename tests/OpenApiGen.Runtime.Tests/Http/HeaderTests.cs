using System.Net;
using System.Text.Json;
using OpenApiGen.Http;
using OpenApiGen.Json;
using OpenApiGen.Runtime.Tests.Http.Support;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

/// <summary>Typed headers of an answer.</summary>
public sealed class HeaderTests
{
    [Fact]
    public async Task A_header_is_read_as_its_type()
    {
        ApiCall call = await CallAsync(
            ("X-Total", "42"),
            ("X-Id", "3c90c3cc-0d44-4b50-8888-8dd25736052a"),
            ("X-List", "a, b,c"),
            ("X-Sizes", "1,2"),
            ("X-Flag", "true"),
            ("X-Json", "{\"a\":1}"),
            ("X-None", "")
        );
        Assert.Equal(42, ApiHeader.Read(call, "x-total", ApiHeaderForm.Json, JsonRead.Int32OrNull));
        Assert.Equal(
            Guid.Parse("3c90c3cc-0d44-4b50-8888-8dd25736052a"),
            ApiHeader.Read(call, "X-Id", ApiHeaderForm.Text, JsonRead.GuidOrNull)
        );
        Assert.Equal(
            ["a", "b", "c"],
            ApiHeader.Read(
                call,
                "X-List",
                ApiHeaderForm.TextList,
                static (ref Utf8JsonReader r) => JsonRead.ListOrNull(ref r, JsonRead.String)
            )!
        );
        Assert.Equal(
            [1, 2],
            ApiHeader.Read(
                call,
                "X-Sizes",
                ApiHeaderForm.JsonList,
                static (ref Utf8JsonReader r) => JsonRead.ListOrNull(ref r, JsonRead.Int32)
            )!
        );
        Assert.Empty(
            ApiHeader.Read(
                call,
                "X-None",
                ApiHeaderForm.TextList,
                static (ref Utf8JsonReader r) => JsonRead.ListOrNull(ref r, JsonRead.String)
            )!
        );
        Assert.True(ApiHeader.Read(call, "X-Flag", ApiHeaderForm.Json, JsonRead.BooleanOrNull));
        Assert.Equal(1, ApiHeader.Read(call, "X-Json", ApiHeaderForm.Json, JsonRead.Element).GetProperty("a").GetInt32());
        Assert.Null(ApiHeader.Read(call, "X-Missing", ApiHeaderForm.Json, JsonRead.Int32OrNull));
        Assert.Null(ApiHeader.Read(new ApiCall(), "X-Total", ApiHeaderForm.Json, JsonRead.Int32OrNull));
    }

    [Fact]
    public async Task Lines_of_one_name_are_one_list() =>
        Assert.Equal(
            ["a", "b", "c"],
            ApiHeader.Read(
                await CallAsync(("X-List", "a"), ("X-List", "b, c")),
                "X-List",
                ApiHeaderForm.TextList,
                static (ref Utf8JsonReader r) => JsonRead.ListOrNull(ref r, JsonRead.String)
            )!
        );

    [Theory]
    [InlineData("many")]
    [InlineData("")]
    [InlineData("1.5")]
    [InlineData("\"1\"")]
    public async Task What_is_not_of_the_type_is_said(string text)
    {
        ApiCall call = await CallAsync(("X-Total", text));
        var wrong = Assert.ThrowsAny<JsonException>(() => ApiHeader.Read(call, "X-Total", ApiHeaderForm.Json, JsonRead.Int32OrNull));
        Assert.StartsWith("Header 'X-Total': ", wrong.Message, StringComparison.Ordinal);
    }

    private static async Task<ApiCall> CallAsync(params (string Name, string Value)[] headers)
    {
        var handler = new FakeHandler(_ =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.NoContent);
            foreach ((string name, string value) in headers)
                response.Headers.TryAddWithoutValidation(name, value);
            return response;
        });
        var call = new ApiCall();
        await handler.Transport().SendAsync(Answers.Get(), Answers.None, call, TestContext.Current.CancellationToken);
        return call;
    }
}
