using System.Globalization;
using System.Text.Json;

namespace OpenApiGen.Integration.Tests.Support;

/// <summary>Semantic comparison: members in any order, numbers by value, date-times by instant; absent is not null.</summary>
internal static class JsonAssert
{
    public static void Same(string expected, string actual)
    {
        using JsonDocument e = JsonDocument.Parse(expected);
        using JsonDocument a = JsonDocument.Parse(actual);
        var differences = new List<string>();
        Compare(e.RootElement, a.RootElement, "$", differences);
        Assert.True(differences.Count == 0, string.Join("\n", differences) + "\nin " + actual);
    }

    private static void Compare(JsonElement expected, JsonElement actual, string path, List<string> differences)
    {
        switch (expected.ValueKind, actual.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                foreach (JsonProperty member in expected.EnumerateObject())
                {
                    if (actual.TryGetProperty(member.Name, out JsonElement other))
                        Compare(member.Value, other, $"{path}.{member.Name}", differences);
                    else
                        differences.Add($"{path}.{member.Name}: missing");
                }

                foreach (JsonProperty member in actual.EnumerateObject().Where(it => !expected.TryGetProperty(it.Name, out _)))
                    differences.Add($"{path}.{member.Name}: not expected");
                break;

            case (JsonValueKind.Array, JsonValueKind.Array) when expected.GetArrayLength() == actual.GetArrayLength():
                for (int i = 0; i < expected.GetArrayLength(); i++)
                    Compare(expected[i], actual[i], $"{path}[{i}]", differences);
                break;

            case (JsonValueKind.String, JsonValueKind.String) when Instant(expected) is { } instant && Instant(actual) == instant:
                break;

            default:
                if (!JsonElement.DeepEquals(expected, actual))
                    differences.Add($"{path}: expected {expected.GetRawText()}, found {actual.GetRawText()}");
                break;
        }
    }

    private static DateTimeOffset? Instant(JsonElement text) =>
        text.GetString() is { Length: > 18 } s
        && DateTimeOffset.TryParse(s, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? instant
            : null;
}
