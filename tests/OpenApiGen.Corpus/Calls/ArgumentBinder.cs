using System.Reflection;
using System.Text;
using System.Text.Json;

namespace OpenApiGen.Corpus.Calls;

/// <summary>JSON to what a method of a client takes.</summary>
internal static class ArgumentBinder
{
    /// <param name="mediaType">Of a body; null for a parameter.</param>
    public static object? Bind(JsonElement json, Type type, string? mediaType)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(ApiFile))
            return new ApiFile(Encoding.UTF8.GetBytes(Text(json)));
        if (plain == typeof(HttpContent))
            return new StringContent(Text(json), Encoding.UTF8, mediaType!.Split(';')[0].Trim());
        if (plain == typeof(string))
            return Text(json);
        // The serializer knows capital letters alone; what the client does with them is tested elsewhere.
        if (plain == typeof(DateTimeOffset))
            return DateTimeOffset.Parse(Text(json), System.Globalization.CultureInfo.InvariantCulture);
        if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
        {
            Type item = plain.GetGenericArguments()[0];
            return s_each.MakeGenericMethod(item).Invoke(null, [JsonSerializer.Deserialize(Lines(json), item.MakeArrayType())]);
        }

        if (mediaType is not null && IsLines(mediaType))
            return JsonSerializer.Deserialize(Lines(json), type);
        return JsonSerializer.Deserialize(json, type);
    }

    private static readonly MethodInfo s_each = typeof(ArgumentBinder).GetMethod(
        nameof(Each),
        BindingFlags.Static | BindingFlags.NonPublic
    )!;

    private static string Text(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();

    /// <summary>The schema of lines is that of one, or of the list of them.</summary>
    private static string Lines(JsonElement json) => json.ValueKind == JsonValueKind.Array ? json.GetRawText() : $"[{json.GetRawText()}]";

    private static bool IsLines(string mediaType) =>
        mediaType.Contains("json", StringComparison.Ordinal)
        && (
            mediaType.Contains("jsonl", StringComparison.Ordinal)
            || mediaType.Contains("ndjson", StringComparison.Ordinal)
            || mediaType.Contains("json-seq", StringComparison.Ordinal)
        );

    private static async IAsyncEnumerable<T> Each<T>(T[] items)
    {
        foreach (T item in items)
            yield return item;
        await Task.CompletedTask;
    }
}
