using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;

namespace OpenApiGen.Generator.Text;

/// <summary>
/// JSON to nodes. Not <see cref="JsonNode.Parse(ReadOnlySpan{byte}, JsonNodeOptions?, JsonDocumentOptions)"/>, because that
/// throws for a duplicate key only when somebody looks at the object, and makes a string of every repeated word.
/// </summary>
internal ref struct JsonTreeReader
{
    private readonly Utf8Text _text;
    private readonly CancellationToken _cancellationToken;
    private readonly Utf8StringCache _strings = new();
    private readonly JsonNumbers _numbers = new();
    private readonly List<(string Key, int Start, int End)> _duplicates = [];
    private Utf8JsonReader _reader;
    private int _nodes;

    private JsonTreeReader(Utf8Text text, CancellationToken cancellationToken)
    {
        _text = text;
        _cancellationToken = cancellationToken;

        // One level more than the limit, so that the limit is reported by us, with its name.
        _reader = new Utf8JsonReader(text.Bytes, new JsonReaderOptions { MaxDepth = SpecLimits.Depth + 1 });
    }

    /// <summary>Reads the whole text. Throws <see cref="SpecReadException"/>.</summary>
    public static JsonNode? Read(Utf8Text text, ICollection<DuplicateKey> duplicates, CancellationToken cancellationToken)
    {
        JsonTreeReader tree = new(text, cancellationToken);
        JsonNode? root;
        try
        {
            tree._reader.Read();
            root = tree.ReadValue();
            tree._reader.Read();
        }
        catch (JsonException exception)
        {
            throw tree.Syntax(exception);
        }
        catch (InvalidOperationException exception)
        {
            // An escape that is half a surrogate pair: found only when the string is made.
            int start = (int)tree._reader.TokenStartIndex;
            throw SpecReadException.Syntax(text.SpanOf(start, (int)tree._reader.BytesConsumed), exception.Message);
        }

        foreach ((string key, int start, int end) in tree._duplicates)
        {
            duplicates.Add(new DuplicateKey(key, text.SpanOf(start, end)));
        }

        return root;
    }

    private JsonNode? ReadValue()
    {
        if ((++_nodes & 0xFFF) == 0) CheckNodes();
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject();
            case JsonTokenType.StartArray:
                return ReadArray();
            case JsonTokenType.String:
                return JsonValue.Create(ReadString());
            case JsonTokenType.Number:
                return _numbers.Create(_strings.Get(_text.Buffer, (int)_reader.TokenStartIndex, _reader.ValueSpan.Length));
            case JsonTokenType.True:
                return JsonValue.Create(true);
            case JsonTokenType.False:
                return JsonValue.Create(false);
            default:
                return null;
        }
    }

    private JsonObject ReadObject()
    {
        CheckDepth();
        JsonObject node = [];
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            string key = ReadString();
            int start = (int)_reader.TokenStartIndex;
            int end = start + _reader.ValueSpan.Length + 2;
            _reader.Read();

            // A child goes into its parent when it is complete: then attaching does not walk up the ancestors.
            JsonNode? value = ReadValue();
            if (TryAdd(node, key, value)) continue;

            if (_duplicates.Count < SpecLimits.ReportedDuplicates) _duplicates.Add((key, start, end));
            node[key] = value;
        }

        return node;
    }

    /// <summary>
    /// Adding looks for the key anyway, so asking first would do it twice for every member of every document; after the
    /// first duplicate of a document it is asked, so that many of them do not cost an exception each.
    /// </summary>
    private bool TryAdd(JsonObject node, string key, JsonNode? value)
    {
        if (_duplicates.Count > 0)
        {
            if (node.ContainsKey(key)) return false;
            node.Add(key, value);
            return true;
        }

        try
        {
            node.Add(key, value);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private JsonArray ReadArray()
    {
        CheckDepth();
        JsonArray node = [];
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray) node.Add(ReadValue());
        return node;
    }

    private readonly string ReadString() => _reader.ValueIsEscaped
        ? _reader.GetString()!
        : _strings.Get(_text.Buffer, (int)_reader.TokenStartIndex + 1, _reader.ValueSpan.Length);

    private readonly void CheckDepth()
    {
        // CurrentDepth does not count the container whose start token is current.
        if (_reader.CurrentDepth < SpecLimits.Depth) return;
        int start = (int)_reader.TokenStartIndex;
        throw SpecReadException.Limit(_text.SpanOf(start, start + 1), "nesting depth", SpecLimits.Depth);
    }

    private readonly void CheckNodes()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (_nodes <= SpecLimits.Nodes) return;
        int start = (int)_reader.TokenStartIndex;
        throw SpecReadException.Limit(_text.SpanOf(start, start + 1), "number of nodes", SpecLimits.Nodes);
    }

    private readonly SpecReadException Syntax(JsonException exception)
    {
        // The position is a line, counted by \n, and a byte in it.
        ReadOnlySpan<byte> bytes = _text.Bytes;
        int at = 0;
        for (long line = exception.LineNumber ?? 0; line > 0; line--)
        {
            int end = bytes.Slice(at).IndexOf((byte)'\n');
            if (end < 0) break;
            at += end + 1;
        }

        at = (int)Math.Min(bytes.Length, at + (exception.BytePositionInLine ?? 0));
        return SpecReadException.Syntax(_text.SpanOf(at, at + 1), MessageOf(exception));
    }

    /// <summary>What the parser says, without the position, which the diagnostic has, and without advice to its caller.</summary>
    private static string MessageOf(JsonException exception)
    {
        string message = exception.Message.Replace(" in this mode. Change the reader options.", ".");
        int position = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return position < 0 ? message : message.Substring(0, position);
    }
}
