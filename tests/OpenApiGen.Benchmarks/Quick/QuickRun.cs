namespace OpenApiGen.Benchmarks.Quick;

/// <summary>All budgets in one process and less than a minute.</summary>
internal static class QuickRun
{
    public static int Execute(string[] parts)
    {
        BudgetTable table = new();
        if (parts.Length == 0 || parts.Contains("json"))
            JsonQuick.Measure(table);
        if (parts.Length == 0 || parts.Contains("generation"))
            GenerationQuick.Measure(table);
        return table.Print();
    }
}
