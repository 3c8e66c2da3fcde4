using System.ComponentModel;
using System.Text.Json;

namespace OpenApiGen.Json;

/// <summary>Lets <see cref="JsonSerializer"/> use a generated enumeration, as a value and as a dictionary key.</summary>
/// <typeparam name="T">The generated type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EnumConverter<T> : ModelConverter<T>
{
    private readonly JsonReadFunc<T> _read;
    private readonly Func<T, string> _toKey;

    /// <summary>Takes what the type has.</summary>
    /// <param name="read">Reads a value; on a value or on a member name.</param>
    /// <param name="write">Writes a value.</param>
    /// <param name="toKey">Gives the member name for a value.</param>
    protected EnumConverter(JsonReadFunc<T> read, JsonWriteAction<T> write, Func<T, string> toKey)
        : base(read, write)
    {
        _read = read;
        _toKey = toKey;
    }

    /// <summary>Reads a dictionary key.</summary>
    /// <param name="reader">The reader, on the name.</param>
    /// <param name="typeToConvert">Not looked at.</param>
    /// <param name="options">Not looked at.</param>
    /// <exception cref="JsonException">The name is not one of <typeparamref name="T"/>'s; the serializer adds the path.</exception>
    public sealed override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        _read(ref reader);

    /// <summary>Writes a dictionary key.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The key.</param>
    /// <param name="options">Not looked at.</param>
#if NET
    public sealed override void WriteAsPropertyName(
        Utf8JsonWriter writer,
        [System.Diagnostics.CodeAnalysis.DisallowNull] T value,
        JsonSerializerOptions options
    ) =>
#else
    public sealed override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
#endif
        writer.WritePropertyName(_toKey(value));
}
