using System.Globalization;
using System.Text;

namespace OpenApiGen.AspNetCore;

/// <summary>
/// A path of a description (OpenAPI 3.2, "Paths Object"). ASP.NET Core finds the endpoint; the values are taken from the path as it came,
/// since only there
/// are the delimiters of a style told from data.
/// </summary>
internal sealed class RouteTemplate
{
    private readonly List<List<Part>> _segments = [];
    private readonly IReadOnlyList<KeyValuePair<string, string>> _query = [];

    public RouteTemplate(string template)
    {
        Text = template;
        string path = template.Split('#')[0];
        int query = path.IndexOf('?', StringComparison.Ordinal);
        if (query >= 0)
        {
            _query = WireText.Pairs(path[(query + 1)..]).All;
            path = path[..query];
        }

        foreach (string segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            _segments.Add(Parse(segment));
        Pattern = Write();
    }

    public string Text { get; }

    /// <summary>The route pattern of ASP.NET Core; two paths of the same pattern are told apart by <see cref="Match"/>.</summary>
    public string Pattern { get; }

    /// <summary>
    /// Whether it asks for pairs of the query, as some descriptions do in the path: such a one goes before one that asks for none.
    /// </summary>
    public bool HasQuery => _query.Count > 0;

    /// <summary>The value of each path parameter, still encoded; null where the request is for another path.</summary>
    /// <param name="segments">The path of the request as it came.</param>
    /// <param name="query">Its query.</param>
    public Dictionary<string, string>? Match(string[] segments, WirePairs query)
    {
        Dictionary<string, string> values = [];
        foreach (KeyValuePair<string, string> asked in _query)
        {
            IReadOnlyList<string> given = query.Of(asked.Key);
            if (IsParameter(asked.Value) ? given.Count == 0 : !given.Contains(asked.Value))
                return null;
            if (IsParameter(asked.Value))
                values[asked.Value[1..^1]] = given[0];
        }

        if (segments.Length < _segments.Count)
            return null;
        ReadOnlySpan<string> own = segments.AsSpan(segments.Length - _segments.Count);
        for (int i = 0; i < own.Length; i++)
            if (!MatchParts(own[i], _segments[i], values))
                return null;
        return values;
    }

    private static bool IsParameter(string value) => value is ['{', .., '}'];

    /// <summary>
    /// A parameter takes as little as it can, and one character at least; the last takes the rest. So the text between two parameters is
    /// where it is first
    /// found, and only that at the end is looked for there: each is looked for once.
    /// </summary>
    private static bool MatchParts(string text, List<Part> parts, Dictionary<string, string> values)
    {
        if (parts is [{ IsParameter: true } only])
        {
            values[only.Text] = text;
            return true;
        }

        PathText path = new(text);
        int at = 0;
        for (int i = 0; i < parts.Count; i++)
        {
            Part part = parts[i];
            if (!part.IsParameter)
            {
                if (!path.StartsWith(part.Text, at))
                    return false;
                at += part.Text.Length;
                continue;
            }

            int end = End(path, parts, i, at);
            if (end < 0)
                return false;
            values[part.Text] = path.Raw(at, end);
            at = end;
        }

        return at == path.Length;
    }

    /// <summary>Where a parameter ends that begins at a place; -1 where it can not.</summary>
    private static int End(PathText path, List<Part> parts, int index, int start)
    {
        int least = path.Next(start);
        if (least < 0)
            return -1;
        if (index == parts.Count - 1)
            return path.Length;
        Part next = parts[index + 1];
        if (next.IsParameter)
            return least;
        if (index + 1 < parts.Count - 1)
            return path.IndexOf(next.Text, least);
        int last = path.Length - next.Text.Length;
        return last >= least && path.StartsWith(next.Text, last) ? last : -1;
    }

    private static List<Part> Parse(string segment)
    {
        List<Part> parts = [];
        for (int i = 0; i < segment.Length; )
        {
            int open = segment.IndexOf('{', i),
                close = open < 0 ? -1 : segment.IndexOf('}', open);
            if (close < 0 || close == open + 1)
                open = segment.Length;
            if (open > i)
                parts.Add(new Part(WireText.Decode(segment[i..open]), false));
            if (close < 0 || open == segment.Length)
                break;
            parts.Add(new Part(segment[(open + 1)..close], true));
            i = close + 1;
        }

        return parts;
    }

    private string Write()
    {
        StringBuilder pattern = new();
        int count = 0;
        foreach (List<Part> segment in _segments)
        {
            pattern.Append('/');
            if (!IsPlain(segment))
            {
                // What a route can not say is one parameter, and compared afterwards.
                pattern.Append(CultureInfo.InvariantCulture, $"{{p{count++}}}");
                continue;
            }

            foreach (Part part in segment)
            {
                if (part.IsParameter)
                    pattern.Append(CultureInfo.InvariantCulture, $"{{p{count++}}}");
                else
                    pattern.Append(part.Text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            }
        }

        return pattern.Length == 0 ? "/" : pattern.ToString();
    }

    private static bool IsPlain(List<Part> segment)
    {
        for (int i = 0; i < segment.Count; i++)
        {
            if (i > 0 && segment[i].IsParameter && segment[i - 1].IsParameter)
                return false;
            if (!segment[i].IsParameter && segment[i].Text.AsSpan().IndexOfAny('?', '/', '~') >= 0)
                return false;
        }

        return true;
    }

    /// <summary>A parameter's name, or text.</summary>
    private readonly record struct Part(string Text, bool IsParameter);
}
