using System;
using System.Collections.Generic;
using System.Text;

namespace OpenApiGen.Generator.Emit.Markdown;

/// <summary>
/// Emphasis, code, links and inline HTML of one block. An opening mark is put into the output as the text it is, and
/// turned into a start tag only when its end is found inside everything that is open: so the result is well-formed
/// whatever the text, and every character is looked at once.
/// </summary>
internal ref struct MarkdownInlines
{
    private static readonly char[] s_special = ['\n', '\\', '`', '*', '_', '[', ']', '!', '<', '&'];

    private readonly string _text;
    private readonly OpenMarks _marks;
    private BacktickRuns _backticks;

    private MarkdownInlines(string text)
    {
        _text = text;
        _marks = new OpenMarks();
    }

    /// <summary>Adds the lines of the block to the output; none when it has no text.</summary>
    public static void Write(string text, List<string> output)
    {
        MarkdownInlines inlines = new(text.Trim());
        inlines.Convert();
        foreach (string line in inlines._marks.ToString().Split('\n'))
        {
            string trimmed = line.Trim();
            if (trimmed.Length > 0)
                output.Add(trimmed);
        }
    }

    private void Convert()
    {
        for (int at = 0; at < _text.Length; )
        {
            int next = _text.IndexOfAny(s_special, at);
            if (next < 0)
                next = _text.Length;
            XmlDoc.AppendEscaped(_marks.Text, _text, at, next);
            if (next == _text.Length)
                break;
            at = ConvertSpecial(next);
        }
    }

    /// <summary>Converts what begins with a special character, and gives the place after it.</summary>
    private int ConvertSpecial(int at)
    {
        char next = at + 1 < _text.Length ? _text[at + 1] : '\0';
        switch (_text[at])
        {
            case '\n':
                // Two spaces before the end of a line break it, here as in Markdown.
                if (at > 1 && _text[at - 1] == ' ' && _text[at - 2] == ' ')
                    _marks.Text.Append("<br/>");
                _marks.Text.Append('\n');
                return at + 1;
            case '\\' when next == '\n':
                _marks.Text.Append("<br/>\n");
                return at + 2;
            case '\\' when next < '\u007F' && (char.IsPunctuation(next) || char.IsSymbol(next)):
                return Literal(at + 1);
            case '`':
                return ConvertCode(at);
            case '*' or '_':
                return ConvertEmphasis(at);
            case '!' when next == '[':
                _marks.Open(Mark.Image, "![");
                return at + 2;
            case '[':
                _marks.Open(Mark.Bracket, "[");
                return at + 1;
            case ']' when _marks.Top(Mark.Bracket, Mark.Image) is { } mark:
                return CloseBracket(at, mark);
            case '<':
                return ConvertTag(at);
            case '&' when HtmlEntities.TryRead(_text, at, out string decoded, out int end):
                _marks.Text.Append(XmlDoc.Escape(decoded));
                return end;
            default:
                return Literal(at);
        }
    }

    private readonly int Literal(int at)
    {
        XmlDoc.AppendEscaped(_marks.Text, _text, at, at + 1);
        return at + 1;
    }

    private int ConvertCode(int at)
    {
        int length = BacktickRuns.Length(_text, at);
        int close = _backticks.FindClose(_text, at, length);
        if (close < 0)
        {
            _marks.Text.Append('`', length);
            return at + length;
        }

        string code = XmlDoc.Escape(_text.Substring(at + length, close - at - length)).Trim();
        _marks.Text.Append("<c>").Append(code).Append("</c>");
        return close + length;
    }

    private readonly int ConvertEmphasis(int at)
    {
        char mark = _text[at];
        int end = at;
        while (end < _text.Length && _text[end] == mark)
            end++;

        char before = at > 0 ? _text[at - 1] : ' ';
        char after = end < _text.Length ? _text[end] : ' ';

        // An underscore in a word is part of a name: user_id.
        bool canClose = !char.IsWhiteSpace(before) && (mark == '*' || !char.IsLetterOrDigit(after));
        bool canOpen = !char.IsWhiteSpace(after) && (mark == '*' || !char.IsLetterOrDigit(before));
        (Mark single, Mark twice) = mark == '*' ? (Mark.Star, Mark.TwoStars) : (Mark.Underscore, Mark.TwoUnderscores);

        int left = end - at;
        while (canClose && left > 0)
        {
            Mark? open = left > 1 ? _marks.Top(single, twice) : _marks.Top(single, single);
            if (open is null)
                break;
            bool isBold = open == twice;
            _marks.Close(open.Value, isBold ? "<b>" : "<i>", isBold ? "</b>" : "</i>");
            left -= isBold ? 2 : 1;
        }

        if (!canOpen)
        {
            _marks.Text.Append(mark, left);
            return end;
        }

        for (; left > 1; left -= 2)
            _marks.Open(twice, mark == '*' ? "**" : "__");
        if (left == 1)
            _marks.Open(single, mark == '*' ? "*" : "_");
        return end;
    }

    private readonly int CloseBracket(int at, Mark mark)
    {
        if (!LinkTarget.TryRead(_text, at + 1, out string url, out int end))
        {
            _marks.Drop(mark);
            _marks.Text.Append(']');
            return at + 1;
        }

        // Of a picture, and of a link into a page that is not here, the text is what can be kept.
        if (mark == Mark.Bracket && LinkTarget.IsWeb(url))
            _marks.Close(mark, LinkTarget.StartTag(url), "</a>");
        else
            _marks.Close(mark, "", "");
        return end;
    }

    private readonly int ConvertTag(int at)
    {
        int close = _text.IndexOf('>', at, Math.Min(_text.Length - at, 2000));
        if (close > 0 && LinkTarget.IsWeb(_text, at + 1) && _text.IndexOfAny([' ', '\n', '<', '"'], at + 1, close - at) < 0)
        {
            string url = _text.Substring(at + 1, close - at - 1);
            _marks.Text.Append(LinkTarget.StartTag(url)).Append(XmlDoc.Escape(url)).Append("</a>");
            return close + 1;
        }

        if (!HtmlTags.TryRead(_text, at, out HtmlTag tag))
            return Literal(at);

        switch (tag.Kind)
        {
            case HtmlKind.Bold:
                ConvertPair(tag, Mark.BoldTag, "<b>", "</b>");
                break;
            case HtmlKind.Italic:
                ConvertPair(tag, Mark.ItalicTag, "<i>", "</i>");
                break;
            case HtmlKind.Code:
                ConvertPair(tag, Mark.CodeTag, "<c>", "</c>");
                break;
            case HtmlKind.Link when tag.IsClosing:
                _marks.CloseLink();
                break;
            case HtmlKind.Link:
                _marks.Open(Mark.LinkTag, "", HtmlTags.Href(_text, at, tag));
                break;
            case HtmlKind.LineBreak:
                _marks.Text.Append("<br/>");
                break;
        }

        return tag.End;
    }

    private readonly void ConvertPair(HtmlTag tag, Mark mark, string start, string end)
    {
        if (tag.IsClosing)
            _marks.Close(mark, start, end);
        else
            _marks.Open(mark, "");
    }
}
