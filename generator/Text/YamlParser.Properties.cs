using System;
using System.Collections.Generic;
using System.Text;

namespace OpenApiGen.Generator.Text;

/// <content>Anchors, tags and aliases.</content>
internal sealed partial class YamlParser
{
    /// <summary>Anchors whose names end with a colon: an alias before a colon is a key unless there is such an anchor.</summary>
    private HashSet<string>? _colonAnchors;

    /// <summary>Reads the anchor and the tag that stand on one line; <see cref="_at"/> is behind the last of them then.</summary>
    private Properties ReadProperties()
    {
        Properties found = new() { Start = _at };
        while (true)
        {
            int start = _at;
            if (_bytes[start] == '&')
            {
                if (found.Anchor is not null)
                    throw Error(start, "A node has one anchor only.");
                found.Anchor = ReadName("An anchor has a name.");
                if (found.Anchor.EndsWith(":", StringComparison.Ordinal))
                    (_colonAnchors ??= new HashSet<string>(StringComparer.Ordinal)).Add(found.Anchor);
            }
            else
            {
                if (found.Tag is not null)
                    throw Error(start, "A node has one tag only.");
                found.Tag = ReadTag();
            }

            found.End = _at;
            int next = SkipBlanks(_at);
            if (next == _at && !IsWhite(_at) && !IsFlowIndicator(_at))
                throw Error(_at, "A blank is expected after an anchor or a tag.");
            if (next >= _end || _bytes[next] is not ((byte)'&' or (byte)'!'))
                return found;
            _at = next;
        }
    }

    private Properties Merge(in Properties outer, in Properties inner)
    {
        if (!outer.IsGiven)
            return inner;
        if (!inner.IsGiven)
            return outer;
        if (outer.Anchor is not null && inner.Anchor is not null)
            throw Error(inner.Start, inner.End, "A node has one anchor only.");
        if (outer.Tag is not null && inner.Tag is not null)
            throw Error(inner.Start, inner.End, "A node has one tag only.");
        return new Properties
        {
            Start = outer.Start,
            End = inner.End,
            Anchor = outer.Anchor ?? inner.Anchor,
            Tag = outer.Tag ?? inner.Tag,
        };
    }

    /// <summary>Reads <c>*name</c>.</summary>
    private YamlEvent ReadAlias(in Properties outer, in Properties inner)
    {
        int start = _at;
        string name = ReadName("An alias has a name.");
        if (outer.IsGiven || inner.IsGiven)
            throw Error(start, _at, "An alias has neither an anchor nor a tag: what it stands for has.");
        if (name.Length > 1 && name[name.Length - 1] == ':' && IsWhite(_at) && _colonAnchors?.Contains(name) != true)
            _at--;
        return new YamlEvent
        {
            Kind = YamlEventKind.Alias,
            Start = start,
            End = _at,
            ValueStart = start + 1,
            ValueLength = _at - start - 1,
        };
    }

    private string ReadName(string message)
    {
        int start = ++_at;
        while (!IsWhite(_at) && !IsFlowIndicator(_at))
            _at++;
        if (_at == start)
            throw Error(start - 1, message);
        return _strings.Get(_bytes, start, _at - start);
    }

    private string ReadTag()
    {
        int start = _at;
        if (start + 1 < _end && _bytes[start + 1] == '<')
        {
            int length = _bytes.AsSpan(start, EndOfLine(start) - start).IndexOf((byte)'>');
            if (length < 0)
                throw Error(start, EndOfLine(start), "The tag is not closed by '>'.");
            _at = start + length + 1;
            return Decode(Encoding.UTF8.GetString(_bytes, start + 2, length - 2));
        }

        _at++;
        while (!IsWhite(_at) && !IsFlowIndicator(_at))
            _at++;
        string text = Encoding.UTF8.GetString(_bytes, start, _at - start);
        int second = text.IndexOf('!', 1);
        string handle = second < 0 ? "!" : text.Substring(0, second + 1);
        string suffix = text.Substring(handle.Length);
        if (_handles is not null && suffix.Length > 0 && _handles.TryGetValue(handle, out string? prefix))
            return prefix + Decode(suffix);
        return handle switch
        {
            "!" => text.Length == 1 ? text : "!" + Decode(suffix),
            "!!" => CoreTag + Decode(suffix),
            _ => throw Error(start, _at, "No %TAG directive says what '" + handle + "' stands for."),
        };
    }

    private static string Decode(string tag) => tag.IndexOf('%') < 0 ? tag : Uri.UnescapeDataString(tag);

    private struct Properties
    {
        public int Start;
        public int End;
        public string? Anchor;
        public string? Tag;

        public readonly bool IsGiven => Anchor is not null || Tag is not null;
    }
}
