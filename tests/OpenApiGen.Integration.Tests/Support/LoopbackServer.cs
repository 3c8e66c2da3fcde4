using Junction;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenApiGen.Integration.Tests.Support;

/// <summary>Kestrel on a free loopback port: gives every request to one handler and remembers what it saw.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    public const string ApiKey = "sk_us_test";

    private readonly List<SeenRequest> _requests = [];
    private readonly HttpClient _http = new();
    private readonly WebApplication _app;

    private LoopbackServer(RequestDelegate handler, bool isRead)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async context =>
        {
            if (isRead)
            {
                SeenRequest seen = await SeenRequest.ReadAsync(context.Request);
                lock (_requests)
                    _requests.Add(seen);
            }

            await handler(context);
        });
    }

    public static Task<LoopbackServer> StartAsync(int status, string json) => StartAsync(context => Answer(context, status, json));

    public static Task<LoopbackServer> StartAsync(RequestDelegate handler) => StartAsync(new LoopbackServer(handler, isRead: true));

    /// <summary>A server that leaves the body to its handler and remembers nothing.</summary>
    public static Task<LoopbackServer> StartUnreadAsync(RequestDelegate handler) => StartAsync(new LoopbackServer(handler, isRead: false));

    private static async Task<LoopbackServer> StartAsync(LoopbackServer server)
    {
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>A generated client of this server.</summary>
    public JunctionClient Client => new(_http, new() { ApiKey = ApiKey, Server = Address });

    public JunctionClient ClientWithoutKey => new(_http, new() { Server = Address });

    /// <summary>The request, when there was exactly one.</summary>
    public SeenRequest Request => Assert.Single(Requests);

    public IReadOnlyList<SeenRequest> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    public static async Task Answer(HttpContext context, int status, string body, string mediaType = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = mediaType;
        await context.Response.WriteAsync(body);
    }
}

internal sealed record SeenRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public static async Task<SeenRequest> ReadAsync(HttpRequest request)
    {
        request.EnableBuffering(); // so that a handler can read it again
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        return new SeenRequest(
            request.Method,
            request.Path.Value!,
            request.QueryString.Value!,
            request.Headers.ToDictionary(it => it.Key, it => it.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await ReadAsync(reader)
        );
    }

    private static async Task<string> ReadAsync(StreamReader reader)
    {
        string body = await reader.ReadToEndAsync();
        reader.BaseStream.Position = 0;
        return body;
    }
}
