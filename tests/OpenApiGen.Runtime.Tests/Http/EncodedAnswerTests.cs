using System.IO.Compression;
using System.Net;
using System.Text;
using OpenApiGen.Http;
using OpenApiGen.Runtime.Tests.Http.Support;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

/// <summary>Compressed answers that are cut off, junk, or not what they say: an exception of ours, never a part as the whole.</summary>
public sealed class EncodedAnswerTests
{
    private static readonly ApiResponses<string> s_text = new ApiResponses<string>().Text(200, static s => s).Error(422, Answers.String);

    private static readonly string s_whole = string.Concat(
        Enumerable.Range(0, 300).Select(static i => (i * 7919).ToString("x", System.Globalization.CultureInfo.InvariantCulture))
    );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task What_is_cut_off_is_never_taken_for_the_whole(string encoding)
    {
        byte[] whole = Compress(encoding, s_whole);
        Assert.Equal(s_whole, await FakeHandler.Encoded(encoding, whole).Transport().SendAsync(Answers.Get(), s_text, null, Token));
        for (int length = 1; length < whole.Length; length += length < 20 || length > whole.Length - 20 ? 1 : 17)
        {
            FakeHandler handler = FakeHandler.Encoded(encoding, whole[..length]);
            await RefusedAsync(() => handler.Transport().SendAsync(Answers.Get(), s_text, null, Token), encoding, length);
            await RefusedAsync(() => StreamAsync(handler.Transport()), encoding, length);
        }
    }

    [Theory]
    [InlineData("gzip", "br")]
    [InlineData("gzip", "deflate")]
    [InlineData("br", "gzip")]
    [InlineData("deflate", "br")]
    [InlineData("deflate", "gzip")]
    [InlineData("", "gzip")]
    [InlineData("", "br")]
    [InlineData("", "deflate")]
    [InlineData("", "gzip, br")]
    [InlineData("gzip", "gzip, gzip")]
    public async Task What_is_encoded_otherwise_than_it_says_is_told(string encoding, string said)
    {
        FakeHandler handler = FakeHandler.Encoded(said, Compress(encoding, s_whole));
        await RefusedAsync(() => handler.Transport().SendAsync(Answers.Get(), s_text, null, Token), said, 0);
        await RefusedAsync(
            () => handler.Transport().SendAsync(Answers.Get(), Answers.None, new ApiCall { KeepBody = true }, Token),
            said,
            0
        );
        FakeHandler error = FakeHandler.Encoded(said, Compress(encoding, s_whole), 422);
        Assert.Equal(
            422,
            (int)(await RefusedAsync(() => error.Transport().SendAsync(Answers.Get(), s_text, null, Token), said, 0)).StatusCode
        );
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_handler_that_decompresses_gives_the_same_exceptions(string encoding)
    {
        byte[] whole = Compress(encoding, s_whole),
            broken = [.. whole];
        for (int i = 2; i < broken.Length; i++)
            broken[i] ^= 0x5A;
        // What is cut off the handler takes for the whole, unless System.IO.Compression.UseStrictValidation is on.
        foreach (byte[] body in (byte[][])[broken, "junk, and not compressed at all"u8.ToArray()])
        {
            foreach (int status in (int[])[200, 422, 500])
            {
                await using LoopbackServer server = LoopbackServer.Answering(
                    $"HTTP/1.1 {status} X\r\nContent-Type: text/plain\r\nContent-Encoding: {encoding}\r\n"
                        + $"Content-Length: {body.Length}\r\n\r\n"
                        + Encoding.Latin1.GetString(body)
                );
                using HttpClient client = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
                ApiTransport transport = new(client, server.Address);
                await RefusedAsync(() => transport.SendAsync(Answers.Get(), s_text, null, Token), encoding, body.Length);
                await RefusedAsync(() => StreamAsync(transport), encoding, body.Length);
            }
        }
    }

    private static async Task StreamAsync(ApiTransport transport)
    {
        await foreach (int _ in transport.StreamAsync(Answers.Get, ApiStreamFormat.Lines, Answers.Int, Answers.None, null, Token)) { }
    }

    private static async Task<ApiException> RefusedAsync(Func<Task> call, string encoding, int length)
    {
        Exception? thrown = await Record.ExceptionAsync(call);
        Assert.True(thrown is ApiException, $"{encoding}, {length}: {thrown?.ToString() ?? "it was read"}");
        return (ApiException)thrown!;
    }

    private static byte[] Compress(string encoding, string text)
    {
        using MemoryStream target = new();
        using (
            Stream compressor = encoding switch
            {
                "gzip" => new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true),
                "br" => new BrotliStream(target, CompressionLevel.Optimal, leaveOpen: true),
                "deflate" => new ZLibStream(target, CompressionLevel.Optimal, leaveOpen: true),
                _ => new BufferedStream(target),
            }
        )
        {
            compressor.Write(Encoding.UTF8.GetBytes(text));
            compressor.Flush();
            if (encoding.Length == 0)
                return target.ToArray();
        }

        return target.ToArray();
    }
}
