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
    private readonly Stack<Level> _open = new();
    private Utf8JsonReader _reader;
    private int _nodes;
    private int _depth;

    private JsonTreeReader(Utf8Text text, CancellationToken cancellationToken)
    {
        _text = text;
        _cancellationToken = cancellationToken;

        // One level more than the limit, so that the limit is reported by us, with its name.
        _reader = new Utf8JsonReader(text.Bytes, new JsonReaderOptions { MaxDepth = SpecLimits.Depth + 1 });
    }

    /// <summary>Reads the whole text. Throws <see cref="SpecReadException"/> for what is over a limit.</summary>
    /// <param name="depth">How deep objects and arrays are inside each other.</param>
    /// <param name="problem">Why the text cannot be read from some place on; what stands before it is returned.</param>
    public static JsonNode? Read(
        Utf8Text text,
        ICollection<DuplicateKey> duplicates,
        out int depth,
        out SpecReadException? problem,
        CancellationToken cancellationToken
    )
    {
        JsonTreeReader tree = new(text, cancellationToken);
        JsonNode? root = null;
        problem = null;
        try
        {
            root = tree.ReadRoot();
            tree._reader.Read();
        }
        catch (JsonException exception)
        {
            problem = tree.Syntax(exception);
            root ??= tree.CloseAll();
        }
        catch (InvalidOperationException exception)
        {
            // An escape that is half a surrogate pair: found only when the string is made.
            int start = (int)tree._reader.TokenStartIndex;
            problem = SpecReadException.Syntax(text.SpanOf(start, (int)tree._reader.BytesConsumed), exception.Message);
            root = tree.CloseAll();
        }

        depth = tree._depth;
        foreach ((string key, int start, int end) in tree._duplicates)
        {
            duplicates.Add(new DuplicateKey(key, text.SpanOf(start, end)));
        }

        return root;
    }

    private JsonNode? ReadRoot()
    {
        _reader.Read();
        if (TryReadValue(out JsonNode? value))
            return value;
        while (true)
        {
            Level level = _open.Peek();
            _reader.Read();
            if (_reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                _open.Pop();
                if (_open.Count == 0)
                    return level.Node;

                // A child goes into its parent when it is complete: then attaching does not walk up the ancestors.
                Add(_open.Peek(), level.Node);
                continue;
            }

            if (level.Map is not null)
            {
                level.Key = ReadString();
                level.KeyStart = (int)_reader.TokenStartIndex;
                level.KeyEnd = level.KeyStart + _reader.ValueSpan.Length + 2;
                _reader.Read();
            }

            if (TryReadValue(out value))
                Add(level, value);
        }
    }

    /// <summary>Reads the value whose first token is current. An object or an array is opened, and nothing returned.</summary>
    private bool TryReadValue(out JsonNode? value)
    {
        if ((++_nodes & 0xFFF) == 0)
            CheckNodes();
        value = null;
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                Open(new Level(new JsonObject(), null));
                return false;
            case JsonTokenType.StartArray:
                Open(new Level(null, new JsonArray()));
                return false;
            case JsonTokenType.String:
                value = JsonValue.Create(ReadString());
                return true;
            case JsonTokenType.Number:
                value = _numbers.Create(_strings.Get(_text.Buffer, (int)_reader.TokenStartIndex, _reader.ValueSpan.Length));
                return true;
            case JsonTokenType.True:
                value = JsonValue.Create(true);
                return true;
            case JsonTokenType.False:
                value = JsonValue.Create(false);
                return true;
            default:
                return true;
        }
    }

    private void Open(Level level)
    {
        if (_open.Count >= SpecLimits.Depth)
        {
            int start = (int)_reader.TokenStartIndex;
            throw SpecReadException.Limit(_text.SpanOf(start, start + 1), "nesting depth", SpecLimits.Depth);
        }

        _open.Push(level);
        _depth = Math.Max(_depth, _open.Count);
    }

    /// <summary>Of a text that breaks off, what is there of the objects and arrays that are open.</summary>
    private readonly JsonNode? CloseAll()
    {
        JsonNode? inner = null;
        while (_open.Count > 0)
        {
            if (inner is not null)
                Add(_open.Peek(), inner);
            inner = _open.Pop().Node;
        }

        return inner;
    }

    private readonly void Add(Level level, JsonNode? value)
    {
        if (level.Map is null)
        {
            level.List!.Add(value);
            return;
        }

        if (ObjectMembers.TryAdd(level.Map, level.Key, value, _duplicates.Count > 0))
            return;
        if (_duplicates.Count < SpecLimits.ReportedDuplicates)
            _duplicates.Add((level.Key, level.KeyStart, level.KeyEnd));
        level.Map[level.Key] = value;
    }

    private readonly string ReadString() =>
        _reader.ValueIsEscaped
            ? _reader.GetString()!
            : _strings.Get(_text.Buffer, (int)_reader.TokenStartIndex + 1, _reader.ValueSpan.Length);

    private readonly void CheckNodes()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (_nodes <= SpecLimits.Nodes)
            return;
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
            if (end < 0)
                break;
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

    /// <summary>An object or an array that is not complete yet.</summary>
    private sealed class Level(JsonObject? map, JsonArray? list)
    {
        public JsonObject? Map => map;

        public JsonArray? List => list;

        public JsonNode Node => (JsonNode?)map ?? list!;

        /// <summary>The key whose value comes next, and where it stands.</summary>
        public string Key { get; set; } = "";

        public int KeyStart { get; set; }

        public int KeyEnd { get; set; }
    }
}
