using System;

namespace OpenApiGen.Generator.Text;

/// <content>Plain and block scalars (YAML 1.2.2, 7.3.3 and 8.1).</content>
internal sealed partial class YamlParser
{
    /// <summary>What may end a plain scalar, or needs a look at what is beside it.</summary>
    private static readonly bool[] s_endsPlain = Table(" \t\r\n:#,[]{}");

    /// <summary>What begins something else than a plain scalar.</summary>
    private static readonly bool[] s_indicators = Table(",[]{}#&*!|>'\"%@`");

    private static bool[] Table(string bytes)
    {
        bool[] table = new bool[256];
        foreach (char value in bytes)
            table[value] = true;
        return table;
    }

    /// <summary>Reads what of a plain scalar is on one line.</summary>
    private YamlEvent ReadPlainLine(bool isFlow)
    {
        byte first = _bytes[_at];
        bool isPlain = first switch
        {
            (byte)'-' => !IsWhite(_at + 1),
            (byte)'?' or (byte)':' => !IsWhite(_at + 1) && !(isFlow && IsFlowIndicator(_at + 1)),
            _ => !s_indicators[first],
        };
        if (!isPlain)
            throw Unexpected("A value cannot begin with '" + (char)first + "' unless it is in quotes.");
        int start = _at;
        _at = EndOfPlain(start, isFlow);
        return new YamlEvent
        {
            Kind = YamlEventKind.Scalar,
            Start = start,
            End = _at,
            ValueStart = start,
            ValueLength = _at - start,
        };
    }

    private int EndOfPlain(int at, bool isFlow)
    {
        byte[] bytes = _bytes;
        int end = at;
        for (; at < _end; at++)
        {
            byte value = bytes[at];
            if (s_endsPlain[value])
            {
                if (value is (byte)' ' or (byte)'\t')
                    continue;
                if (value is (byte)'\n' or (byte)'\r')
                    break;
                if (value == ':')
                {
                    if (IsWhite(at + 1) || (isFlow && IsFlow(bytes[at + 1])))
                        break;
                }
                else if (value == '#')
                {
                    if (end < at)
                        break;
                }
                else if (isFlow)
                {
                    break;
                }
            }

            end = at + 1;
        }

        return end;
    }

    /// <summary>
    /// Reads on where a plain scalar goes over several lines; what is further to the right than its parent is part of it.
    /// </summary>
    private YamlEvent ReadPlainLines(YamlEvent scalar, int indent, bool isFlow)
    {
        while (true)
        {
            int at = SkipBlanks(_at);
            if (!IsBreak(at))
                return scalar;
            int breaks = 0;
            int line = at;
            int content = at;
            int spaces = 0;
            for (; IsBreak(content); breaks++)
            {
                line = content = AfterBreak(content);
                while (content < _end && _bytes[content] == ' ')
                    content++;
                spaces = content - line;
                content = SkipBlanks(content);
            }

            if (content >= _end || _bytes[content] == '#' || (!isFlow && spaces <= indent) || IsMarkerAt(line))
                return scalar;
            if (isFlow ? IsFlow(_bytes[content]) || IsFlowColon(content) : IsColon(content))
                return scalar;

            if (!scalar.IsDecoded)
            {
                _decoded.Length = 0;
                _decoded.Append(_bytes.AsSpan(scalar.ValueStart, scalar.ValueLength));
                scalar.IsDecoded = true;
                scalar.ValueStart = 0;
            }

            _at = line;
            EnterLine(line);
            Fold(breaks);
            _at = EndOfPlain(content, isFlow);
            _decoded.Append(_bytes.AsSpan(content, _at - content));
            scalar.ValueLength = _decoded.Length;
            scalar.End = _at;
        }
    }

    private bool IsMarkerAt(int line)
    {
        int current = _lineStart;
        _lineStart = line;
        bool isMarker = IsMarker(line);
        _lineStart = current;
        return isMarker;
    }

    /// <summary>One line end is a blank, and of more the first is nothing (6.5).</summary>
    private void Fold(int breaks)
    {
        if (breaks == 1)
            _decoded.Append((byte)' ');
        else
            _decoded.Append((byte)'\n', breaks - 1);
    }

    private YamlEvent ReadBlockScalar(int parent, in Properties properties)
    {
        int start = _at;
        bool isFolded = _bytes[_at++] == '>';
        byte chomping = 0;
        int given = 0;
        for (; _at < _end; _at++)
        {
            byte value = _bytes[_at];
            if (chomping == 0 && value is (byte)'+' or (byte)'-')
                chomping = value;
            else if (given == 0 && value is >= (byte)'1' and <= (byte)'9')
                given = value - '0';
            else
                break;
        }

        int header = _at;
        EndLine(_at, "After '|' or '>', only '+', '-', a digit from 1 to 9 and a comment may stand on the line.");
        if (_at < _end)
            EnterLine(AfterBreak(_at));
        _at = _at < _end ? _lineStart : _end;
        _decoded.Length = 0;
        int end = ReadBlockLines(parent, given == 0 ? -1 : Math.Max(parent, 0) + given, isFolded, chomping, header);
        YamlEvent scalar = new()
        {
            Kind = YamlEventKind.Scalar,
            Style = isFolded ? YamlStyle.Folded : YamlStyle.Literal,
            Start = start,
            End = end,
            IsDecoded = true,
            ValueLength = _decoded.Length,
        };
        EnterLine(_at);
        return With(scalar, properties);
    }

    /// <param name="indent">How far the lines of the scalar are indented; -1 where the first of them that is not blank tells.</param>
    /// <param name="end">Where the scalar ends if it has no text.</param>
    private int ReadBlockLines(int parent, int indent, bool isFolded, byte chomping, int end)
    {
        int breaks = 0;
        int longest = 0;
        bool hasText = false;
        bool wasMore = false;
        while (_at < _end)
        {
            int content = _at;
            int limit = indent < 0 ? int.MaxValue : indent;
            while (content < _end && _bytes[content] == ' ' && content - _at < limit)
                content++;
            int spaces = content - _at;
            int lineEnd = EndOfLine(content);
            bool isShort = spaces < (indent < 0 ? parent + 1 : indent);
            if (content == lineEnd || (isShort && SkipBlanks(content) == lineEnd))
            {
                // A last line of blanks ends with the text as others do with a line end.
                if (lineEnd > _at || lineEnd < _end)
                    breaks++;
                longest = Math.Max(longest, spaces);
                _at = lineEnd < _end ? AfterBreak(lineEnd) : _end;
                continue;
            }

            if (isShort || (spaces == 0 && IsMarkerAt(_at)))
                break;
            if (indent < 0)
            {
                if (longest > spaces)
                    throw Error(
                        _at,
                        lineEnd,
                        "The blank lines before this are longer than it is indented, so the indentation of the text is not known."
                    );
                indent = spaces;
            }

            bool isMore = IsBlank(content);
            if (!hasText)
                _decoded.Append((byte)'\n', breaks);
            else if (!isFolded || isMore || wasMore)
                _decoded.Append((byte)'\n', breaks + 1);
            else
                Fold(breaks + 1);
            _decoded.Append(_bytes.AsSpan(content, lineEnd - content));
            (breaks, hasText, wasMore) = (0, true, isMore);
            end = lineEnd;
            _at = lineEnd < _end ? AfterBreak(lineEnd) : _end;
        }

        if (chomping == '+')
            _decoded.Append((byte)'\n', breaks + (hasText ? 1 : 0));
        else if (chomping == 0 && hasText)
            _decoded.Append((byte)'\n');
        return end;
    }
}
