using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using OpenApiGen.Http;
using OpenApiGen.Runtime.Tests.Http.Support;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

/// <summary>What only a socket shows.</summary>
public sealed class WireTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n";

    private static readonly string[] s_threeAnswers =
    [
        "200 OK\r\nContent-Length: 2\r\n\r\n42",
        "422 No\r\nContent-Length: 4\r\n\r\n\"no\"",
        "200 OK\r\nContent-Length: 2\r\n\r\n43",
    ];

    private static readonly TimeSpan s_prompt = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_request_line_is_what_was_asked_for()
    {
        await using LoopbackServer server = LoopbackServer.Answering(Ok + "Content-Length: 2\r\n\r\n42");
        using var http = new HttpClient();
        var request = new ApiRequest(ApiMethods.Get, "/a/{x}/{y}/z");
        request.Path("x", "..");
        request.Path("y", "../%2e%2e/é");
        request.Query("q", "a%2Fb/[c]|'\"~ +", allowReserved: true);
        request.Header("X-Key", "k");

        Assert.Equal(42, await new ApiTransport(http, new Uri(server.Address, "/base")).SendAsync(request, Answers.Number, null, Token));

        string head = Assert.Single(server.Requests);
        Assert.StartsWith(
            "GET /base/a/%2E%2E/..%2F%252e%252e%2F%C3%A9/z?q=a%2Fb/%5Bc%5D%7C'%22~%20%2B HTTP/1.1\r\n",
            head,
            StringComparison.Ordinal
        );
        Assert.Contains("\r\nX-Key: k\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nAccept: application/json\r\n", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_is_sent_with_its_length()
    {
        await using var server = new LoopbackServer(
            async (stream, _, token) =>
            {
                byte[] body = new byte[7];
                await stream.ReadExactlyAsync(body, token);
                await LoopbackServer.SendAsync(stream, Ok + $"\r\n{Encoding.ASCII.GetString(body)}", token);
            }
        );
        using var http = new HttpClient();
        var request = new ApiRequest(ApiMethods.Post, "/x");
        request.JsonBody(1234567, static (writer, value) => writer.WriteNumberValue(value));
        Assert.Equal(1234567, await new ApiTransport(http, server.Address).SendAsync(request, Answers.Number, null, Token));
        Assert.Contains("\r\nContent-Length: 7\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/json\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 100\r\n\r\n123456", "6 bytes")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n6\r\n123456\r\n", "6 bytes")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n6\r\n123", "3 bytes")]
    public async Task A_body_cut_off_is_a_transport_error_that_names_the_operation(string rest, string read)
    {
        await using LoopbackServer server = LoopbackServer.Answering(Ok + rest);
        using var http = new HttpClient();
        var cut = await Assert.ThrowsAsync<HttpRequestException>(() =>
            new ApiTransport(http, server.Address).SendAsync(Answers.Get(), Answers.Number, null, Token)
        );
        Assert.Equal($"GET /things/all returned 200, and its body broke off after {read}.", cut.Message);
        Assert.Equal(HttpRequestError.ResponseEnded, cut.HttpRequestError);
    }

    [Fact]
    public async Task A_length_that_lies_costs_no_memory()
    {
        await using LoopbackServer server = LoopbackServer.Answering(Ok + "Content-Length: 2000000000\r\n\r\n1");
        using var http = new HttpClient();
        long before = GC.GetTotalAllocatedBytes();
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            new ApiTransport(http, server.Address).SendAsync(Answers.Get(), Answers.Number, null, Token)
        );
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 64 * 1024 * 1024);
    }

    [Theory]
    [InlineData("gzip", DecompressionMethods.All)]
    [InlineData("gzip", DecompressionMethods.None)]
    [InlineData("GZIP, identity", DecompressionMethods.None)]
    [InlineData("deflate", DecompressionMethods.None)]
    [InlineData("br", DecompressionMethods.None)]
    public async Task What_is_compressed_is_read_whoever_undoes_it(string encoding, DecompressionMethods handler)
    {
        using var compressed = new MemoryStream();
        await using (
            Stream packing = encoding switch
            {
                "br" => new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
                "deflate" => new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
                _ => new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
            }
        )
            await packing.WriteAsync("42"u8.ToArray(), Token);
        string answer =
            Ok
            + $"Content-Encoding: {encoding}\r\nContent-Length: {compressed.Length}\r\n\r\n{Encoding.Latin1.GetString(compressed.ToArray())}";
        await using LoopbackServer server = LoopbackServer.Answering(answer);
        using var http = new HttpClient(new HttpClientHandler { AutomaticDecompression = handler });
        Assert.Equal(42, await new ApiTransport(http, server.Address).SendAsync(Answers.Get(), Answers.Number, null, Token));
    }

    [Fact]
    public async Task An_encoding_that_no_one_undoes_is_named()
    {
        await using LoopbackServer server = LoopbackServer.Answering(Ok + "Content-Encoding: zstd\r\nContent-Length: 2\r\n\r\n??");
        using var http = new HttpClient();
        var packed = await Assert.ThrowsAsync<ApiException>(() =>
            new ApiTransport(http, server.Address).SendAsync(Answers.Get(), Answers.Number, null, Token)
        );
        Assert.Contains(
            "still encoded as zstd: turn on AutomaticDecompression of the client's handler",
            packed.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_a_small_answer_grows_to_is_bounded()
    {
        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(new byte[16 * 1024 * 1024], Token);
        await using LoopbackServer server = LoopbackServer.Answering(
            Ok + $"Content-Encoding: gzip\r\n\r\n{Encoding.Latin1.GetString(compressed.ToArray())}"
        );
        using var http = new HttpClient();
        var bomb = await Assert.ThrowsAsync<HttpRequestException>(() =>
            new ApiTransport(http, server.Address).SendAsync(Answers.Get(), Answers.Number, new ApiCall { MaxBodyLength = 1000 }, Token)
        );
        Assert.Contains("longer than ApiCall.MaxBodyLength (1000 bytes)", bomb.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gzip_that_breaks_off_is_a_transport_error()
    {
        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(Encoding.ASCII.GetBytes(new string(' ', 100) + "42"), Token);
        string half = Encoding.Latin1.GetString(compressed.ToArray())[..12];
        await using LoopbackServer server = LoopbackServer.Answering(
            Ok + $"Content-Encoding: gzip\r\nContent-Length: {compressed.Length}\r\n\r\n{half}"
        );
        using var http = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All });
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            new ApiTransport(http, server.Address).SendAsync(Answers.Get(), Answers.Number, null, Token)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData(Ok)]
    [InlineData(Ok + "Content-Length: 100\r\n\r\n12")]
    [InlineData(Ok + "Transfer-Encoding: chunked\r\n\r\n2\r\n12\r\n")]
    [InlineData("HTTP/1.1 500 No\r\nContent-Length: 100\r\n\r\n12")]
    public async Task A_stalled_answer_is_cancelled_at_once_with_the_callers_token(string sent)
    {
        // The best of three: on a machine that is busy with other tests a thread may get its turn late.
        TimeSpan best = TimeSpan.MaxValue;
        for (int attempt = 0; attempt < 3 && best > s_prompt; attempt++)
        {
            TimeSpan taken = await CancelAsync(sent);
            if (taken < best)
                best = taken;
        }

        Assert.InRange(best, TimeSpan.Zero, s_prompt);
    }

    private static async Task<TimeSpan> CancelAsync(string sent)
    {
        await using LoopbackServer server = LoopbackServer.Stalling(sent);
        using var http = new HttpClient();
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task<int> call = new ApiTransport(http, server.Address).SendAsync(Answers.Get(), Answers.Number, null, source.Token);
        while (server.Requests.IsEmpty)
            await Task.Delay(5, Token);
        await Task.Delay(50, Token); // into the read of the body
        Assert.False(call.IsCompleted);

        var watch = Stopwatch.StartNew();
        await source.CancelAsync();
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        watch.Stop();

        Assert.Equal(source.Token, cancelled.CancellationToken);
        Assert.True(call.IsCanceled);
        return watch.Elapsed;
    }

    [Theory]
    [InlineData("")]
    [InlineData(Ok + "Content-Length: 100\r\n\r\n12")]
    public async Task A_stalled_answer_times_out_by_call_and_by_client(string sent)
    {
        await using LoopbackServer server = LoopbackServer.Stalling(sent);
        using var http = new HttpClient();
        var call = new ApiCall { Timeout = TimeSpan.FromMilliseconds(150) };
        var late = await Assert.ThrowsAsync<TaskCanceledException>(() =>
            new ApiTransport(http, server.Address).SendAsync(Answers.Get(), Answers.Number, call, Token)
        );
        Assert.Equal("GET /things/all did not end within 0.15 s.", late.Message);
        Assert.IsType<TimeoutException>(late.InnerException);
    }

    [Fact]
    public async Task The_clients_timeout_covers_the_body_too()
    {
        await using LoopbackServer server = LoopbackServer.Stalling(Ok + "Content-Length: 100\r\n\r\n12");
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(150) };
        var late = await Assert.ThrowsAsync<TaskCanceledException>(() =>
            new ApiTransport(http, server.Address).SendAsync(Answers.Get(), Answers.Number, null, Token)
        );
        Assert.IsType<TimeoutException>(late.InnerException);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_beforehand_sends_nothing()
    {
        var handler = FakeHandler.Answering(200, "42");
        var cancelled = new CancellationToken(canceled: true);
        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            handler.Transport().SendAsync(Answers.Get(), Answers.Number, null, cancelled)
        );
        Assert.Equal(cancelled, thrown.CancellationToken);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task The_connection_is_used_again_after_a_success_and_an_error()
    {
        int connections = 0;
        await using var server = new LoopbackServer(
            async (stream, _, token) =>
            {
                connections++;
                byte[] request = new byte[4096];
                foreach (string answer in s_threeAnswers)
                {
                    await LoopbackServer.SendAsync(stream, "HTTP/1.1 " + answer, token);
                    if (await stream.ReadAsync(request, token) == 0)
                        break;
                }
            }
        );
        using var http = new HttpClient();
        var transport = new ApiTransport(http, server.Address);
        Assert.Equal(42, await transport.SendAsync(Answers.Get(), Answers.Number, null, Token));
        await Assert.ThrowsAsync<ApiException<string>>(() => transport.SendAsync(Answers.Get(), Answers.Number, null, Token));
        Assert.Equal(43, await transport.SendAsync(Answers.Get(), Answers.Number, null, Token));
        Assert.Equal(1, connections);
    }

    [Fact]
    public async Task Nobody_listening_is_what_HttpClient_says()
    {
        LoopbackServer server = LoopbackServer.Answering("");
        Uri address = server.Address;
        await server.DisposeAsync();
        using var http = new HttpClient();
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() =>
            new ApiTransport(http, address).SendAsync(Answers.Get(), Answers.Number, null, Token)
        );
        Assert.Equal(HttpRequestError.ConnectionError, refused.HttpRequestError);
    }
}
