using System;

namespace OpenApiGen.Generator.Emit.Markdown;

/// <summary>The <c>(address "title")</c> of a link.</summary>
internal static class LinkTarget
{
    private const int MaxLength = 2000;

    // The limit CommonMark names, too: without one, a row of "[x](" is read again from each of its brackets.
    private const int MaxParentheses = 32;

    /// <summary>Reads a target that begins at <paramref name="at"/>; <paramref name="end"/> is after its closing parenthesis.</summary>
    public static bool TryRead(string text, int at, out string url, out int end)
    {
        url = "";
        end = at;
        if (at >= text.Length || text[at] != '(')
            return false;

        int start = at + 1;
        int limit = Math.Min(text.Length, at + MaxLength);
        int depth = 0;
        int i = start;
        for (; i < limit && text[i] > ' '; i++)
        {
            if (text[i] == '(' && ++depth > MaxParentheses)
                return false;
            if (text[i] == ')' && depth-- == 0)
                break;
        }

        url = text.Substring(start, i - start).TrimStart('<').TrimEnd('>');

        // A title, in quotes, is not shown anywhere.
        while (i < limit && text[i] is ' ' or '\n' or '\t')
            i++;
        if (i < limit && text[i] is '"' or '\'')
        {
            int close = text.IndexOf(text[i], i + 1, limit - i - 1);
            if (close < 0)
                return false;
            i = close + 1;
            while (i < limit && text[i] == ' ')
                i++;
        }

        end = i + 1;
        return i < limit && text[i] == ')';
    }

    public static bool IsWeb(string text, int at = 0) =>
        string.Compare(text, at, "https://", 0, 8, StringComparison.OrdinalIgnoreCase) == 0
        || string.Compare(text, at, "http://", 0, 7, StringComparison.OrdinalIgnoreCase) == 0;

    public static string StartTag(string url) => "<a href=\"" + XmlDoc.Escape(url) + "\">";
}
