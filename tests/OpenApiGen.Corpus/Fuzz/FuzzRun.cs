using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace OpenApiGen.Corpus.Fuzz;

/// <summary>Tries mutants of real documents in processes of their own; of each kind of failure one is told in its smallest form.</summary>
internal sealed class FuzzRun(CorpusOptions options)
{
    /// <summary>Of processor time, for one mutant: anything longer is a hang.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan s_reducing = TimeSpan.FromSeconds(40);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<(int Number, string Failure)>> _failures = new(StringComparer.Ordinal);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _tried;

    /// <summary>Returns the exit code.</summary>
    public int Run()
    {
        IReadOnlyList<string> documents = FuzzWorker.Documents(options);
        if (documents.Count == 0)
        {
            Console.Error.WriteLine("No OpenAPI document to make mutants of.");
            return 2;
        }

        Task[] workers = [.. Enumerable.Range(0, options.Parallel).Select(w => Task.Run(() => Watch(w * FuzzWorker.Block)))];
        Task.WaitAll(workers);
        KnownGaps gaps = KnownGaps.Read(options.GapsPath);
        int unknown = 0;
        int known = 0;
        foreach ((string kind, List<(int Number, string Failure)> list) in _failures.OrderBy(static f => f.Key, StringComparer.Ordinal))
        {
            if (gaps.ReasonOf(kind) is { } reason)
            {
                known++;
                Console.WriteLine($"known gap {kind}: {list.Count} mutants, {reason}");
                continue;
            }

            unknown++;
            (int number, string failure) = list.MinBy(static f => f.Number);
            Console.WriteLine($"FAILED {kind}: {list.Count} mutants, the first is number {number} of seed {options.Seed}");
            Console.WriteLine("    " + failure);
            Tell(documents, kind, number);
        }

        int failures = _failures.Sum(static f => f.Value.Count);
        Console.WriteLine(
            $"{_tried} mutants of {documents.Count} documents, {failures} failures of {_failures.Count} kinds, "
                + $"{_watch.Elapsed.TotalSeconds:F0} s"
        );
        Console.WriteLine($"verdict: {(_tried > 0 ? 1 : 0)} passed, {unknown} failed, {known} known gaps");
        return unknown == 0 && _tried > 0 ? 0 : 1;
    }

    /// <summary>One worker after the other, until the time is up: each begins after what was the end of the one before.</summary>
    private void Watch(int from)
    {
        while (from < options.Mutants && _watch.Elapsed < options.FuzzTime)
        {
            using Process process = Start(["--fuzz-from", Text(from)]);
            _ = process.StandardError.ReadToEndAsync();
            int? current = null;
            TimeSpan began = TimeSpan.Zero;
            Task<string?> line = process.StandardOutput.ReadLineAsync();
            bool isHanging = false;
            while (_watch.Elapsed < options.FuzzTime)
            {
                if (!line.Wait(200))
                {
                    isHanging = current is not null && !process.HasExited && Used(process) - began > s_patience;
                    if (isHanging)
                        break;
                    continue;
                }

                if (line.Result is not { } text)
                    break;
                line = process.StandardOutput.ReadLineAsync();
                string[] parts = text.Split(' ', 3);
                if (parts.Length < 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
                    continue;
                current = parts[0] == ">" ? number : null;
                began = Used(process);
                if (parts[0] != "<")
                    continue;
                Interlocked.Increment(ref _tried);
                from = FuzzWorker.Next(number, options.Parallel);
                if (parts.Length == 3 && parts[2].Length > 0)
                    Add(MutantTrial.KindOf(parts[2]), number, parts[2]);
            }

            bool isTimeUp = _watch.Elapsed >= options.FuzzTime && !isHanging;
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            process.WaitForExit();
            if (isTimeUp || current is null)
                return;
            Interlocked.Increment(ref _tried);
            if (isHanging)
                Add("hang", current.Value, $"more than {s_patience.TotalSeconds} s of processor time");
            else
                Add("crash", current.Value, "the process died");
            from = FuzzWorker.Next(current.Value, options.Parallel);
        }
    }

    private void Add(string kind, int number, string failure)
    {
        lock (_lock)
        {
            if (!_failures.TryGetValue(kind, out List<(int, string)>? list))
                _failures.Add(kind, list = []);
            list.Add((number, failure));
        }
    }

    /// <summary>Prints the smallest form that was found, and writes it where output is asked for.</summary>
    private void Tell(IReadOnlyList<string> documents, string kind, int number)
    {
        (string?, JsonObject?, byte[]) read = (null, null, []);
        byte[] text = FuzzWorker.Make(documents, options.Seed, number, ref read);
        byte[] small = Reducer.Reduce(text, candidate => FailsAs(kind, candidate), s_reducing);
        string shown = Encoding.UTF8.GetString(small);
        Console.WriteLine(shown.Length <= 3000 ? shown : shown[..3000] + "\n...");
        if (options.OutputFolder is not { } folder)
            return;
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, $"{kind}-{Text(options.Seed)}-{Text(number)}.json"), small);
    }

    /// <summary>In a process of its own where it may be the end of it.</summary>
    private bool FailsAs(string kind, byte[] text)
    {
        if (kind is not ("hang" or "crash"))
            return MutantTrial.Failure(text) is { } failure && MutantTrial.KindOf(failure) == kind;
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, text);
            using Process process = Start(["--fuzz-check", file]);
            _ = process.StandardError.ReadToEndAsync();
            _ = process.StandardOutput.ReadToEndAsync();
            while (!process.WaitForExit(100))
            {
                if (Used(process) <= s_patience)
                    continue;
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
                return kind == "hang";
            }

            return kind == "crash" && process.ExitCode is not (0 or 1);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private Process Start(IEnumerable<string> own)
    {
        string[] arguments =
        [
            typeof(FuzzRun).Assembly.Location,
            "--fuzz",
            "1",
            "--seed",
            Text(options.Seed),
            "--mutants",
            Text(options.Mutants),
            "--parallel",
            Text(options.Parallel),
            .. own,
            .. options.Paths,
        ];
        ProcessStartInfo start = new("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // A stack that is a quarter of what is usual, so that depth shows; no dump of what died.
        start.Environment["DOTNET_DefaultStackSize"] = "40000";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        // Two processes on two cores, each for a minute or two: no threads of their own to collect garbage, no counting of calls.
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start) ?? throw new IOException("dotnet does not start.");
    }

    private static TimeSpan Used(Process process) => process.HasExited ? TimeSpan.Zero : process.TotalProcessorTime;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
