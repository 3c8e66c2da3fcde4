using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Junction.Resilience;

/// <summary>
/// A stand-in for the Junction API on a free loopback port, over the generated server stubs. It refuses requests as it is told, and prints
/// each with its answer.
/// </summary>
internal sealed class BusyJunction : IIntrospectHandler, ILinkHandler, IAsyncDisposable
{
    private readonly ConcurrentQueue<(HttpStatusCode Status, Func<string>? RetryAfter)> _refusals = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly WebApplication _app;

    private BusyJunction()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Use(RefuseAsync);
        _app.MapJunction(this);
    }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<BusyJunction> StartAsync()
    {
        var server = new BusyJunction();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Prints a title, and counts time from now on.</summary>
    public void Begin(string title)
    {
        Console.WriteLine($"{Environment.NewLine}{title}");
        _clock.Restart();
    }

    /// <summary>Prints what became of a call.</summary>
    public void End(string outcome) => Console.WriteLine($"  {Time}  => {outcome}");

    /// <summary>Refuses one request more.</summary>
    public void Refuse(HttpStatusCode status, string? retryAfter = null) =>
        _refusals.Enqueue((status, retryAfter is null ? null : () => retryAfter));

    /// <summary>Likewise, until a second after that request.</summary>
    public void RefuseForASecond(HttpStatusCode status) =>
        _refusals.Enqueue((status, static () => DateTimeOffset.UtcNow.AddSeconds(1).ToString("R")));

    public Task<IntrospectGetResourcesAnswer> GetResourcesAsync(
        Guid? userId,
        Providers? provider,
        long? userLimit,
        string? cursor,
        string? nextCursor,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IntrospectGetResourcesAnswer>(
            new UserResourcesResponse
            {
                Data =
                [
                    new()
                    {
                        UserId = Guid.Parse("3c90c3cc-0d44-4b50-8888-8dd25736052a"),
                        Provider = new Dictionary<Providers, IReadOnlyDictionary<ClientFacingResource, SingleResourceStatistics>>(),
                    },
                ],
                NextCursor = null,
            }
        );

    public Task<LinkBulkImportAnswer> BulkImportAsync(
        BulkImportConnectionsBody body,
        HttpContext context,
        CancellationToken cancellationToken
    ) => Task.FromResult(LinkBulkImportAnswer.Accepted());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private string Time => $"{_clock.Elapsed.TotalSeconds:0.0} s";

    private Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        // Printed before the client can see the answer.
        context.Response.OnStarting(() =>
        {
            string key = context.Request.Headers[RetryHandler.IdempotencyKey] is [{ } given]
                ? $" ({RetryHandler.IdempotencyKey}: {given})"
                : "";
            string wait = context.Response.Headers.RetryAfter is [{ } asked] ? $", Retry-After: {asked}" : "";
            Console.WriteLine($"  {Time}  {context.Request.Method} {context.Request.Path}{key} -> {context.Response.StatusCode}{wait}");
            return Task.CompletedTask;
        });
        if (!_refusals.TryDequeue(out var refusal))
            return next(context);
        context.Response.StatusCode = (int)refusal.Status;
        if (refusal.RetryAfter is not null)
            context.Response.Headers.RetryAfter = refusal.RetryAfter();
        return Task.CompletedTask;
    }
}
