using System.Collections.Generic;
using System.Text;

namespace OpenApiGen.Generator.Emit.Markdown;

/// <summary>What may be open in a line of Markdown.</summary>
internal enum Mark
{
    Star,
    TwoStars,
    Underscore,
    TwoUnderscores,
    Bracket,
    Image,
    BoldTag,
    ItalicTag,
    CodeTag,
    LinkTag,
}

/// <summary>The output of a block in pieces, with a stack of the marks that are open in it.</summary>
internal sealed class OpenMarks
{
    // Elements in each other are recursion in the compiler: what is opened beyond stays text.
    private const int MaxOpen = 100;

    private readonly List<string> _pieces = [];
    private readonly Stack<(Mark Mark, int Piece, string Url)> _stack = new();
    private readonly int[] _counts = new int[(int)Mark.LinkTag + 1];

    /// <summary>Where text goes.</summary>
    public StringBuilder Text { get; } = new();

    public void Open(Mark mark, string literal, string url = "")
    {
        if (_stack.Count == MaxOpen)
        {
            Text.Append(literal);
            return;
        }

        Flush();
        _stack.Push((mark, _pieces.Count, url));
        _counts[(int)mark]++;
        _pieces.Add(literal);
    }

    /// <summary>Which of two marks was opened last, or null when neither is open.</summary>
    public Mark? Top(Mark one, Mark other)
    {
        bool hasOne = _counts[(int)one] > 0;
        bool hasOther = _counts[(int)other] > 0;
        if (!hasOne || !hasOther)
            return hasOne ? one
                : hasOther ? other
                : null;

        foreach ((Mark mark, _, _) in _stack)
        {
            if (mark == one || mark == other)
                return mark;
        }

        return null;
    }

    /// <summary>Makes an element of all since the mark. What was opened in between has no end there, and stays text.</summary>
    public void Close(Mark mark, string startTag, string endTag)
    {
        if (Pop(mark) is not { } open)
            return;
        _pieces[open.Piece] = startTag;
        Text.Append(endTag);
    }

    public void CloseLink()
    {
        if (Pop(Mark.LinkTag) is not { } open || !LinkTarget.IsWeb(open.Url))
            return;
        _pieces[open.Piece] = LinkTarget.StartTag(open.Url);
        Text.Append("</a>");
    }

    /// <summary>The mark was no mark: it stays text.</summary>
    public void Drop(Mark mark) => Pop(mark);

    public override string ToString()
    {
        if (_pieces.Count == 0)
            return Text.ToString();
        Flush();
        return string.Concat(_pieces);
    }

    private (Mark Mark, int Piece, string Url)? Pop(Mark mark)
    {
        if (_counts[(int)mark] == 0)
            return null;
        Flush();
        while (true)
        {
            (Mark Mark, int Piece, string Url) top = _stack.Pop();
            _counts[(int)top.Mark]--;
            if (top.Mark == mark)
                return top;
        }
    }

    private void Flush()
    {
        if (Text.Length == 0)
            return;
        _pieces.Add(Text.ToString());
        Text.Clear();
    }
}
