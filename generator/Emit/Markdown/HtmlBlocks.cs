using System;
using System.Text;

namespace OpenApiGen.Generator.Emit.Markdown;

/// <summary>
/// Turns block-level HTML into the Markdown that says the same, so that there is one way from blocks to XML. Doing it
/// twice changes nothing more. Inline tags stay for <see cref="MarkdownInlines"/>; code spans and fences are not looked into.
/// </summary>
internal struct HtmlBlocks
{
    private readonly string _text;
    private readonly StringBuilder _output;
    private BacktickRuns _backticks;
    private int _lists;
    private uint _numbered;
    private bool _hasNoPreEnd;
    private bool _hasNoCommentEnd;

    private HtmlBlocks(string text)
    {
        _text = text;
        _output = new StringBuilder(text.Length + 32);
    }

    public static string ToMarkdown(string text)
    {
        HtmlBlocks blocks = new(text);
        blocks.Convert();
        return blocks._output.ToString();
    }

    private void Convert()
    {
        for (int at = 0; at < _text.Length; )
        {
            int next = _text.IndexOfAny(s_special, at);
            if (next < 0)
                next = _text.Length;
            _output.Append(_text, at, next - at);
            at = next;
            if (at == _text.Length)
                break;
            at = _text[at] == '`' ? CopyCode(at) : ConvertTag(at);
        }
    }

    private static readonly char[] s_special = ['`', '<'];

    private int CopyCode(int at)
    {
        int length = BacktickRuns.Length(_text, at);
        int close = _backticks.FindClose(_text, at, length);
        int end = close < 0 ? at + length : close + length;
        _output.Append(_text, at, end - at);
        return end;
    }

    private int ConvertTag(int at)
    {
        if (!_hasNoCommentEnd && string.CompareOrdinal(_text, at, "<!--", 0, 4) == 0)
        {
            int end = _text.IndexOf("-->", at + 4, StringComparison.Ordinal);
            if (end >= 0)
                return end + 3;
            _hasNoCommentEnd = true;
        }

        if (!HtmlTags.TryRead(_text, at, out HtmlTag tag))
        {
            _output.Append('<');
            return at + 1;
        }

        switch (tag.Kind)
        {
            case HtmlKind.Block:
            case HtmlKind.BulletList:
            case HtmlKind.NumberedList:
            case HtmlKind.Heading:
                return ConvertBlock(tag);
            case HtmlKind.ListItem:
                if (tag.IsClosing)
                    return tag.End;
                NewLine();
                _output.Append(' ', 3 * Math.Max(0, Math.Min(_lists, 8) - 1)).Append(IsNumbered ? "1. " : "- ");
                return SkipSpace(tag.End);
            case HtmlKind.LineBreak when !IsInTableRow():
                _output.Append("\\\n");
                return SkipSpace(tag.End);
            case HtmlKind.Preformatted when !tag.IsClosing && !_hasNoPreEnd:
                return ConvertPreformatted(tag.End);
            case HtmlKind.Preformatted:
                return tag.End;
            default:
                _output.Append(_text, at, tag.End - at);
                return tag.End;
        }
    }

    private readonly bool IsNumbered => _lists is > 0 and <= 32 && (_numbered & (1u << (_lists - 1))) != 0;

    private int ConvertBlock(HtmlTag tag)
    {
        if (tag.Kind is HtmlKind.BulletList or HtmlKind.NumberedList)
        {
            _lists = Math.Max(0, _lists + (tag.IsClosing ? -1 : 1));
            if (!tag.IsClosing && _lists <= 32)
            {
                uint bit = 1u << (_lists - 1);
                _numbered = tag.Kind == HtmlKind.NumberedList ? _numbered | bit : _numbered & ~bit;
            }
        }

        NewLine();
        if (_lists == 0)
            _output.Append('\n');
        if (tag.Kind == HtmlKind.Heading && !tag.IsClosing)
            _output.Append("### ");
        return SkipSpace(tag.End);
    }

    private int ConvertPreformatted(int start)
    {
        int end = _text.IndexOf("</pre", start, StringComparison.OrdinalIgnoreCase);
        int close = end < 0 ? -1 : _text.IndexOf('>', end);
        if (close < 0)
        {
            _hasNoPreEnd = true;
            return start;
        }

        string code = _text.Substring(start, end - start).Replace("<code>", "").Replace("</code>", "").Trim('\r', '\n');
        NewLine();
        _output.Append("\n~~~\n").Append(HtmlEntities.Decode(code)).Append("\n~~~\n\n");
        return close + 1;
    }

    private readonly void NewLine()
    {
        int end = _output.Length;
        while (end > 0 && _output[end - 1] is ' ' or '\t')
            end--;
        _output.Length = end;
        if (end > 0)
            _output.Append('\n');
    }

    private readonly int SkipSpace(int at)
    {
        while (at < _text.Length && _text[at] is ' ' or '\t' or '\r' or '\n')
            at++;
        return at;
    }

    /// <summary>A row of a Markdown table is one line, and a break in a cell must not end it.</summary>
    private readonly bool IsInTableRow()
    {
        int start = _output.Length;
        while (start > 0 && _output[start - 1] != '\n' && _output.Length - start < 2000)
            start--;
        while (start < _output.Length && _output[start] == ' ')
            start++;
        return start < _output.Length && _output[start] == '|';
    }
}
