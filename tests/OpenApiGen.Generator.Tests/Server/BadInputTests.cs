using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenApiGen.AspNetCore;
using OpenApiGen.Http;
using OpenApiGen.Json;

namespace OpenApiGen.Generator.Tests.Server;

/// <summary>Requests that are not what the description asks for, against the routes that emitted code makes.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private readonly List<string> _handled = [];
    private WebApplication? _app;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        ServerRoutes routes = new(_app.MapGroup("/api"));
        ServerBody<IReadOnlyList<long>> body = new ServerBody<IReadOnlyList<long>>(true).On(
            "application/json",
            BodyReads.Json<IReadOnlyList<long>>(static (ref Utf8JsonReader r) => JsonRead.List(ref r, JsonRead.Int64))
        );
        ServerBody<IAsyncEnumerable<long>> lines = new ServerBody<IAsyncEnumerable<long>>(true).On(
            "application/x-ndjson",
            BodyReads.Lines<long>(JsonRead.Int64)
        );
        routes.Map(
            new ServerOperation("Things", "Get", "GET", "/things/{id}"),
            400,
            (request, _) =>
            {
                Guid id = request.Path("id", WireShape.Text, JsonRead.Guid);
                long limit = request.Query("limit", true, WireShape.Number, JsonRead.Int64);
                bool? full = request.Query("full", false, WireShape.Boolean, JsonRead.BooleanOrNull);
                return Answer(request, $"{id} {limit} {full}");
            }
        );
        routes.Map(
            new ServerOperation("Things", "Post", "POST", "/things"),
            422,
            async (request, cancellationToken) =>
            {
                IReadOnlyList<long> numbers = await body.ReadAsync(request, cancellationToken);
                return await Answer(request, request.IsValid ? string.Join(' ', numbers) : "");
            }
        );
        routes.Map(
            new ServerOperation("Things", "Lines", "POST", "/lines"),
            400,
            async (request, cancellationToken) =>
            {
                IAsyncEnumerable<long> numbers = await lines.ReadAsync(request, cancellationToken);
                long sum = 0;
                if (request.IsValid)
                    await foreach (long number in numbers.WithCancellation(cancellationToken))
                        sum += number;
                return await Answer(request, $"{sum}");
            }
        );
        routes.Map(new ServerOperation("Things", "Case", "GET", "/Things/{id}"), 400, (request, _) => Answer(request, "upper"));
        routes.Map(
            new ServerOperation("Things", "Action", "GET", "/things/{id}?action=count"),
            400,
            (request, _) => Answer(request, "count")
        );
        routes.Map(
            new ServerOperation("Things", "Adjacent", "GET", "/files/{name}{ext}"),
            400,
            (request, _) =>
                Answer(
                    request,
                    request.Path("name", WireShape.Text, JsonRead.String)
                        + "|"
                        + request.Path("ext", WireShape.Text, JsonRead.String, ParameterStyle.Label)
                )
        );
        routes.Build();
        WebhookReceiver.Map(
            _app,
            "/hooks",
            JsonRead.Int64,
            (number, _) => Task.FromResult(Handle(number)),
            static (context, sent) =>
                ValueTask.FromResult(
                    context.Request.Headers["X-Length"] == sent.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)
                )
        );
        await _app.StartAsync();
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single() + "/api/") };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
    }

    [Fact]
    public async Task Good_input_is_handled()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await Get("things/3c90c3cc-0d44-4b50-8888-8dd25736052a?limit=5&full=true")).Status);
        Assert.Equal("3c90c3cc-0d44-4b50-8888-8dd25736052a 5 True", Assert.Single(_handled));
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        (HttpStatusCode status, string type, JsonElement problem) = await Get("things/not-a-uuid?full=maybe");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("application/problem+json", type);
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        Assert.Equal(["id", "limit", "full"], problem.GetProperty("errors").EnumerateObject().Select(static e => e.Name));
        Assert.Equal("It is required.", problem.GetProperty("errors").GetProperty("limit")[0].GetString());
        Assert.Empty(_handled);
    }

    [Theory]
    [InlineData("1e400x")]
    [InlineData("+5")]
    [InlineData("")]
    [InlineData("1.5")]
    public async Task What_is_no_number_is_none(string limit)
    {
        (HttpStatusCode status, _, JsonElement problem) = await Get(
            "things/3c90c3cc-0d44-4b50-8888-8dd25736052a?limit=" + Uri.EscapeDataString(limit)
        );
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("limit", Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
    }

    [Theory]
    [InlineData("[1,\"2\"]", "application/json", HttpStatusCode.UnprocessableEntity, "$[1]")]
    [InlineData("[1,", "application/json", HttpStatusCode.UnprocessableEntity, "$[1]")]
    [InlineData("", "application/json", HttpStatusCode.UnprocessableEntity, "")]
    [InlineData("[1]", "text/plain", HttpStatusCode.UnsupportedMediaType, "")]
    public async Task A_body_is_refused_with_its_path(string body, string type, HttpStatusCode status, string path)
    {
        (HttpStatusCode given, _, JsonElement problem) = await Post("things", body, type);
        Assert.Equal(status, given);
        Assert.Equal(path, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
        Assert.Empty(_handled);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/vnd.things+json")]
    public async Task A_body_of_a_kind_of_JSON_is_taken(string type)
    {
        Assert.Equal(HttpStatusCode.NoContent, (await Post("things", "[1,2]", type)).Status);
        Assert.Equal("1 2", Assert.Single(_handled));
    }

    [Fact]
    public async Task A_line_that_is_wrong_is_refused_in_the_middle()
    {
        (HttpStatusCode status, _, JsonElement problem) = await Post("lines", "1\n2\n\"x\"\n", "application/x-ndjson");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith("Item 2: ", problem.GetProperty("errors").GetProperty("$")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await Post("lines", "1\n2\n", "application/x-ndjson")).Status);
        Assert.Equal("3", Assert.Single(_handled));
    }

    [Theory]
    [InlineData("Things/1", "upper")]
    [InlineData("things/1?action=count", "count")]
    [InlineData("files/report.tar.gz", "r|eport.tar.gz")]
    [InlineData("files/a%2Fb%2520c", "a|/b%20c")] // decoded once
    public async Task Paths_that_a_route_can_not_tell_apart_are(string path, string handled)
    {
        Assert.Equal(HttpStatusCode.NoContent, (await Get(path)).Status);
        Assert.Equal(handled, Assert.Single(_handled));
    }

    [Fact]
    public async Task A_webhook_is_believed_when_it_is_verified()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post("/hooks", "1", "application/json")).Status);
        _http.DefaultRequestHeaders.Add("X-Length", "1");
        Assert.Equal(HttpStatusCode.NoContent, (await Post("/hooks", "1", "application/json")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post("/hooks", "x", "application/json")).Status);
        Assert.Equal("1", Assert.Single(_handled));
    }

    [Fact]
    public async Task An_application_decides_what_problems_look_like()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddProblemDetails(static options =>
            options.CustomizeProblemDetails = static c => c.ProblemDetails.Extensions["trace"] = "t1"
        );
        await using WebApplication app = builder.Build();
        ServerRoutes routes = new(app);
        routes.Map(
            new ServerOperation("Things", "Get", "GET", "/things"),
            400,
            static (request, _) =>
            {
                request.Query("limit", true, WireShape.Number, JsonRead.Int64);
                return Task.FromResult<ServerAnswer?>(null);
            }
        );
        routes.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using HttpClient http = new();
        string problem = await (
            await http.GetAsync(app.Urls.Single() + "/things", TestContext.Current.CancellationToken)
        ).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"trace\":\"t1\"", problem, StringComparison.Ordinal);
        Assert.Contains("\"limit\":[\"It is required.\"]", problem, StringComparison.Ordinal);
    }

    private long Handle(long number)
    {
        _handled.Add($"{number}");
        return number;
    }

    private Task<ServerAnswer?> Answer(ServerRequest request, string handled)
    {
        if (!request.IsValid)
            return Task.FromResult<ServerAnswer?>(null);
        _handled.Add(handled);
        return Task.FromResult<ServerAnswer?>(new Empty());
    }

    private async Task<(HttpStatusCode Status, string Type, JsonElement Problem)> Get(string path) =>
        await Read(await _http.GetAsync(path));

    private async Task<(HttpStatusCode Status, string Type, JsonElement Problem)> Post(string path, string body, string type)
    {
        using ByteArrayContent content = new(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await Read(await _http.PostAsync(path, content));
    }

    private static async Task<(HttpStatusCode Status, string Type, JsonElement Problem)> Read(HttpResponseMessage answer)
    {
        string text = await answer.Content.ReadAsStringAsync();
        return (
            answer.StatusCode,
            answer.Content.Headers.ContentType?.MediaType ?? "",
            text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text)
        );
    }

    private sealed class Empty() : ServerAnswer(204, null);
}
