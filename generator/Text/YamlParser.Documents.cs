using System;
using System.Collections.Generic;
using System.Text;

namespace OpenApiGen.Generator.Text;

/// <content>Lines, documents and their directives.</content>
internal sealed partial class YamlParser
{
    private const string CoreTag = "tag:yaml.org,2002:";

    private Dictionary<string, string>? _handles;
    private bool _hasVersion;

    private bool IsBreak(int at) => at < _end && _bytes[at] is (byte)'\n' or (byte)'\r';

    private bool IsBlank(int at) => at < _end && _bytes[at] is (byte)' ' or (byte)'\t';

    /// <summary>Whether a blank, a line end or the end of the text is there.</summary>
    private bool IsWhite(int at) => at >= _end || _bytes[at] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r';

    private bool IsIndicator(byte indicator) => _at < _end && _bytes[_at] == indicator && IsWhite(_at + 1);

    private bool StartsLine(int at) => at == _lineContent;

    private bool HasTabIndent => _lineContent != _lineStart + _lineIndent;

    private void EnterLine(int start)
    {
        _lineStart = start;
        int at = start;
        while (at < _end && _bytes[at] == ' ')
            at++;
        _lineIndent = at - start;
        while (IsBlank(at))
            at++;
        _lineContent = at;
    }

    /// <summary>Goes over a line end to the first byte of the next line that is no blank.</summary>
    private void PassBreak()
    {
        EnterLine(AfterBreak(_at));
        _at = _lineContent;
    }

    private int AfterBreak(int at) => at + (_bytes[at] == '\r' && at + 1 < _end && _bytes[at + 1] == '\n' ? 2 : 1);

    private int EndOfLine(int at)
    {
        int length = _bytes.AsSpan(at, _end - at).IndexOfAny((byte)'\n', (byte)'\r');
        return length < 0 ? _end : at + length;
    }

    private int SkipBlanks(int at)
    {
        while (IsBlank(at))
            at++;
        return at;
    }

    /// <summary>Goes over blanks, comments and line ends.</summary>
    private void Skip()
    {
        while (true)
        {
            _at = SkipBlanks(_at);
            if (_at >= _end)
                return;
            byte next = _bytes[_at];
            if (next == '#' && (_at == _lineStart || IsWhite(_at - 1)))
                _at = EndOfLine(_at);
            else if (next is (byte)'\n' or (byte)'\r')
                PassBreak();
            else
                return;
        }
    }

    private bool IsMarker(int at, byte mark) =>
        at == _lineStart && at + 2 < _end && _bytes[at] == mark && _bytes[at + 1] == mark && _bytes[at + 2] == mark && IsWhite(at + 3);

    private bool IsMarker(int at) => IsMarker(at, (byte)'-') || IsMarker(at, (byte)'.');

    private void MoveDocument()
    {
        switch (_document)
        {
            case DocumentState.Start:
                StartDocument();
                break;
            case DocumentState.Root:
                _document = DocumentState.End;
                ReadBlockNode(-1, Allow.None);
                break;
            default:
                EndDocument();
                break;
        }
    }

    private void StartDocument()
    {
        _handles = null;
        _hasVersion = false;
        bool hasDirectives = false;
        Skip();
        while (_at < _end && !IsMarker(_at, (byte)'-'))
        {
            if (IsMarker(_at, (byte)'.') && !hasDirectives)
                EndLine(_at + 3, "Nothing but a comment may stand after the end of a document.");
            else if (_at == _lineStart && _bytes[_at] == '%')
                ReadDirective(ref hasDirectives);
            else if (_at == _lineStart && IsByteOrderMark)
                EnterLine(_at += 3);
            else
                break;
            Skip();
        }

        bool isExplicit = IsMarker(_at, (byte)'-');
        if (hasDirectives && !isExplicit)
            throw Error(_at, "After directives, '---' is expected.");
        YamlEventKind kind = _at < _end ? YamlEventKind.DocumentStart : YamlEventKind.StreamEnd;
        _event = new YamlEvent
        {
            Kind = kind,
            Start = _at,
            End = isExplicit ? _at + 3 : _at,
            IsExplicit = isExplicit,
        };
        _at = _event.End;
        _document = DocumentState.Root;
    }

    private bool IsByteOrderMark => _at + 2 < _end && _bytes[_at] == 0xEF && _bytes[_at + 1] == 0xBB && _bytes[_at + 2] == 0xBF;

    private void EndDocument()
    {
        Skip();
        _document = DocumentState.Start;
        bool isExplicit = IsMarker(_at, (byte)'.');
        if (!isExplicit && _at < _end && !IsMarker(_at, (byte)'-'))
            throw Unexpected("The document is complete before this.");
        _event = new YamlEvent
        {
            Kind = YamlEventKind.DocumentEnd,
            Start = _at,
            End = _at,
            IsExplicit = isExplicit,
        };
        if (isExplicit)
            EndLine(_at + 3, "Nothing but a comment may stand after the end of a document.");
    }

    /// <summary>Goes to the end of a line that has nothing more than a comment.</summary>
    private void EndLine(int at, string message)
    {
        _at = SkipBlanks(at);
        bool isComment = _at < _end && _bytes[_at] == '#' && IsWhite(_at - 1);
        if (!isComment && _at < _end && !IsBreak(_at))
            throw Error(_at, EndOfLine(_at), message);
        _at = EndOfLine(_at);
    }

    /// <summary>
    /// <c>%YAML</c> says nothing that would matter, <c>%TAG</c> gives a short name to the beginning of tags; others are to be ignored.
    /// </summary>
    private void ReadDirective(ref bool hasDirectives)
    {
        int end = EndOfLine(_at);
        string line = Encoding.UTF8.GetString(_bytes, _at, end - _at);
        int comment = line.IndexOf(" #", StringComparison.Ordinal);
        string[] words = (comment < 0 ? line : line.Substring(0, comment)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words[0] == "%TAG")
        {
            if (words.Length != 3)
                throw Error(_at, end, "A %TAG directive has a handle and a prefix.");
            (_handles ??= new Dictionary<string, string>(StringComparer.Ordinal))[words[1]] = words[2];
        }
        else if (words[0] == "%YAML")
        {
            if (words.Length != 2 || words[1].IndexOf('#') >= 0)
                throw Error(_at, end, "A %YAML directive has one version.");
            if (_hasVersion)
                throw Error(_at, end, "A document has one %YAML directive only.");
            _hasVersion = true;
        }

        hasDirectives = true;
        _at = end;
    }
}
