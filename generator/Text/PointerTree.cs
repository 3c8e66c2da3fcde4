using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace OpenApiGen.Generator.Text;

/// <summary>The pointers one lookup asks for, as a tree, so that a scan of the text steps only into what is asked for.</summary>
internal sealed class PointerTree
{
    public Node Root { get; } = new(null);

    public Node Add(string pointer)
    {
        Node node = Root;
        bool isFragment = pointer.StartsWith("#", StringComparison.Ordinal);
        string[] segments = (isFragment ? pointer.Substring(1) : pointer).Split('/');
        for (int i = 1; i < segments.Length; i++)
        {
            string segment = isFragment && segments[i].IndexOf('%') >= 0 ? Uri.UnescapeDataString(segments[i]) : segments[i];
            if (segment.IndexOf('~') >= 0)
                segment = segment.Replace("~1", "/").Replace("~0", "~");
            node = node.GetOrAdd(segment);
        }

        return node;
    }

    internal sealed class Node(Node? parent)
    {
        private Dictionary<string, Node>? _children;
        private TextSpan? _key;
        private TextSpan? _value;

        public bool HasChildren => _children is not null;

        public Node? Child(string segment) => _children is not null && _children.TryGetValue(segment, out Node? child) ? child : null;

        public Node GetOrAdd(string segment)
        {
            _children ??= new Dictionary<string, Node>(StringComparer.Ordinal);
            if (!_children.TryGetValue(segment, out Node? child))
                _children.Add(segment, child = new Node(this));
            return child;
        }

        /// <summary>A key that comes again replaces what was found below the first one: the last one wins when reading, too.</summary>
        public void FoundKey(TextSpan span)
        {
            if (_key is not null)
                Forget();
            _key = span;
        }

        public void FoundValue(TextSpan span) => _value = span;

        public TextSpan Find(SpecPart part, SourceText text)
        {
            for (Node? node = this; node is not null; node = node.Parent, part = SpecPart.Key)
            {
                TextSpan? span = part == SpecPart.Value ? node._value ?? node._key : node._key ?? node._value;
                if (span is { } found)
                    return ClampTo(text, found);
            }

            return new TextSpan(0, 0);
        }

        private Node? Parent => parent;

        private static TextSpan ClampTo(SourceText text, TextSpan span)
        {
            int start = Math.Min(span.Start, text.Length);
            return TextSpan.FromBounds(start, Math.Max(start, Math.Min(span.End, text.Length)));
        }

        private void Forget()
        {
            _key = _value = null;
            if (_children is null)
                return;
            foreach (Node child in _children.Values)
                child.Forget();
        }
    }
}
