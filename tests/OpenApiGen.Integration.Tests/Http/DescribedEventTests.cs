using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpenApiGen.Http;
using OpenApiGen.Integration.Tests.Support;
using ResponsesEvents;
using ResponsesSeveral;

namespace OpenApiGen.Integration.Tests.Http;

/// <summary>Events that the description has one by one, on both sides; and the several answers of one status.</summary>
public sealed class DescribedEventTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_name_of_an_event_chooses_its_record_and_unknown_ones_are_kept()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static context =>
            LoopbackServer.Answer(
                context,
                200,
                "id: 7\nretry: 50\nevent: created\ndata: {\"id\":\"a\"}\n\nevent: deleted\ndata: {\"kind\":\"gone\",\"at\":null}\n\nevent: later\ndata: no JSON\n\n",
                "text/event-stream"
            )
        );
        using HttpClient http = new() { BaseAddress = server.Address };
        List<WatchEvent> events = [];

        await foreach (WatchEvent item in new ResponsesEventsClient(http).Watch.WatchAsync(cancellationToken: Token))
            events.Add(item);

        Assert.True(events[0].TryGetValue(out WatchEventCreated? created));
        Assert.Equal(("a", "7", 50L), (created.Data.Id, created.Id, created.Retry));
        Assert.True(events[1].TryGetValue(out WatchEventDeleted? deleted));
        Assert.Null(deleted.Id);
        Assert.True(events[2].TryGetValue(out UnknownJson? later));
        Assert.Equal("""{"event":"later","data":"no JSON"}""", later.ToString());
    }

    [Fact]
    public async Task A_server_writes_events_by_name_and_the_one_that_ends_the_stream()
    {
        await using WebApplication app = Application();
        app.MapResponsesEvents(new Handler());
        await app.StartAsync(Token);
        using HttpClient http = new() { BaseAddress = new Uri(app.Urls.Single()) };

        string text = await http.GetStringAsync(new Uri("/mixed", UriKind.Relative), Token);
        List<string> seen = [];
        await foreach (WatchMixedEvent item in new ResponsesEventsClient(http).Mixed.WatchMixedAsync(cancellationToken: Token))
            seen.Add(
                item.Match(
                    message: static message => message.Data.Id,
                    note: static note => note.Data,
                    count: static count => "#" + count.Data,
                    unknown: static unknown => "?"
                )
            );

        Assert.Equal("data: {\"id\":\"a\"}\n\nevent: note\ndata: {\"no\":\ndata: JSON}\n\nevent: count\ndata: 5\n\ndata: [DONE]\n\n", text);
        Assert.Equal(["a", "{\"no\":\nJSON}", "#5"], seen);
    }

    [Fact]
    public async Task Each_answer_of_a_status_has_its_method_and_types_of_one_kind_are_chosen()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static context =>
            context.Request.Headers.Accept.ToString().Split(',')[0] switch
            {
                "application/json" => LoopbackServer.Answer(context, 200, """{"id":"r"}"""),
                "text/csv" => LoopbackServer.Answer(context, 200, "id\nr", "text/csv"),
                string type => LoopbackServer.Answer(context, 200, "%PDF", type),
            }
        );
        using HttpClient http = new() { BaseAddress = server.Address };
        var client = new ResponsesSeveralClient(http);

        string csv = await client.Report.GetReportAsTextAsync("today", cancellationToken: Token);
        await using ApiStream pdf = await client.Report.GetReportAsFileAsync("today", cancellationToken: Token);
        await using ApiStream jpeg = await client.Avatar.GetAvatarAsync(new ApiCall { Accept = "image/jpeg" }, Token);

        Assert.Equal(("id\nr", "application/pdf", "image/jpeg"), (csv, pdf.ContentType, jpeg.ContentType));
        Assert.Equal("application/pdf, image/png, application/json;q=0.9", server.Requests[1].Headers["Accept"]);
    }

    private static WebApplication Application()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }

    private sealed class Handler : IMixedHandler
    {
        public Task<MixedWatchMixedAnswer> WatchMixedAsync(HttpContext context, CancellationToken cancellationToken) =>
            Task.FromResult(MixedWatchMixedAnswer.Ok(Events()));

        private static async IAsyncEnumerable<WatchMixedEvent> Events()
        {
            yield return new WatchMixedEventMessage { Data = new() { Id = "a" } };
            await Task.Yield();
            yield return new WatchMixedEventNote { Data = "{\"no\":\nJSON}" };
            yield return new WatchMixedEventCount { Data = "5" };
        }
    }
}
