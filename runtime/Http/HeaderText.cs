using System.Net.Http;

namespace OpenApiGen.Http;

// Header injection stops here. Messages name the header and never show the value: it may be a key.
internal static class HeaderText
{
    /// <exception cref="ArgumentException">The name is no token (RFC 9110 section 5.6.2), or the value has CR, LF or NUL (section
    /// 5.5).</exception>
    public static void Check(string name, string value)
    {
        bool isToken = !string.IsNullOrEmpty(name);
        foreach (char c in name ?? "")
            isToken &= c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".Contains(c);
        if (!isToken)
            throw new ArgumentException("A header name is empty or has a character that no header name may have.");

        foreach (char c in value)
        {
#if !NET
            // .NET Framework sends the lower half of such a character, which may be a line break.
            if (c > '\u00FF')
                throw new ArgumentException($"The value of header '{name}' has a character that no header can have: U+{(int)c:X4}.");
#endif
            if (c is '\r' or '\n' or '\0')
                throw new ArgumentException(
                    $"The value of header '{name}' has a line break or NUL in it; that would let it forge further headers."
                );
        }
    }

    /// <summary>The first header of a message whose value is not ASCII; null where there is none.</summary>
    public static string? NotAscii(HttpRequestMessage message)
    {
        foreach (KeyValuePair<string, IEnumerable<string>> header in message.Headers)
            if (header.Value.Any(static value => value.Any(static c => c > '\u007F')))
                return header.Key;
        return null;
    }
}
