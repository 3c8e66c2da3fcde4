using System;
using System.Collections.Generic;

namespace OpenApiGen.Generator.Emit.Markdown;

/// <summary>Paragraphs, lists, code, tables and quotes of CommonMark as elements of XML documentation.</summary>
internal static class MarkdownBlocks
{
    // Deeper lists and quotes are text: nobody reads them, and "> > > >" must not cost a stack.
    private const int MaxDepth = 8;

    public static void Write(List<string> lines, List<string> output) => Write(lines, output, 0);

    /// <summary>The line after the first paragraph (or heading); the line itself when something else begins there.</summary>
    public static int EndOfParagraph(List<string> lines, int first)
    {
        if (first < lines.Count && MarkdownText.HeadingLevel(lines[first]) > 0)
            return first + 1;

        int at = first;
        while (at < lines.Count && !MarkdownText.IsBlank(lines[at]) && !StartsOther(lines, at, isInParagraph: at > first))
            at++;

        // The underline of a heading belongs to the text over it.
        return at > first && at < lines.Count && IsUnderline(lines[at]) ? at + 1 : at;
    }

    private static void Write(List<string> lines, List<string> output, int depth)
    {
        // A paragraph is only wrapped when it has company, known at the end: its place in the output is kept.
        List<(int Start, int End)> paragraphs = [];
        int blocks = 0;
        for (int at = 0; at < lines.Count; )
        {
            if (MarkdownText.IsBlank(lines[at]))
            {
                at++;
                continue;
            }

            int before = output.Count;
            int end = EndOfParagraph(lines, at);
            if (end > at)
            {
                WriteParagraph(lines, at, end, output);
                if (output.Count > before)
                    paragraphs.Add((before, output.Count - 1));
                at = end;
            }
            else
            {
                at = WriteOther(lines, at, output, depth);
            }

            if (output.Count > before)
                blocks++;
        }

        if (blocks < 2)
            return;
        foreach ((int start, int end) in paragraphs)
        {
            output[start] = "<para>" + output[start];
            output[end] += "</para>";
        }
    }

    private static void WriteParagraph(List<string> lines, int at, int end, List<string> output)
    {
        string text;
        bool isHeading = MarkdownText.HeadingLevel(lines[at]) > 0;
        if (isHeading)
        {
            text = lines[at].Trim().Trim('#').Trim();
        }
        else
        {
            if (end - at > 1 && IsUnderline(lines[end - 1]))
            {
                isHeading = true;
                end--;
            }

            text = end - at == 1 ? lines[at] : string.Join("\n", lines.GetRange(at, end - at));
        }

        int first = output.Count;
        MarkdownInlines.Write(text, output);
        if (!isHeading || output.Count == first)
            return;
        output[first] = "<b>" + output[first];
        output[output.Count - 1] += "</b>";
    }

    /// <summary>Writes the block that is no paragraph, and gives the line after it.</summary>
    private static int WriteOther(List<string> lines, int at, List<string> output, int depth)
    {
        string line = lines[at];
        string fence = MarkdownText.Fence(line);
        if (fence.Length > 0)
            return WriteFenced(lines, at, fence, output);
        if (MarkdownText.IsBreak(line))
            return at + 1;
        if (IsTable(lines, at))
            return WriteCode(lines, at, EndOfTable(lines, at), 0, output);
        if (IsQuote(line))
            return WriteQuote(lines, at, output, depth);
        if (MarkdownText.Indent(line) >= 4 && !MarkdownText.IsListItem(line, out _, out _))
        {
            return WriteCode(lines, at, EndOfIndented(lines, at), 4, output);
        }

        return WriteList(lines, at, output, depth);
    }

    private static bool StartsOther(List<string> lines, int at, bool isInParagraph)
    {
        string line = lines[at];
        if (MarkdownText.Fence(line).Length > 0 || MarkdownText.IsBreak(line) || IsQuote(line) || IsTable(lines, at))
            return true;
        if (MarkdownText.IsListItem(line, out bool isNumbered, out int text))
        {
            // In the middle of a paragraph a number and a point may be the end of a sentence; only a first item counts.
            return !isInParagraph || (text < line.Length && (!isNumbered || line.TrimStart().StartsWith("1", StringComparison.Ordinal)));
        }

        return isInParagraph ? MarkdownText.HeadingLevel(line) > 0 : MarkdownText.Indent(line) >= 4;
    }

    private static bool IsUnderline(string line) => MarkdownText.IsBreak(line) && line.IndexOf('*') < 0 && line.IndexOf('_') < 0;

    private static bool IsQuote(string line) =>
        MarkdownText.Indent(line) <= 3 && line.TrimStart().StartsWith(">", StringComparison.Ordinal);

    private static bool IsTable(List<string> lines, int at) =>
        at + 1 < lines.Count && lines[at].IndexOf('|') >= 0 && MarkdownText.IsTableDelimiter(lines[at + 1]);

    private static int EndOfTable(List<string> lines, int at)
    {
        while (at < lines.Count && lines[at].IndexOf('|') >= 0)
            at++;
        return at;
    }

    private static int EndOfIndented(List<string> lines, int at)
    {
        while (at < lines.Count && !MarkdownText.IsBlank(lines[at]) && MarkdownText.Indent(lines[at]) >= 4)
            at++;
        return at;
    }

    private static int WriteFenced(List<string> lines, int at, string fence, List<string> output)
    {
        int indent = MarkdownText.Indent(lines[at]);
        int end = at + 1;
        while (end < lines.Count && !IsClosed(lines[end], fence))
            end++;
        WriteCode(lines, at + 1, end, indent, output);
        return Math.Min(end + 1, lines.Count);
    }

    private static bool IsClosed(string line, string fence)
    {
        string text = line.Trim();
        return text.Length >= fence.Length && text.StartsWith(fence, StringComparison.Ordinal) && text.Trim(fence[0]).Length == 0;
    }

    private static int WriteCode(List<string> lines, int at, int end, int indent, List<string> output)
    {
        if (at == end)
            return end;
        output.Add("<code>");
        for (int i = at; i < end; i++)
        {
            output.Add(XmlDoc.Escape(MarkdownText.Unindent(lines[i], indent).TrimEnd()));
        }

        output.Add("</code>");
        return end;
    }

    private static int WriteQuote(List<string> lines, int at, List<string> output, int depth)
    {
        List<string> inner = [];
        for (; at < lines.Count && IsQuote(lines[at]); at++)
        {
            string text = lines[at].TrimStart().Substring(1);
            inner.Add(text.StartsWith(" ", StringComparison.Ordinal) ? text.Substring(1) : text);
        }

        WriteInner(inner, output, depth);
        return at;
    }

    private static int WriteList(List<string> lines, int at, List<string> output, int depth)
    {
        MarkdownText.IsListItem(lines[at], out bool isNumbered, out _);
        output.Add(isNumbered ? "<list type=\"number\">" : "<list type=\"bullet\">");
        while (at < lines.Count && MarkdownText.IsListItem(lines[at], out bool isSameKind, out int text) && isSameKind == isNumbered)
        {
            List<string> item = [lines[at].Substring(text)];
            at = ReadItem(lines, at + 1, MarkdownText.Indent(lines[at]), text, item);

            int first = output.Count;
            WriteInner(item, output, depth);
            if (output.Count == first)
                output.Add("");
            output[first] = "<item><description>" + output[first];
            output[output.Count - 1] += "</description></item>";
        }

        output.Add("</list>");
        return at;
    }

    /// <summary>Takes the lines that belong to an item: indented deeper than its mark, or going on with its text.</summary>
    private static int ReadItem(List<string> lines, int at, int indent, int text, List<string> item)
    {
        while (at < lines.Count)
        {
            int next = at;
            while (next < lines.Count && MarkdownText.IsBlank(lines[next]))
                next++;
            if (next == lines.Count)
                return next;

            bool isDeeper = MarkdownText.Indent(lines[next]) > indent;
            bool goesOn =
                next == at
                && !isDeeper
                && !StartsOther(lines, at, isInParagraph: true)
                && !MarkdownText.IsListItem(lines[at], out _, out _);
            if (!isDeeper && !goesOn)
            {
                // Blank lines between items are taken along, those after the list are nobody's.
                return MarkdownText.IsListItem(lines[next], out _, out _) ? next : at;
            }

            for (; at < next; at++)
                item.Add("");
            item.Add(MarkdownText.Unindent(lines[at++], text));
        }

        return at;
    }

    private static void WriteInner(List<string> lines, List<string> output, int depth)
    {
        if (depth < MaxDepth)
            Write(lines, output, depth + 1);
        else
            MarkdownInlines.Write(string.Join("\n", lines), output);
    }
}
