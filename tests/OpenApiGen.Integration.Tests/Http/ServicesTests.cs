using Junction;
using Microsoft.Extensions.DependencyInjection;
using OpenApiGen.Http;
using OpenApiGen.Integration.Tests.Support;

namespace OpenApiGen.Integration.Tests.Http;

/// <summary>The client from the services of an application, and the two ways to fake it: docs/testing.md.</summary>
public sealed class ServicesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_client_and_its_groups_come_from_the_services_and_handlers_apply()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, Samples.HistoricalPull);
        var services = new ServiceCollection();
        services.AddSingleton(server.Address);
        int seen = 0;
        services
            .AddJunctionClient(
                static (options, provider) =>
                {
                    options.ApiKey = LoopbackServer.ApiKey;
                    options.Server = provider.GetRequiredService<Uri>();
                }
            )
            .AddHttpMessageHandler(() => new Counting(() => seen++));
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<JunctionClient>().Introspect.GetHistoricalPullsAsync(cancellationToken: Token);
        await provider.GetRequiredService<IIntrospectClient>().GetHistoricalPullsAsync(cancellationToken: Token);

        Assert.Equal(2, seen);
        Assert.All(server.Requests, static request => Assert.Equal(LoopbackServer.ApiKey, request.Headers["x-vital-api-key"]));
    }

    [Fact]
    public async Task Options_alone_do_too()
    {
        var services = new ServiceCollection();
        services
            .AddJunctionClient(static options => options.ApiKey = "k")
            .ConfigurePrimaryHttpMessageHandler(static () => new Answering(Samples.HistoricalPull));
        await using ServiceProvider provider = services.BuildServiceProvider();
        UserHistoricalPullsResponse page = await provider
            .GetRequiredService<JunctionClient>()
            .Introspect.GetHistoricalPullsAsync(cancellationToken: Token);
        Assert.NotEmpty(page.Data);
    }

    [Fact]
    public async Task A_fake_of_a_group_is_a_class_that_answers()
    {
        var fake = new FakeLink();
        Assert.Equal("accepted", await ImportAsync(fake));
        Assert.Equal(OAuthProviders.Oura, Assert.Single(fake.Imported).Provider);
    }

    [Fact]
    public async Task A_fake_server_is_a_handler()
    {
        using var http = new HttpClient(new Answering("""{"user_ids_imported":[],"user_ids_failed":[]}"""));
        Assert.Equal("imported 0", await ImportAsync(new JunctionClient(http).Link));
    }

    /// <summary>What is to be tested: code that takes a group, not the client.</summary>
    private static async Task<string> ImportAsync(ILinkClient link)
    {
        BulkImportResult result = await link.BulkImportAsync(
            new() { Provider = OAuthProviders.Oura, Connections = [] },
            cancellationToken: Token
        );
        return result.Match(static ok => $"imported {ok.UserIdsImported.Count}", static () => "accepted");
    }

    private sealed class FakeLink : ILinkClient
    {
        public List<BulkImportConnectionsBody> Imported { get; } = [];

        public Task<BulkImportResult> BulkImportAsync(
            BulkImportConnectionsBody body,
            ApiCall? call = null,
            CancellationToken cancellationToken = default
        )
        {
            Imported.Add(body);
            return Task.FromResult(BulkImportResult.FromAccepted());
        }
    }

    private sealed class Counting(Action seen) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen();
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Answering(string json) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") });
    }
}
