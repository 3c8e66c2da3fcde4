namespace OpenApiGen.Corpus;

/// <summary>What is known to fall short, with its reason. A gap that was closed is a fault until it leaves the list.</summary>
internal sealed class KnownGaps
{
    private readonly Dictionary<string, string> _reasons = new(StringComparer.Ordinal);

    /// <summary>Lines of a name, white space and a reason; comments begin with <c>#</c>.</summary>
    public static KnownGaps Read(string? path)
    {
        KnownGaps gaps = new();
        foreach (string line in path is null ? [] : File.ReadAllLines(path))
        {
            string text = line.Trim();
            if (text.Length == 0 || text[0] == '#') continue;
            string[] parts = text.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
            gaps._reasons.Add(parts[0], parts.Length == 2 ? parts[1] : "");
        }

        return gaps;
    }

    /// <summary>The faults of a document; each first line begins with its name.</summary>
    public IReadOnlyList<string> Judge(SpecRow row, out IReadOnlyList<string> expected)
    {
        List<string> faults = [];
        List<string> known = [];
        Look(row.Spec, !row.Clean, row.Details);
        foreach (string schema in row.SchemasLost)
        {
            Look($"{row.Spec}/{schema}", true, [.. row.Differences.Where(d => d.StartsWith(schema, StringComparison.Ordinal) && d[schema.Length] is '/' or ':')]);
        }

        // A run without payloads says nothing about those of a schema.
        foreach (string name in row.Payloads == 0 ? [] : _reasons.Keys.Where(n => n.StartsWith(row.Spec + "/", StringComparison.Ordinal)))
        {
            if (!row.SchemasLost.Contains(name[(row.Spec.Length + 1)..])) Look(name, false, []);
        }

        expected = known;
        return faults;

        void Look(string name, bool fellShort, IReadOnlyList<string> details)
        {
            bool listed = _reasons.TryGetValue(name, out string? reason);
            if (listed && reason!.Length == 0) faults.Add($"{name}: a known gap needs its reason");
            else if (listed && fellShort) known.Add($"{name}: {reason}");
            else if (listed) faults.Add($"{name}: works, though known to fail: {reason}");
            else if (fellShort) faults.Add(string.Join("\n    ", details.Take(3).Prepend(name)));
        }
    }
}
