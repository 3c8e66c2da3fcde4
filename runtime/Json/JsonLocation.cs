using System.Text;
using System.Text.Json;

namespace OpenApiGen.Json;

// Names the place of a failure after the fact: reading tracks nothing, a copy of the reader taken at the start is read again
// up to the token that failed. The good path pays for that copy only.
internal static class JsonLocation
{
    /// <summary>Whether an exception is a failure of reading that has no path yet.</summary>
    public static bool NeedsPath(Exception exception) =>
        exception switch
        {
            JsonException json => json.Path is null,
            FormatException or InvalidOperationException or OverflowException => true, // thrown by Utf8JsonReader's getters
            _ => false,
        };

    /// <summary>The same failure with its place.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="start">The reader as it was when the read started, on the first token of the value or before it.</param>
    /// <param name="failedAt"><see cref="Utf8JsonReader.TokenStartIndex"/> of the reader that failed.</param>
    /// <param name="text">The whole text, when it is at hand, to count lines in.</param>
    public static JsonException Locate(Exception failure, Utf8JsonReader start, long failedAt, ReadOnlySpan<byte> text)
    {
        var inner = failure as JsonException;
        string path = Find(start, inner is { LineNumber: not null } ? long.MaxValue : failedAt);
        if (failure is JsonMissingMemberException missing)
            path += Segment(missing.Member);

        long? line = inner?.LineNumber,
            position = inner?.BytePositionInLine;
        if (line is null && !text.IsEmpty)
        {
            ReadOnlySpan<byte> before = text.Slice(0, (int)Math.Min(failedAt, text.Length));
            position = before.Length - 1 - before.LastIndexOf((byte)'\n');
            line = 0;
            foreach (byte b in before)
                if (b == '\n')
                    line++;
        }

        // JsonReaderException ends its message with its own line and position.
        string message = failure.Message;
        int end = message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        if (end >= 0)
            message = message.Substring(0, end);
        if (message.Length == 0 || message[message.Length - 1] != '.')
            message += ".";
        return new JsonException(message + JsonFailure.At(path, line, position), path, line, position, failure);
    }

    private static string Find(Utf8JsonReader reader, long failedAt)
    {
        var open = new List<Frame>();
        try
        {
            if (reader.TokenType == JsonTokenType.None && !reader.Read())
                return "$";
            do
            {
                bool failed = reader.TokenStartIndex >= failedAt;
                Frame? top = open.Count == 0 ? null : open[open.Count - 1];
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        if (top is not null)
                            top.Name = Name(ref reader);
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        if (top is not null)
                            top.Leave();
                        if (failed)
                            return Format(open);
                        open.RemoveAt(open.Count - 1);
                        if (open.Count == 0)
                            return "$";
                        open[open.Count - 1].HasValue = true;
                        continue;
                    default:
                        top?.Enter();
                        if (!failed && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                            open.Add(new Frame(isArray: reader.TokenType == JsonTokenType.StartArray));
                        else if (top is not null)
                            top.HasValue = true;
                        break;
                }

                if (failed)
                    return Format(open);
            } while (reader.Read());
        }
        catch (JsonException)
        {
            // The text itself is broken here: the place is where the next token would have stood.
            if (open.Count > 0)
                open[open.Count - 1].Next();
        }

        return Format(open);
    }

    /// <summary>The paths of several tokens, in one walk.</summary>
    /// <param name="text">The whole text, which has been read before.</param>
    /// <param name="places">Where the tokens start, in ascending order. The end of an object or array has the path of its start.</param>
    public static string[] Paths(ReadOnlySpan<byte> text, List<long> places)
    {
        var paths = new string[places.Count];
        var open = new List<Frame>();
        var reader = new Utf8JsonReader(text, isFinalBlock: true, state: default);
        for (int next = 0; next < paths.Length && reader.Read(); )
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                open.RemoveAt(open.Count - 1);
            else if (reader.TokenType == JsonTokenType.PropertyName)
                open[open.Count - 1].Name = Name(ref reader);
            else if (open.Count > 0)
                open[open.Count - 1].Enter();

            for (; next < paths.Length && places[next] <= reader.TokenStartIndex; next++)
                paths[next] = Format(open);
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                open.Add(new Frame(isArray: reader.TokenType == JsonTokenType.StartArray));
        }

        return paths;
    }

    private static string Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD"; // a name that is not UTF-8 has no spelling
        }
    }

    private static string Format(List<Frame> open)
    {
        var path = new StringBuilder("$");
        foreach (Frame frame in open)
        {
            if (!frame.IsArray)
                path.Append(frame.Name is null ? "" : Segment(frame.Name));
            else if (frame.Index >= 0)
                path.Append('[').Append(frame.Index).Append(']');
        }

        return path.ToString();
    }

    /// <summary>
    /// RFC 9535: <c>.name</c> where a name is a plain word, else <c>['name']</c> with <c>\</c> before quote and backslash.
    /// </summary>
    public static string Segment(string name)
    {
        bool plain = name.Length > 0 && !(name[0] is >= '0' and <= '9');
        foreach (char c in name)
            plain &= c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '$' or '-' or > '\u007F';
        return plain ? "." + name : "['" + name.Replace("\\", "\\\\").Replace("'", "\\'") + "']";
    }

    private sealed class Frame(bool isArray)
    {
        public readonly bool IsArray = isArray;
        public string? Name;
        public int Index = -1;
        public bool HasValue;

        public void Enter()
        {
            Index++;
            HasValue = false;
        }

        public void Leave()
        {
            Name = null;
            Index = -1;
        }

        public void Next()
        {
            if (IsArray)
                Index++;
            else if (HasValue)
                Name = null;
        }
    }
}
