using System.Text.Json;

namespace OpenApiGen.Json;

/// <summary>Writes one JSON value, from its first token to its last.</summary>
/// <typeparam name="T">What is written.</typeparam>
/// <param name="writer">Where to; a property name has been written before, where one is due.</param>
/// <param name="value">The value.</param>
public delegate void JsonWriteAction<in T>(Utf8JsonWriter writer, T value);
