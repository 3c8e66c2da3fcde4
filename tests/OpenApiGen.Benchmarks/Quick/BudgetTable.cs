using System.Globalization;

namespace OpenApiGen.Benchmarks.Quick;

/// <summary>Ratios beside their budgets.</summary>
internal sealed class BudgetTable
{
    private readonly List<string[]> _rows =
    [
        ["what", "median", "best", "budget", ""],
    ];
    private int _missed;

    /// <summary>How many times <paramref name="slow"/> takes what <paramref name="fast"/> takes, and should at least.</summary>
    public void AtLeast(string what, Sample slow, Sample fast, double? budget) =>
        Add(what, slow.Median / fast.Median, slow.Best / fast.Best, budget, "x", ">=");

    /// <summary>How many times <paramref name="part"/> takes what <paramref name="whole"/> takes, and should at most.</summary>
    public void AtMost(string what, Sample part, Sample whole, double? budget) =>
        Add(what, part.Median / whole.Median, part.Best / whole.Best, budget, "x", "<=");

    public void AtMost(string what, Sample value, double? budget, string unit) => Add(what, value.Median, value.Best, budget, unit, "<=");

    public void AtMost(string what, double value, double? budget, string unit) => AtMost(what, new Sample(value, value), budget, unit);

    public void Skip(string what, string reason) => _rows.Add([what, "-", "-", "-", "skipped: " + reason]);

    /// <returns>How many budgets were missed, by the medians.</returns>
    public int Print()
    {
        int[] widths = [.. Enumerable.Range(0, 5).Select(column => _rows.Max(row => row[column].Length))];
        foreach (string[] row in _rows)
        {
            string line = row[0].PadRight(widths[0]);
            for (int i = 1; i < 4; i++)
                line += "  " + row[i].PadLeft(widths[i]);
            Console.WriteLine((line + "  " + row[4]).TrimEnd());
        }

        Console.WriteLine("measured: " + WorkClock.Kind);
        Console.WriteLine(_missed == 0 ? "all budgets met" : $"{_missed} budgets missed");
        return _missed;
    }

    private void Add(string what, double median, double best, double? budget, string unit, string relation)
    {
        bool met = budget is null || (relation == ">=" ? median >= budget : median <= budget);
        if (!met)
            _missed++;
        string verdict =
            budget is null ? ""
            : met ? "met"
            : "MISSED";
        _rows.Add([what, Text(median, unit), Text(best, unit), budget is { } limit ? $"{relation} {Text(limit, unit)}" : "-", verdict]);
    }

    private static string Text(double value, string unit) => value.ToString("0.00", CultureInfo.InvariantCulture) + " " + unit;
}
