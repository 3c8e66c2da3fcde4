using System.ComponentModel;
using System.Text.Json;

namespace OpenApiGen.Json;

/// <summary>What generated tuples (JSON Schema 2020-12, <c>prefixItems</c>) read and write an array with.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonTuple
{
    /// <summary>Begins an array.</summary>
    /// <param name="reader">The reader, which must stand on its start.</param>
    /// <param name="typeName">The C# type, for messages.</param>
    /// <exception cref="JsonException">It stands on something else.</exception>
    public static void Start(ref Utf8JsonReader reader, string typeName)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException($"{typeName}: expected an array, found {JsonFailure.Kind(reader.TokenType)}");
    }

    /// <summary>Moves to the next item.</summary>
    /// <param name="reader">The reader: on the start of the array, or on the last token of the item before.</param>
    /// <returns><see langword="false"/> at the end of the array, where the reader then stands.</returns>
    public static bool Next(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
            JsonFailure.ThrowTruncated();
        return reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Checks that all required items were there.</summary>
    /// <param name="typeName">The C# type, for messages.</param>
    /// <param name="count">How many items there were.</param>
    /// <param name="required">How many there must be.</param>
    /// <exception cref="JsonException">There are fewer.</exception>
    public static void Require(string typeName, int count, int required)
    {
        if (count < required)
            throw new JsonException($"{typeName}: expected at least {required} items, found {count}");
    }

    /// <summary>Reads the items after the last one that has a name.</summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <param name="reader">The reader, on the last token of the item before; at the end of the array if this succeeds.</param>
    /// <param name="item">Reads an item; sees <c>null</c> items too.</param>
    public static ValueList<T> Rest<T>(ref Utf8JsonReader reader, JsonReadFunc<T> item)
    {
        if (item is null)
            throw new ArgumentNullException(nameof(item));
        List<T>? items = null;
        while (Next(ref reader))
            (items ??= []).Add(item(ref reader));
        return new ValueList<T>(items);
    }

    /// <summary>The same list; nothing for an empty one, so that both are equal.</summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <param name="items">The items after the last one that has a name.</param>
    public static ValueList<T> Rest<T>(IReadOnlyList<T> items)
    {
        if (items is null)
            throw new ArgumentNullException(nameof(items));
        return new ValueList<T>(items.Count == 0 ? null : items);
    }

    /// <summary>Writes the items after the last one that has a name.</summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <param name="writer">Where to, inside an array.</param>
    /// <param name="items">The items.</param>
    /// <param name="item">Writes an item.</param>
    public static void WriteRest<T>(Utf8JsonWriter writer, ValueList<T> items, JsonWriteAction<T> item)
    {
        if (item is null)
            throw new ArgumentNullException(nameof(item));
        foreach (T value in items.Items)
            item(writer, value);
    }
}
