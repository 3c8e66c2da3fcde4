using System.Net;
using System.Text;
using System.Text.Json;
using OpenApiGen.Http;
using OpenApiGen.Json;
using OpenApiGen.Runtime.Tests.Http.Support;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

/// <summary>Answers item by item: events as WHATWG HTML has them, and JSON Lines, whole and cut into pieces of any size.</summary>
public sealed class StreamTests
{
    private static readonly ApiResponses s_responses = new ApiResponses().Error(422, Answers.String);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("data: a\n\n", "message|a|")]
    [InlineData("data: a\r\rdata: b\r\n\r\ndata:c\n\n", "message|a|", "message|b|", "message|c|")]
    [InlineData("\uFEFFdata: a\n\n", "message|a|")]
    [InlineData(": comment\n\n:\n\ndata: a\n\n", "message|a|")]
    [InlineData("data: YHOO\ndata: +2\ndata: 10\n\n", "message|YHOO\n+2\n10|")] // 9.2.6, first example
    [InlineData(
        ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
        "message|first event|1",
        "message|second event|",
        "message| third event|"
    )] // second example
    [InlineData("data\n\ndata\ndata\n\ndata:", "message||", "message|\n|")] // third example; the cut-off event is none
    [InlineData("data:test\n\ndata: test\n\n", "message|test|", "message|test|")] // fourth example
    [InlineData("event: add\ndata: 73857293\n\nevent: remove\n\nevent:\ndata: x\n\n", "add|73857293|", "message|x|")]
    [InlineData("id: 1\ndata: a\n\ndata: b\n\nid: x\0y\ndata: c\n\n", "message|a|1", "message|b|1", "message|c|1")]
    [InlineData("DATA: a\nunknown: b\ndata : c\n\n")]
    [InlineData("data: ü\n\n", "message|ü|")]
    [InlineData("")]
    public async Task Events_are_parsed(string stream, params string[] expected)
    {
        foreach (int piece in (int[])[1, 2, 3, 1000])
        {
            List<string> events = [];
            var call = new ApiCall();
            await foreach (
                string data in Stream(
                    Encoding.UTF8.GetBytes(stream),
                    piece,
                    "text/event-stream",
                    ApiStreamFormat.EventText,
                    Answers.String,
                    call
                )
            )
            {
                Assert.Equal(data, call.LastEvent!.Data);
                events.Add($"{call.LastEvent.Type}|{data}|{call.LastEvent.Id}");
            }

            Assert.Equal(expected, events);
        }
    }

    [Theory]
    [InlineData("retry: 1500\ndata: a\n\n", 1500)]
    [InlineData("retry: 1x\ndata: a\n\n", null)]
    [InlineData("retry\ndata: a\n\n", null)]
    public async Task The_time_to_wait_is_kept(string stream, int? expected)
    {
        var call = new ApiCall();
        await foreach (
            string _ in Stream(Encoding.UTF8.GetBytes(stream), 7, "text/event-stream", ApiStreamFormat.EventText, Answers.String, call)
        ) { }

        Assert.Equal(expected, call.LastEvent!.Retry?.TotalMilliseconds);
    }

    [Fact]
    public async Task Data_is_JSON_and_DONE_ends_it() =>
        Assert.Equal(
            [1, 2],
            await ListAsync(
                "data: 1\n\nevent: x\ndata: 2\n\ndata: [DONE]\n\ndata: 3\n\n",
                "text/event-stream; charset=utf-8",
                ApiStreamFormat.EventJson,
                Answers.Int
            )
        );

    [Theory]
    [InlineData(ApiStreamFormat.EventObject, """{"event":"add","data":"{\"a\":1}","id":"7","retry":20}""")]
    [InlineData(ApiStreamFormat.EventObjectJson, """{"event":"add","data":{"a":1},"id":"7","retry":20}""")]
    public async Task A_whole_event_is_an_object(ApiStreamFormat format, string expected) =>
        Assert.Equal(
            [expected],
            await ListAsync(
                "event: add\nid: 7\nretry: 20\ndata: {\"a\":1}\n\n",
                "text/event-stream",
                format,
                static (ref Utf8JsonReader reader) => JsonRead.Element(ref reader).GetRawText()
            )
        );

    [Theory]
    [InlineData("1\n2\n3\n")]
    [InlineData("1\r\n\r\n2\n  \n3")]
    [InlineData("\u001E1\n\u001E2\n\u001E3\n")]
    public async Task Lines_are_items(string stream)
    {
        foreach (int piece in (int[])[1, 2, 1000])
            Assert.Equal(
                [1, 2, 3],
                await ToListAsync(Stream(Encoding.UTF8.GetBytes(stream), piece, "application/x-ndjson", ApiStreamFormat.Lines, Answers.Int))
            );
    }

    [Fact]
    public async Task An_item_comes_while_the_stream_goes_on()
    {
        await using LoopbackServer server = LoopbackServer.Stalling("HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n\r\n1\n2");
        using var http = new HttpClient();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        List<int> items = [];
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (
                int item in new ApiTransport(http, server.Address).StreamAsync(
                    Answers.Get,
                    ApiStreamFormat.Lines,
                    Answers.Int,
                    s_responses,
                    null,
                    stop.Token
                )
            )
            {
                items.Add(item);
                stop.CancelAfter(50);
            }
        });
        Assert.Equal([1], items);
        Assert.Equal(stop.Token, cancelled.CancellationToken);
    }

    [Fact]
    public async Task A_stream_that_breaks_off_is_a_transport_error_after_what_came()
    {
        await using LoopbackServer server = LoopbackServer.Answering(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 100\r\n\r\ndata: 1\n\ndata: 2"
        );
        using var http = new HttpClient();
        List<int> items = [];
        var broken = await Assert.ThrowsAsync<HttpRequestException>(async () =>
        {
            await foreach (
                int item in new ApiTransport(http, server.Address).StreamAsync(
                    Answers.Get,
                    ApiStreamFormat.EventJson,
                    Answers.Int,
                    s_responses,
                    null,
                    Token
                )
            )
                items.Add(item);
        });
        Assert.Equal([1], items);
        Assert.Equal("GET /things/all returned 200, and its stream broke off after 1 items.", broken.Message);
    }

    [Theory]
    [InlineData("1\nx\n", ApiStreamFormat.Lines, "item 1 of its stream can not be read as declared")]
    [InlineData("data: 1\n\ndata: {\n\n", ApiStreamFormat.EventJson, "item 1 of its stream can not be read as declared")]
    [InlineData("data: 1\n\ndata: {\n\n", ApiStreamFormat.EventObjectJson, "item 0 of its stream can not be read as declared")]
    public async Task An_item_that_can_not_be_read_is_named(string stream, ApiStreamFormat format, string problem)
    {
        var failure = await Assert.ThrowsAsync<ApiException>(() => ListAsync(stream, "text/event-stream", format, Answers.Int));
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1234\n12345\n", ApiStreamFormat.Lines)]
    [InlineData("1234\n12345", ApiStreamFormat.Lines)]
    [InlineData("data:12345\n\n", ApiStreamFormat.EventJson)]
    [InlineData("data:1\ndata:2\ndata:3\n\n", ApiStreamFormat.EventText)]
    public async Task An_item_is_bounded(string stream, ApiStreamFormat format)
    {
        long bound =
            format == ApiStreamFormat.Lines ? 4
            : format == ApiStreamFormat.EventJson ? 9
            : 6;
        if (format == ApiStreamFormat.EventText)
            bound = 5;
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            ToListAsync(
                Stream(
                    Encoding.UTF8.GetBytes(stream),
                    3,
                    "text/event-stream",
                    format,
                    static (ref Utf8JsonReader reader) => JsonRead.Element(ref reader).GetRawText(),
                    new ApiCall { MaxBodyLength = bound }
                )
            )
        );
    }

    [Fact]
    public async Task Another_media_type_than_events_is_refused_with_what_came()
    {
        var failure = await Assert.ThrowsAsync<ApiException>(() =>
            ListAsync("{\"error\":1}", "application/json", ApiStreamFormat.EventJson, Answers.Int)
        );
        Assert.Contains("its body is application/json where text/event-stream is declared", failure.Message, StringComparison.Ordinal);
        Assert.Equal("{\"error\":1}", failure.Body);
    }

    [Fact]
    public async Task Errors_are_as_elsewhere_and_nothing_is_sent_before_it_is_enumerated()
    {
        var handler = FakeHandler.Answering(422, "\"no\"");
        IAsyncEnumerable<int> items = handler
            .Transport()
            .StreamAsync(Answers.Get, ApiStreamFormat.EventJson, Answers.Int, s_responses, null, Token);
        Assert.Empty(handler.Requests);
        var failure = await Assert.ThrowsAsync<ApiException<string>>(() => ToListAsync(items));
        Assert.Equal("no", failure.Error);
        await Assert.ThrowsAsync<ApiException<string>>(() => ToListAsync(items));
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task Who_stops_early_lets_the_connection_go()
    {
        var handler = FakeHandler.Answering(200, "1\n2\n", "application/jsonl");
        await foreach (int _ in handler.Transport().StreamAsync(Answers.Get, ApiStreamFormat.Lines, Answers.Int, s_responses, null, Token))
            break;
        Assert.True(handler.Content!.IsDisposed);
    }

    [Fact]
    public async Task A_body_is_handed_over_unread_and_disposed_by_who_has_it()
    {
        var handler = new FakeHandler(static _ => new HttpResponseMessage(HttpStatusCode.OK));
        TrackedContent content = new(new MemoryStream([1, 2, 3]), "application/pdf");
        content.Headers.TryAddWithoutValidation(
            "Content-Disposition",
            "attachment; filename=\"../a.txt\"; filename*=UTF-8''..%2F%C3%BC.pdf"
        );
        handler = new FakeHandler(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
        var call = new ApiCall { KeepBody = true };

        ApiStream stream = await handler
            .Transport()
            .SendAsync(Answers.Get(), new ApiResponses<ApiStream>().Stream(200, static s => s), call, Token);

        Assert.False(content.IsDisposed);
        Assert.Equal(("application/pdf", "ü.pdf", 3L), (stream.ContentType, stream.FileName, stream.ContentLength));
        Assert.True(call.Body.IsEmpty);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Token);
        Assert.Equal([1, 2, 3], copy.ToArray());
        await stream.DisposeAsync();
        Assert.True(content.IsDisposed);
        Assert.Throws<NotSupportedException>(() => stream.SetLength(0));
    }

    [Fact]
    public async Task An_error_beside_a_stream_is_disposed_here()
    {
        var handler = FakeHandler.Answering(500, "broken");
        await Assert.ThrowsAsync<ApiException>(() =>
            handler.Transport().SendAsync(Answers.Get(), new ApiResponses<ApiStream>().Stream(200, static s => s), null, Token)
        );
        Assert.True(handler.Content!.IsDisposed);
    }

    private static async Task<List<T>> ListAsync<T>(string stream, string mediaType, ApiStreamFormat format, JsonReadFunc<T> read) =>
        await ToListAsync(Stream(Encoding.UTF8.GetBytes(stream), 5, mediaType, format, read));

    private static IAsyncEnumerable<T> Stream<T>(
        byte[] bytes,
        int piece,
        string mediaType,
        ApiStreamFormat format,
        JsonReadFunc<T> read,
        ApiCall? call = null
    )
    {
        var handler = new FakeHandler(_ => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new TrackedContent(new Pieces(bytes, piece), mediaType),
        });
        return handler.Transport().StreamAsync(Answers.Get, format, read, s_responses, call, Token);
    }

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> list = [];
        await foreach (T item in items)
            list.Add(item);
        return list;
    }

    private sealed class Pieces(byte[] bytes, int piece) : OneWayStream
    {
        private int _at;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int count = Math.Min(Math.Min(buffer.Length, piece), bytes.Length - _at);
            bytes.AsSpan(_at, count).CopyTo(buffer.Span);
            _at += count;
            return new(count);
        }
    }
}
