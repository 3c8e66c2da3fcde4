using System.Globalization;
using System.Text;

namespace OpenApiGen.AspNetCore;

/// <summary>Percent-encoded text (RFC 3986 section 2.1) back to characters, and pairs out of a query or a form.</summary>
internal static class WireText
{
    public static string Decode(string text) => text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;

    /// <summary>Likewise, with <c>+</c> for a space (WHATWG URL, "application/x-www-form-urlencoded").</summary>
    public static string DecodeQuery(string text) => Decode(text.Replace('+', ' '));

    /// <summary>The names decoded, the values as they are: the delimiters in them are told from data only before they are decoded.</summary>
    public static List<KeyValuePair<string, string>> Pairs(string text)
    {
        List<KeyValuePair<string, string>> pairs = [];
        foreach (string pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int at = pair.IndexOf('=', StringComparison.Ordinal);
            pairs.Add(at < 0 ? new(DecodeQuery(pair), "") : new(DecodeQuery(pair[..at]), pair[(at + 1)..]));
        }

        return pairs;
    }

    /// <summary>The cookies of the header as they are (RFC 6265 section 4.2.1).</summary>
    public static List<KeyValuePair<string, string>> Cookies(IEnumerable<string?> lines)
    {
        List<KeyValuePair<string, string>> pairs = [];
        foreach (string pair in lines.SelectMany(static line => (line ?? "").Split(';')))
        {
            string text = pair.Trim();
            int at = text.IndexOf('=', StringComparison.Ordinal);
            if (at > 0) pairs.Add(new(text[..at], text[(at + 1)..]));
        }

        return pairs;
    }

    /// <summary>The names in brackets behind the name of a parameter: of <c>filter[a][0]</c>, <c>a</c> and <c>0</c>; null for another parameter.</summary>
    public static string[]? Brackets(string name, string parameter)
    {
        if (name.Length < parameter.Length + 2 || !name.StartsWith(parameter, StringComparison.Ordinal) || name[parameter.Length] != '[' || name[^1] != ']') return null;
        return name[(parameter.Length + 1)..^1].Split("][");
    }

    public static bool IsIndex(string text) => text.Length == 0 || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    public static Encoding EncodingOf(string? charset)
    {
        if (charset is not { Length: > 0 }) return Encoding.UTF8;
        try
        {
            return Encoding.GetEncoding(charset.Trim('"'));
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}
