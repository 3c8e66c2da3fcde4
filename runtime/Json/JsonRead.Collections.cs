using System.Text.Json;

namespace OpenApiGen.Json;

public static partial class JsonRead
{
    /// <summary>Reads a value or <c>null</c>.</summary>
    /// <typeparam name="T">A reference type.</typeparam>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="read">Reads a value that is not <c>null</c>.</param>
    public static T? OrNull<T>(ref Utf8JsonReader reader, JsonReadFunc<T> read)
        where T : class => reader.TokenType == JsonTokenType.Null ? null : read(ref reader);

    /// <summary>Reads a value or <c>null</c>.</summary>
    /// <typeparam name="T">A value type.</typeparam>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="read">Reads a value that is not <c>null</c>.</param>
    public static T? ValueOrNull<T>(ref Utf8JsonReader reader, JsonReadFunc<T> read)
        where T : struct => reader.TokenType == JsonTokenType.Null ? null : read(ref reader);

    /// <summary>Reads an array.</summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="item">Reads an item; sees <c>null</c> items too.</param>
    /// <returns>An array of exactly the items.</returns>
    public static IReadOnlyList<T> List<T>(ref Utf8JsonReader reader, JsonReadFunc<T> item) => Array(ref reader, item);

    /// <inheritdoc cref="List{T}(ref Utf8JsonReader, JsonReadFunc{T})"/>
    public static T[] Array<T>(ref Utf8JsonReader reader, JsonReadFunc<T> item)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            JsonFailure.ThrowUnexpected(ref reader, "an array");
        var items = new GrowBuffer<T>();
        while (true)
        {
            if (!reader.Read())
                JsonFailure.ThrowTruncated();
            if (reader.TokenType == JsonTokenType.EndArray)
                return items.ToArray();
            items.Add(item(ref reader));
        }
    }

    /// <summary>Reads an array of numbers; those that came as <c>1.0</c> are written so.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static IReadOnlyList<double> Numbers(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            JsonFailure.ThrowUnexpected(ref reader, "an array");
        var items = new GrowBuffer<double>();
        var areWhole = new GrowBuffer<bool>();
        bool isAnyWhole = false;
        while (true)
        {
            if (!reader.Read())
                JsonFailure.ThrowTruncated();
            if (reader.TokenType == JsonTokenType.EndArray)
                return isAnyWhole ? new NumberList(items.ToArray(), areWhole.ToArray()) : items.ToArray();
            double value = AnyDouble(ref reader);
            bool isWhole = ValueNumber.IsWhole(ref reader, value);
            if (!isWhole)
                Spelling.Number(ref reader, value);
            for (int i = 0; isWhole && !isAnyWhole && i < items.Count; i++)
                areWhole.Add(false);
            isAnyWhole |= isWhole;
            if (isAnyWhole)
                areWhole.Add(isWhole);
            items.Add(value);
        }
    }

    /// <summary>Reads an array of numbers or <c>null</c>.</summary>
    /// <inheritdoc cref="Numbers(ref Utf8JsonReader)"/>
    public static IReadOnlyList<double>? NumbersOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : Numbers(ref reader);

    /// <summary>Reads an array or <c>null</c>.</summary>
    /// <inheritdoc cref="List{T}(ref Utf8JsonReader, JsonReadFunc{T})"/>
    public static IReadOnlyList<T>? ListOrNull<T>(ref Utf8JsonReader reader, JsonReadFunc<T> item) =>
        reader.TokenType == JsonTokenType.Null ? null : List(ref reader, item);

    /// <inheritdoc cref="ListOrNull{T}(ref Utf8JsonReader, JsonReadFunc{T})"/>
    public static T[]? ArrayOrNull<T>(ref Utf8JsonReader reader, JsonReadFunc<T> item) =>
        reader.TokenType == JsonTokenType.Null ? null : Array(ref reader, item);

    /// <summary>Reads an object as a dictionary that keeps its order. Of members with the same name the last one counts.</summary>
    /// <typeparam name="T">A member's value.</typeparam>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="value">Reads a member's value; sees <c>null</c> too.</param>
    public static IReadOnlyDictionary<string, T> Map<T>(ref Utf8JsonReader reader, JsonReadFunc<T> value) => Map(ref reader, s_name, value);

    /// <summary>Reads an object or <c>null</c>.</summary>
    /// <inheritdoc cref="Map{T}(ref Utf8JsonReader, JsonReadFunc{T})"/>
    public static IReadOnlyDictionary<string, T>? MapOrNull<T>(ref Utf8JsonReader reader, JsonReadFunc<T> value) =>
        reader.TokenType == JsonTokenType.Null ? null : Map(ref reader, s_name, value);

    /// <summary>Reads an object as a dictionary that keeps its order. Of members with the same key the last one counts.</summary>
    /// <typeparam name="TKey">What a member's name becomes.</typeparam>
    /// <typeparam name="TValue">A member's value.</typeparam>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="key">Reads a key; the reader stands on the name.</param>
    /// <param name="value">Reads a member's value; sees <c>null</c> too.</param>
    public static IReadOnlyDictionary<TKey, TValue> Map<TKey, TValue>(
        ref Utf8JsonReader reader,
        JsonReadFunc<TKey> key,
        JsonReadFunc<TValue> value
    )
        where TKey : notnull
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            JsonFailure.ThrowUnexpected(ref reader, "an object");
        var entries = new GrowBuffer<KeyValuePair<TKey, TValue>>();
        ulong hashes = 0;
        bool hasDuplicates = false;
        while (true)
        {
            if (!reader.Read())
                JsonFailure.ThrowTruncated();
            if (reader.TokenType == JsonTokenType.EndObject)
                break;
            TKey name = key(ref reader);

            // A key whose hash has a bit of its own is new. Otherwise the map looks closer; it does so anyway when it is large.
            ulong bit = 1UL << (EqualityComparer<TKey>.Default.GetHashCode(name) & 63);
            hasDuplicates |= (hashes & bit) != 0;
            hashes |= bit;

            if (!reader.Read())
                JsonFailure.ThrowTruncated();
            entries.Add(new KeyValuePair<TKey, TValue>(name, value(ref reader)));
        }

        return entries.Count == 0 ? JsonMap<TKey, TValue>.Empty : new JsonMap<TKey, TValue>(entries.ToArray(), hasDuplicates);
    }

    /// <summary>Reads an object or <c>null</c>.</summary>
    /// <inheritdoc cref="Map{TKey, TValue}(ref Utf8JsonReader, JsonReadFunc{TKey}, JsonReadFunc{TValue})"/>
    public static IReadOnlyDictionary<TKey, TValue>? MapOrNull<TKey, TValue>(
        ref Utf8JsonReader reader,
        JsonReadFunc<TKey> key,
        JsonReadFunc<TValue> value
    )
        where TKey : notnull => reader.TokenType == JsonTokenType.Null ? null : Map(ref reader, key, value);

    private static readonly JsonReadFunc<string> s_name = Utf8Text.String;
}
