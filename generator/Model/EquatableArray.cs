using System;
using System.Collections;
using System.Collections.Generic;

namespace OpenApiGen.Generator.Model;

/// <summary>
/// The only collection a pipeline model may hold: an immutable array that compares by content, so that an equal model
/// stops the incremental pipeline. The array given to the constructor is owned from then on; nobody may change it.
/// </summary>
internal readonly struct EquatableArray<T>(T[]? items) : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
{
    private readonly T[]? _items = items;

    public static EquatableArray<T> Empty => default;

    public int Length => _items?.Length ?? 0;

    public int Count => Length;

    public bool IsEmpty => Length == 0;

    public T this[int index] => _items is null ? throw new ArgumentOutOfRangeException(nameof(index)) : _items[index];

    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);

    public bool Equals(EquatableArray<T> other)
    {
        T[]? mine = _items;
        T[]? theirs = other._items;
        if (ReferenceEquals(mine, theirs))
            return true;
        if (Length != other.Length)
            return false;

        EqualityComparer<T> comparer = EqualityComparer<T>.Default;
        for (int i = 0; i < Length; i++)
        {
            if (!comparer.Equals(mine![i], theirs![i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode()
    {
        EqualityComparer<T> comparer = EqualityComparer<T>.Default;
        int hash = 17;
        foreach (T item in this)
        {
            hash = unchecked((hash * 31) + (item is null ? 0 : comparer.GetHashCode(item)));
        }

        return hash;
    }

    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>The struct enumerator <c>foreach</c> takes, so that walking a model allocates nothing.</summary>
    public Enumerator GetEnumerator() => new(_items ?? []);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_items ?? []).GetEnumerator();

    public struct Enumerator(T[] items)
    {
        private readonly T[] _items = items;
        private int _index = -1;

        public readonly T Current => _items[_index];

        public bool MoveNext() => ++_index < _items.Length;
    }
}

internal static class EquatableArrayExtensions
{
    /// <summary>Copies a sequence into an <see cref="EquatableArray{T}"/>; an empty one costs nothing.</summary>
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> source)
    {
        switch (source)
        {
            case EquatableArray<T> same:
                return same;
            case ICollection<T> { Count: 0 }:
                return default;
            case ICollection<T> collection:
                T[] items = new T[collection.Count];
                collection.CopyTo(items, 0);
                return new EquatableArray<T>(items);
            default:
                List<T> list = [.. source];
                return list.Count == 0 ? default : new EquatableArray<T>([.. list]);
        }
    }
}
