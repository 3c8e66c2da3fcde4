using System;
using System.Collections.Generic;
using System.Text;
using OpenApiGen.Generator.Emit.Markdown;

namespace OpenApiGen.Generator.Emit;

/// <summary>
/// Descriptions as the content of XML doc comments: one of the three doors through which text of a description reaches
/// C#. What comes out is well-formed XML, and no line of it holds a character that C# takes for the end of a line.
/// </summary>
internal static class XmlDoc
{
    /// <summary>Text for the content of an element, on one line. Line breaks become spaces; what XML cannot hold is dropped.</summary>
    public static string Escape(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (IsPlain(text[i]))
                continue;

            StringBuilder escaped = new(text.Length + 16);
            AppendEscaped(escaped, text, 0, text.Length);
            return escaped.ToString();
        }

        return text;
    }

    /// <summary>A CommonMark description as lines of XML for the inside of a summary, remarks, param or returns element.</summary>
    public static IReadOnlyList<string> Lines(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown))
            return [];
        if (IsPlainLine(markdown!))
            return [markdown!.Trim()];

        List<string> output = [];
        MarkdownBlocks.Write(MarkdownText.Lines(markdown!), output);
        return output;
    }

    /// <summary>
    /// Cuts a description into its first paragraph and the rest. The first is null when the text begins with a list or code.
    /// </summary>
    public static (string? Summary, string? Remarks) SplitSummary(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown))
            return (null, null);
        if (IsPlainLine(markdown!))
            return (markdown!.Trim(), null);

        List<string> lines = MarkdownText.Lines(markdown!);
        int first = 0;
        while (first < lines.Count && MarkdownText.IsBlank(lines[first]))
            first++;
        int end = MarkdownBlocks.EndOfParagraph(lines, first);
        string summary = string.Join("\n", lines.GetRange(first, end - first));
        string remarks = string.Join("\n", lines.GetRange(end, lines.Count - end)).Trim('\n');
        return (summary.Length == 0 ? null : summary, string.IsNullOrWhiteSpace(remarks) ? null : remarks);
    }

    internal static void AppendEscaped(StringBuilder builder, string text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            char c = text[i];
            if (IsPlain(c))
                builder.Append(c);
            else
                i += AppendSpecial(builder, c, i + 1 < end ? text[i + 1] : '\0');
        }
    }

    /// <returns>1 when <paramref name="next"/> was used up as the second half of a pair, else 0.</returns>
    private static int AppendSpecial(StringBuilder builder, char c, char next)
    {
        switch (c)
        {
            case '&':
                builder.Append("&amp;");
                return 0;
            case '<':
                builder.Append("&lt;");
                return 0;
            case '>':
                builder.Append("&gt;");
                return 0;
            case '"':
                builder.Append("&quot;");
                return 0;
            case '\t' or '\n' or '\r' or '\u0085' or '\u2028' or '\u2029':
                builder.Append(' ');
                return 0;
        }

        if (char.IsHighSurrogate(c) && char.IsLowSurrogate(next))
        {
            builder.Append(c).Append(next);
            return 1;
        }

        // XML has no place for the other controls, for half a pair and for U+FFFE and U+FFFF; direction marks could make
        // a comment look like code.
        return 0;
    }

    private static bool IsPlain(char c)
    {
        if (c < '\u007F')
            return c >= ' ' && c is not ('&' or '<' or '>' or '"');
        return c is >= '\u00A0' and < '\uD800' or >= '\uE000' and < '\uFFFE'
            && c is not (>= '\u2028' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' or '\u061C' or '\uFEFF');
    }

    /// <summary>The usual description: one line, and nothing in it that Markdown or XML would take for markup.</summary>
    private static bool IsPlainLine(string text)
    {
        char first = text[0];
        if (first is '#' or '-' or '+' or '|' or '~' or '=' or ' ' or '\t' or (>= '0' and <= '9'))
            return false;

        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '_')
            {
                // Inside a word it is a name (user_id), elsewhere it may be emphasis.
                if (i == 0 || i + 1 == text.Length || !char.IsLetterOrDigit(text[i - 1]) || !char.IsLetterOrDigit(text[i + 1]))
                    return false;
            }
            else if (!IsPlain(c) || c is '*' or '`' or '[' or ']' or '\\')
            {
                return false;
            }
        }

        return true;
    }
}
