using System.Text;
using System.Text.Json;
using Junction;
using Microsoft.AspNetCore.Http;
using OpenApiGen.Integration.Tests.Support;

namespace OpenApiGen.Integration.Tests.Http;

/// <summary>Events as an application receives them: a request body over a socket, parsed and switched over.</summary>
public sealed class EventTests
{
    private const string User = "71937dd3-aebe-46b7-ab64-c287bd75b2a6";

    private const string Pulled =
        $$"""{"user_id":"{{User}}","start_date":"2024-01-01T00:00:00Z","end_date":"2024-01-31T00:00:00Z","provider":"oura"}""";

    private static readonly string[] s_summaries = ["activity", "body", "meal", "profile", "sleep", "workouts"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Every event of the description, its type as the first member and as the last.</summary>
    public static TheoryData<string, string, string> Events()
    {
        TheoryData<string, string, string> events = [];
        string summary = $$$"""{"id":"{{{User}}}","user_id":"{{{User}}}","source":{"provider":"oura"}}""";
        foreach (string it in s_summaries)
        {
            string name = char.ToUpperInvariant(it[0]) + it[1..];
            foreach (string change in new[] { "created", "updated" })
                events.Add($"daily.data.{it}.{change}", summary, $"ClientFacing{name}Changed");
            events.Add($"historical.data.{it}.created", Pulled, $"ClientFacing{name}HistoricalPullCompleted");
        }

        events.Add(
            "daily.data.steps.created",
            """{"data":[{"start":"2024-01-01T00:00:00Z","end":"2024-01-01T00:01:00Z","unit":"count","value":12}],"source":{"provider":"oura"}}""",
            "ClientFacingStepsChanged"
        );
        events.Add("historical.data.steps.created", Pulled, "ClientFacingStepsHistoricalPullCompleted");
        events.Add(
            "provider.connection.created",
            $$$"""{"user_id":"{{{User}}}","provider":{"name":"Oura","slug":"oura","logo":"l"},"resource_availability":{"steps":{"status":"available"} } }""",
            "ClientFacingProviderConnectionCreatedEvent"
        );
        return events;
    }

    [Theory]
    [MemberData(nameof(Events))]
    public async Task Every_event_is_its_own_type_wherever_its_type_stands(string type, string data, string expected)
    {
        foreach (
            string json in new[]
            {
                $$"""{"event_type":"{{type}}","data":{{data}},"user_id":"{{User}}"}""",
                $$"""{"user_id":"{{User}}","data":{{data}},"event_type":"{{type}}"}""",
            }
        )
        {
            JunctionEvent parsed = JunctionEvent.Parse(Encoding.UTF8.GetBytes(json));

            Assert.Equal(expected, parsed.Value!.GetType().Name);
            Assert.Equal(type, parsed.EventType);
            JsonAssert.Same(json, Wire.Write(parsed));
            using MemoryStream stream = new(Encoding.UTF8.GetBytes(json));
            Assert.Equal(parsed, await JunctionEvent.ParseAsync(stream, Token));
        }
    }

    [Theory]
    [InlineData("daily.data.sleep_regularity.created")]
    [InlineData("daily.data.steps.deleted")]
    [InlineData("provider.connection.lost")]
    public void An_event_of_tomorrow_is_kept_with_its_type(string type)
    {
        string json = $$$"""{"event_type":"{{{type}}}","user_id":"{{{User}}}","data":{"anything":[1,null,{"a":"b"}]}}""";

        JunctionEvent parsed = JunctionEvent.Parse(Encoding.UTF8.GetBytes(json));

        Assert.True(parsed.TryGetValue(out UnknownJson? unknown));
        Assert.Equal(User, unknown.Json.GetProperty("user_id").GetString());
        Assert.Equal(type, parsed.EventType);
        JsonAssert.Same(json, Wire.Write(parsed));
    }

    [Fact]
    public void What_is_no_event_has_no_type()
    {
        Assert.Null(JunctionEvent.Parse("[1]"u8).EventType);
        Assert.Null(JunctionEvent.Parse("{\"event_type\":1}"u8).EventType);
        Assert.Null(default(JunctionEvent).EventType);
    }

    [Fact]
    public void A_known_event_that_lacks_something_says_what()
    {
        JunctionEvent read = JunctionEvent.Parse(
            """{"user_id":"71937dd3-aebe-46b7-ab64-c287bd75b2a6","event_type":"daily.data.steps.created","data":{"data":[]}}"""u8
        );
        Assert.Equal(
            "$.data.source: GroupedSteps: the required member 'source' is missing.",
            Assert.Single(ApiFault.Of(read.Value)).ToString()
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"event_type\":")]
    [InlineData("{} {}")]
    [InlineData("event_type=1")]
    public async Task What_is_no_JSON_is_an_exception(string text)
    {
        Assert.Throws<JsonException>(() => JunctionEvent.Parse(Encoding.UTF8.GetBytes(text)));
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        await Assert.ThrowsAsync<JsonException>(() => JunctionEvent.ParseAsync(stream, Token));
    }

    [Fact]
    public async Task A_webhook_receiver_answers_by_what_came()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(ReceiveAsync);
        using HttpClient http = new() { BaseAddress = server.Address };

        Assert.Equal(
            "200 steps of oura",
            await PostAsync(
                http,
                """{"event_type":"daily.data.steps.updated","user_id":"71937dd3-aebe-46b7-ab64-c287bd75b2a6","data":{"data":[],"source":{"provider":"oura"}}}"""
            )
        );
        Assert.Equal(
            "200 Oura connected",
            await PostAsync(
                http,
                """{"event_type":"provider.connection.created","data":{"user_id":"71937dd3-aebe-46b7-ab64-c287bd75b2a6","provider":{"name":"Oura","slug":"oura","logo":"l"},"resource_availability":{}}}"""
            )
        );
        Assert.Equal("200 ignored brand.new", await PostAsync(http, """{"event_type":"brand.new"}"""));
        Assert.Equal("400 ", await PostAsync(http, "no JSON"));
        Assert.Equal("400 ", await PostAsync(http, "{\"event_type\":\"brand.new\",\"filler\":\"" + new string('x', 5000) + "\"}"));
    }

    private static async Task ReceiveAsync(HttpContext context)
    {
        // The loopback server has read the body to remember it.
        context.Request.Body.Position = 0;
        try
        {
            JunctionEvent received = await JunctionEvent.ParseAsync(context.Request.Body, maxLength: 4096, context.RequestAborted);
            await context.Response.WriteAsync(
                received.Value switch
                {
                    ClientFacingStepsChanged steps => "steps of " + steps.Data.Source.Provider,
                    ClientFacingProviderConnectionCreatedEvent connected => connected.Data.Provider?.Name + " connected",
                    _ => "ignored " + received.EventType,
                }
            );
        }
        catch (JsonException)
        {
            context.Response.StatusCode = 400;
        }
    }

    private static async Task<string> PostAsync(HttpClient http, string body)
    {
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await http.PostAsync("/webhook", content, Token);
        return (int)answer.StatusCode + " " + await answer.Content.ReadAsStringAsync(Token);
    }
}
