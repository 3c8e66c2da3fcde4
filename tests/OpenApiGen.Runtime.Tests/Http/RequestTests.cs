using System.Net;
using System.Text.Json;
using OpenApiGen.Http;
using OpenApiGen.Runtime.Tests.Http.Support;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

public sealed class RequestTests
{
    private static readonly ApiResponses s_any = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://api.test", "/v2/x", "https://api.test/v2/x")]
    [InlineData("https://api.test/", "/v2/x", "https://api.test/v2/x")]
    [InlineData("https://api.test/base", "/v2/x", "https://api.test/base/v2/x")]
    [InlineData("https://api.test/base/", "/v2/x", "https://api.test/base/v2/x")]
    [InlineData("https://api.test/base?a=b#c", "/v2/x", "https://api.test/base/v2/x")]
    [InlineData("http://api.test:8080/b%20c", "/v2/x", "http://api.test:8080/b%20c/v2/x")]
    [InlineData("https://api.test", "v2/x", "https://api.test/v2/x")]
    [InlineData("https://api.test", "/", "https://api.test/")]
    [InlineData("https://api.test/base", "", "https://api.test/base/")]
    [InlineData("https://api.test", "/a b/é:go", "https://api.test/a%20b/%C3%A9:go")]
    [InlineData("https://api.test", "/x?action=go#one", "https://api.test/x?action=go")]
    public async Task Server_and_template_make_the_URI(string server, string template, string expected)
    {
        HttpRequestMessage message = await Sent.MessageAsync(template, static _ => { }, server);
        Assert.Equal(expected, message.RequestUri!.AbsoluteUri);
        Assert.Equal(new Uri(expected), message.RequestUri);
    }

    [Fact]
    public async Task A_query_of_the_template_goes_first() =>
        Assert.Equal("/x?action=go&a=1", await Sent.TargetAsync("/x?action=go", static request => request.Query("a", 1)));

    [Fact]
    public async Task A_query_of_the_template_has_expressions_too() =>
        Assert.Equal("/x?name=a%26b&go=1", await Sent.TargetAsync("/x?name={name}&go=1", static request => request.Path("name", "a&b")));

    [Fact]
    public async Task Expressions_may_be_parts_of_a_segment()
    {
        string target = await Sent.TargetAsync(
            "/r/{id}.{format}/{a}{b}:run",
            static request =>
            {
                request.Path("b", "2");
                request.Path("id", 7);
                request.Path("format", "json");
                request.Path("a", "1");
            }
        );
        Assert.Equal("/r/7.json/12:run", target);
    }

    [Theory]
    [InlineData("..", "%2E%2E")]
    [InlineData(".", "%2E")]
    [InlineData("../..", "..%2F..")]
    [InlineData("..\\x", "..%5Cx")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("...", "...")]
    [InlineData(".a", ".a")]
    public async Task A_path_value_never_climbs(string value, string expected) =>
        Assert.Equal(expected, await Sent.PathAsync(value, ParameterStyle.Simple, false));

    [Fact]
    public async Task Neither_do_two_that_meet_nor_one_that_comes_encoded()
    {
        Assert.Equal(
            "/x/%2E%2E/y",
            await Sent.TargetAsync(
                "/x/{a}{b}/y",
                static request =>
                {
                    request.Path("a", ".");
                    request.Path("b", ".");
                }
            )
        );
        Assert.Equal("/x/%2E%2E", await Sent.TargetAsync("/x/{a}", static request => request.Path("a", "%2e.", allowReserved: true)));
        Assert.Equal("%2E%2E", await Sent.PathAsync(".", ParameterStyle.Label, false));
    }

    [Fact]
    public void A_path_value_that_is_null_or_empty_is_refused_by_name()
    {
        var request = new ApiRequest(ApiMethods.Get, "/users/{user_id}");
        foreach (ParameterValue value in new ParameterValue[] { default, "", Values.List(), Values.List("") })
        {
            var refused = Assert.Throws<ArgumentException>(() => request.Path("user_id", value));
            Assert.StartsWith(
                "Path parameter 'user_id' of '/users/{user_id}' is null or empty.",
                refused.Message,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task A_path_parameter_without_a_value_is_refused_by_name()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Sent.TargetAsync("/users/{user_id}", static _ => { }));
        Assert.Equal("Path parameter 'user_id' of '/users/{user_id}' has no value.", refused.Message);
    }

    [Fact]
    public void A_header_that_would_forge_another_is_refused_without_showing_it()
    {
        var request = new ApiRequest(ApiMethods.Get, "/x");
        foreach (string value in new[] { "x\r\ny: z", "x\ny", "x\r", "x\0" })
        {
            var refused = Assert.Throws<ArgumentException>(() => request.Header("X-Trace", "secret" + value));
            Assert.Equal(
                "The value of header 'X-Trace' has a line break or NUL in it; that would let it forge further headers.",
                refused.Message
            );
            Assert.Throws<ArgumentException>(() => request.Header("X-Trace", Values.Map(("secret" + value, 1))));
            Assert.Throws<ArgumentException>(() => request.Cookie("c", value, style: ParameterStyle.Cookie));
            Assert.Throws<ArgumentException>(() => request.Accept(value));
        }

        Assert.Throws<ArgumentException>(() => request.Header("X-A\r\nX-B", "1"));
        Assert.Throws<ArgumentException>(() => request.Header("X A", "1"));
        Assert.Throws<ArgumentException>(() => request.Header("", "1"));
    }

    [Fact]
    public void A_cookie_that_would_start_another_is_refused_or_encoded()
    {
        var request = new ApiRequest(ApiMethods.Get, "/x");
        var refused = Assert.Throws<ArgumentException>(() => request.Cookie("c", "secret; admin=1", style: ParameterStyle.Cookie));
        Assert.Equal("Cookie 'c' has ';' in its value, and style cookie does not encode it.", refused.Message);
    }

    [Fact]
    public async Task Headers_and_cookies_are_sent_as_they_are()
    {
        HttpRequestMessage message = await Sent.MessageAsync(
            "/x",
            static request =>
            {
                request.Header("X-Text", "a, b \"c\" é=%");
                request.Cookie("a", "1; b");
                request.Cookie("b", "2");
                request.Cookie("none", (string?)null);
            }
        );
        Assert.Equal("a, b \"c\" é=%", message.Headers.NonValidated["X-Text"].ToString());
        Assert.Equal("a=1%3B%20b; b=2", message.Headers.NonValidated["Cookie"].ToString());
        Assert.Equal("application/json", message.Headers.NonValidated["Accept"].ToString());
        Assert.Equal(
            "text/plain",
            (await Sent.MessageAsync("/x", static request => request.Accept("text/plain"))).Headers.NonValidated["Accept"].ToString()
        );
    }

    [Fact]
    public async Task A_JSON_body_has_its_type_and_length()
    {
        HttpRequestMessage message = await Sent.MessageAsync(
            "/x",
            static request => request.JsonBody("é<", static (writer, value) => writer.WriteStringValue(value)),
            method: ApiMethods.Patch
        );
        Assert.Equal("PATCH", message.Method.Method);
        Assert.Equal("application/json", message.Content!.Headers.ContentType!.ToString());
        Assert.Equal(5, message.Content.Headers.ContentLength);
        Assert.Equal("\"é<\"", await message.Content.ReadAsStringAsync(Token));

        message = await Sent.MessageAsync(
            "/x",
            static request => request.JsonBody(1, static (writer, value) => writer.WriteNumberValue(value), "application/merge-patch+json"),
            method: ApiMethods.Post
        );
        Assert.Equal("application/merge-patch+json", message.Content!.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Without_a_body_there_is_no_content() =>
        Assert.Null((await Sent.MessageAsync("/x", static _ => { }, method: ApiMethods.Post)).Content);

    [Fact]
    public async Task Any_content_can_be_the_body_and_stays_open()
    {
        using var file = new MemoryStream([1, 2, 3]);
        using var content = new StreamContent(file);
        HttpRequestMessage message = await Sent.MessageAsync("/x", request => request.Body(content), method: ApiMethods.Put);
        Assert.Same(content, message.Content);
        Assert.True(file.CanRead);
    }

    [Fact]
    public async Task The_clients_HTTP_version_applies()
    {
        var handler = FakeHandler.Answering(204);
        var client = new HttpClient(handler)
        {
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        await new ApiTransport(client, new Uri("https://api.test")).SendAsync(new ApiRequest(ApiMethods.Get, "/x"), s_any, null, Token);
        Assert.Equal(HttpVersion.Version20, handler.Request.Version);
        Assert.Equal(HttpVersionPolicy.RequestVersionExact, handler.Request.VersionPolicy);
    }

    [Fact]
    public async Task The_server_may_come_from_the_client()
    {
        var handler = FakeHandler.Answering(204);
        var client = new HttpClient(handler) { BaseAddress = new Uri("https://base.test/api/") };
        await new ApiTransport(client, null).SendAsync(new ApiRequest(ApiMethods.Get, "/x"), s_any, null, Token);
        await new ApiTransport(client, new Uri("/v3", UriKind.Relative)).SendAsync(
            new ApiRequest(ApiMethods.Get, "/x"),
            s_any,
            null,
            Token
        );
        Assert.Equal(["https://base.test/api/x", "https://base.test/v3/x"], handler.Requests.Select(it => it.RequestUri!.AbsoluteUri));

        var none = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new ApiTransport(new HttpClient(handler), null).SendAsync(new ApiRequest(ApiMethods.Get, "/x"), s_any, null, Token)
        );
        Assert.Equal("There is no server to send to: give an absolute one, or set HttpClient.BaseAddress.", none.Message);
    }

    [Fact]
    public async Task A_request_is_sent_once()
    {
        ApiTransport transport = FakeHandler.Answering(204).Transport();
        var request = new ApiRequest(ApiMethods.Get, "/x/{id}");
        request.Path("id", 1);
        await transport.SendAsync(request, s_any, null, Token);
        var again = await Assert.ThrowsAsync<InvalidOperationException>(() => transport.SendAsync(request, s_any, null, Token));
        Assert.Equal("GET /x/{id} has been sent already; a request object serves one call.", again.Message);
    }

    [Fact]
    public void Methods_have_their_names() =>
        Assert.Equal(
            ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY", "PURGE"],
            new[]
            {
                ApiMethods.Get,
                ApiMethods.Put,
                ApiMethods.Post,
                ApiMethods.Delete,
                ApiMethods.Options,
                ApiMethods.Head,
                ApiMethods.Patch,
                ApiMethods.Trace,
                ApiMethods.Query,
                ApiMethods.Of("PURGE"),
            }.Select(it => it.Method)
        );
}
