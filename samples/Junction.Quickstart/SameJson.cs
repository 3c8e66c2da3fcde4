using System.Globalization;
using System.Text.Json;

namespace Junction.Quickstart;

/// <summary>Whether two JSON texts mean the same: members in any order, numbers by value, date-times by instant.</summary>
internal static class SameJson
{
    public static bool Compare(ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right)
    {
        using JsonDocument a = JsonDocument.Parse(left);
        using JsonDocument b = JsonDocument.Parse(right);
        return Compare(a.RootElement, b.RootElement);
    }

    private static bool Compare(JsonElement a, JsonElement b) =>
        (a.ValueKind, b.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => a.GetPropertyCount() == b.GetPropertyCount()
                && a.EnumerateObject().All(member => b.TryGetProperty(member.Name, out JsonElement other) && Compare(member.Value, other)),
            (JsonValueKind.Array, JsonValueKind.Array) => a.GetArrayLength() == b.GetArrayLength()
                && a.EnumerateArray().Zip(b.EnumerateArray(), Compare).All(static same => same),
            (JsonValueKind.String, JsonValueKind.String) => a.GetString() == b.GetString()
                || (Instant(a) is { } instant && instant == Instant(b)),
            _ => JsonElement.DeepEquals(a, b),
        };

    private static DateTimeOffset? Instant(JsonElement text) =>
        DateTimeOffset.TryParse(text.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? instant
            : null;
}
