using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;

namespace OpenApiGen.Generator.Text;

/// <summary>
/// What a scalar means by the core schema of YAML 1.2 (section 10.3.2). <c>no</c>, <c>on</c>, dates and <c>1_000</c> are
/// text there; YAML 1.1, which most libraries still follow, made booleans, timestamps and a number of them.
/// </summary>
internal static class YamlScalars
{
    private const string CoreTag = "tag:yaml.org,2002:";

    // A number with more digits is no number anybody reads; converting its base would take quadratic time.
    private const int MaxRadixDigits = 64;

    /// <param name="tag">In full; null for a scalar without a tag.</param>
    public static JsonNode? ToNode(string text, string? tag, bool isPlain, JsonNumbers numbers)
    {
        if (tag is not null)
            return ToTagged(tag, text, numbers);
        return isPlain ? ToPlain(text, numbers) : JsonValue.Create(text);
    }

    private static JsonNode? ToTagged(string tag, string text, JsonNumbers numbers)
    {
        // "!" alone and tags of an application say what the text is to someone else; to us it is text.
        switch (tag)
        {
            case CoreTag + "null":
                return null;
            case CoreTag + "bool" when ToBool(text) is { } value:
                return JsonValue.Create(value);
            case CoreTag + "int" or CoreTag + "float" when ToNumber(text) is { } literal:
                return numbers.Create(literal);
            default:
                return JsonValue.Create(text);
        }
    }

    private static JsonNode? ToPlain(string text, JsonNumbers numbers)
    {
        if (text.Length == 0)
            return null;
        switch (text[0])
        {
            case '~' or 'n' or 'N':
                return text is "~" or "null" or "Null" or "NULL" ? null : JsonValue.Create(text);
            case 't' or 'T' or 'f' or 'F':
                return ToBool(text) is { } value ? JsonValue.Create(value) : JsonValue.Create(text);
            case (>= '0' and <= '9') or '-' or '+' or '.':
                return ToNumber(text) is { } literal ? numbers.Create(literal) : JsonValue.Create(text);
            default:
                return JsonValue.Create(text);
        }
    }

    private static bool? ToBool(string text) =>
        text switch
        {
            "true" or "True" or "TRUE" => true,
            "false" or "False" or "FALSE" => false,
            _ => null,
        };

    /// <summary>The literal JSON writes for a YAML number, or null. JSON has no infinities: they stay text.</summary>
    internal static string? ToNumber(string text)
    {
        if (text.Length > 2 && text[0] == '0' && text[1] is 'x' or 'o')
            return ToRadix(text);

        int at = 0;
        bool isNegative = text.Length > 0 && text[0] == '-';
        if (isNegative || (text.Length > 0 && text[0] == '+'))
            at++;

        string whole = Digits(text, ref at);
        string fraction = "";
        bool hasPoint = at < text.Length && text[at] == '.';
        if (hasPoint)
        {
            at++;
            fraction = Digits(text, ref at);
        }

        if (whole.Length == 0 && fraction.Length == 0)
            return null;

        string exponent = "";
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            int mark = at++;
            if (at < text.Length && text[at] is '+' or '-')
                at++;
            if (Digits(text, ref at).Length == 0)
                return null;
            exponent = text.Substring(mark, at - mark);
        }

        if (at != text.Length)
            return null;

        // JSON has neither a plus, nor leading zeros, nor a point without digits on both sides.
        whole = whole.TrimStart('0');
        return (isNegative ? "-" : "")
            + (whole.Length == 0 ? "0" : whole)
            + (hasPoint ? "." + (fraction.Length == 0 ? "0" : fraction) : "")
            + exponent;
    }

    private static string Digits(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && text[at] is >= '0' and <= '9')
            at++;
        return text.Substring(start, at - start);
    }

    private static string? ToRadix(string text)
    {
        if (text.Length - 2 > MaxRadixDigits)
            return null;

        int radix = text[1] == 'x' ? 16 : 8;
        BigInteger value = BigInteger.Zero;
        for (int i = 2; i < text.Length; i++)
        {
            int digit = text[i] switch
            {
                >= '0' and <= '9' => text[i] - '0',
                >= 'a' and <= 'f' => text[i] - 'a' + 10,
                >= 'A' and <= 'F' => text[i] - 'A' + 10,
                _ => radix,
            };
            if (digit >= radix)
                return null;
            value = (value * radix) + digit;
        }

        return value.ToString(CultureInfo.InvariantCulture);
    }
}
