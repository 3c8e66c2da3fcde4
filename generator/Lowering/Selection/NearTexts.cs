using System;
using System.Collections.Generic;
using System.Linq;

namespace OpenApiGen.Generator.Lowering.Selection;

/// <summary>What somebody may have meant who wrote something that is not there.</summary>
internal static class NearTexts
{
    private const int Most = 3;

    /// <summary>The texts that differ from a pattern, without regard to case, in at most a third of its letters; nearest first.</summary>
    public static string[] Of(string pattern, IEnumerable<string> texts) =>
        [
            .. texts
                .Select(text => (Text: text, Distance: Distance(pattern.ToLowerInvariant(), text.ToLowerInvariant())))
                .Where(t => t.Distance <= Math.Max(1, pattern.Length / 3))
                .OrderBy(static t => t.Distance)
                .Select(static t => t.Text)
                .Take(Most),
        ];

    /// <summary>Levenshtein's distance.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
