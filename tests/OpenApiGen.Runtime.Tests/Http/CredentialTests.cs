using OpenApiGen.Http;
using OpenApiGen.Runtime.Tests.Http.Support;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

public sealed class CredentialTests
{
    private const string Secret = "sk_live_do_not_show";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<HttpRequestMessage> SentWith(params ApiCredential[] credentials) =>
        Sent.MessageAsync(
            "/x",
            static request =>
            {
                request.Query("a", 1);
                request.Cookie("c", 1);
            },
            credentials: credentials
        );

    [Fact]
    public async Task An_API_key_goes_where_it_belongs()
    {
        HttpRequestMessage message = await SentWith(
            new ApiKeyCredential(ApiKeyLocation.Header, "x-vital-api-key", "k1"),
            new ApiKeyCredential(ApiKeyLocation.Query, "api_key", "k&2"),
            new ApiKeyCredential(ApiKeyLocation.Cookie, "session", "k;3")
        );
        Assert.Equal("k1", message.Headers.NonValidated["x-vital-api-key"].ToString());
        Assert.Equal("/x?a=1&api_key=k%262", message.RequestUri!.PathAndQuery);
        Assert.Equal("c=1; session=k%3B3", message.Headers.NonValidated["Cookie"].ToString());
    }

    [Fact]
    public async Task Bearer_and_basic_are_the_authorization_header()
    {
        Assert.Equal("Bearer t.o.k", (await SentWith(new BearerCredential("t.o.k"))).Headers.NonValidated["Authorization"].ToString());
        Assert.Equal(
            "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
            (await SentWith(new BasicCredential("Aladdin", "open sesame"))).Headers.NonValidated["Authorization"].ToString()
        );
        Assert.Equal(
            "Basic dGVzdDoxMjPCow==",
            (await SentWith(new BasicCredential("test", "123£"))).Headers.NonValidated["Authorization"].ToString()
        ); // RFC 7617 section 2.1
        Assert.Equal("Basic dTo=", (await SentWith(new BasicCredential("u", null))).Headers.NonValidated["Authorization"].ToString());
    }

    [Fact]
    public async Task Null_sends_none()
    {
        HttpRequestMessage message = await SentWith(
            new ApiKeyCredential(ApiKeyLocation.Header, "x-key", (string?)null),
            new ApiKeyCredential(ApiKeyLocation.Query, "key", (string?)null),
            new BearerCredential(static _ => default),
            new BasicCredential(null, null)
        );
        Assert.False(message.Headers.Contains("x-key"));
        Assert.Equal("/x?a=1", message.RequestUri!.PathAndQuery);
        Assert.Null(message.Headers.Authorization);
    }

    [Fact]
    public async Task A_callback_is_asked_for_every_request()
    {
        int count = 0;
        var credential = new BearerCredential(async token =>
        {
            Assert.True(token.CanBeCanceled);
            await Task.Yield();
            return $"t{++count}";
        });
        Assert.Equal("Bearer t1", (await SentWith(credential)).Headers.NonValidated["Authorization"].ToString());
        Assert.Equal("Bearer t2", (await SentWith(credential)).Headers.NonValidated["Authorization"].ToString());
    }

    [Fact]
    public void ToString_tells_the_place_and_never_the_secret()
    {
        Assert.Equal("ApiKeyCredential (Header x-key, set)", new ApiKeyCredential(ApiKeyLocation.Header, "x-key", Secret).ToString());
        Assert.Equal("ApiKeyCredential (Query key, not set)", new ApiKeyCredential(ApiKeyLocation.Query, "key", (string?)null).ToString());
        Assert.Equal("BearerCredential (Header Authorization, from a callback)", new BearerCredential(static _ => new(Secret)).ToString());
        Assert.Equal("BasicCredential (Header Authorization, set)", new BasicCredential("u", Secret).ToString());
    }

    [Fact]
    public void What_can_not_be_a_secret_is_refused_without_showing_it()
    {
        Assert.Throws<ArgumentException>(() => new BearerCredential(""));
        var refused = Assert.Throws<ArgumentException>(() => new BasicCredential("a:b", Secret));
        Assert.DoesNotContain("a:b", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Secret + "\n")]
    [InlineData("\r\nX-Admin: 1" + Secret)]
    public async Task A_key_with_a_line_break_is_refused_without_showing_it(string key)
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() =>
            SentWith(new ApiKeyCredential(ApiKeyLocation.Header, "x-key", key))
        );
        Assert.Contains("'x-key'", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Secret,
            (await Assert.ThrowsAsync<ArgumentException>(() => SentWith(new BearerCredential(key)))).ToString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(500)]
    [InlineData(200)]
    [InlineData(422)]
    public async Task Secrets_are_in_no_exception_and_no_ToString(int status)
    {
        var responses = new ApiResponses<int>()
            .Json(200, static (ref System.Text.Json.Utf8JsonReader reader) => reader.GetInt32())
            .Error(422, static (ref System.Text.Json.Utf8JsonReader reader) => reader.GetString()!);
        ApiTransport transport = new(
            FakeHandler.Answering(status, status == 422 ? "\"no\"" : "<p>").Client(),
            new Uri($"https://user:{Secret}@api.test"),
            new ApiKeyCredential(ApiKeyLocation.Header, "x-key", Secret),
            new ApiKeyCredential(ApiKeyLocation.Query, "key", Secret),
            new ApiKeyCredential(ApiKeyLocation.Cookie, "session", Secret),
            new BearerCredential(Secret)
        );
        var request = new ApiRequest(ApiMethods.Get, "/x");
        request.Query("a", 1);
        var call = new ApiCall { Headers = { ["X-Other"] = Secret } };

        var failure = await Assert.ThrowsAnyAsync<ApiException>(() => transport.SendAsync(request, responses, call, Token));

        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
        Assert.Equal("https://api.test/x?a=1", failure.RequestUri!.AbsoluteUri);
        Assert.DoesNotContain(Secret, request.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, call.ToString(), StringComparison.Ordinal);
    }
}
