using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using OpenApiGen.Http;
using OpenApiGen.Integration.Tests.Support;
using ResponsesHeaders;
using ResponsesRaw;
using ResponsesStreams;

namespace OpenApiGen.Integration.Tests.Http;

/// <summary>Answers that are not one JSON text: bytes, text, events, lines; and typed headers.</summary>
public sealed class AnswerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bytes_are_handed_over_while_they_come()
    {
        var go = new TaskCompletionSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/pdf";
            context.Response.Headers.ContentDisposition = "attachment; filename=\"a.pdf\"";
            await context.Response.WriteAsync("%PDF");
            await context.Response.Body.FlushAsync();
            await go.Task;
            await context.Response.WriteAsync("-1.7");
        });
        using var http = new HttpClient { BaseAddress = server.Address };

        await using ApiStream pdf = await new ResponsesRawClient(http).Pdf.GetPdfAsync(cancellationToken: Token);

        Assert.Equal(("application/pdf", "a.pdf"), (pdf.ContentType, pdf.FileName));
        byte[] start = new byte[4];
        await pdf.ReadExactlyAsync(start, Token);
        Assert.Equal("%PDF"u8.ToArray(), start);
        go.SetResult();
        using var reader = new StreamReader(pdf);
        Assert.Equal("-1.7", await reader.ReadToEndAsync(Token));
        Assert.Equal("application/pdf, application/json;q=0.9", server.Request.Headers["Accept"]);
    }

    [Fact]
    public async Task Several_successes_are_told_apart_by_status()
    {
        int status = 200;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            LoopbackServer.Answer(context, status, status == 202 ? "{\"title\":\"later\"}" : "x")
        );
        using var http = new HttpClient { BaseAddress = server.Address };
        var client = new ResponsesRawClient(http);

        GetEitherResult result = await client.Either.GetEitherAsync(cancellationToken: Token);
        await using (ApiStream zip = result.Ok!)
            Assert.Equal('x', zip.ReadByte());
        status = 202;
        Assert.Equal("later", (await client.Either.GetEitherAsync(cancellationToken: Token)).Accepted!.Title);
        status = 203;
        Assert.Equal("x", (await client.Either.GetEitherAsync(cancellationToken: Token)).NonAuthoritativeInformation);
        Assert.Equal("application/zip, application/json, text/plain", server.Requests[0].Headers["Accept"]);
    }

    [Fact]
    public async Task An_error_beside_a_stream_is_typed()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(404, "{\"title\":\"none\"}");
        using var http = new HttpClient { BaseAddress = server.Address };
        var failure = await Assert.ThrowsAsync<ApiException<Problem>>(() =>
            new ResponsesRawClient(http).Pdf.GetPdfAsync(cancellationToken: Token)
        );
        Assert.Equal("none", failure.Error.Title);
    }

    [Fact]
    public async Task Events_come_one_by_one_with_what_they_carry()
    {
        var go = new TaskCompletionSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync(": hello\n\nevent: piece\nid: 1\ndata: {\"delta\":\"He\"}\n\n");
            await context.Response.Body.FlushAsync();
            await go.Task;
            await context.Response.WriteAsync("data: {\"delta\":\"llo\",\ndata: \"later\":1}\n\ndata: [DONE]\n\n");
        });
        using var http = new HttpClient { BaseAddress = server.Address };
        var text = new StringBuilder();
        var call = new ApiCall();

        await foreach (CreateChatEvent piece in new ResponsesStreamsClient(http).Chat.CreateChatStreamAsync(new() { Id = 1 }, call, Token))
        {
            if (text.Length == 0)
                Assert.Equal(("piece", "1"), (call.LastEvent!.Type, call.LastEvent.Id));
            text.Append(piece.Delta);
            go.TrySetResult();
        }

        Assert.Equal("Hello", text.ToString());
        Assert.Equal("text/event-stream", server.Request.Headers["Accept"]);
        Assert.Equal("{\"id\":1}", server.Request.Body);
    }

    [Fact]
    public async Task Whole_events_are_objects_and_their_type_chooses_the_case()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            LoopbackServer.Answer(
                context,
                200,
                "event: added\ndata: {\"id\":1}\n\nevent: removed\ndata: {\"id\":2}\n\nevent: moved\ndata: {\"id\":3}\n\n",
                "text/event-stream"
            )
        );
        using var http = new HttpClient { BaseAddress = server.Address };
        List<string> seen = [];

        await foreach (AddedOrRemoved item in new ResponsesStreamsClient(http).Typed.WatchTypedAsync(cancellationToken: Token))
            seen.Add(
                item.Match(
                    added: static added => "+" + added.Data.Id.ToString(CultureInfo.InvariantCulture),
                    removed: static removed => "-" + removed.Data.Id.ToString(CultureInfo.InvariantCulture),
                    unknown: static unknown => "?"
                )
            );

        Assert.Equal(["+1", "-2", "?"], seen);
    }

    [Fact]
    public async Task Lines_are_items_and_errors_are_typed()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            context.Request.Query.ContainsKey("since")
                ? LoopbackServer.Answer(context, 404, "{\"id\":7}")
                : LoopbackServer.Answer(context, 200, "{\"id\":1}\n{\"id\":2,\"text\":\"x\"}", "application/x-ndjson")
        );
        using var http = new HttpClient { BaseAddress = server.Address };
        var log = new ResponsesStreamsClient(http).Log;
        List<long> ids = [];

        await foreach (Entry entry in log.GetTailLogAsync(cancellationToken: Token))
            ids.Add(entry.Id);
        var failure = await Assert.ThrowsAsync<ApiException<Entry>>(async () =>
        {
            await foreach (Entry entry in log.GetTailLogAsync(since: 1, cancellationToken: Token))
                ids.Add(entry.Id);
        });

        Assert.Equal([1, 2], ids);
        Assert.Equal(7, failure.Error.Id);
    }

    [Fact]
    public async Task Headers_are_typed_of_an_answer_and_of_an_error()
    {
        int status = 200;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers["X-Total"] = "42";
            context.Response.Headers["X-Scopes"] = "read, write";
            context.Response.Headers["X-Kind"] = "later";
            context.Response.Headers.RetryAfter = "7";
            return LoopbackServer.Answer(context, status, "1");
        });
        using var http = new HttpClient { BaseAddress = server.Address };
        var call = new ApiCall();

        await new ResponsesHeadersClient(http).Things.ListThingsAsync(call, Token);
        Assert.Equal(42, call.GetXTotal());
        Assert.Equal(["read", "write"], call.GetXScopes()!);
        Assert.Equal("later", call.GetXKind()!.Value.Value);
        Assert.Null(call.GetXRequestId());
        status = 429;
        await Assert.ThrowsAsync<ApiException>(() => new ResponsesHeadersClient(http).Things.ListThingsAsync(call, Token));
        Assert.Equal(7, call.GetRetryAfter());
    }
}
