using System.Text;
using System.Text.Json;

namespace Junction.Quickstart;

/// <summary>
/// A stand-in for the Junction API, answering from the files in answers/. It implements the generated handler interfaces of the groups that
/// it serves:
/// parameters and bodies come in as the types that a client has, and what is returned says which answer it is.
/// </summary>
internal sealed class FakeJunction : IIntrospectHandler, ILinkHandler, ISleepHandler
{
    public const string ApiKey = "sk_us_quickstart";

    public Task<IntrospectGetHistoricalPullsAnswer> GetHistoricalPullsAsync(
        Guid? userId,
        ProvidersOrLabs? provider,
        long? userLimit,
        string? cursor,
        string? nextCursor,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        // The body says which answer it is: HttpValidationError is the 422 of the description, a page its 200.
        IntrospectGetHistoricalPullsAnswer answer =
            userLimit <= 0
                ? Stored<HttpValidationError>("user_limit.json")
                : Stored<UserHistoricalPullsResponse>(nextCursor == "page-2" ? "historical_pull.2.json" : "historical_pull.1.json");
        return Task.FromResult(answer);
    }

    public Task<IntrospectGetResourcesAnswer> GetResourcesAsync(
        Guid? userId,
        Providers? provider,
        long? userLimit,
        string? cursor,
        string? nextCursor,
        HttpContext context,
        CancellationToken cancellationToken
    ) => Task.FromResult<IntrospectGetResourcesAnswer>(Stored<UserResourcesResponse>("resources.json"));

    public Task<LinkBulkImportAnswer> BulkImportAsync(
        BulkImportConnectionsBody body,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            body.WaitForCompletion
                ? LinkBulkImportAnswer.Ok(Stored<BulkImportConnectionsResponse>("bulk_import.json"))
                : LinkBulkImportAnswer.Accepted()
        );

    public Task<SleepGetAnswer> GetAsync(
        Guid userId,
        string startDate,
        string? provider,
        string? endDate,
        HttpContext context,
        CancellationToken cancellationToken
    ) => Task.FromResult<SleepGetAnswer>(Stored<ClientSleepResponse>("sleep.json"));

    /// <summary>What Junction posts to a webhook.</summary>
    public static async Task SendEventsAsync(HttpClient http, Uri webhook)
    {
        using JsonDocument events = JsonDocument.Parse(Stored("events.json"));
        foreach (JsonElement sent in events.RootElement.EnumerateArray())
        {
            using StringContent content = new(sent.GetRawText(), Encoding.UTF8, "application/json");
            using HttpResponseMessage answer = await http.PostAsync(webhook, content);
            answer.EnsureSuccessStatusCode();
        }
    }

    private static T Stored<T>(string name) => JsonSerializer.Deserialize(Stored(name), JunctionJson.TypeInfo<T>())!;

    private static string Stored(string name)
    {
        using var reader = new StreamReader(typeof(FakeJunction).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
