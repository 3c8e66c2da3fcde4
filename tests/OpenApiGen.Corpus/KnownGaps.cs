using System.Text.RegularExpressions;

namespace OpenApiGen.Corpus;

/// <summary>What is known to fall short, with its reason. A gap that was closed is a fault until it leaves the list.</summary>
internal sealed class KnownGaps
{
    private readonly Dictionary<string, string> _reasons = new(StringComparer.Ordinal);

    /// <summary>Lines of a name, in which a star stands for any text, white space and a reason; comments begin with <c>#</c>.</summary>
    public static KnownGaps Read(string? path)
    {
        KnownGaps gaps = new();
        foreach (string line in path is null ? [] : File.ReadAllLines(path))
        {
            string text = line.Trim();
            if (text.Length == 0 || text[0] == '#')
                continue;
            string[] parts = text.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
            gaps._reasons.Add(parts[0], parts.Length == 2 ? parts[1] : "");
        }

        return gaps;
    }

    /// <summary>Why something falls short; null where that is not known.</summary>
    public string? ReasonOf(string name) => _reasons.GetValueOrDefault(name);

    /// <summary>The faults of a document; each first line begins with its name.</summary>
    public IReadOnlyList<string> Judge(SpecRow row, out IReadOnlyList<string> expected)
    {
        List<string> faults = [];
        List<string> known = [];
        HashSet<string> used = new(StringComparer.Ordinal);
        if (_reasons.ContainsKey(row.Spec) || !row.Clean)
            Look(row.Spec, !row.Clean, row.Details);
        foreach (KeyValuePair<string, IReadOnlyList<string>> lost in row.Lost)
            Look($"{row.Spec}/{lost.Key}", true, lost.Value);

        // A run without payloads and calls says nothing about schemas and operations.
        foreach (
            string name in row.Payloads + row.Calls == 0
                ? []
                : _reasons.Keys.Where(n => n.StartsWith(row.Spec + "/", StringComparison.Ordinal))
        )
        {
            if (!used.Contains(name))
                Look(name, false, []);
        }

        expected = known;
        return faults;

        void Look(string name, bool fellShort, IReadOnlyList<string> details)
        {
            string? key = _reasons.ContainsKey(name) ? name : _reasons.Keys.FirstOrDefault(k => Matches(k, name));
            if (key is null)
            {
                if (fellShort)
                    faults.Add(string.Join("\n    ", details.Take(3).Prepend(name)));
                return;
            }

            string reason = _reasons[key];
            bool isFirst = used.Add(key);
            if (reason.Length == 0)
                faults.Add($"{key}: a known gap needs its reason");
            else if (!fellShort)
                faults.Add($"{key}: works, though known to fail: {reason}");
            else if (isFirst)
                known.Add($"{key}: {reason}");
        }
    }

    /// <summary>The faults of a run that is a list of names; one that is listed with a star may hold as well.</summary>
    public IReadOnlyList<string> Judge(IEnumerable<string> missed, IEnumerable<string> held)
    {
        List<string> faults =
        [
            .. _reasons.Where(static r => r.Value.Length == 0).Select(static r => $"{r.Key}: a known gap needs its reason"),
        ];
        foreach (string name in missed)
        {
            if (!_reasons.ContainsKey(name) && !_reasons.Keys.Any(k => Matches(k, name)))
                faults.Add(name);
        }

        faults.AddRange(held.Where(_reasons.ContainsKey).Select(n => $"{n}: works, though known to fail: {_reasons[n]}"));
        return faults;
    }

    /// <summary>A star stands for any text.</summary>
    private static bool Matches(string pattern, string name) =>
        pattern.Contains('*', StringComparison.Ordinal)
        && Regex.IsMatch(name, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant);
}
