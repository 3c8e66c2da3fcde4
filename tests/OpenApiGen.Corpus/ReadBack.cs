using System.Text.Json;
using OpenApiGen.Testing;

namespace OpenApiGen.Corpus;

/// <summary>Reads a value as the member of a holder (<see cref="HolderDocument"/>), writes it back and compares.</summary>
internal static class ReadBack
{
    /// <summary>Each difference as "path: what"; a value that is not read is one.</summary>
    /// <param name="holder">The type of the holder.</param>
    /// <param name="json">The value.</param>
    /// <param name="value">What was read; null where nothing was.</param>
    /// <param name="written">What was written; null where nothing could be.</param>
    public static IReadOnlyList<string> Differences(Type holder, JsonElement json, out object? value, out string? written)
    {
        value = null;
        written = null;
        string wrapped = "{\"value\":" + json.GetRawText() + "}";
        try
        {
            object? held = JsonSerializer.Deserialize(wrapped, holder);
            value = holder.GetProperty("Value")!.GetValue(held);
            using JsonDocument actual = JsonDocument.Parse(JsonSerializer.Serialize(held, holder));
            if (!actual.RootElement.TryGetProperty("value", out JsonElement back))
                return ["$: the payload was lost"];
            written = back.GetRawText();
            IReadOnlyList<string> differences = JsonComparison.Differences(json, back);
            bool isSame = Equals(held, JsonSerializer.Deserialize(wrapped, holder));
            return isSame ? differences : [.. differences, "$: read twice, it is not equal"];
        }
        catch (JsonException exception)
        {
            return [$"{exception.Path?.Replace("$.value", "$", StringComparison.Ordinal) ?? "$"}: {exception.Message}"];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return [$"$: {exception.GetType().Name}: {exception.Message}"];
        }
    }
}
