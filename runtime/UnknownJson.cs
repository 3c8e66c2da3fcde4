using System.Text.Json;
using OpenApiGen.Json;

namespace OpenApiGen;

/// <summary>
/// JSON that matches no branch of a union the API description lists. It is kept as it came and is written back the same; equality is that
/// of
/// JSON values, whatever the spelling.
/// </summary>
public sealed class UnknownJson : IEquatable<UnknownJson>
{
    /// <summary>Wraps a value.</summary>
    /// <param name="json">The value; must outlive this object (<see cref="JsonElement.Clone"/> one that belongs to a disposable
    /// document).</param>
    public UnknownJson(JsonElement json) => Json = json;

    /// <summary>The value.</summary>
    public JsonElement Json { get; }

    /// <summary>Reads any JSON value.</summary>
    /// <param name="reader">The reader, on its first token.</param>
    public static UnknownJson Read(ref Utf8JsonReader reader) => new(JsonRead.Element(ref reader));

    /// <summary>Writes the value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    public static void Write(Utf8JsonWriter writer, UnknownJson value)
    {
        if (value is null)
            throw new ArgumentNullException(nameof(value));
        JsonWrite.Element(writer, value.Json);
    }

    /// <summary>Whether both are the same JSON value.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(UnknownJson? other) => other is not null && JsonEquality.Equals(Json, other.Json);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UnknownJson);

    /// <inheritdoc/>
    public override int GetHashCode() => JsonEquality.GetHashCode(Json);

    /// <summary>The JSON text; empty for an undefined element.</summary>
    public override string ToString() => Json.ValueKind == JsonValueKind.Undefined ? "" : Json.GetRawText();
}
