using System.Net;
using System.Text;
using System.Text.Json;
using OpenApiGen.Http;
using OpenApiGen.Json;
using OpenApiGen.Runtime.Tests.Http.Support;
using OpenApiGen.Runtime.Tests.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

/// <summary>From status and body to result or exception.</summary>
public sealed class ResponseTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<T> SendAsync<T>(FakeHandler handler, ApiResponses<T> responses) =>
        handler.Transport().SendAsync(Answers.Get(), responses, null, Token);

    [Fact]
    public async Task A_JSON_success_is_read_and_everything_given_back()
    {
        var handler = FakeHandler.Answering(200, " 42 ");
        Assert.Equal(42, await SendAsync(handler, Answers.Number));
        Assert.True(handler.Content!.IsDisposed);
    }

    [Fact]
    public async Task What_is_wrong_with_an_answer_is_listed_with_the_operation()
    {
        const string Body = "{\"data\":[{\"user_id\":1,\"counts\":{}}]}";
        ApiResponses<Page> responses = new ApiResponses<Page>().Json(200, Page.Converter.Read).Error(404, Page.Converter.Read);
        var call = new ApiCall();
        Page page = await FakeHandler.Answering(200, Body).Transport().SendAsync(Answers.Get(), responses, call, Token);
        Assert.Equal("$.data[0].user_id: expected a string (uuid), found number 1.", Assert.Single(call.Faults).ToString());
        Assert.Equal("GET /things/all", call.Faults[0].Operation);
        Assert.Contains(
            "of the response to GET /things/all",
            Assert.Throws<ApiFaultException>(() => page.Data[0].UserId).Message,
            StringComparison.Ordinal
        );

        var error = await Assert.ThrowsAsync<ApiException<Page>>(() =>
            FakeHandler.Answering(404, Body).Transport().SendAsync(Answers.Get(), responses, call, Token)
        );
        Assert.Equal(call.Faults, ApiFault.Of(error.Error));

        ApiTransport strict = FakeHandler.Answering(200, Body).Transport();
        strict.Reading = ApiReading.Strict;
        await Assert.ThrowsAsync<ApiException>(() => strict.SendAsync(Answers.Get(), responses, call, Token));
        Assert.Empty(call.Faults);
    }

    [Theory]
    [InlineData("application/octet-stream", "{\"a\":1}\n{\"a\":2}", "{\"a\":1}\n{\"a\":2}")]
    [InlineData("application/octet-stream", "\"quoted\"", "\"quoted\"")]
    [InlineData("application/jsonl", "", "")]
    [InlineData("text/plain", "as it is", "as it is")]
    [InlineData("text/plain", "\"JSON all the same\"", "JSON all the same")]
    [InlineData("application/json", "\"declared\"", "declared")]
    [InlineData(null, "\"declared\"", "declared")]
    public async Task A_string_declared_as_JSON_may_come_as_the_text_itself(string? mediaType, string body, string expected)
    {
        ApiResponses<string> responses = new ApiResponses<string>().Json(200, JsonRead.String);
        Assert.Equal(expected, await SendAsync(FakeHandler.Answering(200, body, mediaType), responses));
    }

    [Fact]
    public async Task A_string_declared_as_JSON_is_not_made_of_what_is_no_text()
    {
        ApiResponses<string> responses = new ApiResponses<string>().Json(200, JsonRead.String);
        await Assert.ThrowsAsync<ApiException>(() =>
            SendAsync(FakeHandler.Answering(200, [0x25, 0xE2, 0xE3, 0xCF], "application/pdf"), responses)
        );
        await Assert.ThrowsAsync<ApiException>(() => SendAsync(FakeHandler.Answering(200, "as it is"), responses));
        ApiTransport strict = FakeHandler.Answering(200, "as it is", "text/plain").Transport();
        strict.Reading = ApiReading.Strict;
        await Assert.ThrowsAsync<ApiException>(() => strict.SendAsync(Answers.Get(), responses, null, Token));
    }

    [Theory]
    [InlineData(200, "exact")]
    [InlineData(201, "range")]
    [InlineData(299, "range")]
    public async Task Exact_beats_range_beats_default(int status, string expected)
    {
        var responses = new ApiResponses<string>()
            .EmptyDefault(static () => "default")
            .EmptyRange(2, static () => "range")
            .Empty(200, static () => "exact");
        Assert.Equal(expected, await SendAsync(FakeHandler.Answering(status), responses));
        Assert.Equal(
            "default",
            await SendAsync(
                FakeHandler.Answering(status),
                new ApiResponses<string>().EmptyDefault(static () => "default").EmptyRange(3, static () => "range")
            )
        );
    }

    [Theory]
    [InlineData(404, "exact")]
    [InlineData(410, "range")]
    [InlineData(500, "default")]
    [InlineData(304, "default")]
    public async Task Errors_are_found_alike(int status, string expected)
    {
        var responses = new ApiResponses<int>()
            .Json(200, Answers.Int)
            .ErrorDefault(static (ref Utf8JsonReader reader) => "default")
            .ErrorRange(4, static (ref Utf8JsonReader reader) => "range")
            .Error(404, static (ref Utf8JsonReader reader) => "exact");
        var error = await Assert.ThrowsAsync<ApiException<string>>(() => SendAsync(FakeHandler.Answering(status, "1"), responses));
        Assert.Equal(expected, error.Error);
        Assert.Equal(status, (int)error.StatusCode);
    }

    [Fact]
    public async Task A_default_success_is_for_2xx_and_a_default_error_for_the_rest()
    {
        var success = await Assert.ThrowsAsync<ApiException>(() =>
            SendAsync(FakeHandler.Answering(500, "1"), new ApiResponses<int>().JsonDefault(Answers.Int))
        );
        Assert.Equal(HttpStatusCode.InternalServerError, success.StatusCode);
        var error = await Assert.ThrowsAsync<ApiException>(() =>
            SendAsync(FakeHandler.Answering(201, "\"a\""), new ApiResponses<int>().Json(200, Answers.Int).ErrorDefault(Answers.String))
        );
        Assert.Equal("GET /things/all returned 201 Created, but the API's description does not declare that status: \"a\"", error.Message);
    }

    [Fact]
    public async Task A_status_outside_2xx_can_be_declared_a_success() =>
        Assert.Equal("moved", await SendAsync(FakeHandler.Answering(302), new ApiResponses<string>().Empty(302, static () => "moved")));

    [Fact]
    public async Task Two_successes_make_one_result()
    {
        var responses = new ApiResponses<string>()
            .Json(200, static (ref Utf8JsonReader reader) => $"ok {reader.GetInt32()}")
            .Empty(202, static () => "accepted");
        Assert.Equal("ok 7", await SendAsync(FakeHandler.Answering(200, "7"), responses));
        Assert.Equal("accepted", await SendAsync(FakeHandler.Answering(202), responses));
    }

    [Theory]
    [InlineData("é€", null, "é€")]
    [InlineData("é", "text/plain; charset=\"utf-8\"", "é")]
    [InlineData("", "text/csv", "")]
    public async Task Text_is_text_whatever_the_media_type(string body, string? mediaType, string expected) =>
        Assert.Equal(
            expected,
            await SendAsync(FakeHandler.Answering(200, body, mediaType), new ApiResponses<string>().Text(200, static text => text))
        );

    [Fact]
    public async Task A_charset_that_is_named_is_used()
    {
        byte[] latin = Encoding.Latin1.GetBytes("\"é\"");
        Assert.Equal(
            "\"é\"",
            await SendAsync(
                FakeHandler.Answering(200, latin, "text/plain; charset=iso-8859-1"),
                new ApiResponses<string>().Text(200, static text => text)
            )
        );
        Assert.Equal(
            "é",
            await SendAsync(
                FakeHandler.Answering(200, latin, "application/json; charset=iso-8859-1"),
                new ApiResponses<string>().Json(200, Answers.String)
            )
        );
        byte[] utf16 = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("42")];
        Assert.Equal(42, await SendAsync(FakeHandler.Answering(200, utf16, "application/json; charset=utf-16"), Answers.Number));
        byte[] marked = [0xEF, 0xBB, 0xBF, .. "42"u8];
        Assert.Equal(42, await SendAsync(FakeHandler.Answering(200, marked), Answers.Number));
        Assert.Equal("42", await SendAsync(FakeHandler.Answering(200, marked), new ApiResponses<string>().Text(200, static text => text)));

        var unknown = await Assert.ThrowsAsync<ApiException>(() =>
            SendAsync(FakeHandler.Answering(200, "42", "application/json; charset=klingon"), Answers.Number)
        );
        Assert.Equal("GET /things/all returned 200 OK, but its charset 'klingon' is not known here: 42", unknown.Message);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    [InlineData(205)]
    public async Task An_empty_body_where_JSON_is_declared_says_so(int status)
    {
        var handler = FakeHandler.Answering(status);
        var empty = await Assert.ThrowsAsync<ApiException>(() => SendAsync(handler, new ApiResponses<int>().JsonRange(2, Answers.Int)));
        Assert.Equal(status, (int)empty.StatusCode);
        Assert.Contains(
            $"but the body is empty where {status} is declared with a body of application/json",
            empty.Message,
            StringComparison.Ordinal
        );
        Assert.Null(empty.Body);
        Assert.True(handler.Content!.IsDisposed);
    }

    [Fact]
    public async Task A_page_of_a_proxy_keeps_status_body_and_cause()
    {
        var handler = FakeHandler.Answering(200, "<html>Sign in</html>", "text/html; charset=utf-8");
        var page = await Assert.ThrowsAsync<ApiException>(() => SendAsync(handler, Answers.Number));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("<html>Sign in</html>", page.Body);
        Assert.IsType<JsonException>(page.InnerException, exactMatch: false);
        Assert.StartsWith(
            "GET /things/all returned 200 OK, but its body (text/html) can not be read as declared: '<'",
            page.Message,
            StringComparison.Ordinal
        );
        Assert.EndsWith(": <html>Sign in</html>", page.Message, StringComparison.Ordinal);
        Assert.Equal(["text/html; charset=utf-8"], page.Headers["content-type"]);
        Assert.True(handler.Content!.IsDisposed);
    }

    [Fact]
    public async Task A_body_of_another_type_is_located()
    {
        var wrong = await Assert.ThrowsAsync<ApiException>(() =>
            SendAsync(FakeHandler.Answering(200, """{"n":[1,"x"]}"""), new ApiResponses<int>().Json(200, Answers.Sum))
        );
        var inner = Assert.IsType<JsonException>(wrong.InnerException, exactMatch: false);
        Assert.Equal("$.n[1]", inner.Path);
        Assert.Contains("$.n[1]", wrong.Message, StringComparison.Ordinal);
        Assert.Equal(3, await SendAsync(FakeHandler.Answering(200, """{"n":[1,2]}"""), new ApiResponses<int>().Json(200, Answers.Sum)));
    }

    [Fact]
    public async Task A_documented_error_is_typed()
    {
        var handler = FakeHandler.Answering(422, "\"too many\"");
        var error = await Assert.ThrowsAsync<ApiException<string>>(() => SendAsync(handler, Answers.Number));
        Assert.Equal("too many", error.Error);
        Assert.Equal("\"too many\"", error.Body);
        Assert.Equal(HttpMethod.Get, error.Method);
        Assert.Equal("https://api.test/things/all", error.RequestUri!.AbsoluteUri);
        Assert.Equal("GET /things/all returned 422 Unprocessable Entity: \"too many\"", error.Message);
        Assert.True(handler.Content!.IsDisposed);

        Assert.Equal(
            "no",
            (
                await Assert.ThrowsAsync<ApiException<string>>(() =>
                    FakeHandler.Answering(422, "\"no\"").Transport().SendAsync(Answers.Get(), Answers.None, null, Token)
                )
            ).Error
        );
    }

    [Theory]
    [InlineData("<p>no</p>", true)]
    [InlineData("1", true)]
    [InlineData("", false)]
    public async Task A_documented_error_that_can_not_be_read_is_a_plain_one(string body, bool hasCause)
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => SendAsync(FakeHandler.Answering(422, body), Answers.Number));
        Assert.Equal(body, error.Body ?? "");
        Assert.Equal(hasCause, error.InnerException is JsonException);
    }

    [Fact]
    public async Task An_undeclared_error_is_a_plain_one()
    {
        var error = await Assert.ThrowsAsync<ApiException>(() =>
            SendAsync(FakeHandler.Answering(503, "busy", "text/plain"), Answers.Number)
        );
        Assert.Equal("GET /things/all returned 503 Service Unavailable: busy", error.Message);
        Assert.Null(error.InnerException);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(204)]
    public async Task Without_a_result_any_2xx_will_do_and_its_body_is_not_read(int status)
    {
        var handler = FakeHandler.Streaming(status, new UnreadableStream());
        await handler.Transport().SendAsync(Answers.Get(), Answers.None, null, Token);
        Assert.True(handler.Content!.IsDisposed);
        await Assert.ThrowsAsync<ApiException>(() =>
            FakeHandler.Answering(302).Transport().SendAsync(Answers.Get(), Answers.None, null, Token)
        );
    }

    [Fact]
    public async Task Responses_do_not_change_after_their_first_use()
    {
        var responses = new ApiResponses<int>().Json(200, Answers.Int);
        await SendAsync(FakeHandler.Answering(200, "1"), responses);
        Assert.Throws<InvalidOperationException>(() => responses.Error(422, Answers.String));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ApiResponses<int>().Json(2, Answers.Int));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ApiResponses<int>().JsonRange(200, Answers.Int));
    }

    private sealed class UnreadableStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("nobody asked for this body");
    }
}
