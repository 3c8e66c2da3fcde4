namespace OpenApiGen.AspNetCore;

/// <summary>The pairs <c>name[a][b]=c</c> of one parameter as the tree that they spell.</summary>
internal sealed class DeepNode
{
    private readonly List<string> _texts = [];
    private readonly List<KeyValuePair<string, DeepNode>> _members = [];

    public bool IsEmpty => _texts.Count == 0 && _members.Count == 0;

    public void Add(ReadOnlySpan<string> names, string text)
    {
        if (names.IsEmpty)
        {
            _texts.Add(text);
            return;
        }

        string name = names[0];
        DeepNode? member = name.Length == 0 && names.Length > 1 ? null : _members.Find(m => m.Key == name).Value;
        if (member is null) _members.Add(new(name, member = new DeepNode()));
        member.Add(names[1..], text);
    }

    public WireValue Value(WireShape shape)
    {
        if (_members.Count == 0) return _texts.Count == 1 && (shape.IsScalar || !shape.Has(WireKinds.List)) ? WireValue.Of(_texts[0]) : WireValue.Of(_texts.Select(WireValue.Of));
        bool isList = shape.Has(WireKinds.List) && _members.TrueForAll(static m => WireText.IsIndex(m.Key));
        return isList
            ? WireValue.Of(_members.SelectMany(m => m.Value._members.Count == 0 ? m.Value._texts.Select(WireValue.Of) : [m.Value.Value(shape.Item)]))
            : WireValue.Of(_members.Select(m => new KeyValuePair<string, WireValue>(m.Key, m.Value.Value(shape.Of(m.Key)))));
    }
}
