using Junction;
using OpenApiGen.Integration.Tests.Support;

namespace OpenApiGen.Integration.Tests.Http;

/// <summary>The six summary endpoints of the seeds: their routes, and the source that each summary has.</summary>
public sealed class SummaryTests
{
    private const string Id = "eadba0c7-4e81-4d17-962c-9ebe0629c08f";
    private const string User = "71937dd3-aebe-46b7-ab64-c287bd75b2a6";

    private const string Source =
        """{"provider":"oura","type":"app","app_id":null,"name":"Oura","slug":"oura","logo":"https://example.com/oura.svg"}""";

    private static readonly Guid s_user = Guid.Parse(User);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task Activity() =>
        Check(
            "activity",
            "activity",
            "\"steps\":10000",
            static j => j.Activity.GetAsync(s_user, "2022-08-04", endDate: "2022-08-05", cancellationToken: Token),
            static r => r.Activity.Single().Source,
            "?start_date=2022-08-04&end_date=2022-08-05"
        );

    [Fact]
    public Task Body() =>
        Check(
            "body",
            "body",
            "\"weight\":80.5",
            static j => j.Body.GetAsync(s_user, "2022-08-04", cancellationToken: Token),
            static r => r.Body.Single().Source,
            "?start_date=2022-08-04"
        );

    [Fact]
    public Task Meal() =>
        Check(
            "meal",
            "meals",
            "\"name\":\"Dinner\"",
            static j => j.Meal.GetAsync(s_user, "2022-08-04", cancellationToken: Token),
            static r => r.Meals.Single().Source,
            "?start_date=2022-08-04"
        );

    [Fact]
    public Task Profile() =>
        Check(
            "profile",
            null,
            "\"height\":183",
            static j => j.Profile.GetAsync(s_user, provider: "oura", cancellationToken: Token),
            static r => r.Source,
            "?provider=oura"
        );

    [Fact]
    public Task Sleep() =>
        Check(
            "sleep",
            "sleep",
            "\"duration\":28800",
            static j => j.Sleep.GetAsync(s_user, "2022-08-04", cancellationToken: Token),
            static r => r.Sleep.Single().Source,
            "?start_date=2022-08-04"
        );

    [Fact]
    public Task Workouts() =>
        Check(
            "workouts",
            "workouts",
            "\"calories\":300",
            static j => j.Workouts.GetAsync(s_user, "2022-08-04", cancellationToken: Token),
            static r => r.Workouts.Single().Source,
            "?start_date=2022-08-04"
        );

    private static async Task Check<T>(
        string path,
        string? list,
        string member,
        Func<JunctionClient, Task<T>> get,
        Func<T, ClientFacingSource> source,
        string query
    )
    {
        string summary =
            $$"""{"id":"{{Id}}","user_id":"{{User}}","date":"2022-08-04",{{member}},"source":{{Source}},"not_described":[1]}""";
        string json = list is null ? summary : $$"""{"{{list}}":[{{summary}}]}""";
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, json);

        T answer = await get(server.Client);

        Assert.Equal("GET", server.Request.Method);
        Assert.Equal($"/v2/summary/{path}/{User}", server.Request.Path);
        Assert.Equal(query, server.Request.Query);
        ClientFacingSource it = source(answer);
        Assert.Equal("oura", it.Provider);
        Assert.Equal("app", it.Type);
        Assert.Null(it.AppId);
#pragma warning disable OAG9002 // the deprecated members are still sent, and still there
        Assert.Equal(("Oura", "oura", "https://example.com/oura.svg"), (it.Name, it.Slug, it.Logo));
#pragma warning restore OAG9002
        JsonAssert.Same(json, Wire.Write(answer));
    }
}
