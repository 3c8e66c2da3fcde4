namespace OpenApiGen.Corpus;

/// <summary>The parts of a JSON pointer (RFC 6901).</summary>
internal static class PointerText
{
    public static string Escape(string key) =>
        key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static string Unescape(string part) =>
        part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
