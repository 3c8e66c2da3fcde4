using System.Text;

namespace OpenApiGen.Http;

// Server + expanded path template + query -> the URI that goes over the wire, exactly.
internal static class RequestUri
{
    /// <summary>Replaces <c>{name}</c> in a path template by its expansion; the result begins with <c>/</c> and may have a query.</summary>
    /// <exception cref="ArgumentException">An expression has no value.</exception>
    public static string Expand(string template, List<KeyValuePair<string, string>> values)
    {
        // Some documents tell operations of one path apart by a fragment; it is never sent.
        int end = template.IndexOf('#');
        if (end < 0)
            end = template.Length;
        int query = template.IndexOf('?', 0, end);
        int pathEnd = query < 0 ? end : query;

        var path = new StringBuilder(template.Length + 32);
        if (pathEnd == 0 || template[0] != '/')
            path.Append('/');
        Expand(path, template, 0, pathEnd, KeptCharacters.PathTemplate, values);
        string result = EncodeDotSegments(path.ToString());
        if (query < 0)
            return result;
        path.Clear().Append(result).Append('?');
        Expand(path, template, query + 1, end, KeptCharacters.QueryTemplate, values);
        return path.ToString();
    }

    private static void Expand(
        StringBuilder target,
        string template,
        int start,
        int end,
        in KeptCharacters kept,
        List<KeyValuePair<string, string>> values
    )
    {
        for (int i = start; i < end; )
        {
            int open = template.IndexOf('{', i, end - i);
            int close = open < 0 ? -1 : template.IndexOf('}', open, end - open);
            int literalEnd = close < 0 ? end : open;
            PercentEncoding.Append(target, template.Substring(i, literalEnd - i), kept);
            if (close < 0)
                break;
            target.Append(Find(template, template.Substring(open + 1, close - open - 1), values));
            i = close + 1;
        }
    }

    /// <summary>The absolute URI, sent as it is written here.</summary>
    /// <param name="server">Absolute, without a slash at its end.</param>
    /// <param name="pathAndQuery">Encoded; begins with a slash.</param>
    public static Uri Create(string server, string pathAndQuery)
    {
        string text = server + pathAndQuery;
        var uri = new Uri(text, UriKind.Absolute);
#if NET
        // System.Uri unescapes %2E and then resolves dot segments, so that a value climbs. It can be told not to; such a URI equals no
        // other one (which mocks like to compare), hence only where it makes a difference.
        if (uri.AbsoluteUri != text)
            uri = new Uri(text, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
#else
        if (Segments(uri.AbsoluteUri) != Segments(text))
            throw new ArgumentException(
                "A path parameter is '.' or '..' or has a slash in it, and System.Uri of this framework would let it change the path."
            );
#endif
        return uri;
    }

    private static string Find(string template, string name, List<KeyValuePair<string, string>> values)
    {
        foreach (var pair in values)
            if (pair.Key == name)
                return pair.Value;
        throw new ArgumentException($"Path parameter '{name}' of '{template}' has no value.");
    }

    // A segment `.` or `..`, however spelled, would climb (RFC 3986 section 5.2.4).
    private static string EncodeDotSegments(string path)
    {
        if (path.IndexOf("/.", StringComparison.Ordinal) < 0 && path.IndexOf("%2e", StringComparison.OrdinalIgnoreCase) < 0)
            return path;

        string[] segments = path.Split('/');
        for (int i = 0; i < segments.Length; i++)
        {
            string dots = segments[i].Replace("%2e", ".").Replace("%2E", ".");
            if (dots is "." or "..")
                segments[i] = dots.Replace(".", "%2E");
        }

        return string.Join("/", segments);
    }

#if !NET
    private static int Segments(string uri)
    {
        int count = 0;
        foreach (char c in uri)
        {
            if (c == '?')
                break;
            if (c == '/')
                count++;
        }

        return count;
    }
#endif
}
