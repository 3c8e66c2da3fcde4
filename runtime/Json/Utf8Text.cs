using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace OpenApiGen.Json;

// Access to the text of a token in whatever shape it comes: one span, several segments, escaped or not.
internal static class Utf8Text
{
    /// <summary>Room on the stack for what is short: names, enum values, times with each character escaped.</summary>
    public const int ShortLength = 256;

    /// <summary>String or name.</summary>
    /// <exception cref="InvalidOperationException">The text is not valid UTF-8, or has a lone surrogate.</exception>
    public static string String(ref Utf8JsonReader reader)
    {
#if NET
        if (IsPlain(ref reader) && StringCache.Get(reader.ValueSpan) is { } text)
            return text;
#endif
        return reader.GetString()!;
    }

    /// <summary>Upper bound of the unescaped length of a string or name, exact length of a number.</summary>
    public static int MaxLength(ref Utf8JsonReader reader) =>
        reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length;

    /// <summary>Number, string or name as raw bytes; escapes stay as they are. Copies only when there are several segments.</summary>
    public static ReadOnlySpan<byte> Raw(ref Utf8JsonReader reader) =>
        reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;

    /// <summary>String or name as UTF-8 without escapes. Copies unless the token is one plain span.</summary>
    /// <exception cref="InvalidOperationException">The text is not valid UTF-8, or has a lone surrogate.</exception>
    public static ReadOnlySpan<byte> Unescaped(ref Utf8JsonReader reader)
    {
        if (IsPlain(ref reader))
            return reader.ValueSpan;
        byte[] buffer = new byte[MaxLength(ref reader)];
        return buffer.AsSpan(0, reader.CopyString(buffer));
    }

    /// <summary>Whether the text is <see cref="Utf8JsonReader.ValueSpan"/> as it stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPlain(ref Utf8JsonReader reader) => !reader.HasValueSequence && !reader.ValueIsEscaped;

#if NET
    public static string Utf8(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text);
#else
    public static string Utf8(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text.ToArray());
#endif

    public static string Ascii(ref Utf8JsonReader reader) => Ascii(Raw(ref reader));

    public static string Ascii(ReadOnlySpan<byte> text)
    {
#if NET
        return Encoding.ASCII.GetString(text);
#else
        return Encoding.ASCII.GetString(text.ToArray());
#endif
    }
}
