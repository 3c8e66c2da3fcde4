using System.Diagnostics;
using OpenApiGen.Benchmarks.Json;

namespace OpenApiGen.Benchmarks.Quick;

internal static class JsonQuick
{
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(6);

    public static void Measure(BudgetTable table)
    {
        Contenders.Check();
        Func<object>[] reads =
        [
            Contenders.SourceGenerated,
            Contenders.SourceGeneratedEnums,
            Contenders.EmittedThroughSerializer,
            Contenders.EmittedDirect,
            static () => Contenders.BareScan(),
        ];
        Func<object>[] writes =
        [
            Contenders.WriteSourceGenerated,
            Contenders.WriteSourceGeneratedEnums,
            Contenders.WriteEmittedThroughSerializer,
            Contenders.WriteEmittedDirect,
        ];

        WarmUp(reads);
        WarmUp(writes);
        Sample[] read = Interleaved.Run(400, s_limit, reads);
        Sample[] write = Interleaved.Run(400, s_limit, writes);
        double[] allocated = [.. reads.Select(static contender => (double)Interleaved.Allocated(contender))];

        table.AtLeast("read: System.Text.Json source generator / emitted, JsonSerializer", read[0], read[2], 2.0);
        table.AtLeast("read: System.Text.Json source generator / emitted, JsonRoot", read[0], read[3], 2.0);
        table.AtLeast("read: the same with C# enums / emitted, JsonRoot", read[1], read[3], null);
        table.AtMost("read: emitted, JsonRoot / bare scan", read[3], read[4], 2.5);
        table.AtMost("read: emitted, JsonSerializer / bare scan", read[2], read[4], 2.5);
        table.AtMost("read: allocation emitted / source generator", allocated[3] / allocated[0], 0.5, "x");
        table.AtMost("read: allocation emitted / source generator with C# enums", allocated[3] / allocated[1], null, "x");
        table.AtLeast("write: source generator / emitted, JsonSerializer", write[0], write[2], 1.2);
        table.AtLeast("write: source generator / emitted, JsonRoot", write[0], write[3], 1.2);
        table.AtLeast("write: the same with C# enums / emitted, JsonRoot", write[1], write[3], null);
    }

    /// <summary>Until the tiered compiler, which works in the background, has come to its best.</summary>
    private static void WarmUp(Func<object>[] contenders)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < 200 && Stopwatch.GetElapsedTime(start) < s_warmUp * 2; i++)
        {
            foreach (Func<object> contender in contenders)
                GC.KeepAlive(contender());
            if (i % 40 == 39)
                Thread.Sleep(200);
        }
    }
}
