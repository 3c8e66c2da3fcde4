using System.ComponentModel;
using System.Text.Json;

namespace OpenApiGen.Json;

/// <summary>
/// Reads JSON values into .NET values. Each method expects the reader on the value and leaves it on its last token, and
/// throws <see cref="JsonException"/> for any other token or a text that is not of the format: nothing is guessed.
/// The <c>OrNull</c> forms also take <c>null</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonRead
{
    /// <summary>Reads a string. Short strings that repeat within one document are the same instance.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static string String(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            JsonFailure.ThrowUnexpected(ref reader, "a string");
        return Utf8Text.String(ref reader);
    }

    /// <summary>Reads a string or <c>null</c>.</summary>
    /// <inheritdoc cref="String(ref Utf8JsonReader)"/>
    public static string? StringOrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : String(ref reader);

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static bool Boolean(ref Utf8JsonReader reader)
    {
        JsonTokenType token = reader.TokenType;
        if (token == JsonTokenType.True)
            return true;
        if (token != JsonTokenType.False)
            JsonFailure.ThrowUnexpected(ref reader, "true or false");
        return false;
    }

    /// <summary>Reads <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    /// <inheritdoc cref="Boolean(ref Utf8JsonReader)"/>
    public static bool? BooleanOrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Boolean(ref reader);

    /// <summary>
    /// Reads a UUID: the hyphenated form of RFC 9562, and the spellings <see cref="System.Guid.TryParse(string, out System.Guid)"/> takes.
    /// </summary>
    /// <param name="reader">The reader, on the value.</param>
    public static Guid Guid(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            if (reader.TryGetGuid(out Guid value))
            {
                Spelling.Guid(ref reader);
                return value;
            }

            if (System.Guid.TryParse(reader.GetString(), out value))
            {
                JsonKeeping.Unusual();
                return value;
            }
        }

        throw JsonFailure.Unexpected(ref reader, "a string (uuid)");
    }

    /// <summary>Reads a UUID or <c>null</c>.</summary>
    /// <inheritdoc cref="Guid(ref Utf8JsonReader)"/>
    public static Guid? GuidOrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Guid(ref reader);

    /// <summary>Reads base64 (RFC 4648 section 4); the URL alphabet (section 5) and missing padding are taken too.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static byte[] Bytes(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            if (reader.TryGetBytesFromBase64(out byte[]? value))
            {
                Spelling.Base64(ref reader, value!);
                return value!;
            }

            if (TryBase64Variant(reader.GetString()!, out value))
            {
                JsonKeeping.Unusual();
                return value!;
            }
        }

        throw JsonFailure.Unexpected(ref reader, "a string (base64)");
    }

    /// <summary>Reads base64 or <c>null</c>.</summary>
    /// <inheritdoc cref="Bytes(ref Utf8JsonReader)"/>
    public static byte[]? BytesOrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Bytes(ref reader);

    /// <summary>Reads a URI or relative reference (RFC 3986).</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static Uri Uri(ref Utf8JsonReader reader)
    {
        if (
            reader.TokenType == JsonTokenType.String
            && System.Uri.TryCreate(reader.GetString(), UriKind.RelativeOrAbsolute, out Uri? value)
        )
            return value;
        throw JsonFailure.Unexpected(ref reader, "a string (uri)");
    }

    /// <summary>Reads a URI, relative reference or <c>null</c>.</summary>
    /// <inheritdoc cref="Uri(ref Utf8JsonReader)"/>
    public static Uri? UriOrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Uri(ref reader);

    /// <summary>Reads any JSON value, <c>null</c> included. It does not depend on the text it was read from.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static JsonElement Element(ref Utf8JsonReader reader)
    {
        JsonText.CheckValue(reader);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Reads any JSON value; <c>null</c> gives <see langword="null"/>, not an element of that kind.</summary>
    /// <inheritdoc cref="Element(ref Utf8JsonReader)"/>
    public static JsonElement? ElementOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : Element(ref reader);

    private static bool TryBase64Variant(string text, out byte[]? value)
    {
        string standard = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        try
        {
            value = standard.Length % 4 == 1 ? null : Convert.FromBase64String(standard.PadRight((standard.Length + 3) / 4 * 4, '='));
        }
        catch (FormatException)
        {
            value = null;
        }

        return value is not null;
    }
}
