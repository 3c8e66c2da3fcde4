using System.Text;
using System.Text.Json;
using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

/// <summary>JSON from a stream, as a webhook's body comes: in pieces, of any length, never more than was allowed.</summary>
public sealed class StreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task A_text_in_pieces_is_read_whole(int piece)
    {
        string text = new('é', 30_000);
        Assert.Equal(text, await ReadAsync("\"" + text + "\"", JsonRoot.DefaultMaxLength, piece));
    }

    [Fact]
    public async Task As_long_as_is_allowed_is_not_too_long() => Assert.Equal("abc", await ReadAsync("\"abc\"", 5));

    [Fact]
    public async Task One_byte_more_is_too_long_and_not_read_on()
    {
        using PieceStream stream = new(Encoding.UTF8.GetBytes("\"abcd\"" + new string(' ', 1_000_000)), 100_000);
        JsonException thrown = await Assert.ThrowsAsync<JsonException>(() => JsonRoot.ReadAsync(stream, JsonRead.String, 5, Token));

        Assert.Contains("longer than 5 bytes", thrown.Message, StringComparison.Ordinal);
        Assert.InRange(stream.Position, 6, 100_000);
    }

    [Fact]
    public async Task What_is_no_JSON_says_where()
    {
        JsonException thrown = await Assert.ThrowsAsync<JsonException>(() => ReadAsync("\n 1", 100));
        Assert.Equal("$", thrown.Path);
        Assert.Equal(1, thrown.LineNumber);
        await Assert.ThrowsAsync<JsonException>(() => ReadAsync("", 100));
        await Assert.ThrowsAsync<JsonException>(() => ReadAsync("\"a", 100));
    }

    [Fact]
    public async Task A_stream_that_breaks_off_says_so()
    {
        using PieceStream stream = new("\"abc\""u8.ToArray(), 2, failAt: 4);
        await Assert.ThrowsAsync<IOException>(() => JsonRoot.ReadAsync(stream, JsonRead.String, 100, Token));
    }

    [Fact]
    public async Task It_can_be_cancelled_and_leaves_the_stream_open()
    {
        using CancellationTokenSource source = new();
        await source.CancelAsync();
        using PieceStream stream = new("\"abc\""u8.ToArray(), 2);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => JsonRoot.ReadAsync(stream, JsonRead.String, 100, source.Token));
        Assert.Equal("abc", await JsonRoot.ReadAsync(stream, JsonRead.String, 100, Token));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task Wrong_arguments_are_told()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("utf8Json", () => JsonRoot.ReadAsync(null!, JsonRead.String, 1, Token));
        await Assert.ThrowsAsync<ArgumentNullException>("read", () => JsonRoot.ReadAsync<string>(Stream.Null, null!, 1, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            "maxLength",
            () => JsonRoot.ReadAsync(Stream.Null, JsonRead.String, 0, Token)
        );
    }

    private static async Task<string> ReadAsync(string json, int maxLength, int piece = 3)
    {
        using PieceStream stream = new(Encoding.UTF8.GetBytes(json), piece);
        return await JsonRoot.ReadAsync(stream, JsonRead.String, maxLength, Token);
    }

    private sealed class PieceStream(byte[] bytes, int piece, int failAt = int.MaxValue) : MemoryStream(bytes, writable: false)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position >= failAt)
                throw new IOException("Broken.");
            return base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
        }
    }
}
