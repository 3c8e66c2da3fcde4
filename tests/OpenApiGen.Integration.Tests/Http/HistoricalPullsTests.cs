using Junction;
using OpenApiGen.Http;
using OpenApiGen.Integration.Tests.Support;

namespace OpenApiGen.Integration.Tests.Http;

public sealed class HistoricalPullsTests
{
    private static readonly Guid s_user = Guid.Parse("3c90c3cc-0d44-4b50-8888-8dd25736052a");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_arrives_typed()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, Samples.HistoricalPull);

        UserHistoricalPullsResponse page = await server.Client.Introspect.GetHistoricalPullsAsync(cancellationToken: Token);

        SingleUserHistoricalPullResponse user = Assert.Single(page.Data);
        Assert.Equal(s_user, user.UserId);
        SingleProviderHistoricalPullResponse fitbit = user.Provider[Providers.Fitbit];
        Assert.Equal([ClientFacingResource.BloodOxygen], fitbit.NotPulled);
        Assert.Equal([ClientFacingResource.Activity, ClientFacingResource.Sleep], fitbit.Pulled.Keys);
        SingleHistoricalPullStatistics activity = fitbit.Pulled[ClientFacingResource.Activity];
        Assert.Equal(HistoricalPullStatus.Success, activity.Status);
        Assert.Equal(70, activity.DaysWithData);
        Assert.Equal(new DateTimeOffset(2023, 7, 24, 0, 0, 0, TimeSpan.Zero), activity.RangeStart);
        Assert.Equal(new DateTimeOffset(2023, 10, 24, 13, 52, 51, TimeSpan.Zero), activity.Timeline.ScheduledAt);
        Assert.Equal("51cc7d2d72e98ed4eb63e2b0864b39e3", activity.TraceId);
        Assert.Null(activity.ErrorDetails);
        Assert.Equal("None", page.NextCursor);
    }

    [Fact]
    public async Task Unset_parameters_send_nothing_and_the_key_is_a_header()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, Samples.HistoricalPull);

        await server.Client.Introspect.GetHistoricalPullsAsync(cancellationToken: Token);

        Assert.Equal("GET", server.Request.Method);
        Assert.Equal("/v2/introspect/historical_pull", server.Request.Path);
        Assert.Equal("", server.Request.Query);
        Assert.Equal("", server.Request.Body);
        Assert.Equal(LoopbackServer.ApiKey, server.Request.Headers["x-vital-api-key"]);
        Assert.Contains("application/json", server.Request.Headers["Accept"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_there_is_no_header()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, Samples.HistoricalPull);

        await server.ClientWithoutKey.Introspect.GetHistoricalPullsAsync(cancellationToken: Token);

        Assert.False(server.Request.Headers.ContainsKey("x-vital-api-key"));
    }

    [Fact]
    public async Task Every_parameter_is_sent_escaped_and_in_document_order()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, Samples.HistoricalPull);

        await server.Client.Introspect.GetHistoricalPullsAsync(
            userId: s_user,
            provider: Providers.AppleHealthKit,
            userLimit: 10,
            nextCursor: "a+b/c=&d é",
            cancellationToken: Token
        );

        Assert.Equal(
            "?user_id=3c90c3cc-0d44-4b50-8888-8dd25736052a&provider=apple_health_kit&user_limit=10&next_cursor=a%2Bb%2Fc%3D%26d%20%C3%A9",
            server.Request.Query
        );
    }

    [Fact]
    public async Task The_provider_is_a_wearable_a_lab_or_something_newer()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, Samples.HistoricalPull);

        await server.Client.Introspect.GetHistoricalPullsAsync(provider: Providers.Oura, cancellationToken: Token);
        await server.Client.Introspect.GetHistoricalPullsAsync(provider: Labs.Quest, cancellationToken: Token);
        await server.Client.Introspect.GetHistoricalPullsAsync(provider: new Providers("not_invented_yet"), cancellationToken: Token);

        Assert.Equal(["?provider=oura", "?provider=quest", "?provider=not_invented_yet"], server.Requests.Select(it => it.Query));
    }

    [Fact]
    public async Task The_deprecated_parameter_still_works()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, Samples.HistoricalPull);

#pragma warning disable OAG9004 // the point of the test
        await server.Client.Introspect.GetHistoricalPullsAsync(cursor: "old", cancellationToken: Token);
#pragma warning restore OAG9004

        Assert.Equal("?cursor=old", server.Request.Query);
    }

    [Fact]
    public async Task Status_headers_and_raw_body_are_within_reach()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers["x-request-id"] = "r-1";
            return LoopbackServer.Answer(context, 200, Samples.HistoricalPull);
        });
        var call = new ApiCall { KeepBody = true };

        await server.Client.Introspect.GetHistoricalPullsAsync(call: call, cancellationToken: Token);

        Assert.Equal(System.Net.HttpStatusCode.OK, call.StatusCode);
        Assert.Equal(["r-1"], call.ResponseHeaders["x-request-id"]);
        Assert.Equal(Samples.HistoricalPull, System.Text.Encoding.UTF8.GetString(call.Body.Span));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Unknown_values_arrive_and_are_written_back()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, Samples.HistoricalPullUnknown);

        UserHistoricalPullsResponse page = await server.Client.Introspect.GetHistoricalPullsAsync(cancellationToken: Token);

        JsonAssert.Same(Samples.HistoricalPullUnknown, Wire.Write(page));
    }

    [Fact]
    public async Task A_group_can_be_replaced_by_a_fake()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, Samples.HistoricalPull);

        IIntrospectClient group = server.Client.Introspect;

        Assert.Single((await group.GetHistoricalPullsAsync(cancellationToken: Token)).Data);
    }
}
