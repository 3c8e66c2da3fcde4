using System.Text;
using System.Text.Json;

namespace OpenApiGen.Json;

public static partial class JsonRoot
{
    /// <summary>How many faults a refusal names: whoever sends more of them does not get more work out of us.</summary>
    private const int MostRefused = 100;

    /// <summary>Reads a text once more, and keeps what is wrong in it, and spellings that would not be written.</summary>
    /// <param name="text">The text.</param>
    /// <param name="read">Reads the value.</param>
    /// <param name="reading">What happens to what is wrong.</param>
    /// <param name="failure">What the first reading ended with; null where it did not fail.</param>
    /// <param name="first">What the first reading gave.</param>
    /// <param name="faults">What is wrong.</param>
    internal static T Again<T>(
        byte[] text,
        JsonReadFunc<T> read,
        ApiReading reading,
        JsonException? failure,
        T first,
        out IReadOnlyList<ApiFault> faults
    )
    {
        faults = [];
        bool isStrict = reading == ApiReading.Strict;
        var keeping = new JsonKeeping(text, isStrict ? MostRefused : int.MaxValue);
        var scope = ReadScope.Begin(ReadMarks.Whole);
        keeping.Start();
        T value = default!;
        bool isRead = false;
        try
        {
            var reader = new Utf8JsonReader(text, isFinalBlock: true, state: default);
            reader.Read();
            value = read(ref reader);
            isRead = !reader.Read();
            JsonText.CheckWhole(text);
        }
        catch (Exception e) when (JsonLocation.NeedsPath(e))
        {
            // Not JSON, or the value as a whole is not what was declared, or there is too much wrong with it.
        }
        finally
        {
            JsonKeeping.End();
            scope.End();
        }

        if (failure is null)
            return isRead && keeping.Faults.Count == 0 ? value : first;
        if (!isRead && !(isStrict && keeping.IsFull))
            throw failure;
        keeping.Locate();
        if (isStrict || keeping.Faults.Count == 0)
            throw JsonFaultsException.Of(failure, keeping.Faults, isRead);
        faults = keeping.Faults;
        return value;
    }

    /// <summary>A failure with all others of the same value.</summary>
    /// <param name="failure">The first one.</param>
    /// <param name="start">A copy of the reader, on the first token of the value.</param>
    /// <param name="read">Reads the value.</param>
    internal static JsonException All<T>(JsonException failure, Utf8JsonReader start, JsonReadFunc<T> read)
    {
        try
        {
            Again(
                Encoding.UTF8.GetBytes(JsonElement.ParseValue(ref start).GetRawText()),
                read,
                ApiReading.Strict,
                failure,
                default!,
                out _
            );
            return failure;
        }
        catch (JsonException all)
        {
            return all.InnerException is JsonFaultsException ? all : failure;
        }
    }

    /// <summary>A value with the spellings it came in.</summary>
    /// <param name="value">The value.</param>
    /// <param name="start">A copy of the reader, on its first token.</param>
    /// <param name="read">Reads the value.</param>
    internal static T Spelled<T>(T value, Utf8JsonReader start, JsonReadFunc<T> read)
    {
        if (start.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return value;
        return Again(Encoding.UTF8.GetBytes(JsonElement.ParseValue(ref start).GetRawText()), read, ApiReading.Strict, null, value, out _);
    }
}
