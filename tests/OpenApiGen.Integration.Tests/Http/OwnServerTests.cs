using OpenApiGen.Integration.Tests.Support;
using ServersOwn;

namespace OpenApiGen.Integration.Tests.Http;

/// <summary>Operations with a server of their own: where they go, and where credentials go with them.</summary>
public sealed class OwnServerTests
{
    private const string Key = "sk-0123456789";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_servers_of_the_description_get_the_credentials()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static _ => Task.CompletedTask);
        using var http = new HttpClient(new AtLoopback(server.Address));
        foreach (Uri? listed in (Uri?[])[null, ServersOwnServer.Server1, ServersOwnServer.Europe])
        {
            ServersOwnClient client = new(http, new() { Server = listed, ApiKey = Key });
            await client.Files.PostFileAsync(cancellationToken: Token);
            await client.Files.GetFileAsync(cancellationToken: Token);
            await client.Files.PutFileAsync(cancellationToken: Token);
            await client.Same.GetSameAsync(cancellationToken: Token);
        }

        Assert.All(server.Requests, static request => Assert.Equal(Key, request.Headers["X-Key"]));
        string[] own = ["https://uploads.example.com/x/files", "https://a.cdn.example.com/files", "https://eu.example.com/files"];
        Assert.Equal(
            [.. own, "https://api.example.com/v1/same", .. own, "https://api.example.com/v1/same", .. own, "https://eu.example.com/same"],
            server.Requests.Select(static r => r.Headers["X-Sent-To"])
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task From_a_server_that_the_description_does_not_list_no_credentials_go_elsewhere(bool isBaseAddress)
    {
        await using LoopbackServer proxy = await LoopbackServer.StartAsync(static _ => Task.CompletedTask);
        await using LoopbackServer elsewhere = await LoopbackServer.StartAsync(static _ => Task.CompletedTask);
        using var http = new HttpClient(new AtLoopback(elsewhere.Address, proxy.Address));
        http.BaseAddress = isBaseAddress ? proxy.Address : null;
        ServersOwnClientOptions options = new() { Server = isBaseAddress ? null : proxy.Address, ApiKey = Key };
        ServersOwnClient client = new(http, options);

        var told = await Assert.ThrowsAsync<InvalidOperationException>(() => client.Files.PostFileAsync(cancellationToken: Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.Files.GetFileAsync(cancellationToken: Token));

        Assert.Equal(
            $"POST /files goes to https://uploads.example.com/x, and this client to {proxy.Address.ToString().TrimEnd('/')}, which the "
                + "description does not list: set the option of that server to where the credentials may go.",
            told.Message
        );
        Assert.Empty(elsewhere.Requests);
        Assert.Empty(proxy.Requests);

        // Without credentials there is nothing to keep back, and what is relative stays.
        await new ServersOwnClient(http, new() { Server = proxy.Address }).Files.PostFileAsync(cancellationToken: Token);
        Assert.False(elsewhere.Request.Headers.ContainsKey("X-Key"));
        await client.Next.GetNextAsync(cancellationToken: Token);
        Assert.Equal("/v2/next", proxy.Request.Path);
        Assert.Equal(Key, proxy.Request.Headers["X-Key"]);
    }

    [Fact]
    public async Task The_option_of_the_server_says_where_they_go_instead()
    {
        await using LoopbackServer api = await LoopbackServer.StartAsync(static _ => Task.CompletedTask),
            uploads = await LoopbackServer.StartAsync(static _ => Task.CompletedTask);
        using var http = new HttpClient();
        var client = new ServersOwnClient(
            http,
            new()
            {
                Server = new Uri(api.Address, "base"),
                UploadsServer = new Uri(uploads.Address, "x"),
                EuServer = api.Address,
                ApiKey = Key,
            }
        );

        await client.A.GetAAsync(cancellationToken: Token);
        await client.Files.PostFileAsync(cancellationToken: Token);
        await client.Files.PutFileAsync(cancellationToken: Token);
        await client.Next.GetNextAsync(cancellationToken: Token);
        await client.Same.GetSameAsync(cancellationToken: Token);

        Assert.Equal(["/base/a", "/files", "/v2/next", "/base/same"], api.Requests.Select(static r => r.Path));
        Assert.Equal("/x/files", uploads.Request.Path);
        Assert.All([.. api.Requests, uploads.Request], static request => Assert.Equal(Key, request.Headers["X-Key"]));
    }

    /// <summary>Sends to a server of the test what is for others, and says there for which.</summary>
    private sealed class AtLoopback(Uri server, Uri? other = null) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Uri address = request.RequestUri!;
            if (address.Authority == other?.Authority)
                return await base.SendAsync(request, cancellationToken);
            using HttpRequestMessage sent = new(request.Method, new Uri(server, address.PathAndQuery)) { Content = request.Content };
            foreach ((string name, IEnumerable<string> values) in request.Headers)
                sent.Headers.TryAddWithoutValidation(name, values);
            sent.Headers.Add("X-Sent-To", address.AbsoluteUri);
            HttpResponseMessage response = await base.SendAsync(sent, cancellationToken);
            response.RequestMessage = request;
            return response;
        }
    }
}
