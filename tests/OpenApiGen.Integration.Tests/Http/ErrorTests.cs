using System.Net;
using System.Text.Json;
using Junction;
using OpenApiGen.Integration.Tests.Support;

namespace OpenApiGen.Integration.Tests.Http;

/// <summary>Answers that are not the success the description promises.</summary>
public sealed class ErrorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_422_is_typed()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(422, Samples.HttpValidationError);

        var refused = await Assert.ThrowsAsync<ApiException<HttpValidationError>>(() => Get(server));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("value is not a valid uuid", refused.Error.Detail!.Value[0].GetProperty("msg").GetString());
        Assert.Equal(Samples.HttpValidationError, refused.Body);
        Assert.Equal(HttpMethod.Get, refused.Method);
        Assert.Contains("GET /v2/introspect/historical_pull", refused.Message, StringComparison.Ordinal);
        Assert.Contains("422", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(LoopbackServer.ApiKey, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_detail_has_no_type_and_may_be_a_string()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(422, """{"detail":"no"}""");

        var refused = await Assert.ThrowsAsync<ApiException<HttpValidationError>>(() => Get(server));

        Assert.Equal("no", refused.Error.Detail!.Value.GetString());
    }

    [Fact]
    public async Task A_422_of_a_post_is_typed_as_well()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(422, Samples.HttpValidationError);

        await Assert.ThrowsAsync<ApiException<HttpValidationError>>(() =>
            server.Client.Link.BulkImportAsync(
                new BulkImportConnectionsBody { Provider = OAuthProviders.Oura, Connections = [] },
                cancellationToken: Token
            )
        );
    }

    [Fact]
    public async Task A_422_that_is_not_the_declared_error_keeps_its_body()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            LoopbackServer.Answer(context, 422, "<p>no</p>", "text/html")
        );

        var refused = await Assert.ThrowsAsync<ApiException>(() => Get(server));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("<p>no</p>", refused.Body);
        Assert.IsType<JsonException>(refused.InnerException, exactMatch: false);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(401)]
    [InlineData(204)]
    [InlineData(299)]
    public async Task A_status_that_is_not_declared_is_an_exception_with_the_answer(int status)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers["x-request-id"] = "r-1";
            return status == 204 ? Task.CompletedTask : LoopbackServer.Answer(context, status, "it broke", "text/plain");
        });

        var broken = await Assert.ThrowsAsync<ApiException>(() => Get(server));

        Assert.Equal(status, (int)broken.StatusCode);
        Assert.Equal(status == 204 ? "" : "it broke", broken.Body ?? "");
        Assert.Equal(["r-1"], broken.Headers["x-request-id"]);
        Assert.Contains(status.ToString(System.Globalization.CultureInfo.InvariantCulture), broken.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><body>It works!</body></html>", "text/html")]
    [InlineData("<html><body>It works!</body></html>", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("{\"data\":[", "application/json")]
    [InlineData("{\"data\":[],\"next_cursor\":null} trailing", "application/json")]
    [InlineData("[]", "application/json")]
    public async Task A_200_that_cannot_be_read_keeps_status_and_body(string body, string mediaType)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            LoopbackServer.Answer(context, 200, body, mediaType)
        );

        var garbage = await Assert.ThrowsAsync<ApiException>(() => Get(server));

        Assert.Equal(HttpStatusCode.OK, garbage.StatusCode);
        Assert.Equal(body, garbage.Body ?? "");
    }

    [Fact]
    public async Task An_invalid_member_is_named_by_its_path()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, Samples.SeedExample);

        UserHistoricalPullsResponse page = await Get(server);
        var used = Assert.Throws<ApiFaultException>(() => page.Data[0].UserId);
        Assert.Equal("$.data[0].user_id", used.Fault.Path);

        using HttpClient http = new();
        JunctionClient strict = new(http, new() { Server = server.Address, Reading = ApiReading.Strict });
        var invalid = await Assert.ThrowsAsync<ApiException>(() => strict.Introspect.GetHistoricalPullsAsync(cancellationToken: Token));

        Assert.Equal(HttpStatusCode.OK, invalid.StatusCode);
        Assert.Contains("$.data[0].user_id", invalid.Message, StringComparison.Ordinal);
        var inner = Assert.IsType<JsonException>(invalid.InnerException, exactMatch: false);
        Assert.Equal("$.data[0].user_id", inner.Path);
    }

    [Fact]
    public async Task Nobody_listening_is_what_HttpClient_says()
    {
        LoopbackServer server = await LoopbackServer.StartAsync(200, Samples.HistoricalPull);
        Uri address = server.Address;
        await server.DisposeAsync();
        using var http = new HttpClient();

        await Assert.ThrowsAsync<HttpRequestException>(() =>
            new JunctionClient(http, new() { Server = address }).Introspect.GetHistoricalPullsAsync(cancellationToken: Token)
        );
    }

    private static Task<UserHistoricalPullsResponse> Get(LoopbackServer server) =>
        server.Client.Introspect.GetHistoricalPullsAsync(cancellationToken: Token);
}
