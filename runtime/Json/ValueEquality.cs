using System.Collections;
using System.ComponentModel;
using System.Text.Json;

namespace OpenApiGen.Json;

/// <summary>
/// Equality by value of anything a generated type holds: JSON elements as JSON values, byte arrays, lists and dictionaries by their
/// content (dictionaries without regard to order), all else by its own <see cref="object.Equals(object)"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ValueEquality
{
    /// <summary>Whether two values are equal.</summary>
    /// <typeparam name="T">Their type as declared.</typeparam>
    /// <param name="a">One value.</param>
    /// <param name="b">The other.</param>
    public static bool Equals<T>(T a, T b)
    {
        if (a is JsonElement)
            return b is JsonElement && JsonEquality.Equals((JsonElement)(object)a, (JsonElement)(object)b);
        if (a is IEnumerable and not string && b is not null)
            return ReferenceEquals(a, b) || EqualItems((IEnumerable)a, b);
        return EqualityComparer<T>.Default.Equals(a, b);
    }

    /// <summary>A hash code that agrees with <see cref="Equals{T}(T, T)"/>.</summary>
    /// <typeparam name="T">The type as declared.</typeparam>
    /// <param name="value">The value.</param>
    public static int GetHashCode<T>(T value)
    {
        switch (value)
        {
            case null:
                return 0;
            case JsonElement element:
                return JsonEquality.GetHashCode(element);
            case IEnumerable items and not string:
                return Map(items) is { } map ? MapHash(map) : ListHash(items);
            default:
                return EqualityComparer<T>.Default.GetHashCode(value);
        }
    }

    internal static int Combine(int first, int second) => unchecked(((first << 5) | (int)((uint)first >> 27)) * 31 ^ second);

    // The type arguments of collections inside collections are not known here, hence object.
    private static bool EqualItems(IEnumerable a, object b)
    {
        if (a is byte[] left && b is byte[] right)
            return left.AsSpan().SequenceEqual(right);
        if (b is not IEnumerable other || b is string)
            return false;
        IStructural? map = Map(a),
            otherMap = Map(other);
        if (map is not null || otherMap is not null)
            return map is not null && otherMap is not null && EqualMaps(map, otherMap);

        IEnumerator others = other.GetEnumerator();
        foreach (object? item in a)
            if (!others.MoveNext() || !Equals(item, others.Current))
                return false;
        return !others.MoveNext();
    }

    private static bool EqualMaps(IStructural a, IStructural b)
    {
        if (a.Count != b.Count)
            return false;
        foreach (object name in a.Names)
            if (!a.TryGet(name, out object? value) || !b.TryGet(name, out object? other) || !Equals(value, other))
                return false;
        return true;
    }

    private static int ListHash(IEnumerable items)
    {
        int hash = 17;
        foreach (object? item in items)
            hash = Combine(hash, GetHashCode(item));
        return hash;
    }

    private static int MapHash(IStructural map)
    {
        int hash = 19;
        foreach (object name in map.Names)
        {
            map.TryGet(name, out object? value);
            hash += Combine(name.GetHashCode(), GetHashCode(value));
        }

        return hash;
    }

    private static IStructural? Map(IEnumerable items) => items as IStructural ?? (items is IDictionary map ? new Untyped(map) : null);

    private sealed class Untyped(IDictionary map) : IStructural
    {
        public int Count => map.Count;

        public IEnumerable<object> Names => map.Keys.Cast<object>();

        public bool TryGet(object key, out object? value)
        {
            bool found = map.Contains(key);
            value = found ? map[key] : null;
            return found;
        }
    }
}
