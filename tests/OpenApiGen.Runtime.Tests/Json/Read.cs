using System.Buffers;
using System.Text;
using System.Text.Json;
using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

/// <summary>Ways to hand a text to a reading method.</summary>
internal static class Read
{
    public static T As<T>(string json, JsonReadFunc<T> read) => JsonRoot.Read(Encoding.UTF8.GetBytes(json), read);

    /// <summary>In one piece, in pieces of one byte (HasValueSequence), with white space, and with every string fully escaped.</summary>
    public static void Everywhere<T>(string json, T expected, JsonReadFunc<T> read)
    {
        Assert.Equal(expected, As(json, read));
        Assert.Equal(expected, As(" \n" + json + "\t\r\n", read));
        Assert.Equal(expected, InPieces(json, read));
        if (json.StartsWith('"'))
            Assert.Equal(expected, As(Escaped(json), read));
    }

    public static T InPieces<T>(string json, JsonReadFunc<T> read)
    {
        var reader = new Utf8JsonReader(Pieces(Encoding.UTF8.GetBytes(json)));
        Assert.True(reader.Read());
        T value = read(ref reader);
        Assert.False(reader.Read());
        return value;
    }

    public static JsonException Fails<T>(string json, JsonReadFunc<T> read)
    {
        var whole = Assert.Throws<JsonException>(() => As(json, read));
        Assert.NotNull(whole.Path);
        return whole;
    }

    /// <summary>The message without the place at its end.</summary>
    public static string Problem(this JsonException failure)
    {
        int at = failure.Message.IndexOf(". Path: ", StringComparison.Ordinal);
        Assert.True(at > 0, failure.Message);
        return failure.Message[..at];
    }

    private static string Escaped(string json) => "\"" + string.Concat(json[1..^1].Select(static c => $"\\u{(int)c:x4}")) + "\"";

    private static ReadOnlySequence<byte> Pieces(byte[] bytes)
    {
        var first = new Piece(bytes.AsMemory(0, 1), null);
        Piece last = first;
        for (int i = 1; i < bytes.Length; i++)
            last = new Piece(bytes.AsMemory(i, 1), last);
        return new ReadOnlySequence<byte>(first, 0, last, 1);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, Piece? before)
        {
            Memory = memory;
            if (before is null)
                return;
            RunningIndex = before.RunningIndex + before.Memory.Length;
            before.Next = this;
        }
    }
}
