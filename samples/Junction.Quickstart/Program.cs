using Junction;
using Junction.Quickstart;
using OpenApiGen;
using OpenApiGen.Http;

// Everything in namespace Junction was generated, while this program was compiled, from one line of the project file:
//     <OpenApiSpec Include="../../specs/junction/junction.yaml" Namespace="Junction" Generate="Client, Server" />

// 1. A client takes an HttpClient, a key and a server. Here the server is a small stand-in for the Junction API on a
//    loopback port of this very process, FakeJunction, over the generated server stubs; for the real one say
//    JunctionServer.Sandbox or JunctionServer.Production.
await using Loopback server = await Loopback.StartAsync(app =>
{
    app.Use(
        (context, next) =>
        {
            if (context.Request.Headers["x-vital-api-key"] == FakeJunction.ApiKey)
                return next(context);
            context.Response.StatusCode = 401;
            return Task.CompletedTask;
        }
    );
    app.MapJunction(new FakeJunction());
});
using var http = new HttpClient();
var junction = new JunctionClient(http, new() { ApiKey = FakeJunction.ApiKey, Server = server.Address });

// 2. Call an operation. Parameters are named and optional; what is not passed is not sent.
Console.WriteLine("Historical pulls (GET /v2/introspect/historical_pull)");
var pages = new List<(UserHistoricalPullsResponse Page, ReadOnlyMemory<byte> Body)>();
string? cursor = null;
do
{
    var call = new ApiCall { KeepBody = true }; // only because step 4 compares with what was received
    UserHistoricalPullsResponse page = await junction.Introspect.GetHistoricalPullsAsync(userLimit: 2, nextCursor: cursor, call: call);
    pages.Add((page, call.Body));
    cursor = page.NextCursor;
} while (cursor is not null);

// 3. Read the answer. Enums are open and so are objects: what the description does not know is still there, and says so.
foreach (SingleUserHistoricalPullResponse user in pages.SelectMany(static it => it.Page.Data))
{
    var table = new Table("provider", "resource", "status", "range", "days", "error details", "unknown members");
    foreach ((Providers provider, SingleProviderHistoricalPullResponse pulls) in user.Provider)
    {
        foreach ((ClientFacingResource resource, SingleHistoricalPullStatistics pull) in pulls.Pulled)
        {
            table.Add(
                Show(provider),
                Show(resource),
                Show(pull.Status),
                Range(pull.RangeStart, pull.RangeEnd),
                pull.DaysWithData.ToString(),
                ErrorDetails(pull),
                string.Join(", ", pull.AdditionalProperties.Keys)
            );
        }

        foreach (ClientFacingResource resource in pulls.NotPulled)
            table.Add(Show(provider), Show(resource), "not pulled");
    }

    Console.WriteLine();
    Console.WriteLine($"  user {user.UserId}");
    table.Print();
    foreach ((string name, var value) in user.AdditionalProperties)
        Console.WriteLine($"  {name} (unknown member of the user): {value.GetRawText()}");
}

// 4. Nothing was lost on the way in: written back, the answer is the JSON that was received, the unknown parts included.
Console.WriteLine();
foreach ((UserHistoricalPullsResponse page, ReadOnlyMemory<byte> body) in pages)
{
    byte[] written = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(page, JunctionJson.TypeInfo<UserHistoricalPullsResponse>());
    string verdict = SameJson.Compare(body, written) ? "preserved: same JSON as received" : "NOT preserved";
    Console.WriteLine($"  page {pages.FindIndex(it => it.Page == page) + 1} read and written back: {verdict}");
}

// 5. Maps within maps, keyed by open enums.
Console.WriteLine();
Console.WriteLine("Resources (GET /v2/introspect/resources?provider=fitbit)");
Console.WriteLine();
UserResourcesResponse resources = await junction.Introspect.GetResourcesAsync(provider: Providers.Fitbit);
var resourceTable = new Table("provider", "resource", "last attempt", "at", "data", "sent");
foreach (SingleUserResourceResponse user in resources.Data)
{
    foreach ((Providers provider, var byResource) in user.Provider)
    {
        foreach ((ClientFacingResource resource, SingleResourceStatistics statistics) in byResource)
        {
            resourceTable.Add(
                Show(provider),
                Show(resource),
                statistics.LastAttempt is { } attempt ? Show(attempt.Status) : "never",
                statistics.LastAttempt is { } last ? $"{last.Timestamp:yyyy-MM-dd HH:mm}" : "",
                Range(statistics.OldestData, statistics.NewestData),
                $"{statistics.SentCount}"
            );
        }
    }
}

resourceTable.Print();

// 6. Send something. This operation has two successes, 200 with a body and 202 without one: Match wants both handled.
Console.WriteLine();
Console.WriteLine("Bulk import (POST /v2/link/bulk_import)");
Console.WriteLine();
var import = new BulkImportConnectionsBody
{
    Provider = OAuthProviders.Oura,
    Connections =
    [
        new ConnectionRecipe
        {
            UserId = Guid.Parse("3c90c3cc-0d44-4b50-8888-8dd25736052a"),
            AccessToken = "access",
            RefreshToken = "refresh",
            ProviderId = "oura-1",
            ExpiresAt = 1_767_225_600,
        },
    ],
};
foreach (BulkImportConnectionsBody body in new[] { import, import with { WaitForCompletion = true } })
{
    BulkImportResult result = await junction.Link.BulkImportAsync(body);
    string outcome = result.Match(
        ok => $"imported {ok.UserIdsImported.Count}, failed {ok.UserIdsFailed.Count}",
        () => "accepted, still running"
    );
    Console.WriteLine($"  wait_for_completion {body.WaitForCompletion, -5}  ->  {result.StatusCode}: {outcome}");
}

// 7. Deprecated members are there for old code and warn where they are used: source.Slug would, source.Provider does not.
Console.WriteLine();
Console.WriteLine("Sleep (GET /v2/summary/sleep/{user_id})");
Console.WriteLine();
ClientSleepResponse nights = await junction.Sleep.GetAsync(import.Connections[0].UserId, startDate: "2026-01-05");
var nightTable = new Table("date", "hours", "provider", "type");
foreach (ClientFacingSleep night in nights.Sleep)
    nightTable.Add(
        $"{night.Date:yyyy-MM-dd}",
        $"{TimeSpan.FromSeconds(night.Duration ?? 0):hh\\:mm}",
        night.Source.Provider ?? "",
        night.Source.Type
    );
nightTable.Print();

// 8. Webhooks are one union; events of later versions are kept as JSON. MapJunctionWebhooks receives them in an ASP.NET Core
//    application (give it a verifier, too); without one, JunctionEvent.Parse reads the bytes of a request.
Console.WriteLine();
Console.WriteLine("Events (webhooks)");
Console.WriteLine();
await using Loopback receiver = await Loopback.StartAsync(app =>
    app.MapJunctionWebhooks(
        "/webhooks/junction",
        (received, _) =>
        {
            string what = received.Value switch
            {
                ClientFacingSleepChanged { Data: var sleep } => $"{sleep.Duration / 60} minutes of sleep from {sleep.Source.Provider}",
                ClientFacingActivityHistoricalPullCompleted { Data: var pull } =>
                    $"history of {pull.Provider} from {pull.StartDate:yyyy-MM-dd} to {pull.EndDate:yyyy-MM-dd}",
                ClientFacingProviderConnectionCreatedEvent { Data: var connection } => $"connected {connection.Provider?.Name}",
                UnknownJson { Json: var json } => $"{json} (unknown)",
                _ => "not handled here",
            };
            Console.WriteLine($"  {received.EventType}: {what}");
            return Task.CompletedTask;
        }
    )
);
await FakeJunction.SendEventsAsync(http, new Uri(receiver.Address, "/webhooks/junction"));

// 9. An error the description declares is a typed exception.
Console.WriteLine();
Console.WriteLine("A refused call (user_limit=0)");
Console.WriteLine();
try
{
    await junction.Introspect.GetHistoricalPullsAsync(userLimit: 0);
}
catch (ApiException<HttpValidationError> refused)
{
    Console.WriteLine($"  {(int)refused.StatusCode} {nameof(HttpValidationError)}: {refused.Error.Detail}");
}

static string Show<T>(T value)
    where T : struct, IOpenEnum<T> => value.IsKnown ? value.Value : $"{value.Value} (unknown)";

static string Range(DateTimeOffset? start, DateTimeOffset? end) =>
    start is null && end is null ? "-" : $"{start:yyyy-MM-dd} .. {end:yyyy-MM-dd}";

// anyOf two enums and null: a union. One function per branch, and one for what no branch knows.
static string ErrorDetails(SingleHistoricalPullStatistics pull) =>
    pull.ErrorDetails?.Match(
        historicalPullRetriableErrorDetails: retriable => $"{Show(retriable)}, will be retried",
        historicalPullNonRetriableErrorDetails: final => $"{Show(final)}, final",
        unknown: unknown => $"{unknown.Json} (unknown)"
    )
    ?? "";
