using System.Text.Json;

namespace OpenApiGen.AspNetCore;

/// <summary>
/// Names and values of a query, a form or cookies in the order in which they came. What a name has is found in one step: a client decides
/// how many there are,
/// and going through all of them for each would be quadratic.
/// </summary>
internal sealed class WirePairs
{
    /// <summary>How many names in brackets may follow each other, which is how deep JSON may nest where nothing else is said.</summary>
    private const int MaxDepth = 64;

    private readonly List<KeyValuePair<string, string>> _all = [];
    private readonly Dictionary<string, List<string>> _values = [];
    private readonly Dictionary<string, List<KeyValuePair<string, string>>> _bracketed = [];

    public IReadOnlyList<KeyValuePair<string, string>> All => _all;

    /// <summary>Whether of several values the first is meant, as it is of cookies of several paths (RFC 6265 section 5.4).</summary>
    public bool FirstCounts { get; init; }

    /// <summary>Each name once, in the order in which they came.</summary>
    public IEnumerable<string> Names => _values.Keys;

    public void Add(string name, string value)
    {
        _all.Add(new(name, value));
        Listed(_values, name).Add(value);
        int open = name.IndexOf('[', StringComparison.Ordinal);
        if (open >= 0 && name[^1] == ']')
            Listed(_bracketed, name[..open]).Add(new(name, value));
    }

    /// <summary>The values of a name as they came.</summary>
    public IReadOnlyList<string> Of(string name) => _values.TryGetValue(name, out List<string>? values) ? values : [];

    /// <summary>The one value of a name; null where it has none.</summary>
    /// <exception cref="JsonException">It has several, and no one can say which is meant.</exception>
    public string? One(string name) => Of(name) is { Count: > 0 } values ? One(values) : null;

    /// <summary>The one of several values.</summary>
    /// <exception cref="JsonException">There are several, and no one can say which is meant.</exception>
    public string One(IReadOnlyList<string> values) =>
        values.Count == 1 || FirstCounts ? values[0] : throw new JsonException($"It is there {values.Count} times, and is one value.");

    /// <summary>
    /// The names in brackets behind the name of a parameter, and the value: of <c>filter[a][0]=b</c>, <c>a</c> and <c>0</c>, and <c>b</c>.
    /// </summary>
    /// <exception cref="JsonException">A name nests deeper than anything that is read.</exception>
    public IEnumerable<(string[] Names, string Value)> Within(string parameter)
    {
        foreach ((string name, string value) in Candidates(parameter))
        {
            if (!IsWithin(name, parameter))
                continue;
            string[] names = name[(parameter.Length + 1)..^1].Split("][", MaxDepth + 1);
            if (names.Length > MaxDepth)
                throw new JsonException($"Its names in brackets nest more than {MaxDepth} deep.");
            yield return (names, value);
        }
    }

    /// <summary>The names that are the parameter's with brackets.</summary>
    public IEnumerable<string> NamesWithin(string parameter) =>
        Candidates(parameter).Where(pair => IsWithin(pair.Key, parameter)).Select(static pair => pair.Key);

    private static bool IsWithin(string name, string parameter) =>
        name.Length >= parameter.Length + 2 && name[parameter.Length] == '[' && name.StartsWith(parameter, StringComparison.Ordinal);

    // A parameter may have brackets in its own name.
    private List<KeyValuePair<string, string>> Candidates(string parameter)
    {
        int open = parameter.IndexOf('[', StringComparison.Ordinal);
        return _bracketed.TryGetValue(open < 0 ? parameter : parameter[..open], out List<KeyValuePair<string, string>>? found) ? found : [];
    }

    private static List<T> Listed<T>(Dictionary<string, List<T>> lists, string name)
    {
        if (!lists.TryGetValue(name, out List<T>? list))
            lists.Add(name, list = []);
        return list;
    }
}
