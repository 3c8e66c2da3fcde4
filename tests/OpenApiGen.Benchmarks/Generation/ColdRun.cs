using OpenApiGen.Benchmarks.Quick;

namespace OpenApiGen.Benchmarks.Generation;

/// <summary>The full run of what BenchmarkDotNet cannot do in this process: cold starts, interleaved.</summary>
internal static class ColdRun
{
    public static int Execute(int runs)
    {
        BudgetTable table = new();
        foreach (string path in CorpusFolder.Documents)
            Measure(table, path, runs, TimeSpan.MaxValue);
        if (CorpusFolder.Documents.Count == 0)
            table.Skip("generation, cold", "no corpus: set OPENAPIGEN_CORPUS");
        return table.Print();
    }

    public static void Measure(BudgetTable table, string path, int runs, TimeSpan limit)
    {
        Sample[] samples = Interleaved.Run(
            runs,
            limit,
            () => ColdProcess.Milliseconds("floor", path),
            () => ColdProcess.Milliseconds("generate", path)
        );
        string name = Path.GetFileNameWithoutExtension(path);
        table.AtMost(
            $"{name}: generate / floor, cold",
            samples[1],
            samples[0],
            path.EndsWith(".json", StringComparison.Ordinal) ? 2.0 : null
        );
    }
}
