using System;

namespace OpenApiGen.Generator.Emit.Markdown;

/// <summary>What an HTML tag means for documentation.</summary>
internal enum HtmlKind
{
    Unknown,
    Block,
    LineBreak,
    BulletList,
    NumberedList,
    ListItem,
    Heading,
    Preformatted,
    Bold,
    Italic,
    Code,
    Link,
    Ignored,
}

/// <summary>A tag that stands in a description.</summary>
/// <param name="End">The character after its <c>&gt;</c>.</param>
internal readonly record struct HtmlTag(HtmlKind Kind, bool IsClosing, int End);

/// <summary>Recognises the HTML that descriptions are written with; anything else in angle brackets is text.</summary>
internal static class HtmlTags
{
    // A tag is short; what goes on for longer is text with a "<" in it.
    private const int MaxLength = 2000;

    public static bool MayOccurIn(string text)
    {
        for (int at = text.IndexOf('<'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at + 1))
        {
            if (IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!')
                return true;
        }

        return false;
    }

    /// <summary>Reads the tag that begins at <paramref name="at"/>, which is a <c>&lt;</c>.</summary>
    public static bool TryRead(string text, int at, out HtmlTag tag)
    {
        tag = default;
        int name = at + 1;
        bool isClosing = name < text.Length && text[name] == '/';
        if (isClosing)
            name++;

        int end = name;
        while (end < text.Length && (IsAsciiLetter(text[end]) || (end > name && text[end] is >= '0' and <= '9')))
            end++;
        if (end == name || end - name > 12)
            return false;
        if (end < text.Length && text[end] is not ('>' or '/' or ' ' or '\t' or '\n' or '\r'))
            return false;

        HtmlKind kind = KindOf(text.Substring(name, end - name).ToLowerInvariant());
        if (kind == HtmlKind.Unknown)
            return false;

        char quote = '\0';
        for (; end < text.Length && end - at < MaxLength; end++)
        {
            char c = text[end];
            if (quote != '\0')
            {
                if (c == quote)
                    quote = '\0';
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '<')
            {
                return false;
            }
            else if (c == '>')
            {
                tag = new HtmlTag(kind, isClosing, end + 1);
                return true;
            }
        }

        return false;
    }

    /// <summary>The address of <c>&lt;a href="…"&gt;</c>, or an empty string.</summary>
    public static string Href(string text, int at, HtmlTag tag)
    {
        int start = text.IndexOf("href=", at, tag.End - at, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return "";

        start += "href=".Length;
        char quote = text[start] is '"' or '\'' ? text[start++] : '\0';
        int end = start;
        while (end < tag.End - 1 && (quote == '\0' ? text[end] > ' ' : text[end] != quote))
            end++;
        return text.Substring(start, end - start);
    }

    private static bool IsAsciiLetter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z';

    private static HtmlKind KindOf(string name) =>
        name switch
        {
            "p"
            or "div"
            or "section"
            or "article"
            or "table"
            or "thead"
            or "tbody"
            or "tr"
            or "details"
            or "summary"
            or "hr"
            or "blockquote"
            or "center"
            or "dl"
            or "dt"
            or "dd"
            or "note"
            or "important"
            or "fullname" => HtmlKind.Block,
            "br" => HtmlKind.LineBreak,
            "ul" => HtmlKind.BulletList,
            "ol" => HtmlKind.NumberedList,
            "li" => HtmlKind.ListItem,
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => HtmlKind.Heading,
            "pre" => HtmlKind.Preformatted,
            "b" or "strong" => HtmlKind.Bold,
            "i" or "em" => HtmlKind.Italic,
            "code" or "kbd" or "samp" or "tt" or "var" => HtmlKind.Code,
            "a" => HtmlKind.Link,
            "span"
            or "font"
            or "img"
            or "sup"
            or "sub"
            or "u"
            or "small"
            or "big"
            or "s"
            or "del"
            or "ins"
            or "strike"
            or "abbr"
            or "cite"
            or "label"
            or "td"
            or "th"
            or "html"
            or "body" => HtmlKind.Ignored,
            _ => HtmlKind.Unknown,
        };
}
