using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpenApiGen.Testing;

/// <summary>
/// Equality of JSON as rule 1 of the contract means it: member order does not count; everything else must be the same to the letter,
/// absent and null kept apart. By value, numbers compare by value, date-times by instant, uuids without regard to letter case (RFC 9562,
/// 4).
/// </summary>
internal static partial class JsonComparison
{
    /// <summary>Each difference as "path: what".</summary>
    public static IReadOnlyList<string> Differences(JsonElement expected, JsonElement actual, bool byValue = false)
    {
        List<string> differences = [];
        Compare("$", expected, actual, byValue, differences);
        return differences;
    }

    private static void Compare(string path, JsonElement expected, JsonElement actual, bool byValue, List<string> differences)
    {
        if (expected.ValueKind != actual.ValueKind)
        {
            differences.Add($"{path}: {Short(expected)} became {Short(actual)}");
            return;
        }

        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                CompareObjects(path, expected, actual, byValue, differences);
                break;
            case JsonValueKind.Array:
                CompareArrays(path, expected, actual, byValue, differences);
                break;
            case JsonValueKind.Number when !SameNumber(expected.GetRawText(), actual.GetRawText(), byValue):
            case JsonValueKind.String when !SameText(expected.GetString()!, actual.GetString()!, byValue):
                differences.Add($"{path}: {Short(expected)} became {Short(actual)}");
                break;
        }
    }

    private static void CompareObjects(string path, JsonElement expected, JsonElement actual, bool byValue, List<string> differences)
    {
        // The last of duplicate members counts, as it does for every reader.
        Dictionary<string, JsonElement> members = [];
        foreach (JsonProperty member in actual.EnumerateObject())
            members[member.Name] = member.Value;

        Dictionary<string, JsonElement> wanted = [];
        foreach (JsonProperty member in expected.EnumerateObject())
            wanted[member.Name] = member.Value;

        foreach ((string name, JsonElement value) in wanted)
        {
            string child = Member(path, name);
            if (members.Remove(name, out JsonElement found))
                Compare(child, value, found, byValue, differences);
            else
                differences.Add($"{child}: {Short(value)} was lost");
        }

        foreach ((string name, JsonElement value) in members)
            differences.Add($"{Member(path, name)}: {Short(value)} was added");
    }

    private static void CompareArrays(string path, JsonElement expected, JsonElement actual, bool byValue, List<string> differences)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength())
        {
            differences.Add($"{path}: {expected.GetArrayLength()} items became {actual.GetArrayLength()}");
            return;
        }

        int index = 0;
        foreach ((JsonElement left, JsonElement right) in expected.EnumerateArray().Zip(actual.EnumerateArray()))
        {
            Compare($"{path}[{index++}]", left, right, byValue, differences);
        }
    }

    private static bool SameNumber(string expected, string actual, bool byValue) =>
        expected == actual || (byValue && JsonNumber.Parse(expected) == JsonNumber.Parse(actual));

    private static bool SameText(string expected, string actual, bool byValue) =>
        expected == actual || (byValue && SameValue(expected, actual));

    private static bool SameValue(string expected, string actual) =>
        (Guid.TryParseExact(expected, "D", out Guid one) && Guid.TryParseExact(actual, "D", out Guid other) && one == other)
        || (Instant(expected) is DateTimeOffset left && Instant(actual) is DateTimeOffset right && left == right);

    /// <summary>RFC 3339 date-time; one without an offset is read as UTC, as the runtime does.</summary>
    private static DateTimeOffset? Instant(string text)
    {
        if (!DateTimePattern().IsMatch(text))
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? instant
            : null;
    }

    private static string Member(string path, string name) =>
        name.Length > 0 && name.All(static c => char.IsLetterOrDigit(c) || c is '_') ? path + "." + name : $"{path}['{name}']";

    private static string Short(JsonElement value)
    {
        string text = value.GetRawText();
        return text.Length <= 80 ? text : text[..77] + "...";
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d([Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:?\d\d)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DateTimePattern();
}
