using System;
using System.Globalization;

namespace OpenApiGen.Generator.Text;

/// <content>Flow collections (YAML 1.2.2, 7.4).</content>
internal sealed partial class YamlParser
{
    private static bool IsFlow(byte value) => value is (byte)',' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}';

    private bool IsFlowIndicator(int at) => at < _end && IsFlow(_bytes[at]);

    private bool IsFlowColon(int at) => at < _end && _bytes[at] == ':' && (IsWhite(at + 1) || IsFlow(_bytes[at + 1]));

    private YamlEvent StartFlow(in Properties properties)
    {
        bool isMapping = _bytes[_at] == '{';
        int start = _at++;
        Push(isMapping ? Next.FlowKey : Next.FlowEntry, 0, start);
        return new YamlEvent
        {
            Kind = isMapping ? YamlEventKind.MappingStart : YamlEventKind.SequenceStart,
            Style = YamlStyle.Flow,
            Start = properties.IsGiven ? properties.Start : start,
            End = _at,
            Anchor = properties.Anchor,
            Tag = properties.Tag,
        };
    }

    /// <summary>Whether the flow collection that begins here is a key: whether it ends on this line and a colon follows.</summary>
    private bool IsFlowKey(int at)
    {
        int limit = Math.Min(_end, at + LookAhead);
        int depth = 0;
        for (; at < limit; at++)
        {
            byte value = _bytes[at];
            if (value is (byte)'\n' or (byte)'\r')
                return false;
            if (value is (byte)'[' or (byte)'{')
                depth++;
            else if (value is (byte)']' or (byte)'}')
                depth--;
            else if (
                value is (byte)'"' or (byte)'\''
                && (IsWhite(at - 1) || _bytes[at - 1] is (byte)'[' or (byte)'{' or (byte)',' or (byte)':')
            )
                at = EndOfQuote(at, limit);
            if (depth > 0)
                continue;
            int next = SkipBlanks(at + 1);
            return next < _end && _bytes[next] == ':' && (IsWhite(next + 1) || IsInFlow);
        }

        return false;
    }

    private bool IsInFlow => _depth > 0 && _frames[_depth - 1].Next >= Next.FlowEntry;

    private int EndOfQuote(int at, int limit)
    {
        byte quote = _bytes[at];
        for (at++; at < limit && _bytes[at] != quote && !IsBreak(at); at++)
        {
            if (quote == '"' && _bytes[at] == '\\')
                at++;
        }

        return at;
    }

    /// <summary>Goes to the next token of the collection; there has to be one.</summary>
    private byte SkipInFlow()
    {
        Skip();
        if (_at >= _end)
            throw Unclosed();
        if (IsMarker(_at))
            throw Error(_at, _at + 3, "The document ends here, inside what begins at an open bracket.");
        return _bytes[_at];
    }

    private SpecReadException Unclosed()
    {
        int start = _frames[_depth - 1].Start;
        int line = _source.Lines.GetLineFromPosition(_text.CharAt(start)).LineNumber + 1;
        return Error(_end, "The '" + (char)_bytes[start] + "' of line " + line.ToString(CultureInfo.InvariantCulture) + " is not closed.");
    }

    private void MoveToFlowEntry(ref Frame frame)
    {
        byte next = SkipInFlow();
        if (next == ']')
        {
            Pop(YamlEventKind.SequenceEnd, _at + 1);
            return;
        }

        if (frame.Next == Next.FlowEntryEnd)
        {
            if (next != ',')
                throw Error(_at, "',' or ']' is expected.");
            _at++;
            frame.Next = Next.FlowEntry;
            next = SkipInFlow();
            if (next == ']')
            {
                Pop(YamlEventKind.SequenceEnd, _at + 1);
                return;
            }
        }

        frame.Next = Next.FlowEntryEnd;
        if (IsIndicator((byte)'?'))
        {
            StartPair(_at, Next.PairKey);
            _at++;
            return;
        }

        ReadFlowNode(canBePair: true);
    }

    private void StartPair(int start, Next next)
    {
        _event = new YamlEvent
        {
            Kind = YamlEventKind.MappingStart,
            Style = YamlStyle.Flow,
            Start = start,
            End = start,
        };
        Push(next, 0, start);
    }

    private void MoveToFlowKey(ref Frame frame)
    {
        byte next = SkipInFlow();
        if (frame.Next == Next.FlowValueEnd && next != '}')
        {
            if (next != ',')
                throw Error(_at, "',' or '}' is expected.");
            _at++;
            next = SkipInFlow();
        }

        if (next == '}')
        {
            Pop(YamlEventKind.MappingEnd, _at + 1);
            return;
        }

        frame.Next = Next.FlowColon;
        if (IsIndicator((byte)'?'))
        {
            _at++;
            next = SkipInFlow();
            if (next is (byte)',' or (byte)'}')
            {
                _event = EmptyScalar(default, _at);
                return;
            }
        }

        ReadFlowNode(canBePair: false);
    }

    private void MoveToFlowValue(ref Frame frame)
    {
        byte next = SkipInFlow();
        frame.Next = Next.FlowValueEnd;
        if (next == ':')
            ReadFlowValue();
        else if (next is (byte)',' or (byte)'}')
            _event = EmptyScalar(default, _at);
        else
            throw Error(_at, "':', ',' or '}' is expected.");
    }

    /// <summary>Reads what is behind a colon; nothing is an empty scalar.</summary>
    private void ReadFlowValue()
    {
        int after = ++_at;
        byte next = SkipInFlow();
        if (next is (byte)',' or (byte)'}' or (byte)']')
            _event = EmptyScalar(default, after);
        else
            ReadFlowNode(canBePair: false);
    }

    private void MoveInPair(ref Frame frame)
    {
        switch (frame.Next)
        {
            case Next.PairKey:
                frame.Next = Next.PairExplicitColon;
                if (SkipInFlow() is (byte)',' or (byte)']')
                    _event = EmptyScalar(default, _at);
                else
                    ReadFlowNode(canBePair: false);
                break;
            case Next.PairColon or Next.PairExplicitColon:
                bool isColon = SkipInFlow() == ':';
                if (!isColon && frame.Next == Next.PairColon)
                    throw Error(_at, NoColon);
                frame.Next = Next.PairEnd;
                if (isColon)
                    ReadFlowValue();
                else
                    _event = EmptyScalar(default, _at);
                break;
            default:
                Pop(YamlEventKind.MappingEnd, _at);
                break;
        }
    }

    /// <param name="canBePair">Whether it is an item of a sequence, where <c>a: b</c> is a mapping of one pair.</param>
    private void ReadFlowNode(bool canBePair)
    {
        int start = _at;
        Properties properties = default;
        while (IsProperty(_at))
        {
            properties = Merge(properties, ReadProperties());
            SkipInFlow();
        }

        int line = _lineStart;
        byte next = _bytes[_at];
        if (next is (byte)',' or (byte)']' or (byte)'}' && properties.IsGiven)
        {
            _event = EmptyScalar(properties, properties.End);
            return;
        }

        YamlEvent node;
        if (next is (byte)'[' or (byte)'{')
        {
            bool isKey = canBePair && IsFlowKey(_at);
            if (isKey)
                StartPair(start, Next.PairColon);
            node = StartFlow(properties);
            if (isKey)
                _pending = node;
            else
                _event = node;
            return;
        }

        bool isAnyColon = next is (byte)'"' or (byte)'\'';
        if (IsFlowColon(_at))
            node = EmptyScalar(properties, properties.IsGiven ? properties.End : _at);
        else if (next == '*')
            node = ReadAlias(default, properties);
        else if (isAnyColon)
            node = With(ReadQuoted(), properties);
        else
            node = With(ReadPlainLines(ReadPlainLine(isFlow: true), -1, isFlow: true), properties);

        int colon = SkipBlanks(_at);
        bool isPair = canBePair && (IsFlowColon(colon) || (isAnyColon && colon < _end && _bytes[colon] == ':'));
        if (isPair && _lineStart != line)
            throw Error(colon, "A key that is followed by ':' stands on one line.");
        if (!isPair)
        {
            _event = node;
            return;
        }

        StartPair(start, Next.PairColon);
        _pending = node;
    }
}
