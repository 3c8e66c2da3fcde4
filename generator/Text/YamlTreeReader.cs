using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OpenApiGen.Generator.Text;

/// <summary>
/// YAML to nodes, from events: the object layer of YamlDotNet follows YAML 1.1, and it expands aliases without a limit.
/// A key is always the text it is written as (a response <c>200</c> is "200"); values follow <see cref="YamlScalars"/>.
/// </summary>
internal sealed class YamlTreeReader
{
    private readonly YamlEvents _events;
    private readonly ICollection<DuplicateKey> _duplicates;
    private readonly CancellationToken _cancellationToken;
    private readonly JsonNumbers _numbers = new();
    private readonly YamlAnchors _anchors = new();
    private int _nodes;

    private YamlTreeReader(SourceText text, ICollection<DuplicateKey> duplicates, CancellationToken cancellationToken)
    {
        _events = new YamlEvents(text);
        _duplicates = duplicates;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Reads the first document of the text. Throws <see cref="SpecReadException"/>.</summary>
    public static JsonNode? Read(SourceText text, ICollection<DuplicateKey> duplicates, CancellationToken cancellationToken)
    {
        YamlTreeReader tree = new(text, duplicates, cancellationToken);
        return tree._events.MoveToFirstNode() ? tree.ReadNode(1, out _) : null;
    }

    /// <summary>Reads the node whose first event is current; its last event is current afterwards.</summary>
    /// <param name="depth">The number of containers around and including this node, should it be one.</param>
    /// <param name="height">The number of containers inside each other from here on, 0 for a scalar.</param>
    private JsonNode? ReadNode(int depth, out int height)
    {
        Count(1);
        height = 0;
        if (_events.Current is AnchorAlias alias)
        {
            YamlAnchors.Entry target = _anchors.Use(alias.Value.Value, depth, _events.Span);
            Count(target.Nodes);
            height = target.Height;
            return target.Node?.DeepClone();
        }

        if (_events.Current is not NodeEvent start) throw SpecReadException.Syntax(_events.Span, "A value is missing.");

        int before = _nodes;
        YamlAnchors.Entry? anchor = start.Anchor.IsEmpty ? null : _anchors.Declare(start.Anchor.Value);
        JsonNode? node = start switch
        {
            Scalar scalar => YamlScalars.ToNode(scalar, _numbers),
            MappingStart => ReadMapping(depth, out height),
            _ => ReadSequence(depth, out height),
        };
        anchor?.Complete(node, (start as Scalar)?.Value, _nodes - before + 1, height);
        return node;
    }

    private JsonObject ReadMapping(int depth, out int height)
    {
        CheckDepth(depth);
        JsonObject node = [];
        List<JsonObject>? merged = null;
        height = 0;
        while (_events.Move() && _events.Current is not MappingEnd)
        {
            ParsingEvent at = _events.Current;
            bool isMerge = _events.Current is Scalar { Value: "<<", Style: ScalarStyle.Plain };
            string key = ReadKey(depth);
            _events.Move();
            JsonNode? value = ReadNode(depth + 1, out int inner);
            height = Math.Max(height, inner);
            if (isMerge && AddMerged(value, ref merged)) continue;

            if (!node.ContainsKey(key)) node.Add(key, value);
            else ReplaceDuplicate(node, key, value, _events.SpanOf(at));
        }

        if (merged is not null) Merge(node, merged);
        height++;
        return node;
    }

    private JsonArray ReadSequence(int depth, out int height)
    {
        CheckDepth(depth);
        JsonArray node = [];
        height = 0;
        while (_events.Move() && _events.Current is not SequenceEnd)
        {
            node.Add(ReadNode(depth + 1, out int inner));
            height = Math.Max(height, inner);
        }

        height++;
        return node;
    }

    private string ReadKey(int depth)
    {
        switch (_events.Current)
        {
            case Scalar scalar:
                if (!scalar.Anchor.IsEmpty)
                {
                    _anchors.Declare(scalar.Anchor.Value).Complete(YamlScalars.ToNode(scalar, _numbers), scalar.Value, 1, 0);
                }

                return scalar.Value;
            case AnchorAlias alias when _anchors.Use(alias.Value.Value, depth, _events.Span).Scalar is { } text:
                return text;
            default:
                throw SpecReadException.Syntax(_events.ItemSpan, "A mapping key must be a scalar.");
        }
    }

    /// <summary>What <c>&lt;&lt;</c> names: a mapping, or a sequence of mappings of which the earlier ones win.</summary>
    private static bool AddMerged(JsonNode? value, ref List<JsonObject>? merged)
    {
        if (value is JsonObject one)
        {
            (merged ??= []).Add(one);
            return true;
        }

        if (value is not JsonArray many) return false;

        List<JsonObject> mappings = [];
        foreach (JsonNode? item in many)
        {
            if (item is not JsonObject mapping) return false;
            mappings.Add(mapping);
        }

        (merged ??= []).AddRange(mappings);
        return true;
    }

    private void ReplaceDuplicate(JsonObject node, string key, JsonNode? value, TextSpan span)
    {
        if (_duplicates.Count < SpecLimits.ReportedDuplicates) _duplicates.Add(new DuplicateKey(key, span));
        node[key] = value;
    }

    private static void Merge(JsonObject node, List<JsonObject> merged)
    {
        foreach (JsonObject mapping in merged)
        {
            List<KeyValuePair<string, JsonNode?>> entries = [.. mapping];
            mapping.Clear();
            foreach (KeyValuePair<string, JsonNode?> entry in entries)
            {
                if (!node.ContainsKey(entry.Key)) node.Add(entry.Key, entry.Value);
            }
        }
    }

    private void CheckDepth(int depth)
    {
        if (depth > SpecLimits.Depth) throw SpecReadException.Limit(_events.ItemSpan, "nesting depth", SpecLimits.Depth);
    }

    private void Count(int nodes)
    {
        int before = _nodes;
        _nodes += nodes;
        if (_nodes > SpecLimits.Nodes) throw SpecReadException.Limit(_events.Span, "number of nodes", SpecLimits.Nodes);
        if (before >> 12 != _nodes >> 12) _cancellationToken.ThrowIfCancellationRequested();
    }
}
