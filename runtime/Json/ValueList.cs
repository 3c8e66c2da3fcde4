using System.ComponentModel;

namespace OpenApiGen.Json;

/// <summary>A list that is compared by its items, for fields of generated records. <see langword="null"/> and empty differ.</summary>
/// <typeparam name="T">An item.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ValueList<T> : IEquatable<ValueList<T>>
{
    private readonly IReadOnlyList<T>? _items;

    /// <summary>Wraps a list; it is not copied.</summary>
    /// <param name="items">The list.</param>
    public ValueList(IReadOnlyList<T>? items) => _items = items;

    /// <summary>The list; an empty one for <see langword="null"/>.</summary>
    public IReadOnlyList<T> Items => _items ?? [];

    /// <summary>The list as given.</summary>
    public IReadOnlyList<T>? ItemsOrNull => _items;

    /// <summary>Whether two lists are equal.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    /// <summary>Whether two lists differ.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);

    /// <summary>Whether both have equal items in the same order.</summary>
    /// <param name="other">The other list.</param>
    public bool Equals(ValueList<T> other)
    {
        if (ReferenceEquals(_items, other._items))
            return true;
        if (_items is null || other._items is null || _items.Count != other._items.Count)
            return false;
        for (int i = 0; i < _items.Count; i++)
            if (!ValueEquality.Equals(_items[i], other._items[i]))
                return false;
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (_items is null)
            return 0;
        int hash = 17;
        foreach (T item in _items)
            hash = ValueEquality.Combine(hash, ValueEquality.GetHashCode(item));
        return hash;
    }
}
