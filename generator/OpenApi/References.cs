using System;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>The text of references.</summary>
internal static class References
{
    /// <summary><c>#/components/schemas/Name</c> and its like, with nothing to decode.</summary>
    public static bool IsPlain(string reference)
    {
        if (reference.IndexOf('%') >= 0)
            return false;
        int start =
            reference.StartsWith("#/components/", StringComparison.Ordinal) ? reference.IndexOf('/', "#/components/".Length)
            : reference.StartsWith("#/definitions/", StringComparison.Ordinal)
            || reference.StartsWith("#/parameters/", StringComparison.Ordinal)
            || reference.StartsWith("#/responses/", StringComparison.Ordinal)
                ? reference.IndexOf('/', 2)
            : -1;
        return start > 0 && reference.IndexOf('/', start + 1) < 0;
    }

    /// <summary>A segment of a pointer in a reference as the key that it stands for.</summary>
    public static string Decode(string segment) => Unescape(segment).Replace("~1", "/").Replace("~0", "~");

    /// <summary>Percent signs are no part of a pointer; one that begins no escape stays.</summary>
    public static string Unescape(string text) => text.IndexOf('%') < 0 ? text : Uri.UnescapeDataString(text);

    public static string[] Segments(string pointer)
    {
        if (pointer.Length == 0)
            return [];
        string[] segments = pointer.Substring(1).Split('/');
        for (int i = 0; i < segments.Length; i++)
            segments[i] = Decode(segments[i]);
        return segments;
    }

    public static string Encode(string segment) => segment.Replace("~", "~0").Replace("/", "~1");

    public static string? Text(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.TryGetValue(out string? text) ? text : null;
}
