using System.Text;
using System.Text.Json;
using OpenApiGen.Json;

namespace OpenApiGen.Http;

/// <summary>
/// What a parameter sends: one text, a list, ordered pairs, or nothing. Scalars convert by themselves (ParameterValue.Scalars.cs).
/// <see langword="null"/> is nothing, and nothing is not sent; an empty text is sent as one (<c>color=</c>).
/// </summary>
public readonly partial struct ParameterValue
{
    // string | ParameterValue[] | KeyValuePair<string, ParameterValue>[] | null
    private readonly object? _content;

    private ParameterValue(object? content) => _content = content;

    /// <summary>A zero-length value: <c>allowEmptyValue</c>, and a required parameter that is null.</summary>
    public static ParameterValue Empty => new("");

    /// <summary>Whether there is nothing to send: null, and a list or object without members (RFC 6570 section 2.3, "undefined").</summary>
    public bool IsNothing => _content is null or Array { Length: 0 };

    internal string? Text => _content as string;

    internal ParameterValue[]? Items => _content as ParameterValue[];

    internal KeyValuePair<string, ParameterValue>[]? Pairs => _content as KeyValuePair<string, ParameterValue>[];

    /// <summary>An array. Items that are null are left out, as RFC 6570 section 3.2.1 asks.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items; null for nothing.</param>
    /// <param name="format">One item as text, such as <see cref="ParameterFormat.Guid"/>.</param>
    public static ParameterValue List<T>(IEnumerable<T>? items, Func<T, string?> format)
    {
        if (format is null) throw new ArgumentNullException(nameof(format));
        return items is null ? default : OfItems(items.Select(item => From(format(item))));
    }

    /// <summary>An array of texts. Items that are null are left out.</summary>
    /// <param name="items">The items; null for nothing.</param>
    public static ParameterValue List(IEnumerable<string?>? items) => items is null ? default : OfItems(items.Select(From));

    /// <summary>An object whose members are known: <c>Map(("R", color.R), ("G", color.G))</c>. Members that are null are left out.</summary>
    /// <param name="pairs">Names as on the wire, in order.</param>
    public static ParameterValue Map(params (string Name, ParameterValue Value)[] pairs) =>
        pairs is null ? default : OfPairs(pairs.Select(pair => new KeyValuePair<string, ParameterValue>(pair.Name, pair.Value)));

    /// <summary>An object with any members. Members that are null are left out.</summary>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <param name="pairs">Names as on the wire; null for nothing.</param>
    /// <param name="format">One value as text, such as <see cref="ParameterFormat.Int64"/>.</param>
    public static ParameterValue Map<T>(IEnumerable<KeyValuePair<string, T>>? pairs, Func<T, string?> format)
    {
        if (format is null) throw new ArgumentNullException(nameof(format));
        return pairs is null ? default : OfPairs(pairs.Select(pair => new KeyValuePair<string, ParameterValue>(pair.Key, From(format(pair.Value)))));
    }

    /// <summary>A parameter with <c>content: application/json</c>: the JSON text is the value, whatever its type.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value; a JSON null is sent as <c>null</c>.</param>
    /// <param name="write">Writes it.</param>
    public static ParameterValue Json<T>(T value, JsonWriteAction<T> write) =>
        new(Encoding.UTF8.GetString(JsonRoot.ToUtf8(value, write)));

    /// <summary>
    /// A parameter with a <c>schema</c> of any type, through its JSON: an array becomes a list, an object pairs, a string its text,
    /// null nothing. For what has no shorter way: unions, records, lists of them.
    /// </summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    public static ParameterValue FromJson<T>(T value, JsonWriteAction<T> write)
    {
        var reader = new Utf8JsonReader(JsonRoot.ToUtf8(value, write));
        reader.Read();
        return FromJson(ref reader);
    }

    /// <summary>Kind and size, never the value: it may be personal or secret.</summary>
    public override string ToString() => _content switch
    {
        null => "nothing",
        string => "text",
        Array array => $"{(Pairs is null ? "list" : "map")} of {array.Length}",
        _ => "",
    };

    internal static ParameterValue FromJson(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                var items = new List<ParameterValue>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(FromJson(ref reader));
                return OfItems(items);
            case JsonTokenType.StartObject:
                var pairs = new List<KeyValuePair<string, ParameterValue>>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    string name = reader.GetString()!;
                    reader.Read();
                    pairs.Add(new(name, FromJson(ref reader)));
                }

                return OfPairs(pairs);
            case JsonTokenType.String:
                return From(reader.GetString());
            case JsonTokenType.Null:
                return default;
            default:
                return From(Encoding.UTF8.GetString(reader.ValueSpan.ToArray())); // true, false, and a number as it was written
        }
    }

    private static ParameterValue OfItems(IEnumerable<ParameterValue> items) => new(items.Where(item => !item.IsNothing).ToArray());

    private static ParameterValue OfPairs(IEnumerable<KeyValuePair<string, ParameterValue>> pairs) => new(pairs.Where(pair => !pair.Value.IsNothing).ToArray());
}
