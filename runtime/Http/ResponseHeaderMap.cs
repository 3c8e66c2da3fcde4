using System.Net.Http;
using System.Net.Http.Headers;

namespace OpenApiGen.Http;

internal static class ResponseHeaderMap
{
    /// <summary>All headers of a response by name. Works on a disposed response too: headers are kept apart from the connection.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(HttpResponseMessage? response)
    {
        var map = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        if (response is null)
            return map;
        Add(map, response.Headers);
        if (response.Content is not null)
            Add(map, response.Content.Headers);
        return map;
    }

    private static void Add(Dictionary<string, IReadOnlyList<string>> map, HttpHeaders headers)
    {
#if NET
        // As received: validation would reformat and reorder values.
        foreach (var header in headers.NonValidated)
            map[header.Key] = header.Value.ToArray();
#else
        foreach (var header in headers)
            map[header.Key] = header.Value.ToArray();
#endif
    }
}
