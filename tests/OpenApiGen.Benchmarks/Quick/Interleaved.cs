using System.Diagnostics;

namespace OpenApiGen.Benchmarks.Quick;

/// <summary>Milliseconds of one contender: the middle of its runs, and the best of them.</summary>
internal readonly record struct Sample(double Median, double Best);

/// <summary>
/// Runs contenders in turns. On a busy machine each meets the same neighbours, so that their ratio means something when their times
/// do not.
/// </summary>
internal static class Interleaved
{
    /// <summary>As many rounds as asked for and as fit into the time; one at least.</summary>
    public static Sample[] Run(int rounds, TimeSpan limit, params Func<double>[] contenders)
    {
        List<double>[] times = [.. contenders.Select(static _ => new List<double>())];
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < rounds && (round == 0 || Stopwatch.GetElapsedTime(start) < limit); round++)
        {
            for (int i = 0; i < contenders.Length; i++)
            {
                // Each is the first one in its turn.
                int turn = (i + round) % contenders.Length;
                times[turn].Add(contenders[turn]());
            }
        }

        return [.. times.Select(static list => new Sample(list.Order().ElementAt(list.Count / 2), list.Min()))];
    }

    public static Sample[] Run(int rounds, TimeSpan limit, params Func<object>[] contenders) =>
        Run(rounds, limit, [.. contenders.Select(static contender => (Func<double>)(() => Time(contender)))]);

    public static double Time(Func<object> contender)
    {
        double start = WorkClock.Now;
        object result = contender();
        double milliseconds = WorkClock.Now - start;
        GC.KeepAlive(result);
        return milliseconds;
    }

    public static long Allocated(Func<object> contender)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        object result = contender();
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(result);
        return bytes;
    }
}
