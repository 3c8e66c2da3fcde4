using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace OpenApiGen.Json;

// All failures of reading are thrown from here, without a path: whoever started the read knows where it began and adds it
// (see JsonLocation). Kept out of line so that the good paths stay small.
internal static class JsonFailure
{
    private const int MaxShown = 64;
    private const int MaxListed = 20;

    public static JsonException Unexpected(ref Utf8JsonReader reader, string expected) =>
        new JsonUnexpectedException("", expected, Describe(ref reader));

    [DoesNotReturn]
    public static void ThrowUnexpected(ref Utf8JsonReader reader, string expected) => throw Unexpected(ref reader, expected);

    [DoesNotReturn]
    public static void ThrowUnlisted(ref Utf8JsonReader reader, string typeName, string[] values) =>
        throw Unexpected(ref reader, $"one of {Some(values)} ({typeName})");

    public static JsonException NotListed(long value, string typeName, string[] values) =>
        new($"{value.ToString(CultureInfo.InvariantCulture)} cannot be written as {typeName}: its values are {Some(values)}");

    private static string Some(string[] values) =>
        string.Join(", ", values, 0, Math.Min(values.Length, MaxListed)) + (values.Length > MaxListed ? ", …" : "");

    [DoesNotReturn]
    public static void ThrowNotObject(ref Utf8JsonReader reader, string typeName) =>
        throw new JsonUnexpectedException(typeName + ": ", "an object", Kind(reader.TokenType));

    [DoesNotReturn]
    public static void ThrowMissing(string typeName, string member) => throw new JsonMissingMemberException(typeName, member);

    [DoesNotReturn]
    public static void ThrowTruncated() => throw new JsonException("the JSON ends before the value does");

    public static string Kind(JsonTokenType token) =>
        token switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            JsonTokenType.String => "a string",
            JsonTokenType.Number => "a number",
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            JsonTokenType.Null => "null",
            JsonTokenType.PropertyName => "a member name",
            JsonTokenType.None => "nothing",
            _ => token.ToString(),
        };

    private static string Describe(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.String => $"string \"{Text(ref reader)}\"",
            JsonTokenType.PropertyName => $"member name \"{Text(ref reader)}\"",
            JsonTokenType.Number => $"number {Text(ref reader)}",
            _ => Kind(reader.TokenType),
        };

    private static string Text(ref Utf8JsonReader reader)
    {
        string text;
        try
        {
            text = reader.TokenType == JsonTokenType.Number ? Utf8Text.Ascii(ref reader) : reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "(not UTF-8)";
        }

        if (text.Length <= MaxShown)
            return text;
        return text.Substring(0, char.IsHighSurrogate(text[MaxShown - 1]) ? MaxShown - 1 : MaxShown) + "…";
    }

    public static string At(string? path, long? line, long? position) =>
        string.Format(
            CultureInfo.InvariantCulture,
            line is null ? " Path: {0}." : " Path: {0} | LineNumber: {1} | BytePositionInLine: {2}.",
            path,
            line,
            position
        );
}

// A member that is not there has no token to point at: the path is that of the object plus the name.
internal sealed class JsonMissingMemberException(string typeName, string member)
    : JsonException($"{typeName}: the required member '{member}' is missing")
{
    public string Member { get; } = member;
}

internal sealed class JsonUnexpectedException(string prefix, string expected, string found)
    : JsonException($"{prefix}expected {expected}, found {found}")
{
    public string Expected => expected;

    public string Found => found;
}

// Within the exception that is thrown where more than one thing is wrong.
internal sealed class JsonFaultsException(JsonException first, IReadOnlyList<ApiFault> faults) : JsonException(first.Message, first)
{
    private const int MostNamed = 20;

    public IReadOnlyList<ApiFault> Faults => faults;

    /// <summary>The first failure, with all others in its message.</summary>
    public static JsonException Of(JsonException first, IReadOnlyList<ApiFault> faults, bool isAll)
    {
        if (faults.Count < 2)
            return first;
        IEnumerable<string> named = faults.Skip(1).Take(MostNamed).Select(static f => f.ToString().TrimEnd('.'));
        bool isLong = !isAll || faults.Count > MostNamed + 1;
        string message =
            $"{first.Message} And {(isAll ? "" : "at least ")}{faults.Count - 1} more: {string.Join("; ", named)}{(isLong ? "; …" : ".")}";
        return new JsonException(message, first.Path, first.LineNumber, first.BytePositionInLine, new JsonFaultsException(first, faults));
    }
}
