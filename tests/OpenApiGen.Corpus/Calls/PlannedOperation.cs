using System.Text.Json;

namespace OpenApiGen.Corpus.Calls;

/// <summary>What an operation of a document can be called with, as <c>instances/main.mjs arguments</c> has drawn it.</summary>
/// <param name="Statuses">Those that the document tells of.</param>
internal sealed record PlannedOperation(
    string Method,
    string Path,
    IReadOnlyList<PlannedParameter> Parameters,
    IReadOnlyList<PlannedBody> Bodies,
    IReadOnlyList<string> Statuses
)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    /// <summary>The operations of a document, by method and path.</summary>
    public static IReadOnlyDictionary<(string Method, string Path), PlannedOperation> Read(string file) =>
        JsonSerializer.Deserialize<PlannedOperation[]>(File.ReadAllBytes(file), s_json)!.ToDictionary(static o => (o.Method, o.Path));

    public JsonElement? Parameter(string place, string name, bool full) =>
        Parameters.FirstOrDefault(p => p.In == place && p.Name == name) is { } parameter ? Pick(parameter.Values, full) : null;

    public JsonElement? Body(string mediaType, bool full) =>
        Bodies.FirstOrDefault(b => b.MediaType == mediaType) is { } body ? Pick(body.Values, full) : null;

    // Where nothing was drawn of one kind, the other one does.
    private static JsonElement? Pick(IReadOnlyList<JsonElement> values, bool full) =>
        new[] { values[full ? 1 : 0], values[full ? 0 : 1] }
            .Where(static v => v.ValueKind != JsonValueKind.Null)
            .Select(static v => (JsonElement?)v)
            .FirstOrDefault();
}

/// <summary>A parameter.</summary>
/// <param name="Values">With as little as is allowed, and with as much; null where nothing was found.</param>
internal sealed record PlannedParameter(string Name, string In, bool Required, IReadOnlyList<JsonElement> Values);

/// <summary>A body in one media type.</summary>
/// <param name="Values">With as little as is allowed, and with as much; null where nothing was found.</param>
internal sealed record PlannedBody(string MediaType, bool Required, IReadOnlyList<JsonElement> Values);
