using System.Net;
using Junction;
using Junction.Resilience;
using OpenApiGen;
using OpenApiGen.Http;

// A generated client sends a request once. What is to happen when that fails is for the application to say, and its place is a handler
// between the client
// and the network. This is one with Polly, RetryHandler.cs: take it along.

// 1. The server is a stand-in of this very process that can be told to be busy. It prints the requests that it gets.
await using BusyJunction server = await BusyJunction.StartAsync();

// 2. The client is registered with its handlers. HttpClient.Timeout limits a call as a whole: all that is sent for it, and the waits
// between.
HostApplicationBuilder application = Host.CreateApplicationBuilder(args);
application.Logging.ClearProviders(); // HttpClient would tell all of it once more
application
    .Services.AddJunctionClient(options => options.Server = server.Address)
    .ConfigureHttpClient(static http => http.Timeout = TimeSpan.FromSeconds(30))
    .AddHttpMessageHandler(static () => new RetryHandler(new() { Retries = 3, LongestWait = TimeSpan.FromSeconds(10) }));
using IHost host = application.Build();
var junction = host.Services.GetRequiredService<JunctionClient>();

// 3. A server that knows when it will be back says so, in seconds or as a date. The caller sees nothing of it but the time.
server.Begin("A GET of a busy server");
server.Refuse(HttpStatusCode.ServiceUnavailable, retryAfter: "1");
server.RefuseForASecond(HttpStatusCode.ServiceUnavailable);
UserResourcesResponse resources = await junction.Introspect.GetResourcesAsync();
server.End($"user {resources.Data[0].UserId}");

// 4. Where it does not, each wait is about twice as long as the one before, and a little random: so that clients that failed together do
// not come back together.
server.Begin("A GET of a server that does not say when to come back");
server.Refuse(HttpStatusCode.TooManyRequests);
server.Refuse(HttpStatusCode.BadGateway);
resources = await junction.Introspect.GetResourcesAsync();
server.End($"user {resources.Data[0].UserId}");

// 5. A POST may have been carried out although its answer is an error: sent again, it could import twice. It is not, and the caller
// decides.
var import = new BulkImportConnectionsBody { Provider = OAuthProviders.Oura, Connections = [] };
server.Begin("A POST");
server.Refuse(HttpStatusCode.ServiceUnavailable, retryAfter: "1");
try
{
    await junction.Link.BulkImportAsync(import);
}
catch (ApiException refused)
{
    server.End($"{nameof(ApiException)}: {refused.Message}");
}

// 6. Unless the server can tell a repetition by its key, which goes into the call. An ApiCall for each thing to do, so a key for each.
server.Begin("A POST with a key");
server.Refuse(HttpStatusCode.ServiceUnavailable, retryAfter: "1");
var call = new ApiCall { Headers = { [RetryHandler.IdempotencyKey] = "import-7" } };
BulkImportResult result = await junction.Link.BulkImportAsync(import, call);
server.End(result.Match(static ok => $"imported {ok.UserIdsImported.Count}", static () => "accepted"));

// 7. Nothing waits for ever. A server that will be away for long is not waited for; the answer says how long.
server.Begin("A GET of a server that is away for an hour");
server.Refuse(HttpStatusCode.ServiceUnavailable, retryAfter: "3600");
try
{
    await junction.Introspect.GetResourcesAsync();
}
catch (ApiException away)
{
    server.End($"{nameof(ApiException)}: {(int)away.StatusCode}, come back in {away.Headers["Retry-After"][0]} s");
}

// 8. A time limit of one call, and a cancellation, end the waits, too.
server.Begin("A GET that may take 0.3 s");
server.Refuse(HttpStatusCode.ServiceUnavailable, retryAfter: "5");
try
{
    await junction.Introspect.GetResourcesAsync(call: new() { Timeout = TimeSpan.FromSeconds(0.3) });
}
catch (TaskCanceledException late) when (late.InnerException is TimeoutException)
{
    server.End($"{nameof(TimeoutException)}: {late.Message}");
}

server.Begin("A GET that is cancelled after 0.3 s");
server.Refuse(HttpStatusCode.ServiceUnavailable, retryAfter: "5");
using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(0.3));
try
{
    await junction.Introspect.GetResourcesAsync(cancellationToken: cancellation.Token);
}
catch (OperationCanceledException cancelled) when (cancelled.CancellationToken == cancellation.Token)
{
    server.End(cancelled.Message);
}
