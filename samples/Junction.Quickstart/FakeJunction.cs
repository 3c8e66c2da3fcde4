using System.Text.Json;

namespace Junction.Quickstart;

/// <summary>A stand-in for the Junction API: Kestrel on a free loopback port, answering from the files in answers/.</summary>
internal sealed class FakeJunction : IAsyncDisposable
{
    public const string ApiKey = "sk_us_quickstart";

    private readonly WebApplication _app;

    private FakeJunction(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<FakeJunction> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();

        app.Use(static (HttpContext context, RequestDelegate next) =>
            context.Request.Headers["x-vital-api-key"] == ApiKey ? next(context) : Answer(context, 401, """{"detail":"Invalid API key"}"""));

        app.MapGet("/v2/introspect/historical_pull", static (HttpContext context) =>
            context.Request.Query["user_limit"] == "0"
                ? Answer(context, 422, """{"detail":[{"loc":["query","user_limit"],"msg":"must be greater than 0"}]}""")
                : Answer(context, 200, Stored(context.Request.Query["next_cursor"] == "page-2" ? "historical_pull.2.json" : "historical_pull.1.json")));

        app.MapGet("/v2/introspect/resources", static (HttpContext context) => Answer(context, 200, Stored("resources.json")));

        app.MapPost("/v2/link/bulk_import", static async (HttpContext context) =>
        {
            using JsonDocument body = await JsonDocument.ParseAsync(context.Request.Body);
            if (body.RootElement.TryGetProperty("wait_for_completion", out JsonElement wait) && wait.GetBoolean())
                await Answer(context, 200, Stored("bulk_import.json"));
            else
                context.Response.StatusCode = 202;
        });

        app.MapGet("/v2/summary/sleep/{user_id}", static (HttpContext context) => Answer(context, 200, Stored("sleep.json")));

        await app.StartAsync();
        return new FakeJunction(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task Answer(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    /// <summary>What Junction would post to a webhook.</summary>
    public static IEnumerable<byte[]> Events()
    {
        using JsonDocument events = JsonDocument.Parse(Stored("events.json"));
        foreach (JsonElement sent in events.RootElement.EnumerateArray()) yield return System.Text.Encoding.UTF8.GetBytes(sent.GetRawText());
    }

    private static string Stored(string name)
    {
        using var reader = new StreamReader(typeof(FakeJunction).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
