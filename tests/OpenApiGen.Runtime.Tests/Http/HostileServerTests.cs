using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using OpenApiGen.Http;
using OpenApiGen.Runtime.Tests.Http.Support;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

/// <summary>Answers that want the key, the memory or the time of a client.</summary>
public sealed class HostileServerTests
{
    private const string Key = "sk-0123456789";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ApiKeyLocation.Header)]
    [InlineData(ApiKeyLocation.Cookie)]
    public async Task A_credential_that_a_redirect_has_taken_along_is_told(ApiKeyLocation location)
    {
        await using LoopbackServer other = LoopbackServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n42");
        await using LoopbackServer server = LoopbackServer.Answering(
            $"HTTP/1.1 302 Found\r\nLocation: {other.Address}taken\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        );
        using HttpClient client = new();
        var told = await Assert.ThrowsAsync<ApiException>(() =>
            new ApiTransport(client, server.Address, new ApiKeyCredential(location, "X-Key", Key)).SendAsync(
                Answers.Get(),
                Answers.Number,
                null,
                Token
            )
        );
        Assert.Contains(
            location == ApiKeyLocation.Header ? "the credential in 'X-Key'" : "the credential in 'Cookie'",
            told.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(Key, Assert.Single(other.Requests), StringComparison.Ordinal); // what no code above the handler can prevent
        Assert.DoesNotContain(Key, told.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(302, false)]
    [InlineData(307, true)]
    public async Task Redirects_to_another_origin_leave_credentials_behind(int status, bool keepsBody)
    {
        await using LoopbackServer other = LoopbackServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n42");
        await using LoopbackServer server = LoopbackServer.Answering(
            $"HTTP/1.1 {status} X\r\nLocation: {other.Address}taken\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        );
        using HttpClient client = new(ApiRedirectHandler.Around(new SocketsHttpHandler()));
        ApiTransport transport = new(
            client,
            server.Address,
            new ApiKeyCredential(ApiKeyLocation.Header, "X-Key", Key),
            new ApiKeyCredential(ApiKeyLocation.Cookie, "sid", Key),
            new BearerCredential(Key)
        );
        ApiRequest request = new(ApiMethods.Post, "/things");
        request.TextBody("the body", "text/plain");
        Assert.Equal(42, await transport.SendAsync(request, Answers.Number, null, Token));
        string sent = Assert.Single(other.Requests);
        Assert.DoesNotContain(Key, sent, StringComparison.Ordinal);
        Assert.StartsWith(keepsBody ? "POST /taken" : "GET /taken", sent, StringComparison.Ordinal);
        Assert.Contains("Accept: application/json", sent, StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(server.Requests).Split(Key).Length - 1);
    }

    [Fact]
    public async Task Redirects_within_the_origin_keep_credentials_and_end()
    {
        int count = 0;
        await using LoopbackServer server = new(
            (stream, _, token) =>
                LoopbackServer.SendAsync(
                    stream,
                    ++count == 2
                        ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n42"
                        : $"HTTP/1.1 308 X\r\nLocation: /r{count}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                    token
                )
        );
        using HttpClient client = new(new ApiRedirectHandler(new SocketsHttpHandler { AllowAutoRedirect = false }, 5));
        ApiTransport transport = new(client, server.Address, new BearerCredential(Key));
        Assert.Equal(42, await transport.SendAsync(Answers.Get(), Answers.Number, null, Token));
        Assert.All(server.Requests, static request => Assert.Contains("Authorization: Bearer " + Key, request, StringComparison.Ordinal));
        count = 100;
        await Assert.ThrowsAsync<ApiException>(() => transport.SendAsync(Answers.Get(), Answers.Number, null, Token));
        Assert.Equal(106, count);
    }

    [Fact]
    public async Task A_key_in_the_query_is_there_once()
    {
        FakeHandler handler = FakeHandler.Answering(200, "42");
        ApiRequest request = Answers.Get();
        request.Query("key", "of the caller");
        request.Query("keys", "1");
        request.Query("a", "b");
        await handler.Transport(new ApiKeyCredential(ApiKeyLocation.Query, "key", Key)).SendAsync(request, Answers.Number, null, Token);
        Assert.Equal("?keys=1&a=b&key=" + Key, handler.Request.RequestUri!.Query);
    }

    [Theory]
    [InlineData(400, "no such key: sk-0123456789")]
    [InlineData(200, "\"sk-0123456789\"")]
    [InlineData(422, "[\"sk-0123456789\"]")]
    public async Task A_key_that_the_server_repeats_is_in_no_exception(int status, string body)
    {
        var refused = await Assert.ThrowsAsync<ApiException>(() =>
            FakeHandler
                .Answering(status, body)
                .Transport(new ApiKeyCredential(ApiKeyLocation.Query, "key", Key))
                .SendAsync(Answers.Get(), Answers.Number, null, Token)
        );
        Assert.DoesNotContain(Key, refused.ToString() + refused.Body + refused.RequestUri, StringComparison.Ordinal);
        Assert.Contains("***", refused.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-A\r\nX-B", "v")]
    [InlineData("X-A", "v\r\nX-B: w")]
    [InlineData("X-A", "v\n")]
    [InlineData("X-A", "v\0w")]
    [InlineData("X\u00e4", "v")]
    [InlineData("", "v")]
    public void Headers_can_not_be_forged(string name, string value)
    {
        var refused = Assert.Throws<ArgumentException>(() => Answers.Get().Header(name, value));
        Assert.DoesNotContain("X-B: w", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_that_is_not_ASCII_is_named()
    {
        using HttpClient client = new();
        await using LoopbackServer server = LoopbackServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n42");
        ApiRequest request = Answers.Get();
        request.Header("X-Name", "J\u00fcrgen");
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() =>
            new ApiTransport(client, server.Address).SendAsync(request, Answers.Number, null, Token)
        );
        Assert.Contains("'X-Name'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".", "/things/%2E/end")]
    [InlineData("..", "/things/%2E%2E/end")]
    [InlineData("%2e%2e", "/things/%252e%252e/end")]
    [InlineData("../..", "/things/..%2F../end")]
    [InlineData("//evil.test", "/things/%2F%2Fevil.test/end")]
    [InlineData("..\\..", "/things/..%5C../end")]
    [InlineData("a?b#c", "/things/a%3Fb%23c/end")]
    public async Task A_path_value_stays_in_its_place(string value, string path)
    {
        await using LoopbackServer server = LoopbackServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n42");
        using HttpClient client = new();
        ApiRequest request = new(ApiMethods.Get, "/things/{id}/end");
        request.Path("id", value);
        await new ApiTransport(client, server.Address).SendAsync(request, Answers.Number, null, Token);
        Assert.StartsWith($"GET {path} HTTP", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_bomb_is_an_exception_and_not_memory(string encoding)
    {
        const int size = 400 * 1024 * 1024;
        FakeHandler handler = FakeHandler.Encoded(encoding, Compress(encoding, size));
        long before = GC.GetTotalAllocatedBytes();
        var refused = await Assert.ThrowsAsync<ApiException>(() =>
            handler.Transport().SendAsync(Answers.Get(), Answers.Number, null, Token)
        );
        Assert.Contains("ApiCall.MaxBodyLength", refused.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 100 * 1024 * 1024);
    }

    [Fact]
    public async Task What_compresses_well_is_read_where_it_is_short_or_allowed()
    {
        Assert.Equal(
            42,
            await FakeHandler
                .Encoded("gzip", Compress("gzip", 10 * 1024 * 1024))
                .Transport()
                .SendAsync(Answers.Get(), Answers.Number, null, Token)
        );
        ApiCall call = new() { MaxBodyLength = 40 * 1024 * 1024 };
        Assert.Equal(
            42,
            await FakeHandler
                .Encoded("gzip", Compress("gzip", 30 * 1024 * 1024))
                .Transport()
                .SendAsync(Answers.Get(), Answers.Number, call, Token)
        );
    }

    [Fact]
    public async Task A_body_without_end_is_bounded_without_a_limit_of_the_client()
    {
        using Endless endless = new(" "u8.ToArray());
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() =>
            FakeHandler.Streaming(200, endless).Transport().SendAsync(Answers.Get(), Answers.Number, null, Token)
        );
        Assert.EndsWith(
            "its body is longer than 268435456 bytes: set ApiCall.MaxBodyLength to read more.",
            refused.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Compressed_junk_is_an_answer_that_can_not_be_read(string encoding)
    {
        byte[] whole = Compress(encoding, 1000),
            broken = [.. whole];
        for (int i = 2; i < broken.Length; i++)
            broken[i] ^= 0x5A;
        foreach (byte[] body in new[] { "junk, and not compressed at all"u8.ToArray(), broken })
        {
            await Assert.ThrowsAnyAsync<ApiException>(() =>
                FakeHandler.Encoded(encoding, body).Transport().SendAsync(Answers.Get(), Answers.Number, null, Token)
            );
            await Assert.ThrowsAnyAsync<ApiException>(() =>
                FakeHandler.Encoded(encoding, body, 500).Transport().SendAsync(Answers.Get(), Answers.Number, null, Token)
            );
            await Assert.ThrowsAnyAsync<ApiException>(async () =>
            {
                await foreach (
                    int _ in FakeHandler
                        .Encoded(encoding, body)
                        .Transport()
                        .StreamAsync(Answers.Get, ApiStreamFormat.Lines, Answers.Int, Answers.None, null, Token)
                ) { }
            });
        }
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("nonsense")]
    [InlineData("\u00fc")]
    public async Task An_unknown_charset_is_an_answer_that_can_not_be_read(string charset)
    {
        foreach (int status in new[] { 200, 422 })
        {
            var refused = await Assert.ThrowsAsync<ApiException>(() =>
                FakeHandler
                    .Answering(status, "42", "application/json; charset=\"" + charset + "\"")
                    .Transport()
                    .SendAsync(Answers.Get(), Answers.Number, null, Token)
            );
            Assert.Contains("charset", refused.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("data: x", false)]
    [InlineData(": a comment\n", true)]
    [InlineData("\n", true)]
    [InlineData("data: y\n", false)]
    [InlineData("id: 1\n", true)]
    public async Task Events_without_end_are_bounded_or_cancelled(string text, bool isCancelled)
    {
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using Endless endless = new(Encoding.UTF8.GetBytes(text));
        FakeHandler handler = new(_ =>
        {
            if (isCancelled)
                source.CancelAfter(300);
            HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new StreamContent(endless) };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", "text/event-stream");
            return response;
        });
        Stopwatch watch = Stopwatch.StartNew();
        Exception? ended = await Record.ExceptionAsync(async () =>
        {
            await foreach (
                int _ in handler
                    .Transport()
                    .StreamAsync(
                        Answers.Get,
                        ApiStreamFormat.EventJson,
                        Answers.Int,
                        Answers.None,
                        new ApiCall { MaxBodyLength = 1024 * 1024 },
                        source.Token
                    )
            ) { }
        });
        if (isCancelled)
            Assert.IsType<OperationCanceledException>(ended, exactMatch: false);
        else
            Assert.IsType<HttpRequestException>(ended);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.InRange(endless.Given, 1, long.MaxValue);
    }

    [Fact]
    public async Task Pages_without_items_end()
    {
        int calls = 0;
        var endless = await Assert.ThrowsAsync<ApiPagingException>(async () =>
        {
            await foreach (
                int _ in ApiPaging.Items<int, int>(
                    (_, _) => Task.FromResult(++calls),
                    static page => $"c{page}",
                    static _ => [],
                    null,
                    Token
                )
            ) { }
        });
        Assert.Equal(1000, calls);
        Assert.Equal("The last 1000 of 1000 pages had no item, and each gave a cursor for another.", endless.Message);
    }

    [Fact]
    public async Task Cancelling_does_not_wait_for_who_gives_the_token()
    {
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        TaskCompletionSource asked = new();
        ApiTransport transport = FakeHandler
            .Answering(200, "42")
            .Transport(
                new BearerCredential(async _ =>
                {
                    asked.SetResult();
                    await Task.Delay(Timeout.Infinite, CancellationToken.None);
                    return Key;
                })
            );
        Task<int> call = transport.SendAsync(Answers.Get(), Answers.Number, null, source.Token);
        await asked.Task;
        Stopwatch watch = Stopwatch.StartNew();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 1000);
    }

    [Fact]
    public void No_text_of_a_credential_shows_it()
    {
        foreach (
            ApiCredential credential in new ApiCredential[]
            {
                new ApiKeyCredential(ApiKeyLocation.Header, "X-Key", Key),
                new BearerCredential(Key),
                new BasicCredential("user", Key),
            }
        )
            Assert.DoesNotContain(Key, credential.ToString(), StringComparison.Ordinal);
        Func<string, bool> hides = ApiSecurity.Hiding(static name => name == "X-Other", "X-Key");
        Assert.True(hides("x-key"));
        Assert.True(hides("X-Other"));
        Assert.False(hides("Accept"));
    }

    private static byte[] Compress(string encoding, int size)
    {
        using MemoryStream target = new();
        byte[] spaces = new byte[1024 * 1024];
        Array.Fill(spaces, (byte)' ');
        using (
            Stream compressor = encoding switch
            {
                "gzip" => new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true),
                "br" => new BrotliStream(target, CompressionLevel.Optimal, leaveOpen: true),
                _ => new ZLibStream(target, CompressionLevel.Optimal, leaveOpen: true),
            }
        )
        {
            for (int i = 0; i < size; i += spaces.Length)
                compressor.Write(spaces, 0, Math.Min(spaces.Length, size - i));
            compressor.Write("42"u8);
        }

        return target.ToArray();
    }

    private sealed class Endless(byte[] text) : OneWayStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            for (int i = 0; i < buffer.Length; i++)
                buffer.Span[i] = text[(int)((Given + i) % text.Length)];
            Given += buffer.Length;
            return new(buffer.Length);
        }
    }
}
