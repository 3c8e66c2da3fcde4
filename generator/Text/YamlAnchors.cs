using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.Text;

namespace OpenApiGen.Generator.Text;

/// <summary>
/// The anchors seen so far. Every use of one is counted before anything is copied, because nine lines of aliases to
/// aliases ("a billion laughs") ask for more memory than there is.
/// </summary>
internal sealed class YamlAnchors
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private int _uses;
    private int _copied;

    /// <summary>A name may be given again; it then means the later node.</summary>
    public Entry Declare(string name) => _entries[name] = new Entry();

    /// <param name="depth">The depth at which the copy begins.</param>
    public Entry Use(string name, int depth, TextSpan span)
    {
        if (!_entries.TryGetValue(name, out Entry? entry))
        {
            throw SpecReadException.Syntax(span, "The alias '*" + name + "' has no anchor before it.");
        }

        if (!entry.IsComplete)
        {
            throw SpecReadException.Syntax(span, "The alias '*" + name + "' is inside the node it stands for.");
        }

        if (++_uses > SpecLimits.Aliases)
            throw SpecReadException.Limit(span, "number of aliases", SpecLimits.Aliases);
        if (entry.Nodes > SpecLimits.AliasedNodes - _copied)
        {
            throw SpecReadException.Limit(span, "number of nodes repeated by aliases", SpecLimits.AliasedNodes);
        }

        _copied += entry.Nodes;
        if (depth - 1 + entry.Height > SpecLimits.Depth)
        {
            throw SpecReadException.Limit(span, "nesting depth with aliases expanded", SpecLimits.Depth);
        }

        return entry;
    }

    internal sealed class Entry
    {
        public JsonNode? Node { get; private set; }

        /// <summary>The literal text when the node is a scalar, for an alias that is used as a key.</summary>
        public string? Scalar { get; private set; }

        public int Nodes { get; private set; }

        public int Height { get; private set; }

        public bool IsComplete { get; private set; }

        public void Complete(JsonNode? node, string? scalar, int nodes, int height)
        {
            Node = node;
            Scalar = scalar;
            Nodes = nodes;
            Height = height;
            IsComplete = true;
        }
    }
}
