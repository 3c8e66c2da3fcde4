using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenApiGen.Corpus.Examples;

namespace OpenApiGen.Corpus;

/// <summary>The faults of a document, and what fell short and was known to.</summary>
internal delegate IReadOnlyList<string> Judgement(SpecRow row, out IReadOnlyList<string> expected);

/// <summary>Prints a row as soon as it is there, and adds up.</summary>
internal sealed class CorpusReport
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // read by people and scripts, never by a browser
    };

    private readonly Lock _lock = new();
    private readonly List<SpecRow> _rows = [];

    public static string Header { get; } =
        Line("spec", "types", "operations", "lines", "gen ms", "compile ms", "errors", "warnings", "diagnostics");

    public void Add(SpecRow row, int show)
    {
        lock (_lock)
        {
            _rows.Add(row);
            Console.WriteLine(
                Line(
                    row.Spec,
                    Text(row.Types),
                    Text(row.Operations),
                    Text(row.Lines),
                    row.GeneratorMilliseconds.ToString("F0", CultureInfo.InvariantCulture),
                    row.CompileMilliseconds.ToString("F0", CultureInfo.InvariantCulture),
                    Text(row.Errors),
                    Text(row.Warnings),
                    string.Join(" ", row.Diagnostics.Select(static pair => $"{pair.Key}:{pair.Value}"))
                )
            );
            foreach (string detail in row.Details.Take(show))
                Console.WriteLine("    " + detail);
            foreach (string difference in row.Differences.Take(show))
                Console.WriteLine("    " + difference);
            if (row.Examples is { } examples)
                Console.WriteLine("    " + examples);
            if (row.Calls > 0)
                Console.WriteLine(
                    $"    {row.OperationsCalled} operations, {row.Calls} calls, {row.AnswersRead} answers read, {row.AnswersInvalid} answers not valid"
                );
            if (row.Differences.Count > show)
                Console.WriteLine($"    ... and {row.Differences.Count - show} differences more");
        }
    }

    public void WriteJson(string path)
    {
        // Parallel runs end in any order; a file is compared with another one.
        SpecRow[] rows = [.. _rows.OrderBy(static row => row.Spec, StringComparer.Ordinal)];
        File.WriteAllText(path, JsonSerializer.Serialize(rows, s_json) + "\n");
    }

    public void PrintClosing(CorpusOptions options)
    {
        if (options.CallFolder is not null)
        {
            Console.WriteLine(
                $"{_rows.Sum(static row => row.OperationsCalled)} operations, {_rows.Sum(static row => row.Calls)} calls, "
                    + $"{_rows.Sum(static row => row.AnswersRead)} answers read, {_rows.Sum(static row => row.AnswersInvalid)} answers not valid"
            );
        }

        if (_rows.Exists(static row => row.Examples is not null))
        {
            Console.WriteLine(_rows.Aggregate(new ExampleCounts(), static (sum, row) => row.Examples is { } counts ? sum + counts : sum));
        }

        if (options.RoundTripFolder is not null || options.SuiteFolder is not null)
        {
            int payloads = _rows.Sum(static row => row.Payloads);
            int lost = _rows.Sum(static row => row.PayloadsLost);
            Console.WriteLine($"{payloads} payloads, {payloads - lost} round-tripped, {lost} fell short");
        }

        Console.WriteLine(
            $"{_rows.Count} specs, {_rows.Count(static row => row.Generated)} generated, {_rows.Count(static row => row.Compiled)} compiled, "
                + $"{_rows.Sum(static row => row.Errors)} errors, {_rows.Sum(static row => row.Warnings)} warnings"
        );
    }

    /// <summary>What fell short though it should not, what did not though it should, and how many of each.</summary>
    public bool PrintVerdict(Judgement judge)
    {
        int passed = 0;
        int failed = 0;
        int known = 0;
        foreach (SpecRow row in _rows.OrderBy(static row => row.Spec, StringComparer.Ordinal))
        {
            IReadOnlyList<string> faults = judge(row, out IReadOnlyList<string> expected);
            foreach (string text in expected)
                Console.WriteLine("known gap " + text);
            foreach (string text in faults)
                Console.WriteLine("FAILED " + text);
            if (faults.Count > 0)
                failed++;
            else if (expected.Count > 0)
                known++;
            else
                passed++;
        }

        Console.WriteLine($"verdict: {passed} passed, {failed} failed, {known} known gaps");
        return failed == 0;
    }

    private static string Line(
        string spec,
        string types,
        string operations,
        string lines,
        string generator,
        string compile,
        string errors,
        string warnings,
        string diagnostics
    ) =>
        string.Create(
                CultureInfo.InvariantCulture,
                $"{spec, -40} {types, 7} {operations, 10} {lines, 8} {generator, 7} {compile, 10} {errors, 6} {warnings, 8}  {diagnostics}"
            )
            .TrimEnd();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
