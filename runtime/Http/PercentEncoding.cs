using System.Text;

namespace OpenApiGen.Http;

// RFC 3986 section 2: unreserved characters stay, the octets of the others in UTF-8 become %XX.
internal static class PercentEncoding
{
    private const string Hex = "0123456789ABCDEF";

    public static void Append(StringBuilder target, string text, in KeptCharacters kept, char delimiter = '\0')
    {
        int plain = 0; // start of the run that needs nothing; most values are one such run
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (IsUnreserved(c) || kept.IsAll || (c != delimiter && kept.Keeps(text, i)))
                continue;

            target.Append(text, plain, i - plain);
            AppendOctets(target, text, ref i);
            plain = i + 1;
        }

        target.Append(text, plain, text.Length - plain);
    }

    public static bool IsUnreserved(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~';

    private static void AppendOctets(StringBuilder target, string text, ref int index)
    {
        int code = text[index];
        if (char.IsSurrogate(text[index]))
        {
            if (index + 1 >= text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
                throw new ArgumentException($"The text is not valid UTF-16: there is a lone surrogate at index {index}.");
            code = char.ConvertToUtf32(text[index], text[++index]);
        }

        if (code < 0x80)
            AppendOctet(target, code);
        else if (code < 0x800)
            AppendOctet(target, 0xC0 | (code >> 6));
        else if (code < 0x10000)
            AppendOctet(target, 0xE0 | (code >> 12));
        else
            AppendOctet(target, 0xF0 | (code >> 18));
        if (code >= 0x10000)
            AppendOctet(target, 0x80 | ((code >> 12) & 0x3F));
        if (code >= 0x800)
            AppendOctet(target, 0x80 | ((code >> 6) & 0x3F));
        if (code >= 0x80)
            AppendOctet(target, 0x80 | (code & 0x3F));
    }

    private static void AppendOctet(StringBuilder target, int octet) => target.Append('%').Append(Hex[octet >> 4]).Append(Hex[octet & 15]);
}

// Which characters stay as they are besides the unreserved ones.
internal readonly struct KeptCharacters(string reserved, bool triples = false, bool all = false)
{
    public static readonly KeptCharacters None = new("");

    // Headers, and style `cookie`: no percent-encoding at all.
    public static readonly KeptCharacters All = new("", all: true);

    // allowReserved. RFC 6570 section 3.2.3 would keep every reserved character; OpenAPI 3.1.1 leaves it to the application to encode
    // those that are not allowed in a query (# [ ]) or that would change what a server reads (& +). No one else is left to do it here.
    // Values that come encoded already keep their triples.
    public static readonly KeptCharacters ReservedInQuery = new(":/?@!$'()*,;=", triples: true);

    // A path value is one segment: OpenAPI, "Path Templating", forbids / ? # in it.
    public static readonly KeptCharacters ReservedInPath = new(":@!$&'()*+,;=", triples: true);

    // RFC 6265 section 4.1.1 has neither comma nor semicolon in a cookie's value.
    public static readonly KeptCharacters ReservedInCookie = new(":/?#[]@!$&'()*+=", triples: true);

    // Text of the path template between its expressions.
    public static readonly KeptCharacters PathTemplate = new(":@!$&'()*+,;=/", triples: true);

    // A query that the template brings along.
    public static readonly KeptCharacters QueryTemplate = new(":/?@!$'()*,;=&+", triples: true);

    public bool IsAll => all;

    public bool Keeps(string text, int index)
    {
        char c = text[index];
        if (c == '%')
            return triples && index + 2 < text.Length && IsHex(text[index + 1]) && IsHex(text[index + 2]);
        return reserved.Contains(c);
    }

    private static bool IsHex(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
