namespace OpenApiGen.AspNetCore;

/// <summary>
/// The pairs <c>name[a][b]=c</c> of one parameter as the tree that they spell. <see cref="WirePairs"/> bounds how deep that is.
/// </summary>
internal sealed class DeepNode
{
    private readonly List<string> _texts = [];
    private readonly List<KeyValuePair<string, DeepNode>> _members = [];
    private Dictionary<string, DeepNode>? _byName;

    public bool IsEmpty => _texts.Count == 0 && _members.Count == 0;

    public void Add(ReadOnlySpan<string> names, string text)
    {
        DeepNode node = this;
        for (; !names.IsEmpty; names = names[1..])
            node = node.Member(names[0], isLast: names.Length == 1);
        node._texts.Add(text);
    }

    public WireValue Value(WireShape shape)
    {
        if (_members.Count == 0)
            return _texts.Count == 1 && (shape.IsScalar || !shape.Has(WireKinds.List))
                ? WireValue.Of(_texts[0])
                : WireValue.Of(_texts.Select(WireValue.Of));
        bool isList = shape.Has(WireKinds.List) && _members.TrueForAll(static m => WireText.IsIndex(m.Key));
        return isList
            ? WireValue.Of(
                _members.SelectMany(m => m.Value._members.Count == 0 ? m.Value._texts.Select(WireValue.Of) : [m.Value.Value(shape.Item)])
            )
            : WireValue.Of(_members.Select(m => new KeyValuePair<string, WireValue>(m.Key, m.Value.Value(shape.Of(m.Key)))));
    }

    // Without a name, something follows: a new item each time.
    private DeepNode Member(string name, bool isLast)
    {
        if ((name.Length > 0 || isLast) && _byName is not null && _byName.TryGetValue(name, out DeepNode? member))
            return member;
        member = new DeepNode();
        _members.Add(new(name, member));
        (_byName ??= []).TryAdd(name, member);
        return member;
    }
}
