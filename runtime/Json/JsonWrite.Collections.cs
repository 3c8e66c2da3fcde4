using System.Text.Json;

namespace OpenApiGen.Json;

public static partial class JsonWrite
{
    /// <summary>Writes a value or <c>null</c>.</summary>
    /// <typeparam name="T">A reference type.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes a value that is not <see langword="null"/>.</param>
    public static void OrNull<T>(Utf8JsonWriter writer, T? value, JsonWriteAction<T> write)
        where T : class
    {
        if (value is null)
            writer.WriteNullValue();
        else
            write(writer, value);
    }

    /// <summary>Writes a value or <c>null</c>.</summary>
    /// <typeparam name="T">A value type.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes a value that is not <see langword="null"/>.</param>
    public static void ValueOrNull<T>(Utf8JsonWriter writer, T? value, JsonWriteAction<T> write)
        where T : struct
    {
        if (value.HasValue)
            write(writer, value.GetValueOrDefault());
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes an array.</summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="items">The items.</param>
    /// <param name="item">Writes an item.</param>
    public static void List<T>(Utf8JsonWriter writer, IReadOnlyList<T> items, JsonWriteAction<T> item)
    {
        if (items is null)
            throw new ArgumentNullException(nameof(items));
        writer.WriteStartArray();
        if (items is T[] array)
        {
            foreach (T value in array)
                item(writer, value);
        }
        else if (typeof(T) == typeof(double) && items is NumberList numbers)
        {
            numbers.Write(writer);
        }
        else
        {
            for (int i = 0; i < items.Count; i++)
                item(writer, items[i]);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes an array or <c>null</c>.</summary>
    /// <inheritdoc cref="List{T}(Utf8JsonWriter, IReadOnlyList{T}, JsonWriteAction{T})"/>
    public static void ListOrNull<T>(Utf8JsonWriter writer, IReadOnlyList<T>? items, JsonWriteAction<T> item)
    {
        if (items is null)
            writer.WriteNullValue();
        else
            List(writer, items, item);
    }

    /// <summary>Writes a dictionary as an object.</summary>
    /// <typeparam name="T">A member's value.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="items">The members.</param>
    /// <param name="value">Writes a member's value.</param>
    public static void Map<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> items, JsonWriteAction<T> value) =>
        Map(writer, items, s_name, value);

    /// <summary>Writes a dictionary as an object, or <c>null</c>.</summary>
    /// <inheritdoc cref="Map{T}(Utf8JsonWriter, IReadOnlyDictionary{string, T}, JsonWriteAction{T})"/>
    public static void MapOrNull<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T>? items, JsonWriteAction<T> value) =>
        MapOrNull(writer, items, s_name, value);

    /// <summary>Writes a dictionary as an object.</summary>
    /// <typeparam name="TKey">A key.</typeparam>
    /// <typeparam name="TValue">A member's value.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="items">The members.</param>
    /// <param name="key">Gives the member name of a key.</param>
    /// <param name="value">Writes a member's value.</param>
    public static void Map<TKey, TValue>(
        Utf8JsonWriter writer,
        IReadOnlyDictionary<TKey, TValue> items,
        Func<TKey, string> key,
        JsonWriteAction<TValue> value
    )
        where TKey : notnull
    {
        if (items is null)
            throw new ArgumentNullException(nameof(items));
        writer.WriteStartObject();
        if (items is JsonMap<TKey, TValue> map)
        {
            foreach (KeyValuePair<TKey, TValue> item in map.Entries)
            {
                writer.WritePropertyName(key(item.Key));
                value(writer, item.Value);
            }
        }
        else
        {
            foreach (KeyValuePair<TKey, TValue> item in items)
            {
                writer.WritePropertyName(key(item.Key));
                value(writer, item.Value);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a dictionary as an object, or <c>null</c>.</summary>
    /// <inheritdoc cref="Map{TKey, TValue}(Utf8JsonWriter, IReadOnlyDictionary{TKey, TValue}, Func{TKey, string}, JsonWriteAction{TValue})"/>
    public static void MapOrNull<TKey, TValue>(
        Utf8JsonWriter writer,
        IReadOnlyDictionary<TKey, TValue>? items,
        Func<TKey, string> key,
        JsonWriteAction<TValue> value
    )
        where TKey : notnull
    {
        if (items is null)
            writer.WriteNullValue();
        else
            Map(writer, items, key, value);
    }

    private static readonly Func<string, string> s_name = static name => name;
}
