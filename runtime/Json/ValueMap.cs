using System.ComponentModel;

namespace OpenApiGen.Json;

/// <summary>
/// A dictionary that is compared by its content, in any order, for fields of generated records. <see langword="null"/> and empty differ.
/// </summary>
/// <typeparam name="TKey">A key.</typeparam>
/// <typeparam name="TValue">A value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ValueMap<TKey, TValue> : IEquatable<ValueMap<TKey, TValue>>
    where TKey : notnull
{
    private readonly IReadOnlyDictionary<TKey, TValue>? _items;

    /// <summary>Wraps a dictionary; it is not copied.</summary>
    /// <param name="items">The dictionary.</param>
    public ValueMap(IReadOnlyDictionary<TKey, TValue>? items) => _items = items;

    /// <summary>The dictionary; an empty one for <see langword="null"/>.</summary>
    public IReadOnlyDictionary<TKey, TValue> Items => _items ?? JsonMap<TKey, TValue>.Empty;

    /// <summary>The dictionary as given.</summary>
    public IReadOnlyDictionary<TKey, TValue>? ItemsOrNull => _items;

    /// <summary>Whether two dictionaries are equal.</summary>
    /// <param name="left">One dictionary.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ValueMap<TKey, TValue> left, ValueMap<TKey, TValue> right) => left.Equals(right);

    /// <summary>Whether two dictionaries differ.</summary>
    /// <param name="left">One dictionary.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ValueMap<TKey, TValue> left, ValueMap<TKey, TValue> right) => !left.Equals(right);

    /// <summary>Whether both have equal values for the same keys.</summary>
    /// <param name="other">The other dictionary.</param>
    public bool Equals(ValueMap<TKey, TValue> other)
    {
        if (ReferenceEquals(_items, other._items))
            return true;
        if (_items is null || other._items is null || _items.Count != other._items.Count)
            return false;
        foreach (KeyValuePair<TKey, TValue> item in _items)
            if (!other._items.TryGetValue(item.Key, out TValue? value) || !ValueEquality.Equals(item.Value, value))
                return false;
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueMap<TKey, TValue> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (_items is null)
            return 0;
        int hash = 19;
        foreach (KeyValuePair<TKey, TValue> item in _items)
            hash += ValueEquality.Combine(EqualityComparer<TKey>.Default.GetHashCode(item.Key), ValueEquality.GetHashCode(item.Value));
        return hash;
    }
}
