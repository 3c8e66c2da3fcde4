using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace OpenApiGen.Json;

/// <summary>Members of an object beside the listed ones, where the API description gives their type.</summary>
/// <typeparam name="T">A member's value.</typeparam>
/// <remarks>Only the constructors of generated types change one.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ExtraMembers<T> : IEquatable<ExtraMembers<T>>
{
    private IReadOnlyDictionary<string, T>? _items;

    /// <summary>Takes members; they are not copied.</summary>
    /// <param name="items">The members.</param>
    public ExtraMembers(IReadOnlyDictionary<string, T>? items) => _items = items;

    /// <summary>The members, in the order they came.</summary>
    public readonly IReadOnlyDictionary<string, T> Items => _items ?? JsonMap<string, T>.Empty;

    /// <summary>Whether two sets of members are equal.</summary>
    /// <param name="left">One set.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ExtraMembers<T> left, ExtraMembers<T> right) => left.Equals(right);

    /// <summary>Whether two sets of members differ.</summary>
    /// <param name="left">One set.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ExtraMembers<T> left, ExtraMembers<T> right) => !left.Equals(right);

    /// <summary>Reads one more member. Of members with the same name the last one counts.</summary>
    /// <param name="reader">The reader, on the name; then on the last token of the value.</param>
    /// <param name="value">Reads a value; sees <c>null</c> too.</param>
    public void Read(ref Utf8JsonReader reader, JsonReadFunc<T> value)
    {
        if (value is null) throw new ArgumentNullException(nameof(value));
        JsonMap<string, T>? members = (JsonMap<string, T>?)_items; // generated constructors only ever read into a fresh one
        if (members is null) _items = members = new JsonMap<string, T>([], hasDuplicates: false);
        string name = reader.GetString()!;
        if (!reader.Read()) JsonFailure.ThrowTruncated();
        members.Set(name, value(ref reader));
    }

    /// <summary>Writes the members.</summary>
    /// <param name="writer">Where to, inside an object.</param>
    /// <param name="declared">The listed members: an extra one of such a name is left out, so that no name is written twice.</param>
    /// <param name="value">Writes a value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Write(Utf8JsonWriter writer, JsonMembers declared, JsonWriteAction<T> value)
    {
        if (_items is not null) WriteAll(writer, declared, value, _items);
    }

    /// <summary>Whether both have equal values for the same names.</summary>
    /// <param name="other">The other set.</param>
    public readonly bool Equals(ExtraMembers<T> other)
    {
        // Unlike elsewhere null and empty are the same here: neither writes anything.
        if (ReferenceEquals(_items, other._items)) return true;
        return new ValueMap<string, T>(Items).Equals(new ValueMap<string, T>(other.Items));
    }

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is ExtraMembers<T> other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => _items is null || _items.Count == 0 ? 0 : new ValueMap<string, T>(_items).GetHashCode();

    private static void WriteAll(Utf8JsonWriter writer, JsonMembers declared, JsonWriteAction<T> value, IReadOnlyDictionary<string, T> items)
    {
        foreach (KeyValuePair<string, T> item in items)
        {
            if (declared.Contains(item.Key)) continue;
            writer.WritePropertyName(item.Key);
            value(writer, item.Value);
        }
    }
}
