using Junction;
using OpenApiGen.Integration.Tests.Support;

namespace OpenApiGen.Integration.Tests.Http;

public sealed class ResourcesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Maps_within_maps_are_keyed_by_provider_and_resource()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, Samples.Resources);

        UserResourcesResponse page = await server.Client.Introspect.GetResourcesAsync(
            provider: Providers.Fitbit,
            userLimit: 1,
            cancellationToken: Token
        );

        Assert.Equal("/v2/introspect/resources", server.Request.Path);
        Assert.Equal("?provider=fitbit&user_limit=1", server.Request.Query);
        SingleUserResourceResponse user = Assert.Single(page.Data);
        SingleResourceStatistics activity = user.Provider[Providers.Fitbit][ClientFacingResource.Activity];
        Assert.Equal(AttemptStatus.Success, activity.LastAttempt!.Status);
        Assert.Equal(new DateTimeOffset(2023, 10, 24, 13, 53, 59, TimeSpan.Zero), activity.LastAttempt.Timestamp);
        Assert.Equal(70, activity.SentCount);
        Assert.Null(user.Provider[Providers.AppleHealthKit][ClientFacingResource.Heartrate].LastAttempt);
        Assert.Equal(
            TimeSpan.FromHours(2),
            user.Provider[Providers.AppleHealthKit][ClientFacingResource.Heartrate].NewestData!.Value.Offset
        );
        Assert.Equal("eyJwYWdlIjoyfQ==", page.NextCursor);
        JsonAssert.Same(Samples.Resources, Wire.Write(page));
    }
}
