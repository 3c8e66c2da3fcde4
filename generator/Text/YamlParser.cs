using System;
using Microsoft.CodeAnalysis.Text;

namespace OpenApiGen.Generator.Text;

/// <summary>
/// YAML 1.2.2 to events, over UTF-8. Collections that are open are frames on a stack of its own, so no depth of a text costs the stack of
/// the thread; every step goes forward, but for a look ahead of at most <see cref="LookAhead"/> bytes. Where libyaml, js-yaml or npm
/// <c>yaml</c> read what the specification forbids and it can mean one thing only (flow collections and quoted text that are indented less
/// than what they are in), it is read, too.
/// </summary>
internal sealed partial class YamlParser : IDisposable
{
    /// <summary>How far a flow collection that is a key may reach (YAML 1.2.2, 7.4.2).</summary>
    private const int LookAhead = 1024;

    private readonly SourceText _source;
    private readonly Utf8Text _text;
    private readonly byte[] _bytes;
    private readonly int _end;
    private readonly Utf8StringCache _strings = new();
    private readonly Utf8Builder _decoded = new();
    private Frame[] _frames = new Frame[32];
    private int _depth;
    private DocumentState _document;
    private YamlEvent _event;
    private YamlEvent _pending;
    private int _at;

    // Of the line that _at is on: its first byte, the number of spaces it begins with, the first byte that is no blank.
    private int _lineStart;
    private int _lineIndent;
    private int _lineContent;

    public YamlParser(SourceText source)
    {
        _source = source;
        _text = new Utf8Text(source);
        _bytes = _text.Buffer;
        _end = _text.Bytes.Length;
        EnterLine(0);
    }

    private enum DocumentState
    {
        Start,
        Root,
        End,
    }

    /// <summary>What is expected next in a collection that is open.</summary>
    private enum Next : byte
    {
        FirstEntry,
        Entry,
        FirstExplicitKey,
        Key,
        ExplicitColon,
        Colon,
        FlowEntry,
        FlowEntryEnd,
        FlowKey,
        FlowColon,
        FlowValueEnd,
        PairKey,
        PairColon,
        PairExplicitColon,
        PairEnd,
    }

    /// <summary>The current event. What it says of a scalar is good until the next one.</summary>
    public ref readonly YamlEvent Current => ref _event;

    public TextSpan Span => SpanOf(_event.Start, _event.End);

    /// <summary>The place to point at for a node: a scalar as written, of a mapping or sequence what is on its first line.</summary>
    public TextSpan ItemSpan
    {
        get
        {
            TextSpan span = Span;
            if (_event.Kind is YamlEventKind.Scalar or YamlEventKind.Alias || span.Start >= _source.Length)
                return span;
            if (_source[span.Start] is '{' or '[')
                return new TextSpan(span.Start, 1);

            int end = _source.Lines.GetLineFromPosition(span.Start).End;
            while (end > span.Start && char.IsWhiteSpace(_source[end - 1]))
                end--;
            return TextSpan.FromBounds(span.Start, end);
        }
    }

    /// <summary>The text of the current scalar, or the name of the current alias.</summary>
    public string Value => _strings.Get(_event.IsDecoded ? _decoded.Bytes : _bytes, _event.ValueStart, _event.ValueLength);

    /// <summary>Whether the current scalar is the plain text of a merge key.</summary>
    public bool IsMergeKey =>
        _event is { Kind: YamlEventKind.Scalar, Style: YamlStyle.Plain, ValueLength: 2, IsDecoded: false }
        && _bytes[_event.ValueStart] == '<'
        && _bytes[_event.ValueStart + 1] == '<';

    public void Dispose() => _text.Dispose();

    /// <summary>Goes to the first node; false when the text has none.</summary>
    public bool MoveToFirstNode()
    {
        while (Move())
        {
            if (_event.Kind is YamlEventKind.DocumentEnd)
                return false;
            if (_event.Kind is not YamlEventKind.DocumentStart)
                return true;
        }

        return false;
    }

    /// <summary>Goes to the next event; false at the end of the text. Throws <see cref="SpecReadException"/>.</summary>
    public bool Move()
    {
        if (_pending.Kind != YamlEventKind.None)
        {
            _event = _pending;
            _pending.Kind = YamlEventKind.None;
        }
        else if (_depth == 0)
        {
            MoveDocument();
        }
        else
        {
            MoveInside(ref _frames[_depth - 1]);
        }

        return _event.Kind != YamlEventKind.StreamEnd;
    }

    /// <summary>Goes from the first event of a node to its last.</summary>
    public void SkipNode()
    {
        int depth = 0;
        do
        {
            if (_event.Kind is YamlEventKind.MappingStart or YamlEventKind.SequenceStart)
                depth++;
            else if (_event.Kind is YamlEventKind.MappingEnd or YamlEventKind.SequenceEnd)
                depth--;
            if (depth <= 0)
                return;
        } while (Move());
    }

    /// <summary>Characters of the text, without the line ends after them.</summary>
    public TextSpan SpanOf(int start, int end)
    {
        while (end > start + 1 && IsBreak(end - 1))
            end--;
        return _text.SpanOf(start, Math.Max(start, end));
    }

    private void MoveInside(ref Frame frame)
    {
        switch (frame.Next)
        {
            case Next.FirstEntry or Next.Entry:
                MoveToEntry(ref frame);
                break;
            case Next.FirstExplicitKey or Next.Key:
                MoveToKey(ref frame);
                break;
            case Next.ExplicitColon:
                MoveToExplicitValue(ref frame);
                break;
            case Next.Colon:
                MoveToValue(ref frame);
                break;
            case Next.FlowEntry or Next.FlowEntryEnd:
                MoveToFlowEntry(ref frame);
                break;
            case Next.FlowKey or Next.FlowValueEnd:
                MoveToFlowKey(ref frame);
                break;
            case Next.FlowColon:
                MoveToFlowValue(ref frame);
                break;
            default:
                MoveInPair(ref frame);
                break;
        }
    }

    private void Push(Next next, int indent, int start)
    {
        if (_depth == _frames.Length)
            Array.Resize(ref _frames, _depth * 2);
        _frames[_depth++] = new Frame
        {
            Next = next,
            Indent = indent,
            Start = start,
        };
    }

    private void Pop(YamlEventKind kind, int end)
    {
        _depth--;
        _event = new YamlEvent
        {
            Kind = kind,
            Start = _at,
            End = end,
        };
        _at = end;
    }

    private SpecReadException Error(int at, string message) => Error(at, at + 1, message);

    private SpecReadException Error(int start, int end, string message)
    {
        int from = Math.Min(start, _end);
        return SpecReadException.Syntax(SpanOf(from, Math.Max(from, Math.Min(end, _end))), message);
    }

    private struct Frame
    {
        public Next Next;

        /// <summary>The column of the entries or keys of a block collection.</summary>
        public int Indent;

        /// <summary>Whether a block sequence is as far to the left as the key whose value it is.</summary>
        public bool IsIndentless;

        public int Start;
    }
}
