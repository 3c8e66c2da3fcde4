using System.Globalization;
using System.Text;

namespace OpenApiGen.AspNetCore;

/// <summary>
/// A path of a description (OpenAPI 3.2, "Paths Object"). ASP.NET Core finds the endpoint; the values are taken from the path as it came, since only there
/// are the delimiters of a style told from data.
/// </summary>
internal sealed class RouteTemplate
{
    private readonly List<List<Part>> _segments = [];
    private readonly List<KeyValuePair<string, string>> _query = [];

    public RouteTemplate(string template)
    {
        Text = template;
        string path = template.Split('#')[0];
        int query = path.IndexOf('?', StringComparison.Ordinal);
        if (query >= 0)
        {
            _query = WireText.Pairs(path[(query + 1)..]);
            path = path[..query];
        }

        foreach (string segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries)) _segments.Add(Parse(segment));
        Pattern = Write();
    }

    public string Text { get; }

    /// <summary>The route pattern of ASP.NET Core; two paths of the same pattern are told apart by <see cref="Match"/>.</summary>
    public string Pattern { get; }

    /// <summary>Whether it asks for pairs of the query, as some descriptions do in the path: such a one goes before one that asks for none.</summary>
    public bool HasQuery => _query.Count > 0;

    /// <summary>The value of each path parameter, still encoded; null where the request is for another path.</summary>
    /// <param name="segments">The path of the request as it came.</param>
    /// <param name="query">Its query.</param>
    public Dictionary<string, string>? Match(string[] segments, List<KeyValuePair<string, string>> query)
    {
        Dictionary<string, string> values = [];
        foreach (KeyValuePair<string, string> asked in _query)
        {
            int given = query.FindIndex(pair => pair.Key == asked.Key && (pair.Value == asked.Value || IsParameter(asked.Value)));
            if (given < 0) return null;
            if (IsParameter(asked.Value)) values[asked.Value[1..^1]] = query[given].Value;
        }

        if (segments.Length < _segments.Count) return null;
        ReadOnlySpan<string> own = segments.AsSpan(segments.Length - _segments.Count);
        for (int i = 0; i < own.Length; i++)
            if (!MatchParts(own[i], _segments[i], 0, values)) return null;
        return values;
    }

    private static bool IsParameter(string value) => value is ['{', .., '}'];

    /// <summary>A parameter takes as little as it can, and one character at least; the last takes the rest.</summary>
    private static bool MatchParts(string text, List<Part> parts, int index, Dictionary<string, string> values)
    {
        if (index == parts.Count) return text.Length == 0;
        Part part = parts[index];
        if (!part.IsParameter)
        {
            for (int end = part.Text.Length; end <= text.Length; end++)
            {
                if (WireText.Decode(text[..end]) == part.Text && MatchParts(text[end..], parts, index + 1, values)) return true;
            }

            return false;
        }

        for (int end = index == parts.Count - 1 ? text.Length : 1; end <= text.Length; end++)
        {
            if (!MatchParts(text[end..], parts, index + 1, values)) continue;
            values[part.Text] = text[..end];
            return true;
        }

        return false;
    }

    private static List<Part> Parse(string segment)
    {
        List<Part> parts = [];
        for (int i = 0; i < segment.Length;)
        {
            int open = segment.IndexOf('{', i), close = open < 0 ? -1 : segment.IndexOf('}', open);
            if (close < 0 || close == open + 1) open = segment.Length;
            if (open > i) parts.Add(new Part(WireText.Decode(segment[i..open]), false));
            if (close < 0 || open == segment.Length) break;
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
                if (part.IsParameter) pattern.Append(CultureInfo.InvariantCulture, $"{{p{count++}}}");
                else pattern.Append(part.Text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            }
        }

        return pattern.Length == 0 ? "/" : pattern.ToString();
    }

    private static bool IsPlain(List<Part> segment)
    {
        for (int i = 0; i < segment.Count; i++)
        {
            if (i > 0 && segment[i].IsParameter && segment[i - 1].IsParameter) return false;
            if (!segment[i].IsParameter && segment[i].Text.AsSpan().IndexOfAny('?', '/', '~') >= 0) return false;
        }

        return true;
    }

    /// <summary>A parameter's name, or text.</summary>
    private readonly record struct Part(string Text, bool IsParameter);
}
