using System.ComponentModel;
using System.Text.Json;

namespace OpenApiGen.Json;

/// <summary>The values of a string enumeration that the API description lists. Reading one of them allocates nothing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumValues
{
    private readonly string[] _values;
    private readonly NameTable _table;

    /// <summary>Takes the values as they are on the wire.</summary>
    /// <param name="values">The values; listed twice is allowed.</param>
    public EnumValues(params string[] values)
    {
        _table = new NameTable(values);
        _values = values;
    }

    /// <summary>Reads a string or, for dictionary keys, a member name.</summary>
    /// <param name="reader">The reader on that token.</param>
    /// <returns>For a listed value the very instance given to the constructor, else a new string.</returns>
    /// <exception cref="JsonException">The token is neither.</exception>
    public string Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            JsonFailure.ThrowUnexpected(ref reader, "a string");
        int index = Find(ref reader);
        return index >= 0 ? _values[index] : reader.GetString()!;
    }

    /// <summary>Reads a string or <c>null</c>.</summary>
    /// <inheritdoc cref="Read(ref Utf8JsonReader)"/>
    public string? ReadOrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <summary>Reads a string or, for dictionary keys, a member name that is listed.</summary>
    /// <param name="reader">The reader on that token.</param>
    /// <param name="typeName">The enumeration, for the message.</param>
    /// <returns>The index of the value.</returns>
    /// <exception cref="JsonException">The token is neither, or the value is not listed.</exception>
    public int Index(ref Utf8JsonReader reader, string typeName)
    {
        int index = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? Find(ref reader) : -1;
        if (index < 0)
            JsonFailure.ThrowUnlisted(ref reader, typeName, _values);
        return index;
    }

    /// <summary>The value at an index.</summary>
    /// <param name="index">The index, which a cast may have made out of range.</param>
    /// <param name="typeName">The enumeration, for the message.</param>
    /// <exception cref="JsonException">There is no such value.</exception>
    public string At(int index, string typeName) =>
        (uint)index < (uint)_values.Length ? _values[index] : throw JsonFailure.NotListed(index, typeName, _values);

    /// <summary>Whether a value is listed. Compares ordinally.</summary>
    /// <param name="value">The value as on the wire.</param>
    public bool IsKnown(string value) => _table.Find(value) >= 0;

    /// <summary>Whether the current token is a string (or member name) that is listed. The reader stays where it is.</summary>
    /// <param name="reader">The reader, on any token.</param>
    public bool Matches(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && Find(ref reader) >= 0;

    private int Find(ref Utf8JsonReader reader) =>
        Utf8Text.IsPlain(ref reader) ? _table.Find(reader.ValueSpan) : _table.FindEscaped(ref reader);
}
