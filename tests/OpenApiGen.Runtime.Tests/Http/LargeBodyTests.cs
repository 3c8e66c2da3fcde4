using OpenApiGen.Http;
using OpenApiGen.Json;
using OpenApiGen.Runtime.Tests.Http.Support;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

/// <summary>
/// Bodies of 100 MB over a socket. What is weighed is all that is allocated on the way, by the server too, not only what is alive at once.
/// </summary>
[Collection(Alone.Name)]
public sealed class LargeBodyTests
{
    private const int Size = 100_000_000;
    private const int Piece = 50_000;

    /// <summary>A fifth of a body; what is measured is about a hundredth.</summary>
    private const long Most = 20_000_000;

    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n";

    private static readonly byte[] s_piece = [.. Enumerable.Repeat((byte)' ', Piece)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_as_a_stream()
    {
        await using LoopbackServer server = Sending(isChunked: false);
        using var http = new HttpClient();
        long before = GC.GetTotalAllocatedBytes();
        await using ApiStream stream = await new ApiTransport(http, server.Address).SendAsync(
            Answers.Get(),
            new ApiResponses<ApiStream>().Stream(200, static s => s),
            null,
            Token
        );
        Assert.Equal(Size, stream.ContentLength);
        byte[] buffer = new byte[Piece];
        long read = 0;
        for (int count; (count = await stream.ReadAsync(buffer, Token)) > 0; )
            read += count;

        Assert.Equal(Size, read);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, Most);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public async Task Refused_by_the_bound(bool isChunked, bool byCall)
    {
        await using LoopbackServer server = Sending(isChunked);
        using var http = new HttpClient();
        if (!byCall)
            http.MaxResponseContentBufferSize = 1_000_000;
        long before = GC.GetTotalAllocatedBytes();
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            new ApiTransport(http, server.Address).SendAsync(
                Answers.Get(),
                Answers.Number,
                byCall ? new ApiCall { MaxBodyLength = 1_000_000 } : null,
                Token
            )
        );
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, Most);
    }

    [Fact]
    public async Task A_line_that_does_not_end_is_refused_by_the_bound()
    {
        await using LoopbackServer server = Sending(isChunked: true);
        using var http = new HttpClient();
        long before = GC.GetTotalAllocatedBytes();
        await Assert.ThrowsAsync<HttpRequestException>(async () =>
        {
            var call = new ApiCall { MaxBodyLength = 1_000_000 };
            await foreach (
                int _ in new ApiTransport(http, server.Address).StreamAsync(
                    Answers.Get,
                    ApiStreamFormat.Lines,
                    Answers.Int,
                    Answers.None,
                    call,
                    Token
                )
            )
                Assert.Fail("an item");
        });
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, Most);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sent_without_a_copy(bool isForm)
    {
        long received = 0;
        await using var server = new LoopbackServer(
            async (stream, _, token) =>
            {
                // To the last, empty chunk, which may come in two; its beginning is kept before what is read next.
                byte[] buffer = new byte[Piece];
                int count;
                do
                {
                    count = await stream.ReadAsync(buffer.AsMemory(5), token);
                    received += count;
                    buffer.AsSpan(count, 5).CopyTo(buffer);
                } while (count > 0 && !buffer.AsSpan().StartsWith("0\r\n\r\n"u8));
                await LoopbackServer.SendAsync(stream, Ok + "Content-Length: 2\r\n\r\n42", token);
            }
        );
        using var http = new HttpClient();
        var request = new ApiRequest(ApiMethods.Post, "/files");
        var file = new ApiFile(new Spaces(), "big.bin");
        if (isForm)
        {
            request.MultipartBody(
                file,
                static (writer, it) =>
                {
                    writer.WriteStartObject();
                    writer.WritePropertyName("file");
                    JsonWrite.File(writer, it);
                    writer.WriteEndObject();
                }
            );
        }
        else
        {
            request.FileBody(file, "application/octet-stream");
        }

        long before = GC.GetTotalAllocatedBytes();
        Assert.Equal(42, await new ApiTransport(http, server.Address).SendAsync(request, Answers.Number, null, Token));
        Assert.InRange(received, Size, Size + Size / 100);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, Most);
    }

    private static LoopbackServer Sending(bool isChunked) =>
        new(
            async (stream, _, token) =>
            {
                await LoopbackServer.SendAsync(
                    stream,
                    Ok + (isChunked ? "Transfer-Encoding: chunked\r\n\r\n" : $"Content-Length: {Size}\r\n\r\n"),
                    token
                );
                for (int sent = 0; sent < Size; sent += Piece)
                {
                    if (isChunked)
                        await LoopbackServer.SendAsync(stream, $"{Piece:x}\r\n", token);
                    await stream.WriteAsync(s_piece, token);
                    if (isChunked)
                        await LoopbackServer.SendAsync(stream, "\r\n", token);
                }

                if (isChunked)
                    await LoopbackServer.SendAsync(stream, "0\r\n\r\n", token);
            }
        );

    // As many as are sent.
    private sealed class Spaces : OneWayStream
    {
        private int _left = Size;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int count = Math.Min(buffer.Length, _left);
            buffer.Span[..count].Fill((byte)' ');
            _left -= count;
            return new(count);
        }
    }
}
