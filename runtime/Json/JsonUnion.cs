using System.ComponentModel;
using System.Text.Json;

namespace OpenApiGen.Json;

/// <summary>
/// What generated unions look at to choose a branch. Where the reader is passed by value it is a copy, and the caller's stays
/// on the first token of the union.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonUnion
{
    /// <summary>Looks for a string member of the object the reader stands on, wherever in the object it is.</summary>
    /// <param name="reader">A copy; on anything (<see langword="false"/> unless an object starts there).</param>
    /// <param name="member">The name, UTF-8.</param>
    /// <param name="value">Its value; of several members with that name, the first one's.</param>
    public static bool TryPeekString(Utf8JsonReader reader, ReadOnlySpan<byte> member, out string? value)
    {
        value = Seek(ref reader, member) && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return value is not null;
    }

    /// <summary>A string member of JSON that matched no branch; null when there is none.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="member">The name.</param>
    public static string? MemberOf(UnknownJson json, string member)
    {
        if (json is null)
            throw new ArgumentNullException(nameof(json));
        return
            json.Json.ValueKind == JsonValueKind.Object
            && json.Json.TryGetProperty(member, out JsonElement value)
            && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
    }

    /// <summary>Tries a branch: reads a value, or leaves the reader where it was.</summary>
    /// <typeparam name="T">The branch.</typeparam>
    /// <param name="reader">The reader, on the value's first token; on its last one if this succeeds.</param>
    /// <param name="read">Reads the branch.</param>
    /// <param name="value">What was read.</param>
    /// <returns><see langword="false"/> if the JSON is not of that branch.</returns>
    public static bool TryRead<T>(ref Utf8JsonReader reader, JsonReadFunc<T> read, out T? value)
    {
        if (read is null)
            throw new ArgumentNullException(nameof(read));
        UnionTrials trials = UnionTrials.Current;
        long at = reader.TokenStartIndex;
        if (trials.Find(at, read, out bool fits, out value))
        {
            if (fits && !reader.TrySkip())
                JsonFailure.ThrowTruncated();
            return fits;
        }

        Utf8JsonReader copy = reader;
        int begun = trials.Begin();
        JsonKeeping? keeping = JsonKeeping.Current;
        (bool, int) state = keeping?.BeginTrial() ?? default;
        ReadMarks marks = JsonKeeping.Marks;
        try
        {
            value = read(ref copy);
            fits = true;
        }
        catch (Exception e) when (e is JsonException || JsonLocation.NeedsPath(e))
        {
            value = default;

            // In a first reading marks stay: what a union within this branch gave is known then, and is not marked again.
            if (keeping is not null)
                JsonKeeping.Marks = marks;
            return false;
        }
        finally
        {
            keeping?.EndTrial(state);
            trials.End(at, read, begun, fits, value, mayKeep: !fits || keeping is null || value is IApiRecord);
        }

        reader = copy;
        return true;
    }

    // To the value of a member.
    private static bool Seek(ref Utf8JsonReader reader, ReadOnlySpan<byte> member)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool found = reader.ValueTextEquals(member);
            if (!reader.Read())
                break;
            if (found)
                return true;
            if (!reader.TrySkip())
                break;
        }

        return false;
    }

    /// <summary>The members of a branch that are there; none, and a count of -1, where one of them is another branch's.</summary>
    private static ulong Known(Utf8JsonReader reader, in UnionShape shape, out int count)
    {
        JsonMembers members = shape.Members;
        count = -1;
        if (reader.TokenType != JsonTokenType.StartObject)
            return 0;
        count = 0;
        ulong known = 0;
        int hint = 0;
        ulong seen = 0; // more than 64 members share its bits
        while (members.Next(ref reader, ref hint, ref seen, out int member))
        {
            if (member < 0)
            {
                if (!reader.Read())
                    JsonFailure.ThrowTruncated();
            }
            else
            {
                if (!shape.Allows(member, ref reader))
                {
                    count = -1;
                    return 0;
                }

                count++;
                if (member < 64)
                    known |= 1UL << member;
            }

            if (!reader.TrySkip())
                JsonFailure.ThrowTruncated();
        }

        return known;
    }
}
