using Junction;
using Microsoft.AspNetCore.Http;
using OpenApiGen.Integration.Tests.Support;

namespace OpenApiGen.Integration.Tests.Http;

public sealed class BulkImportTests
{
    private static readonly Guid s_user = Guid.Parse("3c90c3cc-0d44-4b50-8888-8dd25736052a");

    private static readonly BulkImportConnectionsBody s_body = new()
    {
        Provider = OAuthProviders.Oura,
        Connections =
        [
            new ConnectionRecipe
            {
                UserId = s_user,
                AccessToken = "a",
                RefreshToken = "r",
                ProviderId = "p",
                ExpiresAt = 2147483648,
            },
        ],
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_200_has_the_two_lists()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, Samples.BulkImportResponse);

        BulkImportResult result = await server.Client.Link.BulkImportAsync(s_body, cancellationToken: Token);

        Assert.Equal(200, result.StatusCode);
        Assert.False(result.IsAccepted);
        Assert.Equal([s_user], result.Ok!.UserIdsImported);
        Assert.Equal([s_user], result.Ok.UserIdsFailed);
        Assert.Equal("ok 1", result.Match(ok => $"ok {ok.UserIdsImported.Count}", () => "accepted"));
    }

    [Fact]
    public async Task A_202_has_no_body_and_is_a_case_of_its_own()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return Task.CompletedTask;
        });

        BulkImportResult result = await server.Client.Link.BulkImportAsync(s_body, cancellationToken: Token);

        Assert.Equal(202, result.StatusCode);
        Assert.True(result.IsAccepted);
        Assert.Null(result.Ok);
        Assert.Equal("accepted", result.Match(ok => $"ok {ok.UserIdsImported.Count}", () => "accepted"));
    }

    [Fact]
    public async Task The_body_holds_what_was_set_and_nothing_else()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, Samples.BulkImportResponse);

        await server.Client.Link.BulkImportAsync(s_body, cancellationToken: Token);

        Assert.Equal("POST", server.Request.Method);
        Assert.Equal("/v2/link/bulk_import", server.Request.Path);
        Assert.StartsWith("application/json", server.Request.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal(
            server.Request.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture),
            server.Request.Headers["Content-Length"]
        );
        Assert.Equal(
            """{"provider":"oura","connections":[{"user_id":"3c90c3cc-0d44-4b50-8888-8dd25736052a","access_token":"a","refresh_token":"r","provider_id":"p","expires_at":2147483648}]}""",
            server.Request.Body
        );
    }

    [Fact]
    public async Task A_default_that_was_set_is_sent_and_so_is_a_null()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, Samples.BulkImportResponse);

        await server.Client.Link.BulkImportAsync(
            s_body with
            {
                WaitForCompletion = false,
                Connections = [s_body.Connections[0] with { OauthScopes = null }],
            },
            cancellationToken: Token
        );

        Assert.Equal(
            """{"provider":"oura","connections":[{"user_id":"3c90c3cc-0d44-4b50-8888-8dd25736052a","access_token":"a","refresh_token":"r","provider_id":"p","expires_at":2147483648,"oauth_scopes":null}],"wait_for_completion":false}""",
            server.Request.Body
        );
    }

    [Fact]
    public async Task A_provider_newer_than_the_description_is_sent()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, Samples.BulkImportResponse);

        await server.Client.Link.BulkImportAsync(s_body with { Provider = new OAuthProviders("runkeeper") }, cancellationToken: Token);

        Assert.StartsWith("""{"provider":"runkeeper",""", server.Request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_seeds_request_round_trips() => Wire.RoundTrips<BulkImportConnectionsBody>(Samples.BulkImportRequest);

    [Fact]
    public void The_seeds_response_round_trips() => Wire.RoundTrips<BulkImportConnectionsResponse>(Samples.BulkImportResponse);
}
