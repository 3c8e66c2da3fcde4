using System.Text.Json;

namespace OpenApiGen.Json;

// A member in one call: name and value. The writer then checks its state and its room once.
public static partial class JsonWrite
{
    /// <summary>Writes a member: a string.</summary>
    /// <param name="writer">Where to, inside an object.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="value">The value; <see langword="null"/> becomes <c>null</c>.</param>
    public static void String(Utf8JsonWriter writer, JsonEncodedText name, string? value) => writer.WriteString(name, value);

    /// <summary>Writes a member: <c>true</c> or <c>false</c>.</summary>
    /// <inheritdoc cref="String(Utf8JsonWriter, JsonEncodedText, string?)"/>
    public static void Boolean(Utf8JsonWriter writer, JsonEncodedText name, bool value) => writer.WriteBoolean(name, value);

    /// <inheritdoc cref="Boolean(Utf8JsonWriter, JsonEncodedText, bool)"/>
    public static void Boolean(Utf8JsonWriter writer, JsonEncodedText name, bool? value)
    {
        if (value.HasValue)
            writer.WriteBoolean(name, value.GetValueOrDefault());
        else
            writer.WriteNull(name);
    }

    /// <summary>Writes a member: an integer.</summary>
    /// <inheritdoc cref="String(Utf8JsonWriter, JsonEncodedText, string?)"/>
    public static void Int32(Utf8JsonWriter writer, JsonEncodedText name, int value) => writer.WriteNumber(name, value);

    /// <inheritdoc cref="Int32(Utf8JsonWriter, JsonEncodedText, int)"/>
    public static void Int32(Utf8JsonWriter writer, JsonEncodedText name, int? value)
    {
        if (value.HasValue)
            writer.WriteNumber(name, value.GetValueOrDefault());
        else
            writer.WriteNull(name);
    }

    /// <inheritdoc cref="Int32(Utf8JsonWriter, JsonEncodedText, int)"/>
    public static void Int64(Utf8JsonWriter writer, JsonEncodedText name, long value) => writer.WriteNumber(name, value);

    /// <inheritdoc cref="Int32(Utf8JsonWriter, JsonEncodedText, int)"/>
    public static void Int64(Utf8JsonWriter writer, JsonEncodedText name, long? value)
    {
        if (value.HasValue)
            writer.WriteNumber(name, value.GetValueOrDefault());
        else
            writer.WriteNull(name);
    }

    /// <inheritdoc cref="Int32(Utf8JsonWriter, JsonEncodedText, int)"/>
    public static void UInt64(Utf8JsonWriter writer, JsonEncodedText name, ulong value) => writer.WriteNumber(name, value);

    /// <inheritdoc cref="Int32(Utf8JsonWriter, JsonEncodedText, int)"/>
    public static void UInt64(Utf8JsonWriter writer, JsonEncodedText name, ulong? value)
    {
        if (value.HasValue)
            writer.WriteNumber(name, value.GetValueOrDefault());
        else
            writer.WriteNull(name);
    }

    /// <summary>Writes a member: a number as it came, or in the shortest form that reads back as the same value, or <c>null</c>.</summary>
    /// <inheritdoc cref="String(Utf8JsonWriter, JsonEncodedText, string?)"/>
    /// <exception cref="JsonException">The value is NaN or infinite: JSON has no such numbers.</exception>
    public static void Double(Utf8JsonWriter writer, JsonEncodedText name, ValueNumber value) => value.Write(writer, name);

    /// <summary>Writes a member: a number with the digits it has, trailing zeros included.</summary>
    /// <inheritdoc cref="String(Utf8JsonWriter, JsonEncodedText, string?)"/>
    public static void Decimal(Utf8JsonWriter writer, JsonEncodedText name, decimal value) => writer.WriteNumber(name, value);

    /// <inheritdoc cref="Decimal(Utf8JsonWriter, JsonEncodedText, decimal)"/>
    public static void Decimal(Utf8JsonWriter writer, JsonEncodedText name, decimal? value)
    {
        if (value.HasValue)
            writer.WriteNumber(name, value.GetValueOrDefault());
        else
            writer.WriteNull(name);
    }

    /// <summary>Writes a member: a UUID in lower case with hyphens (RFC 9562 section 4).</summary>
    /// <inheritdoc cref="String(Utf8JsonWriter, JsonEncodedText, string?)"/>
    public static void Guid(Utf8JsonWriter writer, JsonEncodedText name, Guid value) => writer.WriteString(name, value);

    /// <inheritdoc cref="Guid(Utf8JsonWriter, JsonEncodedText, System.Guid)"/>
    public static void Guid(Utf8JsonWriter writer, JsonEncodedText name, Guid? value)
    {
        if (value.HasValue)
            writer.WriteString(name, value.GetValueOrDefault());
        else
            writer.WriteNull(name);
    }

    /// <summary>Writes a member: a list as an array; without one, an empty array.</summary>
    /// <inheritdoc cref="List{T}(Utf8JsonWriter, IReadOnlyList{T}, JsonWriteAction{T})"/>
    /// <param name="writer">Where to, inside an object.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="items">The items.</param>
    /// <param name="item">Writes an item.</param>
    public static void List<T>(Utf8JsonWriter writer, JsonEncodedText name, ValueList<T> items, JsonWriteAction<T> item)
    {
        writer.WritePropertyName(name);
        List(writer, items.Items, item);
    }

    /// <summary>Writes a member: a list as an array, or <c>null</c>.</summary>
    /// <inheritdoc cref="List{T}(Utf8JsonWriter, JsonEncodedText, ValueList{T}, JsonWriteAction{T})"/>
    public static void ListOrNull<T>(Utf8JsonWriter writer, JsonEncodedText name, ValueList<T> items, JsonWriteAction<T> item)
    {
        writer.WritePropertyName(name);
        ListOrNull(writer, items.ItemsOrNull, item);
    }

    /// <summary>Writes a member: a dictionary as an object; without one, an empty object.</summary>
    /// <inheritdoc cref="Map{TKey, TValue}(Utf8JsonWriter, IReadOnlyDictionary{TKey, TValue}, Func{TKey, string}, JsonWriteAction{TValue})"/>
    /// <param name="writer">Where to, inside an object.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="items">The members of that object.</param>
    /// <param name="key">Gives the member name of a key.</param>
    /// <param name="value">Writes a member's value.</param>
    public static void Map<TKey, TValue>(
        Utf8JsonWriter writer,
        JsonEncodedText name,
        ValueMap<TKey, TValue> items,
        Func<TKey, string> key,
        JsonWriteAction<TValue> value
    )
        where TKey : notnull
    {
        writer.WritePropertyName(name);
        Map(writer, items.Items, key, value);
    }

    /// <summary>Writes a member: a dictionary as an object, or <c>null</c>.</summary>
    /// <inheritdoc cref="Map{TKey, TValue}(Utf8JsonWriter, JsonEncodedText, ValueMap{TKey, TValue}, Func{TKey, string}, JsonWriteAction{TValue})"/>
    public static void MapOrNull<TKey, TValue>(
        Utf8JsonWriter writer,
        JsonEncodedText name,
        ValueMap<TKey, TValue> items,
        Func<TKey, string> key,
        JsonWriteAction<TValue> value
    )
        where TKey : notnull
    {
        writer.WritePropertyName(name);
        MapOrNull(writer, items.ItemsOrNull, key, value);
    }

    /// <inheritdoc cref="Map{TKey, TValue}(Utf8JsonWriter, JsonEncodedText, ValueMap{TKey, TValue}, Func{TKey, string}, JsonWriteAction{TValue})"/>
    public static void Map<T>(Utf8JsonWriter writer, JsonEncodedText name, ValueMap<string, T> items, JsonWriteAction<T> value) =>
        Map(writer, name, items, s_name, value);

    /// <inheritdoc cref="MapOrNull{TKey, TValue}(Utf8JsonWriter, JsonEncodedText, ValueMap{TKey, TValue}, Func{TKey, string}, JsonWriteAction{TValue})"/>
    public static void MapOrNull<T>(Utf8JsonWriter writer, JsonEncodedText name, ValueMap<string, T> items, JsonWriteAction<T> value) =>
        MapOrNull(writer, name, items, s_name, value);
}
