using System.Text.Json;
#if NET
using System.Text.Unicode;
#endif

namespace OpenApiGen.Json;

// Whether JSON is Unicode throughout. A reader looks at that only in what it turns into strings; members that are kept as they came would
// fail much
// later, when they are compared or written.
internal static class JsonText
{
    private const string NoText = "the text is not Unicode: it has bytes that are not UTF-8, or half of a pair of surrogates";

    /// <summary>Checks a whole text, which is JSON.</summary>
    /// <exception cref="JsonException">It is not Unicode; with the path.</exception>
    public static void CheckWhole(ReadOnlySpan<byte> text)
    {
        int fault = FirstFault(text);
        if (fault < 0)
            return;
        var reader = new Utf8JsonReader(text, isFinalBlock: true, state: default);
        while (reader.Read() && reader.BytesConsumed <= fault) { }

        throw JsonLocation.Locate(
            new JsonException(NoText),
            new Utf8JsonReader(text, isFinalBlock: true, state: default),
            reader.TokenStartIndex,
            text
        );
    }

    /// <summary>Checks a value that is kept as it came, where nobody checks the whole text.</summary>
    /// <param name="reader">A copy, on the first token of the value.</param>
    /// <exception cref="JsonException">It is not Unicode; without a path.</exception>
    public static void CheckValue(Utf8JsonReader reader)
    {
        if ((JsonKeeping.Marks & ReadMarks.Whole) != 0)
        {
            JsonKeeping.Marks |= ReadMarks.Raw;
            return;
        }

        int depth = reader.CurrentDepth;
        do
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && FirstFault(Utf8Text.Raw(ref reader)) >= 0)
                throw new JsonException(NoText);
        } while (
            (reader.CurrentDepth > depth || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) && reader.Read()
        );
    }

    /// <summary>Writes JSON as it stands.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static void WriteRaw(Utf8JsonWriter writer, string json)
    {
        if (json.Length == 0)
            JsonFailure.ThrowTruncated();
        writer.WriteRawValue(json);
    }

    private static int FirstFault(ReadOnlySpan<byte> text)
    {
        int escape = FirstLoneSurrogate(text);
#if NET
        if (Utf8.IsValid(text))
            return escape;
#endif
        int octet = FirstInvalid(text);
        return octet < 0 ? escape
            : escape < 0 ? octet
            : Math.Min(octet, escape);
    }

    private static int FirstLoneSurrogate(ReadOnlySpan<byte> text)
    {
        for (int i = 0; i < text.Length; )
        {
            int at = text.Slice(i).IndexOf((byte)'\\');
            if (at < 0)
                return -1;
            i += at;
            if (Unit(text, i) is not { } unit)
                i += 2;
            else if (unit is < 0xD800 or > 0xDFFF)
                i += 6;
            else if (unit < 0xDC00 && Unit(text, i + 6) is >= 0xDC00 and <= 0xDFFF)
                i += 12;
            else
                return i;
        }

        return -1;
    }

    /// <summary>The number of an escape <c>\uXXXX</c>; null for anything else.</summary>
    private static int? Unit(ReadOnlySpan<byte> text, int at)
    {
        if (at + 6 > text.Length || text[at] != '\\' || text[at + 1] != 'u')
            return null;
        int unit = 0;
        foreach (byte digit in text.Slice(at + 2, 4))
        {
            int value =
                digit is >= (byte)'0' and <= (byte)'9' ? digit - '0'
                : (digit | 0x20) is >= 'a' and <= 'f' ? (digit | 0x20) - 'a' + 10
                : -1;
            if (value < 0)
                return null;
            unit = (unit << 4) | value;
        }

        return unit;
    }

    // RFC 3629: no overlong form, no surrogate, nothing beyond U+10FFFF.
    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        for (int i = 0; i < text.Length; )
        {
            byte first = text[i];
            if (first < 0x80)
            {
                i++;
                continue;
            }

            int length =
                first is >= 0xC2 and <= 0xDF ? 2
                : (first & 0xF0) == 0xE0 ? 3
                : first is >= 0xF0 and <= 0xF4 ? 4
                : 0;
            if (length == 0 || i + length > text.Length)
                return i;
            int least = first == 0xE0 ? 0xA0
                : first == 0xF0 ? 0x90
                : 0x80,
                most = first == 0xED ? 0x9F
                : first == 0xF4 ? 0x8F
                : 0xBF;
            if (text[i + 1] < least || text[i + 1] > most)
                return i;
            for (int j = 2; j < length; j++)
                if ((text[i + j] & 0xC0) != 0x80)
                    return i;
            i += length;
        }

        return -1;
    }
}
