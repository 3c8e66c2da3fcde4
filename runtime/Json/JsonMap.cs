using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace OpenApiGen.Json;

// A JSON object as a dictionary: keeps the order of the text, one array for small ones, an index beside it for larger ones.
internal sealed class JsonMap<TKey, TValue> : IReadOnlyDictionary<TKey, TValue>, IStructural
    where TKey : notnull
{
    public static readonly JsonMap<TKey, TValue> Empty = new([], hasDuplicates: false);

    // Up to here comparing keys one by one costs no more than an index.
    private const int MaxScanned = 16;

    private KeyValuePair<TKey, TValue>[] _entries;
    private int _count;
    private int[]? _index; // heads of chains, then one link per entry; both are entry + 1, 0 is the end

    /// <param name="entries">Kept, not copied.</param>
    /// <param name="hasDuplicates">Whether a key may be there twice. The last value wins, at the place of the first.</param>
    public JsonMap(KeyValuePair<TKey, TValue>[] entries, bool hasDuplicates)
    {
        _entries = entries;
        _count = entries.Length;
        if (entries.Length > MaxScanned)
            hasDuplicates = !BuildIndex();
        if (!hasDuplicates)
            return;

        _entries = new KeyValuePair<TKey, TValue>[entries.Length];
        _count = 0;
        _index = null;
        foreach (KeyValuePair<TKey, TValue> entry in entries)
            Set(entry.Key, entry.Value);
    }

    public int Count => _count;

    public IEnumerable<TKey> Keys => this.Select(static entry => entry.Key);

    public IEnumerable<TValue> Values => this.Select(static entry => entry.Value);

    public ReadOnlySpan<KeyValuePair<TKey, TValue>> Entries => _entries.AsSpan(0, _count);

    public TValue this[TKey key]
    {
        get
        {
            int at = Find(key);
            return at >= 0 ? _entries[at].Value : throw new KeyNotFoundException($"The key '{key}' is not in the dictionary.");
        }
    }

    public bool ContainsKey(TKey key) => Find(key) >= 0;

#if NET
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
#else
    public bool TryGetValue(TKey key, out TValue value) // the interface has no annotation here
#endif
    {
        int at = Find(key);
        value = at >= 0 ? _entries[at].Value : default!;
        return at >= 0;
    }

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<TKey, TValue>>)new ArraySegment<KeyValuePair<TKey, TValue>>(_entries, 0, _count)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    IEnumerable<object> IStructural.Names => Keys.Cast<object>();

    bool IStructural.TryGet(object key, out object? value)
    {
        int at = key is TKey typed ? Find(typed) : -1;
        value = at >= 0 ? _entries[at].Value : null;
        return at >= 0;
    }

    /// <summary>Adds a key or replaces its value. Only while the map is being read: nobody else has it yet.</summary>
    public void Set(TKey key, TValue value)
    {
        int at = Find(key);
        if (at < 0)
        {
            at = _count++;
            bool full = at == _entries.Length;
            if (full)
                Array.Resize(ref _entries, Math.Max(2, at * 2));
            _entries[at] = new(key, value);
            if (_count <= MaxScanned)
                return;
            if (full || _index is null)
                BuildIndex();
            else
                Link(_index, at);
            return;
        }

        _entries[at] = new(key, value);
    }

    private int Find(TKey key)
    {
        if (key is null)
            throw new ArgumentNullException(nameof(key));
        if (_index is { } index)
            return Find(index, key, out _);
        KeyValuePair<TKey, TValue>[] entries = _entries;
        for (int at = 0; at < _count; at++)
            if (EqualityComparer<TKey>.Default.Equals(entries[at].Key, key))
                return at;
        return -1;
    }

    private int Find(int[] index, TKey key, out uint chain)
    {
        uint chains = (uint)(index.Length - _entries.Length);
        chain = (uint)EqualityComparer<TKey>.Default.GetHashCode(key) % chains;
        int at = index[chain] - 1;
        while (at >= 0 && !EqualityComparer<TKey>.Default.Equals(_entries[at].Key, key))
            at = index[chains + at] - 1;
        return at;
    }

    private bool BuildIndex()
    {
        var index = new int[(_entries.Length | 1) + _entries.Length];
        bool distinct = true;
        for (int at = 0; at < _count; at++)
            distinct &= Link(index, at);
        _index = index;
        return distinct;
    }

    private bool Link(int[] index, int at)
    {
        if (Find(index, _entries[at].Key, out uint chain) >= 0)
            return false;
        index[index.Length - _entries.Length + at] = index[chain];
        index[chain] = at + 1;
        return true;
    }
}

// A dictionary to one who does not know its type arguments.
internal interface IStructural
{
    int Count { get; }

    IEnumerable<object> Names { get; }

    bool TryGet(object key, out object? value);
}
