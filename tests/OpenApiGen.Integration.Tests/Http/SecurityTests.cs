using OpenApiGen.Integration.Tests.Support;
using SecurityAlternatives;
using ServersVariables;

namespace OpenApiGen.Integration.Tests.Http;

/// <summary>What generated operations send along, and where they send it.</summary>
public sealed class SecurityTests
{
    private static readonly string[] s_names = ["X-Key", "Authorization", "Cookie"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_operation_sends_what_it_asks_for_and_no_more()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static _ => Task.CompletedTask);
        using var http = new HttpClient();
        var client = new SecurityAlternativesClient(
            http,
            new()
            {
                Server = server.Address,
                ApiKey = "k",
                BearerToken = "t",
                Cookie = "c",
                Hmac = "hmac s",
                OauthProvider = static (request, _) => new(string.Join('+', request.Scopes)),
            }
        );

        await client.Usual.GetUsualAsync(cancellationToken: Token);
        await client.Open.GetOpenAsync(cancellationToken: Token);
        await client.Optional.GetOptionalAsync(cancellationToken: Token);
        await client.Either.GetEitherAsync(cancellationToken: Token);
        await client.Scoped.GetScopedAsync(cancellationToken: Token);
        await client.Mutual.GetMutualAsync(cancellationToken: Token);
        await client.Signed.GetSignedAsync(cancellationToken: Token);

        Assert.Equal(
            [
                "/usual X-Key=k",
                "/open",
                "/optional Authorization=Bearer t",
                "/either Authorization=Bearer t",
                "/scoped Authorization=Bearer read+write",
                "/mutual Cookie=sid=c",
                "/signed Authorization=hmac s",
            ],
            server.Requests.Select(static r =>
                r.Path + r.Query + string.Concat(s_names.Where(r.Headers.ContainsKey).Select(h => $" {h}={r.Headers[h]}"))
            )
        );
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static context =>
        {
            context.Response.StatusCode = context.Request.Headers.Authorization == "Bearer new" ? 204 : 401;
            return Task.CompletedTask;
        });
        using var http = new HttpClient();
        var client = new SecurityAlternativesClient(
            http,
            new() { Server = server.Address, OauthProvider = static (request, _) => new(request.RefusedToken is null ? "old" : "new") }
        );

        await client.Scoped.GetScopedAsync(cancellationToken: Token);

        Assert.Equal(["Bearer old", "Bearer new"], server.Requests.Select(static r => r.Headers["Authorization"]));
    }

    [Fact]
    public void Servers_with_variables_are_methods()
    {
        Assert.Equal("https://eu.example.com:443/v1", ServersVariablesServer.ByRegion().OriginalString);
        Assert.Equal(
            "https://us.example.com:8443/v2",
            ServersVariablesServer.ByRegion(ServerRegion.Us, ServerPort._8443, "v2").OriginalString
        );
        Assert.Equal("https://ap.staging.example.com", ServersVariablesServer.Staging(new ServerRegion("ap")).OriginalString);
        Assert.Equal("http://localhost/api", ServersVariablesServer.SelfHosted().OriginalString);
        Assert.Throws<ArgumentException>(() => ServersVariablesServer.Staging(new ServerRegion("evil.test/")));
    }
}
