using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace OpenApiGen.Generator.Text;

/// <summary>
/// YAML to nodes, from events. A key is always the text it is written as (a response <c>200</c> is "200"); values follow
/// <see cref="YamlScalars"/>; an alias is a copy, within the limits of <see cref="YamlAnchors"/>.
/// </summary>
internal sealed class YamlTreeReader : IDisposable
{
    private readonly YamlParser _events;
    private readonly ICollection<DuplicateKey> _duplicates;
    private readonly CancellationToken _cancellationToken;
    private readonly JsonNumbers _numbers = new();
    private readonly YamlAnchors _anchors = new();
    private readonly Stack<Level> _open = new();
    private int _nodes;
    private int _depth;

    private YamlTreeReader(SourceText text, ICollection<DuplicateKey> duplicates, CancellationToken cancellationToken)
    {
        _events = new YamlParser(text);
        _duplicates = duplicates;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Reads the first document of the text. Throws <see cref="SpecReadException"/> for what is over a limit.</summary>
    /// <param name="depth">How deep mappings and sequences are inside each other.</param>
    /// <param name="problem">Why the text cannot be read from some place on; what stands before it is returned.</param>
    public static JsonNode? Read(
        SourceText text,
        ICollection<DuplicateKey> duplicates,
        out int depth,
        out SpecReadException? problem,
        CancellationToken cancellationToken
    )
    {
        problem = null;
        using YamlTreeReader tree = new(text, duplicates, cancellationToken);
        try
        {
            return tree._events.MoveToFirstNode() ? tree.ReadRoot() : null;
        }
        catch (SpecReadException exception) when (!exception.IsLimit)
        {
            problem = exception;
            return tree.CloseAll();
        }
        finally
        {
            depth = tree._depth;
        }
    }

    public void Dispose() => _events.Dispose();

    private JsonNode? ReadRoot()
    {
        if (!TryReadNode(out JsonNode? node, out _))
            node = ReadOpen();
        return node;
    }

    /// <summary>Reads until the collection that is open is complete.</summary>
    private JsonNode ReadOpen()
    {
        while (true)
        {
            Level level = _open.Peek();
            _events.Move();
            if (_events.Current.Kind is YamlEventKind.MappingEnd or YamlEventKind.SequenceEnd)
            {
                JsonNode complete = Close();
                if (_open.Count == 0)
                    return complete;
                Add(_open.Peek(), complete, level.Height);
                continue;
            }

            if (level.Map is not null)
            {
                ReadKey(level);
                _events.Move();
            }

            if (TryReadNode(out JsonNode? node, out int height))
                Add(level, node, height);
        }
    }

    /// <summary>Reads the node whose first event is current. A collection is opened, and nothing returned.</summary>
    /// <param name="height">The number of containers inside each other in the node, 0 for a scalar.</param>
    private bool TryReadNode(out JsonNode? node, out int height)
    {
        Count(1);
        height = 0;
        node = null;
        ref readonly YamlEvent current = ref _events.Current;
        switch (current.Kind)
        {
            case YamlEventKind.Alias:
                YamlAnchors.Entry target = _anchors.Use(_events.Value, _open.Count + 1, _events.Span);
                Count(target.Nodes);
                height = target.Height;
                _depth = Math.Max(_depth, _open.Count + height);
                node = target.Node?.DeepClone();
                return true;
            case YamlEventKind.Scalar:
                string text = _events.Value;
                node = YamlScalars.ToNode(text, current.Tag, current.Style == YamlStyle.Plain, _numbers);
                if (current.Anchor is not null)
                    _anchors.Declare(current.Anchor).Complete(node, text, 1, 0);
                return true;
            case YamlEventKind.MappingStart:
                Open(new Level(new JsonObject(), null), current.Anchor);
                return false;
            case YamlEventKind.SequenceStart:
                Open(new Level(null, new JsonArray()), current.Anchor);
                return false;
            default:
                throw SpecReadException.Syntax(_events.Span, "A value is missing.");
        }
    }

    private void Open(Level level, string? anchor)
    {
        if (_open.Count >= SpecLimits.Depth)
            throw SpecReadException.Limit(_events.ItemSpan, "nesting depth", SpecLimits.Depth);
        level.NodesBefore = _nodes - 1;
        if (anchor is not null)
            level.Anchor = _anchors.Declare(anchor);
        _open.Push(level);
        _depth = Math.Max(_depth, _open.Count);
    }

    private JsonNode Close()
    {
        Level level = _open.Pop();
        if (level.Merged is not null)
            Merge(level.Map!, level.Merged);
        level.Height++;
        JsonNode node = (JsonNode?)level.Map ?? level.List!;
        level.Anchor?.Complete(node, null, _nodes - level.NodesBefore, level.Height);
        return node;
    }

    /// <summary>Of a text that breaks off, what is there of the collections that are open.</summary>
    private JsonNode? CloseAll()
    {
        JsonNode? inner = null;
        while (_open.Count > 0)
        {
            if (inner is not null)
                Add(_open.Peek(), inner, 0);
            inner = Close();
        }

        return inner;
    }

    private void ReadKey(Level level)
    {
        level.IsMerge = _events.IsMergeKey;
        level.KeyStart = _events.Current.Start;
        level.KeyEnd = _events.Current.End;
        switch (_events.Current.Kind)
        {
            case YamlEventKind.Scalar:
                level.Key = _events.Value;
                if (_events.Current.Anchor is { } anchor)
                {
                    bool isPlain = _events.Current.Style == YamlStyle.Plain;
                    _anchors
                        .Declare(anchor)
                        .Complete(YamlScalars.ToNode(level.Key, _events.Current.Tag, isPlain, _numbers), level.Key, 1, 0);
                }

                break;
            case YamlEventKind.Alias when _anchors.Use(_events.Value, _open.Count, _events.Span).Scalar is { } text:
                level.Key = text;
                break;
            default:
                throw SpecReadException.Syntax(_events.ItemSpan, "A mapping key must be a scalar.");
        }
    }

    private void Add(Level level, JsonNode? node, int height)
    {
        level.Height = Math.Max(level.Height, height);
        if (level.Map is null)
        {
            level.List!.Add(node);
            return;
        }

        if (level.IsMerge && AddMerged(node, ref level.Merged))
            return;

        if (ObjectMembers.TryAdd(level.Map, level.Key, node, _duplicates.Count > 0))
            return;
        if (_duplicates.Count < SpecLimits.ReportedDuplicates)
        {
            _duplicates.Add(new DuplicateKey(level.Key, _events.SpanOf(level.KeyStart, level.KeyEnd)));
        }

        level.Map[level.Key] = node;
    }

    /// <summary>What <c>&lt;&lt;</c> names: a mapping, or a sequence of mappings of which the earlier ones win.</summary>
    private static bool AddMerged(JsonNode? value, ref List<JsonObject>? merged)
    {
        if (value is JsonObject one)
        {
            (merged ??= []).Add(one);
            return true;
        }

        if (value is not JsonArray many)
            return false;

        List<JsonObject> mappings = [];
        foreach (JsonNode? item in many)
        {
            if (item is not JsonObject mapping)
                return false;
            mappings.Add(mapping);
        }

        (merged ??= []).AddRange(mappings);
        return true;
    }

    private static void Merge(JsonObject node, List<JsonObject> merged)
    {
        foreach (JsonObject mapping in merged)
        {
            List<KeyValuePair<string, JsonNode?>> entries = [.. mapping];
            mapping.Clear();
            foreach (KeyValuePair<string, JsonNode?> entry in entries)
            {
                if (!node.ContainsKey(entry.Key))
                    node.Add(entry.Key, entry.Value);
            }
        }
    }

    private void Count(int nodes)
    {
        int before = _nodes;
        _nodes += nodes;
        if (_nodes > SpecLimits.Nodes)
            throw SpecReadException.Limit(_events.Span, "number of nodes", SpecLimits.Nodes);
        if (before >> 12 != _nodes >> 12)
            _cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>A collection that is not complete yet.</summary>
    private sealed class Level(JsonObject? map, JsonArray? list)
    {
        public List<JsonObject>? Merged;

        public JsonObject? Map => map;

        public JsonArray? List => list;

        /// <summary>The key whose value comes next, and where it stands.</summary>
        public string Key { get; set; } = "";

        public int KeyStart { get; set; }

        public int KeyEnd { get; set; }

        public bool IsMerge { get; set; }

        public int NodesBefore { get; set; }

        public int Height { get; set; }

        public YamlAnchors.Entry? Anchor { get; set; }
    }
}
