using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace OpenApiGen.Json;

// Whether a value would be written as it came. Where it would not, whoever began the reading keeps the text (JsonKeeping).
// The tests are made for what is usual; what they are not sure of is written, to see.
internal static class Spelling
{
    /// <summary>An integer: no point, no exponent, no -0.</summary>
    public static void Integer(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> text = Utf8Text.Raw(ref reader);
        if (text.IndexOfAny((byte)'.', (byte)'e', (byte)'E') >= 0 || text.SequenceEqual("-0"u8))
            JsonKeeping.Unusual();
    }

    public static void Number(ref Utf8JsonReader reader, double value)
    {
        ReadOnlySpan<byte> came = Utf8Text.Raw(ref reader);
        if (IsUsual(came, 15))
            return;
#if NET
        Span<byte> text = stackalloc byte[64];
        if (!Utf8Formatter.TryFormat(value, text, out int length) || !came.SequenceEqual(text.Slice(0, length)))
            JsonKeeping.Unusual();
#else
        if (!came.SequenceEqual(JsonRoot.ToUtf8(value, JsonWrite.Double)))
            JsonKeeping.Unusual();
#endif
    }

    public static void Number(ref Utf8JsonReader reader, float value)
    {
        ReadOnlySpan<byte> came = Utf8Text.Raw(ref reader);
#if NET
        if (IsUsual(came, 6))
            return; // .NET Framework writes nine digits of all of them
#endif
        if (!came.SequenceEqual(JsonRoot.ToUtf8(value, JsonWrite.Single)))
            JsonKeeping.Unusual();
    }

    /// <summary>A decimal, which keeps zeros at its end: no exponent, no digit too many, no -0.</summary>
    public static void Number(ref Utf8JsonReader reader, decimal value)
    {
        ReadOnlySpan<byte> came = Utf8Text.Raw(ref reader);
        if (came.Length <= 28 && (came[0] != '-' || value != 0) && came.IndexOfAny((byte)'e', (byte)'E') < 0)
            return;
        if (!came.SequenceEqual(JsonRoot.ToUtf8(value, JsonWrite.Decimal)))
            JsonKeeping.Unusual();
    }

    /// <summary>Hyphens and lower case (RFC 9562 section 4).</summary>
    public static void Guid(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> text = Utf8Text.Raw(ref reader);
#if NET
        if (reader.ValueIsEscaped || text.IndexOfAnyInRange((byte)'A', (byte)'F') >= 0)
            JsonKeeping.Unusual();
#else
        bool isUsual = !reader.ValueIsEscaped;
        foreach (byte b in text)
            isUsual &= b is < (byte)'A' or > (byte)'F';
        if (!isUsual)
            JsonKeeping.Unusual();
#endif
    }

    /// <summary>Base64 with padding and without white space; the bits that its last character has too many are zero.</summary>
    public static void Base64(ref Utf8JsonReader reader, byte[] value)
    {
        int length = (value.Length + 2) / 3 * 4,
            over = value.Length % 3;
        if (!reader.ValueIsEscaped)
        {
            ReadOnlySpan<byte> came = Utf8Text.Raw(ref reader);
            ReadOnlySpan<byte> last = over == 1 ? "AQgw"u8 : "AEIMQUYcgkosw048"u8;
            if (came.Length != length || (over != 0 && last.IndexOf(came[length - 4 + over]) < 0))
                JsonKeeping.Unusual();
            return;
        }

        // PHP escapes each slash.
        byte[] text = ArrayPool<byte>.Shared.Rent(length);
        System.Buffers.Text.Base64.EncodeToUtf8(value, text, out _, out _);
        if (!reader.ValueTextEquals(text.AsSpan(0, length)))
            JsonKeeping.Unusual();
        ArrayPool<byte>.Shared.Return(text);
    }

    // At most so many digits, all of which a binary number holds, without an exponent, and no zero at the end of a fraction or
    // many at its beginning: then the shortest text that reads back as the value is this one.
    private static bool IsUsual(ReadOnlySpan<byte> text, int most)
    {
        if (text.Length > most || (text[0] == '-' && text[1] == '0') || text.StartsWith("0.0000"u8))
            return false;
        int at = text.IndexOfAny((byte)'.', (byte)'e', (byte)'E');
        return at < 0 || (text[at] == '.' && text[text.Length - 1] != '0' && text.IndexOfAny((byte)'e', (byte)'E') < 0);
    }
}
