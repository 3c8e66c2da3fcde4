using System;
using System.Globalization;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;

namespace OpenApiGen.Generator.Text;

/// <summary>Fills a <see cref="PointerTree"/> with the places its pointers have in a JSON text.</summary>
internal ref struct JsonPointerScan
{
    private readonly Utf8Text _text;
    private Utf8JsonReader _reader;

    private JsonPointerScan(Utf8Text text)
    {
        _text = text;
        _reader = new Utf8JsonReader(text.Bytes, new JsonReaderOptions { MaxDepth = SpecLimits.Depth + 1 });
    }

    public static void Fill(PointerTree tree, SourceText source)
    {
        using Utf8Text text = new(source);
        JsonPointerScan scan = new(text);
        try
        {
            if (!scan._reader.Read())
                return;

            tree.Root.FoundKey(text.SpanOf((int)scan._reader.TokenStartIndex, (int)scan._reader.BytesConsumed));
            scan.Visit(tree.Root);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A text that breaks off has no places after the break; what was found before it stands.
        }
    }

    private void Visit(PointerTree.Node node)
    {
        JsonTokenType type = _reader.TokenType;
        int start = (int)_reader.TokenStartIndex;
        if (type is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            node.FoundValue(_text.SpanOf(start, (int)_reader.BytesConsumed));
            return;
        }

        if (!node.HasChildren)
            _reader.Skip();
        else if (type == JsonTokenType.StartObject)
            VisitMembers(node);
        else
            VisitItems(node);
    }

    private void VisitMembers(PointerTree.Node node)
    {
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            PointerTree.Node? child = node.Child(_reader.GetString()!);
            if (child is not null)
            {
                int start = (int)_reader.TokenStartIndex;
                child.FoundKey(_text.SpanOf(start, start + _reader.ValueSpan.Length + 2));
            }

            _reader.Read();
            if (child is null)
                _reader.Skip();
            else
                Visit(child);
        }
    }

    private void VisitItems(PointerTree.Node node)
    {
        for (int index = 0; _reader.Read() && _reader.TokenType != JsonTokenType.EndArray; index++)
        {
            PointerTree.Node? child = node.Child(index.ToString(CultureInfo.InvariantCulture));
            if (child is null)
            {
                _reader.Skip();
                continue;
            }

            // An item has no key; for an object or an array its opening bracket stands for it.
            int start = (int)_reader.TokenStartIndex;
            child.FoundKey(_text.SpanOf(start, (int)_reader.BytesConsumed));
            Visit(child);
        }
    }
}
