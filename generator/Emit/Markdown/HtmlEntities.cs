using System.Globalization;
using System.Text;

namespace OpenApiGen.Generator.Emit.Markdown;

/// <summary>Character references of HTML, the few that descriptions use.</summary>
internal static class HtmlEntities
{
    private const int MaxLength = 10;

    /// <summary>
    /// Reads the reference at <paramref name="at"/>, which is an <c>&amp;</c>; <paramref name="end"/> is after its semicolon.
    /// </summary>
    public static bool TryRead(string text, int at, out string decoded, out int end)
    {
        decoded = "";
        end = at + 1;
        while (
            end < text.Length && end - at <= MaxLength && text[end] is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '#'
        )
            end++;
        if (end == text.Length || text[end] != ';')
            return false;

        string name = text.Substring(at + 1, end - at - 1);
        end++;
        decoded = name switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            "nbsp" => " ",
            "copy" => "\u00A9",
            "reg" => "\u00AE",
            "trade" => "\u2122",
            "hellip" => "\u2026",
            "mdash" => "\u2014",
            "ndash" => "\u2013",
            "lsquo" => "\u2018",
            "rsquo" => "\u2019",
            "ldquo" => "\u201C",
            "rdquo" => "\u201D",
            "bull" => "\u2022",
            "middot" => "\u00B7",
            "times" => "\u00D7",
            "rarr" => "\u2192",
            "deg" => "\u00B0",
            "ge" => "\u2265",
            "le" => "\u2264",
            "para" => "\u00B6",
            _ => Numeric(name),
        };
        return decoded.Length > 0;
    }

    public static string Decode(string text)
    {
        if (text.IndexOf('&') < 0)
            return text;

        StringBuilder decoded = new(text.Length);
        for (int i = 0; i < text.Length; )
        {
            if (text[i] == '&' && TryRead(text, i, out string value, out int end))
            {
                decoded.Append(value);
                i = end;
            }
            else
            {
                decoded.Append(text[i++]);
            }
        }

        return decoded.ToString();
    }

    private static string Numeric(string name)
    {
        if (name.Length < 2 || name[0] != '#')
            return "";

        bool isHex = name[1] is 'x' or 'X';
        NumberStyles style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        bool isNumber = int.TryParse(name.Substring(isHex ? 2 : 1), style, CultureInfo.InvariantCulture, out int codePoint);
        return isNumber && codePoint is >= 0x20 and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF) ? char.ConvertFromUtf32(codePoint) : "";
    }
}
