using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenApiGen.Json;

/// <summary>Lets <see cref="JsonSerializer"/> use what was generated for a type. It needs neither reflection nor a context.</summary>
/// <typeparam name="T">The generated type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ModelConverter<T> : JsonConverter<T>
{
    private readonly JsonReadFunc<T> _read;
    private readonly JsonWriteAction<T> _write;

    /// <summary>Takes what the type has.</summary>
    /// <param name="read">Reads a value; on its first token.</param>
    /// <param name="write">Writes a value.</param>
    protected ModelConverter(JsonReadFunc<T> read, JsonWriteAction<T> write)
    {
        _read = read;
        _write = write;
    }

    /// <summary>Reads a value.</summary>
    /// <param name="reader">The reader, on its first token.</param>
    /// <param name="typeToConvert">Not looked at.</param>
    /// <param name="options">Not looked at: names and formats are the API's, not the application's.</param>
    /// <exception cref="JsonException">
    /// The JSON is not a <typeparamref name="T"/>: the message names every fault. <see cref="JsonException.Path"/> begins at this value,
    /// <c>$</c>.
    /// </exception>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Utf8JsonReader start = reader;
        var scope = ReadScope.Begin(ReadMarks.None); // there is no text here to look at, only a reader
        try
        {
            T value = _read(ref reader);
            return (JsonKeeping.Marks & ReadMarks.Unusual) != 0 ? JsonRoot.Spelled(value, start, _read) : value;
        }
        catch (Exception e) when (JsonLocation.NeedsPath(e))
        {
            throw JsonRoot.All(JsonLocation.Locate(e, start, reader.TokenStartIndex, text: default), start, _read);
        }
        finally
        {
            scope.End();
        }
    }

    /// <summary>Writes a value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    /// <param name="options">Not looked at.</param>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => _write(writer, value);
}
