using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace OpenApiGen.Json;

// Whether a value would be written as it came. Where it would not, whoever began the reading keeps the text (JsonKeeping). The tests are made for what
// is usual; what they are not sure of is written, to see.
internal static class Spelling
{
    private const byte Zero = (byte)'0';

    public static void Number(ref Utf8JsonReader reader, double value)
    {
        if (reader.HasValueSequence || !IsUsual(reader.ValueSpan)) Compare(ref reader, value);
    }

    /// <summary>An integer that was read from digits alone: only -0 would be written in another way.</summary>
    public static void Digits(ref Utf8JsonReader reader, bool isZero)
    {
        if (isZero && Utf8Text.MaxLength(ref reader) > 1) JsonKeeping.Unusual();
    }

    public static void Number(ref Utf8JsonReader reader, decimal value)
    {
        ReadOnlySpan<byte> text = Utf8Text.Raw(ref reader);
        if (text.Length <= 28 && text[0] != '-' && text.IndexOfAny((byte)'e', (byte)'E') < 0) return;
        Same(text, value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    public static void Number(ref Utf8JsonReader reader, float value)
    {
        Span<byte> text = stackalloc byte[64];
        if (!Utf8Formatter.TryFormat(value, text, out int length) || !Utf8Text.Raw(ref reader).SequenceEqual(text.Slice(0, length))) JsonKeeping.Unusual();
    }

    /// <summary>Text that has one form in which it is written.</summary>
    public static void Text(ref Utf8JsonReader reader, string written) => Same(reader.TokenType == JsonTokenType.Number ? Utf8Text.Raw(ref reader) : Utf8Text.Unescaped(ref reader), written);

    /// <summary>Hyphens and lower case (RFC 9562 section 4).</summary>
    public static void Guid(ref Utf8JsonReader reader)
    {
        if (!Utf8Text.IsPlain(ref reader)) return; // escapes are left to who writes
        foreach (byte b in reader.ValueSpan)
            if (b is >= (byte)'A' and <= (byte)'Z') JsonKeeping.Unusual();
    }

    /// <summary>Padded base64: the bits that its last character has too many are zero.</summary>
    public static void Base64(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> text = Utf8Text.Raw(ref reader);
        if (text.Length < 4 || text[text.Length - 1] != '=') return;
        bool isOne = text[text.Length - 2] == '=';
        byte last = text[text.Length - (isOne ? 3 : 2)];
        if ((isOne ? "AQgw"u8 : "AEIMQUYcgkosw048"u8).IndexOf(last) < 0) JsonKeeping.Unusual();
    }

    // At most 15 digits, no exponent, no zero at the end of a fraction or many at its beginning.
    private static bool IsUsual(ReadOnlySpan<byte> text)
    {
        if (text.Length > 15 || text[0] == '-' && text[1] == Zero) return false;
        int point = -1;
        for (int i = 0; i < text.Length; i++)
        {
            byte b = text[i];
            if (b == '.') point = i;
            else if (b is (byte)'e' or (byte)'E') return false;
        }

        return point < 0 || (text[text.Length - 1] != Zero && (text[0] != Zero || text.Length < 4 || text[2] != Zero));
    }

    private static void Compare(ref Utf8JsonReader reader, double value)
    {
#if NET
        Span<byte> text = stackalloc byte[128];
        if (!Utf8Formatter.TryFormat(value, text, out int length) || !Utf8Text.Raw(ref reader).SequenceEqual(text.Slice(0, length))) JsonKeeping.Unusual();
#else
        Same(Utf8Text.Raw(ref reader), Encoding.UTF8.GetString(JsonRoot.ToUtf8(value, JsonWrite.Double)));
#endif
    }

    private static void Same(ReadOnlySpan<byte> text, string written)
    {
        bool isSame = text.Length == written.Length;
        for (int i = 0; isSame && i < written.Length; i++) isSame = text[i] == written[i];
        if (!isSame) JsonKeeping.Unusual();
    }
}
