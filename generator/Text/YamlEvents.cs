using System;
using System.IO;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OpenApiGen.Generator.Text;

/// <summary>The events of the first document of a YAML text, with their places as spans of that text.</summary>
internal sealed class YamlEvents
{
    private readonly Parser _parser;
    private readonly Scanner _scanner;
    private readonly SourceText _text;
    private readonly int _skipped;

    public YamlEvents(SourceText text)
    {
        _text = text;
        string yaml = text.ToString();

        // The scanner would make a byte order mark part of the first key.
        _skipped = yaml.Length > 0 && yaml[0] == '\uFEFF' ? 1 : 0;
        _scanner = new Scanner(new StringReader(_skipped == 0 ? yaml : yaml.Substring(_skipped)), skipComments: true);
        _parser = new Parser(_scanner);
    }

    public ParsingEvent Current => _parser.Current!;

    public TextSpan Span => SpanOf(Current);

    /// <summary>The place to point at for a node: a scalar as written, of a mapping or sequence what is on its first line.</summary>
    public TextSpan ItemSpan
    {
        get
        {
            TextSpan span = Span;
            if (Current is Scalar or AnchorAlias || span.Start >= _text.Length) return span;
            if (_text[span.Start] is '{' or '[') return new TextSpan(span.Start, 1);

            int end = _text.Lines.GetLineFromPosition(span.Start).End;
            while (end > span.Start && char.IsWhiteSpace(_text[end - 1])) end--;
            return TextSpan.FromBounds(span.Start, end);
        }
    }

    /// <summary>Goes to the first node; false when the text has none.</summary>
    public bool MoveToFirstNode()
    {
        while (Move())
        {
            if (Current is StreamEnd or DocumentEnd) return false;
            if (Current is not (StreamStart or DocumentStart)) return true;
        }

        return false;
    }

    public bool Move()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (YamlException exception)
        {
            TextSpan span = Clamp((int)exception.Start.Index, (int)Math.Max(exception.Start.Index + 1, exception.End.Index));
            throw SpecReadException.Syntax(ToTab(span, exception.Message), exception.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The scanner has a few places where it trips over broken text instead of reporting it (an open bracket).
            int at = (int)_scanner.CurrentPosition.Index;
            throw SpecReadException.Syntax(Clamp(at, at + 1), "This is not valid YAML from here on; a bracket or a quote may be open before it.");
        }
    }

    /// <summary>Goes from the first event of a node to its last.</summary>
    public void SkipNode()
    {
        int depth = 0;
        do
        {
            depth += Current.NestingIncrease;
            if (depth <= 0) return;
        }
        while (Move());
    }

    public TextSpan SpanOf(ParsingEvent e) => Clamp((int)e.Start.Index, (int)e.End.Index);

    /// <summary>Of a tab in the indentation the scanner tells the mapping it is in; the tab itself is what one looks for.</summary>
    private TextSpan ToTab(TextSpan span, string message)
    {
        if (message.IndexOf("tab as indentation", StringComparison.Ordinal) < 0) return span;
        for (int i = span.Start; i < _text.Length; i++)
        {
            if (_text[i] == '\t') return new TextSpan(i, 1);
        }

        return span;
    }

    private TextSpan Clamp(int start, int end)
    {
        start = Math.Max(0, Math.Min(start + _skipped, _text.Length));
        end = Math.Max(start, Math.Min(end + _skipped, _text.Length));
        while (end > start + 1 && _text[end - 1] is '\n' or '\r') end--;
        return TextSpan.FromBounds(start, end);
    }
}
