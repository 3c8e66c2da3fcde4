using System.Diagnostics;
using OpenApiGen.Http;
using OpenApiGen.Json;
using OpenApiGen.Runtime.Tests.Http.Support;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

/// <summary>Servers and streams that take their time: what has come is given, and who waits can leave.</summary>
[Collection(Alone.Name)]
public sealed class SlowStreamTests
{
    private const string Events = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";

    private const string Lines = "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n\r\n";

    private static readonly TimeSpan s_prompt = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ApiStreamFormat.EventJson, Events, "data: {0}\n\n: more will com")]
    [InlineData(ApiStreamFormat.Lines, Lines, "{0}\n  ")]
    public async Task Each_item_arrives_before_the_next_is_sent(ApiStreamFormat format, string head, string item)
    {
        using var arrived = new SemaphoreSlim(0);
        await using var server = new LoopbackServer(
            async (stream, _, token) =>
            {
                await LoopbackServer.SendAsync(stream, head, token);
                for (int i = 0; i < 5; i++)
                {
                    if (i > 0)
                        await LoopbackServer.SendAsync(stream, "\n", token);
                    await LoopbackServer.SendAsync(
                        stream,
                        item.Replace("{0}", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal),
                        token
                    );
                    await arrived.WaitAsync(token);
                }
            }
        );
        using var http = new HttpClient();
        List<int> items = [];
        await foreach (
            int got in new ApiTransport(http, server.Address).StreamAsync(Answers.Get, format, Answers.Int, Answers.None, null, Token)
        )
        {
            items.Add(got);
            arrived.Release();
        }

        Assert.Equal([0, 1, 2, 3, 4], items);
    }

    [Theory]
    [InlineData(ApiStreamFormat.EventJson, "")]
    [InlineData(ApiStreamFormat.EventJson, Events)]
    [InlineData(ApiStreamFormat.EventJson, Events + "data: 1\n\nda")]
    [InlineData(ApiStreamFormat.EventJson, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>")]
    [InlineData(ApiStreamFormat.EventJson, "HTTP/1.1 500 No\r\n\r\nno")]
    [InlineData(ApiStreamFormat.Lines, Lines + "1\n2")]
    public async Task An_enumeration_that_waits_is_cancelled_at_once(ApiStreamFormat format, string sent) =>
        await CancelledAtOnceAsync(
            sent,
            async (transport, token) =>
            {
                await foreach (int item in transport.StreamAsync(Answers.Get, format, Answers.Int, Answers.None, null, token))
                    Assert.Equal(1, item);
            }
        );

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 O")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n12")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n12\r\n5")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\u001f\u008b\u0008\0")]
    [InlineData("HTTP/1.1 422 No\r\nContent-Length: 100\r\n\r\n\"12")]
    [InlineData("HTTP/1.1 500 No\r\n\r\n12")]
    public async Task A_call_whose_answer_stalls_is_cancelled_at_once(string sent) =>
        await CancelledAtOnceAsync(sent, static (transport, token) => transport.SendAsync(Answers.Get(), Answers.Number, null, token));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Paging_whose_second_page_stalls_is_cancelled_at_once(bool isByEnumeration) =>
        await CancelledAtOnceAsync(
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n1",
            async (transport, token) =>
            {
                IAsyncEnumerable<int> items = ApiPaging.Items<int, int>(
                    (cursor, cancel) =>
                        cursor is null ? Task.FromResult(1) : transport.SendAsync(Answers.Get(), Answers.Number, null, cancel),
                    static page => "next",
                    static page => [page],
                    null,
                    isByEnumeration ? default : token
                );
                await foreach (int item in items.WithCancellation(isByEnumeration ? token : default))
                    Assert.Equal(1, item);
            }
        );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_whose_stream_gives_nothing_more_is_cancelled_at_once(bool isPart)
    {
        // The server sees nothing yet: what little there is waits for more.
        Stuck stuck = new();
        await CancelledAtOnceAsync(
            "",
            async (transport, token) =>
            {
                var request = new ApiRequest(ApiMethods.Post, "/files");
                stuck = new();
                ApiFile file = new(stuck);
                if (isPart)
                    request.MultipartBody(
                        file,
                        static (writer, value) =>
                        {
                            writer.WriteStartObject();
                            writer.WritePropertyName("file");
                            JsonWrite.File(writer, value);
                            writer.WriteEndObject();
                        }
                    );
                else
                    request.FileBody(file, "application/octet-stream");
                await transport.SendAsync(request, Answers.None, null, token);
            },
            () => stuck.IsWaiting
        );
    }

    [Fact]
    public async Task Lines_whose_source_gives_nothing_more_are_cancelled_at_once() =>
        await CancelledAtOnceAsync(
            "",
            static async (transport, token) =>
            {
                var request = new ApiRequest(ApiMethods.Post, "/lines");
                request.LinesBody(Deaf(), static (writer, value) => writer.WriteNumberValue(value), "application/jsonl");
                await transport.SendAsync(request, Answers.None, null, token);
            }
        );

    [Fact]
    public async Task A_read_of_a_body_that_was_handed_over_is_cancelled_at_once() =>
        await CancelledAtOnceAsync(
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n12",
            static async (transport, token) =>
            {
                await using ApiStream stream = await transport.SendAsync(
                    Answers.Get(),
                    new ApiResponses<ApiStream>().Stream(200, static s => s),
                    null,
                    token
                );
                byte[] buffer = new byte[10];
                Assert.Equal(2, await stream.ReadAtLeastAsync(buffer, 2, cancellationToken: token));
                await stream.ReadExactlyAsync(buffer, token);
            }
        );

    [Fact]
    public async Task A_body_that_the_server_does_not_take_is_cancelled_at_once() =>
        await CancelledAtOnceAsync(
            "",
            static async (transport, token) =>
            {
                var request = new ApiRequest(ApiMethods.Post, "/files");
                request.FileBody(new byte[50_000_000], "application/octet-stream");
                await transport.SendAsync(request, Answers.None, null, token);
            }
        );

    private static async Task CancelledAtOnceAsync(
        string sent,
        Func<ApiTransport, CancellationToken, Task> call,
        Func<bool>? isWaiting = null
    )
    {
        // The best of five: on a machine that is busy a thread may get its turn late.
        TimeSpan best = TimeSpan.MaxValue;
        for (int attempt = 0; attempt < 5 && best > s_prompt; attempt++)
        {
            await using LoopbackServer server = LoopbackServer.Stalling(sent);
            using var http = new HttpClient();
            using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
            Task running = call(new ApiTransport(http, server.Address), source.Token);
            while (!running.IsCompleted && (isWaiting is null ? server.Requests.IsEmpty : !isWaiting()))
                await Task.Delay(5, Token);
            await Task.Delay(50, Token); // into the wait
            Assert.False(running.IsCompleted);

            var watch = Stopwatch.StartNew();
            await source.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
            if (watch.Elapsed < best)
                best = watch.Elapsed;
        }

        Assert.InRange(best, TimeSpan.Zero, s_prompt);
    }

    /// <summary>One item, then none, whatever the token says.</summary>
    private static async IAsyncEnumerable<int> Deaf()
    {
        yield return 1;
        await Task.Delay(Timeout.Infinite, CancellationToken.None);
    }

    /// <summary>A few bytes, then none, whatever the token says.</summary>
    private sealed class Stuck : OneWayStream
    {
        private bool _isFirst = true;

        public bool IsWaiting { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            IsWaiting = !_isFirst;
            if (IsWaiting)
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
            _isFirst = false;
            return Math.Min(10, buffer.Length);
        }
    }
}
