using System.Text.Json;

namespace OpenApiGen.Json;

/// <summary>Reads one JSON value. On entry the reader stands on the first token of the value, on return on its last one.</summary>
/// <typeparam name="T">What the JSON value becomes.</typeparam>
/// <param name="reader">The reader, standing on a token (not before the first one).</param>
/// <exception cref="JsonException">The JSON is not what <typeparamref name="T"/> is made of.</exception>
public delegate T JsonReadFunc<out T>(ref Utf8JsonReader reader);
