using System.Collections.Generic;

namespace OpenApiGen.Generator.Emit.Markdown;

/// <summary>The line level of a Markdown text: where lines end, and what their beginnings say.</summary>
internal static class MarkdownText
{
    /// <summary>The lines of a description, block-level HTML turned into the Markdown it stands for.</summary>
    public static List<string> Lines(string markdown)
    {
        if (HtmlTags.MayOccurIn(markdown))
            markdown = HtmlBlocks.ToMarkdown(markdown);

        List<string> lines = [];
        int start = 0;
        for (int i = 0; i <= markdown.Length; i++)
        {
            char c = i < markdown.Length ? markdown[i] : '\n';
            if (c is not ('\n' or '\r' or '\u0085' or '\u2028' or '\u2029'))
                continue;

            if (c != '\n' || i == 0 || markdown[i - 1] != '\r')
                lines.Add(markdown.Substring(start, i - start));
            start = i + 1;
        }

        return lines;
    }

    public static bool IsBlank(string line)
    {
        foreach (char c in line)
        {
            if (!char.IsWhiteSpace(c))
                return false;
        }

        return true;
    }

    /// <summary>Columns of white space before the text; a tab goes to the next multiple of four.</summary>
    public static int Indent(string line)
    {
        int column = 0;
        foreach (char c in line)
        {
            if (c == ' ')
                column++;
            else if (c == '\t')
                column += 4 - (column % 4);
            else
                break;
        }

        return column;
    }

    /// <summary>The line without so many columns of its indentation.</summary>
    public static string Unindent(string line, int columns)
    {
        int at = 0;
        for (int column = 0; at < line.Length && column < columns && line[at] is ' ' or '\t'; at++)
        {
            column += line[at] == '\t' ? 4 - (column % 4) : 1;
        }

        return line.Substring(at);
    }

    /// <summary>
    /// Reads <c>- </c>, <c>* </c>, <c>+ </c>, <c>1. </c> or <c>1) </c>; the text of the item begins at <paramref name="text"/>.
    /// </summary>
    public static bool IsListItem(string line, out bool isNumbered, out int text)
    {
        isNumbered = false;
        text = 0;
        int at = 0;
        while (at < line.Length && line[at] is ' ' or '\t')
            at++;

        int digits = at;
        while (digits < line.Length && digits - at < 9 && line[digits] is >= '0' and <= '9')
            digits++;
        if (digits > at)
        {
            if (digits == line.Length || line[digits] is not ('.' or ')'))
                return false;
            isNumbered = true;
            at = digits;
        }
        else if (at == line.Length || line[at] is not ('-' or '*' or '+'))
        {
            return false;
        }

        at++;
        if (at < line.Length && line[at] is not (' ' or '\t'))
            return false;
        text = at < line.Length ? at + 1 : at;
        return !IsBreak(line);
    }

    /// <summary>The level of a heading such as <c>## Paging</c>, or 0.</summary>
    public static int HeadingLevel(string line)
    {
        if (Indent(line) > 3)
            return 0;
        string text = line.TrimStart();
        int level = 0;
        while (level < text.Length && text[level] == '#')
            level++;
        return level is > 0 and <= 6 && (level == text.Length || text[level] is ' ' or '\t') ? level : 0;
    }

    /// <summary>Three or more of <c>- * _ =</c> and nothing else: a rule, or the underline of a heading.</summary>
    public static bool IsBreak(string line)
    {
        char mark = '\0';
        int count = 0;
        foreach (char c in line)
        {
            if (c is ' ' or '\t')
                continue;
            if (mark == '\0')
                mark = c;
            if (c != mark || c is not ('-' or '*' or '_' or '='))
                return false;
            count++;
        }

        return count >= 3;
    }

    /// <summary>The backticks or tildes that open or close a block of code, or an empty string.</summary>
    public static string Fence(string line)
    {
        if (Indent(line) > 3)
            return "";
        string text = line.TrimStart();
        if (text.Length < 3 || text[0] is not ('`' or '~'))
            return "";

        int length = 0;
        while (length < text.Length && text[length] == text[0])
            length++;
        bool isInline = text[0] == '`' && text.IndexOf('`', length) >= 0;
        return length >= 3 && !isInline ? text.Substring(0, length) : "";
    }

    /// <summary>The second line of a table: cells of dashes.</summary>
    public static bool IsTableDelimiter(string line)
    {
        bool hasPipe = false;
        bool hasDash = false;
        foreach (char c in line)
        {
            if (c == '|')
                hasPipe = true;
            else if (c == '-')
                hasDash = true;
            else if (c is not (':' or ' ' or '\t'))
                return false;
        }

        return hasPipe && hasDash;
    }
}
