using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace OpenApiGen.Json;

/// <summary>The values of an integer enumeration that has no others.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumNumbers
{
    private readonly long[] _values;

    /// <summary>Takes the values as they are on the wire.</summary>
    /// <param name="values">The values.</param>
    public EnumNumbers(params long[] values) => _values = values;

    private string[] Texts
    {
        get
        {
            string[] texts = new string[_values.Length];
            for (int i = 0; i < texts.Length; i++)
                texts[i] = _values[i].ToString(CultureInfo.InvariantCulture);
            return texts;
        }
    }

    /// <summary>Reads a value that is listed. <c>1.0</c> and <c>1e3</c> are integers too (JSON Schema 2020-12 core, 6.3).</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="typeName">The enumeration, for the message.</param>
    /// <exception cref="JsonException">It is no integer, or not listed.</exception>
    public long Read(ref Utf8JsonReader reader, string typeName)
    {
        if (
            reader.TokenType == JsonTokenType.Number
            && (reader.TryGetInt64(out long value) || IntegerText.TryParse(Utf8Text.Raw(ref reader), out value))
            && Array.IndexOf(_values, value) >= 0
        )
        {
            Spelling.Integer(ref reader);
            return value;
        }

        JsonFailure.ThrowUnlisted(ref reader, typeName, Texts);
        return 0;
    }

    /// <summary>Whether a value is listed.</summary>
    /// <param name="value">The value.</param>
    public bool IsListed(long value) => Array.IndexOf(_values, value) >= 0;

    /// <summary>Gives a value back that is listed.</summary>
    /// <param name="value">The value, which a cast may have made another.</param>
    /// <param name="typeName">The enumeration, for the message.</param>
    /// <exception cref="JsonException">It is not listed.</exception>
    public long Listed(long value, string typeName) =>
        Array.IndexOf(_values, value) >= 0 ? value : throw JsonFailure.NotListed(value, typeName, Texts);

    /// <summary>The text of a value that is listed.</summary>
    /// <inheritdoc cref="Listed(long, string)"/>
    public string Text(long value, string typeName) => Listed(value, typeName).ToString(CultureInfo.InvariantCulture);
}
