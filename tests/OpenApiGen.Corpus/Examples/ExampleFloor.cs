using System.Globalization;

namespace OpenApiGen.Corpus.Examples;

/// <summary>
/// How many values of each document are known to fall short, with the reasons. More than that is a fault; fewer is told, so that the number
/// is lowered.
/// </summary>
internal sealed class ExampleFloor
{
    private readonly Dictionary<string, (int Untyped, int Refused, int Unknown, int Tolerant, string Reason)> _lines = new(
        StringComparer.Ordinal
    );

    /// <summary>Lines of a document's name, four numbers and a reason; comments begin with <c>#</c>.</summary>
    public static ExampleFloor Read(string? path)
    {
        ExampleFloor floor = new();
        foreach (string line in path is null ? [] : File.ReadAllLines(path))
        {
            string text = line.Trim();
            if (text.Length == 0 || text[0] == '#')
                continue;
            string[] parts = text.Split((char[]?)null, 6, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 6)
                throw new FormatException($"{path}: a line needs a document, four numbers and a reason: {line}");
            floor._lines.Add(parts[0], (Number(parts[1]), Number(parts[2]), Number(parts[3]), Number(parts[4]), parts[5]));
        }

        return floor;
    }

    /// <summary>The faults of a document; the first line begins with its name.</summary>
    public IReadOnlyList<string> Judge(SpecRow row, out IReadOnlyList<string> expected)
    {
        expected = [];
        if (!row.Clean)
            return [string.Join("\n    ", row.Details.Take(3).Prepend(row.Spec))];
        if (row.Examples is not { } counts)
            return [];
        (int untyped, int refused, int unknown, int tolerant, string reason) = _lines.GetValueOrDefault(row.Spec);
        bool isWorse = counts.Untyped > untyped || counts.Refused > refused || counts.UnknownInvalid > unknown;
        // What a client cannot read, or writes otherwise than it came, is nobody else's fault.
        if (isWorse || counts.RefusedTolerantly > tolerant || counts.Changed > 0)
        {
            string known =
                $"{row.Spec}: {counts.Untyped} untyped, {counts.Refused} refused, {counts.UnknownInvalid} unknown, "
                + $"{counts.RefusedTolerantly} refused tolerantly; known are {untyped}, {refused}, {unknown}, {tolerant}; "
                + $"{counts.Changed} written back otherwise";
            return [string.Join("\n    ", row.Differences.Take(3).Prepend(known))];
        }

        if (untyped + refused + unknown + tolerant == 0)
            return [];
        bool isBetter =
            counts.Untyped < untyped || counts.Refused < refused || counts.UnknownInvalid < unknown || counts.RefusedTolerantly < tolerant;
        string now = $" (better now: {counts.Untyped} {counts.Refused} {counts.UnknownInvalid} {counts.RefusedTolerantly})";
        expected = [$"{row.Spec}: {reason}{(isBetter ? now : "")}"];
        return [];
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
