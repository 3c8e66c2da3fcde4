using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenApiGen.Generator.Text;

/// <summary>
/// Makes nodes of number literals. They are backed by a <see cref="JsonElement"/>, which keeps every digit
/// (<c>version: 1.10</c>, 2^63, 0.1) and converts to whatever type is asked for; equal literals share one.
/// </summary>
internal sealed class JsonNumbers
{
    private const int MaxShared = 64 * 1024;

    private readonly Dictionary<string, JsonElement> _shared = new(StringComparer.Ordinal);

    /// <param name="literal">A number by the grammar of JSON.</param>
    public JsonNode Create(string literal)
    {
        if (!_shared.TryGetValue(literal, out JsonElement element))
        {
            Utf8JsonReader reader = new(Encoding.ASCII.GetBytes(literal));
            element = JsonElement.ParseValue(ref reader);
            if (_shared.Count < MaxShared)
                _shared.Add(literal, element);
        }

        return JsonValue.Create(element)!;
    }
}
