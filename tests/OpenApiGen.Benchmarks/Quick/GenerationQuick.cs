using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OpenApiGen.Benchmarks.Generation;

namespace OpenApiGen.Benchmarks.Quick;

internal static class GenerationQuick
{
    private const double Megabyte = 1_000_000;

    public static void Measure(BudgetTable table)
    {
        if (CorpusFolder.Documents.Count == 0)
        {
            table.Skip("generation", "no corpus: set OPENAPIGEN_CORPUS");
            return;
        }

        // The small ones first: they warm the code up for the large one.
        WarmUp(new Document(CorpusFolder.Documents[^1]), TimeSpan.FromSeconds(8));
        foreach (string path in CorpusFolder.Documents.Reverse())
            Measure(table, path, isLarge: path == CorpusFolder.Documents[0]);
    }

    private static void Measure(BudgetTable table, string path, bool isLarge)
    {
        Document document = new(path);
        GeneratorDriver driver = document.Generate();
        GC.KeepAlive(document.Floor());
        bool isBudget = path.EndsWith(".json", StringComparison.Ordinal);

        Sample[] samples = Interleaved.Run(isLarge ? 5 : 9, TimeSpan.FromSeconds(isLarge ? 10 : 4), document.Floor, document.Generate);
        table.AtMost($"{document.Name}: generate / floor, warm", samples[1], samples[0], isBudget ? 1.6 : null);
        ColdRun.Measure(table, path, runs: 3, TimeSpan.FromSeconds(isLarge ? 6 : 4));
        table.AtMost($"{document.Name}: emitted C#", Document.Emitted(driver) / Megabyte, isLarge ? 7.6 : null, "MB");
        if (isLarge)
            table.AtMost($"{document.Name}: unrelated edit", UnrelatedEdit(driver), 1.0, "ms");
    }

    /// <summary>The tiered compiler wants many runs, and time between them.</summary>
    private static void WarmUp(Document document, TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            GC.KeepAlive(document.Floor());
            GC.KeepAlive(document.Generate());
            Thread.Sleep(100);
        }
    }

    private static Sample UnrelatedEdit(GeneratorDriver driver)
    {
        CSharpCompilation[] edits = [.. Enumerable.Range(0, 30).Select(Document.Edited)];
        int next = 0;
        return Interleaved.Run(edits.Length, TimeSpan.FromSeconds(5), () => driver = driver.RunGenerators(edits[next++]))[0];
    }
}
