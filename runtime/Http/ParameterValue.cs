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

    /// <summary>Whether there is nothing to send: null, and a list or object without members (RFC 6570 section 2.3, "undefined").</summary>
    public bool IsNothing => _content is null or Array { Length: 0 };

    internal string? Text => _content as string;

    internal ParameterValue[]? Items => _content as ParameterValue[];

    internal KeyValuePair<string, ParameterValue>[]? Pairs => _content as KeyValuePair<string, ParameterValue>[];

    /// <summary>A parameter with <c>content: application/json</c>: the JSON text is the value, whatever its type.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value; a JSON null is sent as <c>null</c>.</param>
    /// <param name="write">Writes it.</param>
    public static ParameterValue Json<T>(T value, JsonWriteAction<T> write) => new(Encoding.UTF8.GetString(JsonRoot.ToUtf8(value, write)));

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
    public override string ToString() =>
        _content switch
        {
            null => "nothing",
            string => "text",
            Array array => $"{(Pairs is null ? "list" : "map")} of {array.Length}",
            _ => "",
        };

    // What is nothing is left out of lists and objects, as RFC 6570 section 3.2.1 asks.
    internal static ParameterValue FromJson(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                var items = new List<ParameterValue>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    if (FromJson(ref reader) is { IsNothing: false } item)
                        items.Add(item);
                return new(items.ToArray());
            case JsonTokenType.StartObject:
                var pairs = new List<KeyValuePair<string, ParameterValue>>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    string name = reader.GetString()!;
                    reader.Read();
                    if (FromJson(ref reader) is { IsNothing: false } value)
                        pairs.Add(new(name, value));
                }

                return new(pairs.ToArray());
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Null:
                return default;
            default:
                return Encoding.UTF8.GetString(reader.ValueSpan.ToArray()); // true, false, and a number as it was written
        }
    }
}
