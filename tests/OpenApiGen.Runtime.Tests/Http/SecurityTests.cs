using System.Net;
using System.Text;
using OpenApiGen.Http;
using OpenApiGen.Json;
using OpenApiGen.Runtime.Tests.Http.Support;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

/// <summary>Which of the credentials that are given go along, and a token that is renewed after 401.</summary>
public sealed class SecurityTests
{
    private const string Secret = "t_do_not_show";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("k,q,t", "X-Key=k")] // the first alternative
    [InlineData("t", "Authorization=Bearer t")]
    [InlineData("q,t", "key=q Authorization=Bearer t")]
    [InlineData("q", "")] // none is complete
    [InlineData("", "")]
    public async Task The_first_alternative_that_is_complete_is_sent(string given, string sent)
    {
        var security = new ApiSecurity().Or("k").Or("q", "t").Or("t");
        Assert.Equal(sent, await SentAsync(given, transport => transport.Security = security));
        Assert.Equal(sent, await SentAsync(given, static _ => { }, request => request.Security = security));
    }

    [Theory]
    [InlineData("t", "Authorization=Bearer t")]
    [InlineData("", "")]
    public async Task One_that_asks_for_nothing_comes_last(string given, string sent) =>
        Assert.Equal(sent, await SentAsync(given, static transport => transport.Security = new ApiSecurity().Or().Or("t")));

    [Fact]
    public async Task Nothing_is_sent_where_nothing_is_asked_for_and_everything_where_no_one_ever_asks()
    {
        Assert.Equal("", await SentAsync("k,q,t", static _ => { }, static request => request.Security = ApiSecurity.None));
        Assert.Equal("X-Key=k key=q Authorization=Bearer t", await SentAsync("k,q,t", static _ => { }));
        Assert.Equal("", await SentAsync("k", static transport => transport.Security = new ApiSecurity().Or("nobody")));
    }

    [Fact]
    public async Task A_provider_without_a_token_gives_way_to_the_next_alternative()
    {
        var handler = FakeHandler.Answering(204);
        ApiTransport transport = handler.Transport(
            new BearerCredential(null, static (_, _) => default) { Scheme = "t" },
            new ApiKeyCredential(ApiKeyLocation.Header, "X-Key", "k") { Scheme = "k" }
        );
        transport.Security = new ApiSecurity().Or("t").Or("k");
        await transport.SendAsync(Answers.Get(), Answers.None, null, Token);
        Assert.Equal("k", handler.Request.Headers.NonValidated["X-Key"].ToString());
        Assert.Null(handler.Request.Headers.Authorization);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_asked_for_anew_once()
    {
        List<string> asked = [];
        var handler = new FakeHandler(static request => new HttpResponseMessage(
            request.Headers.Authorization!.Parameter == "new" ? HttpStatusCode.NoContent : HttpStatusCode.Unauthorized
        ));
        ApiTransport transport = handler.Transport(
            new BearerCredential(
                null,
                (request, _) =>
                {
                    asked.Add($"{request.Scheme} {string.Join('+', request.Scopes)} {request.RefusedToken ?? "-"}");
                    return new(request.RefusedToken is null ? "old" : "new");
                }
            )
            {
                Scheme = "oauth",
            }
        );
        transport.Security = new ApiSecurity().Or("oauth read write");
        var request = new ApiRequest(ApiMethods.Post, "/x");
        request.Query("a", 1);
        request.Cookie("c", 1);
        request.JsonBody(1, JsonWrite.Int32);

        await transport.SendAsync(request, Answers.None, null, Token);

        Assert.Equal(["oauth read+write -", "oauth read+write old"], asked);
        Assert.Equal(["Bearer old", "Bearer new"], handler.Requests.Select(static r => r.Headers.Authorization!.ToString()));
        foreach (HttpRequestMessage sent in handler.Requests)
        {
            Assert.Equal("/x?a=1", sent.RequestUri!.PathAndQuery);
            Assert.Equal("c=1", sent.Headers.NonValidated["Cookie"].ToString());
            Assert.Equal("1", await sent.Content!.ReadAsStringAsync(Token));
        }
    }

    [Theory]
    [InlineData("same", 1, 2)] // the same token again would be refused again
    [InlineData(null, 1, 2)]
    [InlineData("other", 2, 2)] // once, not for ever
    public async Task It_is_not_tried_without_end(string? renewed, int sent, int asked)
    {
        int count = 0;
        var handler = FakeHandler.Answering(401, "no");
        ApiTransport transport = handler.Transport(
            new BearerCredential(
                null,
                (request, _) =>
                {
                    count++;
                    return new(request.RefusedToken is null ? "same" : renewed);
                }
            )
        );
        var refused = await Assert.ThrowsAsync<ApiException>(() => transport.SendAsync(Answers.Get(), Answers.None, null, Token));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(sent, handler.Requests.Count);
        Assert.Equal(asked, count);
    }

    [Fact]
    public async Task What_can_not_be_sent_again_is_not()
    {
        var handler = FakeHandler.Answering(401, "no");
        ApiTransport transport = handler.Transport(new BearerCredential(null, static (request, _) => new(request.RefusedToken + "x")));
        var request = new ApiRequest(ApiMethods.Post, "/x");
        request.Body(new ByteArrayContent([]));
        await Assert.ThrowsAsync<ApiException>(() => transport.SendAsync(request, Answers.None, null, Token));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task A_fixed_token_is_refused_once()
    {
        var handler = FakeHandler.Answering(401, "no");
        await Assert.ThrowsAsync<ApiException>(() =>
            handler.Transport(new BearerCredential("t")).SendAsync(Answers.Get(), Answers.None, null, Token)
        );
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Tokens_are_shown_nowhere()
    {
        Assert.DoesNotContain(Secret, new ApiTokenRequest("oauth", [], Secret).ToString(), StringComparison.Ordinal);
        var credential = new BearerCredential(Secret, static (_, _) => new(Secret)) { Scheme = "oauth" };
        Assert.DoesNotContain(Secret, credential.ToString(), StringComparison.Ordinal);
        var failure = await Assert.ThrowsAsync<ApiException>(() =>
            FakeHandler.Answering(401, "no").Transport(credential).SendAsync(Answers.Get(), Answers.None, new ApiCall(), Token)
        );
        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://uploads.test/x", null, "https://uploads.test/x/a")]
    [InlineData("https://uploads.test/x", "http://127.0.0.1:8080", "http://127.0.0.1:8080/a")]
    [InlineData("/v2", null, "https://api.test/v2/a")]
    [InlineData("/v2", "/v3", "https://api.test/v3/a")]
    [InlineData(null, "http://127.0.0.1:8080", "https://api.test/base/a")]
    public async Task A_request_can_have_a_server_of_its_own(string? declared, string? other, string sent)
    {
        var handler = FakeHandler.Answering(204);
        var transport = new ApiTransport(handler.Client(), new Uri("https://api.test/base"));
        transport.Redirect(declared ?? "https://else.test", other is null ? null : new Uri(other, UriKind.RelativeOrAbsolute));
        await transport.SendAsync(new ApiRequest(ApiMethods.Get, "/a") { Server = declared }, Answers.None, null, Token);
        Assert.Equal(sent, handler.Request.RequestUri!.AbsoluteUri);
    }

    [Theory]
    [InlineData("https://api.test", "https://api.test/v1", null, true)]
    [InlineData("https://API.test:443/base", "https://api.test/v1", null, true)]
    [InlineData("http://api.test", "https://api.test/v1", null, false)]
    [InlineData("https://api.test:8443", "https://api.test/v1", null, false)]
    [InlineData("https://api.test.evil", "https://api.test/v1", null, false)]
    [InlineData("https://uploads.test/base", null, null, true)]
    [InlineData("https://proxy.test", null, null, false)]
    [InlineData("https://proxy.test", "https://api.test", "https://uploads.test", true)]
    [InlineData("https://proxy.test", "https://api.test", "/stays", true)]
    public async Task Credentials_go_to_another_origin_only_where_someone_has_named_it(
        string server,
        string? declared,
        string? other,
        bool isSent
    )
    {
        foreach (string own in (string[])["https://uploads.test/x", "//uploads.test/x"])
        {
            var handler = FakeHandler.Answering(204);
            foreach (bool isBaseAddress in (bool[])[false, true])
            {
                HttpClient client = handler.Client();
                client.BaseAddress = isBaseAddress ? new Uri(server) : new Uri("https://else.test");
                ApiTransport transport = new(client, isBaseAddress ? null : new Uri(server), new BearerCredential("t"));
                if (declared is not null)
                    transport.Declare(new Uri("https://first.test"), new Uri(declared));
                transport.Redirect(own, other is null ? null : new Uri(other, UriKind.RelativeOrAbsolute));
                Task Send(ApiSecurity? security) =>
                    transport.SendAsync(
                        new ApiRequest(ApiMethods.Get, "/a") { Server = own, Security = security },
                        Answers.None,
                        null,
                        Token
                    );
                if (isSent)
                    await Send(null);
                else
                    await Assert.ThrowsAsync<InvalidOperationException>(() => Send(null));
                await Send(ApiSecurity.None);
            }

            Assert.Equal(isSent ? 4 : 2, handler.Requests.Count);
            Assert.Equal(isSent ? 2 : 0, handler.Requests.Count(static r => r.Headers.Authorization is not null));
        }
    }

    [Fact]
    public void Server_variables_are_filled_in_and_can_not_change_the_host()
    {
        Assert.Equal(
            "https://eu.example.com:8443/v1",
            ServerUrl
                .Expand("https://{region}.example.com:{port}/{base}", ("region", "eu"), ("port", "8443"), ("base", "v1"))
                .OriginalString
        );
        Assert.Equal("http://localhost:5000/api", ServerUrl.Expand("{address}/api", ("address", "http://localhost:5000")).OriginalString);
        Assert.Equal("https://a.test/x/y", ServerUrl.Expand("https://a.test/{base}", ("base", "x/y")).OriginalString);
        foreach (string evil in (string[])["evil.test/", "evil.test#", "evil.test?", "me@evil.test", "evil.test\\", "a b"])
            Assert.Throws<ArgumentException>(() => ServerUrl.Expand("https://{region}.example.com/", ("region", evil)));
        Assert.Throws<ArgumentException>(() => ServerUrl.Expand("https://{region}.example.com/", ("region", null!)));
    }

    private static async Task<string> SentAsync(string given, Action<ApiTransport> setUp, Action<ApiRequest>? fill = null)
    {
        string? Of(string name) => given.Split(',').Contains(name) ? name : null;
        var handler = FakeHandler.Answering(204);
        ApiTransport transport = handler.Transport(
            new ApiKeyCredential(ApiKeyLocation.Header, "X-Key", Of("k")) { Scheme = "k" },
            new ApiKeyCredential(ApiKeyLocation.Query, "key", Of("q")) { Scheme = "q" },
            new BearerCredential(Of("t")) { Scheme = "t" }
        );
        setUp(transport);
        ApiRequest request = Answers.Get();
        fill?.Invoke(request);
        await transport.SendAsync(request, Answers.None, null, Token);
        var sent = new StringBuilder();
        if (handler.Request.Headers.NonValidated.TryGetValues("X-Key", out var key))
            sent.Append("X-Key=").Append(key).Append(' ');
        sent.Append(handler.Request.RequestUri!.Query.TrimStart('?')).Append(' ');
        if (handler.Request.Headers.Authorization is { } authorization)
            sent.Append("Authorization=").Append(authorization);
        return sent.ToString().Replace("  ", " ").Trim();
    }
}
