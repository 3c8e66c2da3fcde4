using OpenApiGen.Http;
using OpenApiGen.Runtime.Tests.Http.Support;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

/// <summary>What a hostile or broken server can make a client hold in memory.</summary>
public sealed class BoundTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_endless_error_body_is_read_to_its_first_MiB()
    {
        using var endless = new EndlessStream();
        var handler = FakeHandler.Streaming(500, endless);
        var call = new ApiCall { KeepBody = true };
        var error = await Assert.ThrowsAsync<ApiException>(() => handler.Transport().SendAsync(Answers.Get(), Answers.Number, call, Token));
        Assert.Equal(1024 * 1024, call.Body.Length);
        Assert.InRange(error.Body!.Length, 64 * 1024, 64 * 1024 + 1);
        Assert.True(error.Message.Length < 1000);
        Assert.InRange(endless.Given, 1024 * 1024, 4 * 1024 * 1024);
        Assert.True(handler.Content!.IsDisposed);
    }

    [Fact]
    public async Task A_success_is_bounded_by_the_client()
    {
        HttpClient client = FakeHandler.Answering(200, new string(' ', 1000) + "42").Client();
        client.MaxResponseContentBufferSize = 1001;
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() =>
            new ApiTransport(client, new Uri("https://api.test")).SendAsync(Answers.Get(), Answers.Number, null, Token)
        );
        Assert.Equal(
            "GET /things/all returned 200, and its body is longer than HttpClient.MaxResponseContentBufferSize (1001 bytes).",
            refused.Message
        );

        client = FakeHandler.Answering(200, new string(' ', 1000) + "42").Client();
        client.MaxResponseContentBufferSize = 1002;
        Assert.Equal(42, await new ApiTransport(client, new Uri("https://api.test")).SendAsync(Answers.Get(), Answers.Number, null, Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16 * 1024 - 2)]
    [InlineData(16 * 1024 - 1)]
    [InlineData(16 * 1024)]
    [InlineData(3_000_001)]
    public async Task A_body_of_any_length_arrives_whole(int padding)
    {
        string body = new string(' ', padding) + "42";
        Assert.Equal(42, await FakeHandler.Answering(200, body).Transport().SendAsync(Answers.Get(), Answers.Number, null, Token));

        // No length known, and a few bytes at a time.
        using var slow = new DripStream(System.Text.Encoding.ASCII.GetBytes(body), padding > 100_000 ? 100_001 : 7);
        Assert.Equal(42, await FakeHandler.Streaming(200, slow).Transport().SendAsync(Answers.Get(), Answers.Number, null, Token));
    }

    [Fact]
    public async Task A_body_that_breaks_off_names_the_operation()
    {
        using var broken = new DripStream("123456789"u8.ToArray(), 3) { BreakAt = 6 };
        var cut = await Assert.ThrowsAsync<HttpRequestException>(() =>
            FakeHandler.Streaming(200, broken).Transport().SendAsync(Answers.Get(), Answers.Number, null, Token)
        );
        Assert.Equal("GET /things/all returned 200, and its body broke off after 6 bytes.", cut.Message);
        Assert.Equal(HttpRequestError.ResponseEnded, cut.HttpRequestError);
        Assert.IsType<IOException>(cut.InnerException);
    }

    [Fact]
    public async Task An_error_that_breaks_off_still_tells_its_status()
    {
        using var broken = new DripStream("\"too many\""u8.ToArray(), 3) { BreakAt = 6 };
        var cut = await Assert.ThrowsAsync<ApiException>(() =>
            FakeHandler.Streaming(422, broken).Transport().SendAsync(Answers.Get(), Answers.Number, null, Token)
        );
        Assert.Equal("GET /things/all returned 422 Unprocessable Entity, but its body broke off: \"too m", cut.Message);
        Assert.IsType<IOException>(cut.InnerException);
    }

    private sealed class EndlessStream : OneWayStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'x');
            Given += buffer.Length;
            return new(buffer.Length);
        }
    }

    private sealed class DripStream(byte[] body, int step) : OneWayStream
    {
        private int _at;

        public int BreakAt { get; init; } = int.MaxValue;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_at >= BreakAt)
                throw new IOException("the wire was cut");
            int count = Math.Min(Math.Min(step, buffer.Length), body.Length - _at);
            body.AsMemory(_at, count).CopyTo(buffer);
            _at += count;
            return new(count);
        }
    }
}
