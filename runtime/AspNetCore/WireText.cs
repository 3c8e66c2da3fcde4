using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace OpenApiGen.AspNetCore;

/// <summary>Percent-encoded text (RFC 3986 section 2.1) back to characters, and pairs out of a query or a form.</summary>
internal static class WireText
{
    /// <summary>UTF-8 in which bytes that are none of it are an error.</summary>
    public static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Decode(string text) => text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;

    /// <summary>Likewise, with <c>+</c> for a space (WHATWG URL, "application/x-www-form-urlencoded").</summary>
    public static string DecodeQuery(string text) => Decode(text.Replace('+', ' '));

    /// <summary>
    /// The names decoded, the values as they are: the delimiters in them are told from data only before they are decoded.
    /// </summary>
    /// <param name="text">Pairs with <c>&amp;</c> between them.</param>
    /// <param name="limits">How many there may be and how long, of a form; null where something else has bounded the text.</param>
    /// <exception cref="InvalidDataException">There are more, or longer ones.</exception>
    public static WirePairs Pairs(string text, FormOptions? limits = null)
    {
        WirePairs pairs = new();
        for (int start = 0; start < text.Length; )
        {
            int end = text.IndexOf('&', start);
            if (end < 0)
                end = text.Length;
            if (end > start)
            {
                if (pairs.All.Count >= limits?.ValueCountLimit)
                    throw new InvalidDataException($"The form has more than {limits.ValueCountLimit} fields.");
                int at = text.IndexOf('=', start, end - start);
                string name = DecodeQuery(text[start..(at < 0 ? end : at)]),
                    value = at < 0 ? "" : text[(at + 1)..end];
                if (name.Length > limits?.KeyLengthLimit)
                    throw new InvalidDataException($"The name of a field is longer than {limits.KeyLengthLimit}.");
                if (value.Length > limits?.ValueLengthLimit && DecodeQuery(value).Length > limits.ValueLengthLimit)
                    throw new InvalidDataException($"The value of a field is longer than {limits.ValueLengthLimit}.");
                pairs.Add(name, value);
            }

            start = end + 1;
        }

        return pairs;
    }

    /// <summary>The cookies of the header as they are (RFC 6265 section 4.2.1).</summary>
    public static WirePairs Cookies(IEnumerable<string?> lines)
    {
        WirePairs pairs = new() { FirstCounts = true };
        foreach (string pair in lines.SelectMany(static line => (line ?? "").Split(';')))
        {
            string text = pair.Trim();
            int at = text.IndexOf('=', StringComparison.Ordinal);
            if (at > 0)
                pairs.Add(text[..at], text[(at + 1)..]);
        }

        return pairs;
    }

    public static bool IsIndex(string text) =>
        text.Length == 0 || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>What reads text of a charset; bytes that are none of it are an error, and not replaced.</summary>
    /// <exception cref="InvalidDataException">Nobody here knows the charset.</exception>
    public static Encoding EncodingOf(string? charset)
    {
        if (charset is not { Length: > 0 })
            return StrictUtf8;
        string name = charset.Trim('"');
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            throw new InvalidDataException($"The charset '{name}' is not known here.", fault);
        }
    }
}
