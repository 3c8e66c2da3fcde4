using System;

namespace OpenApiGen.Generator.Text;

/// <content>Block collections (YAML 1.2.2, 8.2).</content>
internal sealed partial class YamlParser
{
    private const string NoColon = "After this key, ':' and a blank are expected.";

    /// <summary>What a block node may be where it is expected.</summary>
    [Flags]
    private enum Allow
    {
        None = 0,

        /// <summary>A block collection on the line of the indicator before it: <c>- a: 1</c>.</summary>
        Compact = 1,

        /// <summary>A sequence that is as far to the left as the mapping it is a value of.</summary>
        Indentless = 2,
    }

    /// <summary>Reads what comes behind an indicator: a node, or nothing, which is an empty scalar.</summary>
    /// <param name="indent">The column of the collection that the node is in; the node is further to the right.</param>
    private void ReadBlockNode(int indent, Allow allow)
    {
        int after = _at;
        Properties outer = default;
        while (true)
        {
            Skip();
            if (IsNothing(indent, allow))
            {
                _event = EmptyScalar(outer, outer.IsGiven ? outer.End : after);
                return;
            }

            if (!IsProperty(_at))
            {
                ReadBlockContent(indent, allow, after, outer, default);
                return;
            }

            Properties inner = ReadProperties();
            int line = _lineStart;
            Skip();
            if (_lineStart == line && _at < _end)
            {
                ReadBlockContent(indent, allow, after, outer, inner);
                return;
            }

            outer = Merge(outer, inner);
        }
    }

    private bool IsProperty(int at) => at < _end && _bytes[at] is (byte)'&' or (byte)'!';

    private bool IsIndentless(int indent, Allow allow) =>
        (allow & Allow.Indentless) != 0 && _lineIndent == indent && IsIndicator((byte)'-') && !HasTabIndent;

    private bool IsNothing(int indent, Allow allow) =>
        _at >= _end || IsMarker(_at) || (StartsLine(_at) && _lineIndent <= indent && !IsIndentless(indent, allow));

    private static YamlEvent EmptyScalar(in Properties properties, int at) =>
        new()
        {
            Kind = YamlEventKind.Scalar,
            Start = properties.IsGiven ? properties.Start : at,
            End = at,
            ValueStart = at,
            Anchor = properties.Anchor,
            Tag = properties.Tag,
        };

    /// <param name="after">Behind the indicator.</param>
    /// <param name="outer">Properties on lines before: those of a collection that begins here.</param>
    /// <param name="inner">Properties on this line: those of its first key, or of the scalar.</param>
    private void ReadBlockContent(int indent, Allow allow, int after, in Properties outer, in Properties inner)
    {
        int start = inner.IsGiven ? inner.Start : _at;
        bool canCollect = StartsLine(start) || (allow & Allow.Compact) != 0;
        switch (_bytes[_at])
        {
            case (byte)'-' when IsIndicator((byte)'-'):
                StartBlock(YamlEventKind.SequenceStart, Next.FirstEntry, canCollect && !inner.IsGiven, start, after, outer);
                _frames[_depth - 1].IsIndentless = _frames[_depth - 1].Indent == indent;
                return;
            case (byte)'?' when IsIndicator((byte)'?'):
                StartBlock(YamlEventKind.MappingStart, Next.FirstExplicitKey, canCollect && !inner.IsGiven, start, after, outer);
                return;
            case (byte)':' when IsIndicator((byte)':'):
                StartBlock(YamlEventKind.MappingStart, Next.Colon, canCollect, start, after, outer);
                _pending = EmptyScalar(inner, inner.IsGiven ? inner.End : _at);
                return;
            case (byte)'|' or (byte)'>':
                _event = ReadBlockScalar(indent, Merge(outer, inner));
                return;
            case (byte)'[' or (byte)'{':
                if (canCollect && IsFlowKey(_at))
                {
                    StartBlock(YamlEventKind.MappingStart, Next.Colon, true, start, after, outer);
                    _pending = StartFlow(inner);
                    return;
                }

                _event = StartFlow(Merge(outer, inner));
                return;
        }

        ReadBlockScalarOrKey(indent, canCollect, start, after, outer, inner);
    }

    private void ReadBlockScalarOrKey(int indent, bool canCollect, int start, int after, in Properties outer, in Properties inner)
    {
        int line = _lineStart;
        int begin = _at;
        YamlEvent scalar;
        if (_bytes[_at] == '*')
            scalar = ReadAlias(default, inner);
        else if (_bytes[_at] is (byte)'"' or (byte)'\'')
            scalar = ReadQuoted();
        else
            scalar = ReadPlainLine(isFlow: false);

        int colon = SkipBlanks(_at);
        if (_lineStart == line && IsColon(colon))
        {
            if (!canCollect)
                throw Error(colon, "A mapping is not allowed here: it begins on a line of its own.");
            StartBlock(YamlEventKind.MappingStart, Next.Colon, true, start, after, outer);
            _pending = With(scalar, inner);
            return;
        }

        if (scalar.Kind == YamlEventKind.Alias && outer.IsGiven)
            throw Error(begin, _at, "An alias has neither an anchor nor a tag: what it stands for has.");
        if (scalar is { Kind: YamlEventKind.Scalar, Style: YamlStyle.Plain })
            scalar = ReadPlainLines(scalar, indent, isFlow: false);
        colon = SkipBlanks(_at);
        if (IsColon(colon))
            throw Error(colon, "A key that is followed by ':' stands on one line.");
        _event = With(scalar, Merge(outer, inner));
    }

    private bool IsColon(int at) => at < _end && _bytes[at] == ':' && IsWhite(at + 1);

    private static YamlEvent With(YamlEvent scalar, in Properties properties)
    {
        if (!properties.IsGiven)
            return scalar;
        scalar.Start = properties.Start;
        scalar.Anchor = properties.Anchor;
        scalar.Tag = properties.Tag;
        return scalar;
    }

    private void StartBlock(YamlEventKind kind, Next next, bool isAllowed, int start, int after, in Properties outer)
    {
        if (!isAllowed)
            throw Error(start, "A sequence or a mapping is not allowed here: it begins on a line of its own.");

        // What indents a collection is spaces only, on a line of its own as well as behind the indicator before it.
        int from = Math.Max(after, _lineStart);
        int tab = _bytes.AsSpan(from, Math.Max(0, start - from)).IndexOf((byte)'\t');
        if (tab >= 0)
            throw TabError(from + tab);
        _event = new YamlEvent
        {
            Kind = kind,
            Style = YamlStyle.Block,
            Start = outer.IsGiven ? outer.Start : start,
            End = start,
            Anchor = outer.Anchor,
            Tag = outer.Tag,
        };
        Push(next, start - _lineStart, start);
    }

    private SpecReadException TabError(int at) => Error(at, "A tab is not allowed as indentation: use spaces.");

    /// <summary>
    /// Whether the token at hand belongs to the block collection: whether it is on a line of its own, at the column of the collection.
    /// </summary>
    private bool IsInBlock(in Frame frame)
    {
        Skip();
        if (_at >= _end || IsMarker(_at))
            return false;
        if (StartsLine(_at) && HasTabIndent && _lineIndent <= frame.Indent)
            throw TabError(_lineStart + _lineIndent);
        if (StartsLine(_at) && _lineIndent < frame.Indent)
            return false;
        if (!StartsLine(_at))
            throw Unexpected("The value is complete before this.");
        if (_lineIndent > frame.Indent)
            throw Unexpected("This is further to the right than what is before it, and belongs to nothing.");
        return true;
    }

    private SpecReadException Unexpected(string message)
    {
        if (StartsLine(_at) && HasTabIndent)
            return TabError(_lineStart + _lineIndent);
        return Error(_at, IsColon(_at) ? "A mapping is not allowed here: it begins on a line of its own." : message);
    }

    private void MoveToEntry(ref Frame frame)
    {
        if (frame.Next == Next.Entry)
        {
            bool isIn = IsInBlock(frame);
            if (!isIn || (frame.IsIndentless && !IsIndicator((byte)'-')))
            {
                Pop(YamlEventKind.SequenceEnd, _at);
                return;
            }

            if (!IsIndicator((byte)'-'))
                throw Unexpected("An item of the sequence, '- ', is expected.");
        }

        frame.Next = Next.Entry;
        _at++;
        ReadBlockNode(frame.Indent, Allow.Compact);
    }

    private void MoveToKey(ref Frame frame)
    {
        if (frame.Next == Next.Key && !IsInBlock(frame))
        {
            Pop(YamlEventKind.MappingEnd, _at);
            return;
        }

        if (IsIndicator((byte)'?'))
        {
            frame.Next = Next.ExplicitColon;
            _at++;
            ReadBlockNode(frame.Indent, Allow.Compact | Allow.Indentless);
            return;
        }

        frame.Next = Next.Colon;
        Properties properties = IsProperty(_at) ? ReadProperties() : default;
        _at = SkipBlanks(_at);
        if (IsIndicator((byte)':'))
            _event = EmptyScalar(properties, properties.IsGiven ? properties.End : _at);
        else if (IsWhite(_at))
            throw Error(properties.Start, properties.End, NoColon);
        else if (_bytes[_at] is (byte)'[' or (byte)'{')
            _event = StartFlow(properties);
        else
            _event = ReadKey(properties);
    }

    private YamlEvent ReadKey(in Properties properties)
    {
        if (IsIndicator((byte)'-'))
            throw Unexpected("An item of a sequence is not allowed among the keys of a mapping.");
        int line = _lineStart;
        int start = _at;
        YamlEvent key = _bytes[_at] switch
        {
            (byte)'*' => ReadAlias(default, properties),
            (byte)'"' or (byte)'\'' => ReadQuoted(),
            _ => ReadPlainLine(isFlow: false),
        };
        if (_lineStart != line || !IsColon(SkipBlanks(_at)))
            throw Error(start, key.End, NoColon);
        return With(key, properties);
    }

    private void MoveToValue(ref Frame frame)
    {
        _at = SkipBlanks(_at);
        if (!IsColon(_at))
            throw Error(_at, NoColon);
        frame.Next = Next.Key;
        _at++;
        ReadBlockNode(frame.Indent, Allow.Indentless);
    }

    private void MoveToExplicitValue(ref Frame frame)
    {
        Skip();
        frame.Next = Next.Key;
        if (_at < _end && StartsLine(_at) && !HasTabIndent && _lineIndent == frame.Indent && IsIndicator((byte)':'))
        {
            _at++;
            ReadBlockNode(frame.Indent, Allow.Compact | Allow.Indentless);
        }
        else
        {
            _event = EmptyScalar(default, _at);
        }
    }
}
