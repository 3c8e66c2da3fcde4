using System.Runtime.Loader;
using System.Text.Json;
using OpenApiGen.Generator.Model;
using OpenApiGen.Testing;

namespace OpenApiGen.Corpus.Examples;

/// <summary>Reads values that others made as the types of their schemas, and counts those that are typed throughout.</summary>
/// <param name="document">The document that the schemas stand in.</param>
/// <param name="values">Gives the values.</param>
internal sealed class ExampleRun(
    string document,
    CorpusOptions options,
    Func<HolderDocument, ICollection<string>, IReadOnlyList<SampleValue>> values
)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _lost = new(StringComparer.Ordinal);
    private readonly List<string> _invalid = [];
    private readonly List<int> _holders = [];
    private IReadOnlyList<SampleValue> _values = [];

    /// <summary>Whether there is anything to read; known once <see cref="WithHolders"/> is.</summary>
    public bool HasValues => _values.Count > 0;

    /// <summary>The document with a holder for each schema that there are values of.</summary>
    public IReadOnlyList<SpecFile> WithHolders(IReadOnlyList<SpecFile> files)
    {
        HolderDocument holders = new(files);
        List<string> missing = [];
        _values = values(holders, missing);
        foreach (string name in missing)
            Fault(name, "the document has no such schema");
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        foreach (SampleValue value in _values)
        {
            if (!numbers.TryGetValue(value.Pointer, out int number))
            {
                numbers.Add(value.Pointer, number = holders.Add(value.Schema.DeepClone()));
            }

            _holders.Add(number);
        }

        return holders.ToFiles();
    }

    /// <summary>Reads with the types of an assembly that was compiled from <see cref="WithHolders"/>.</summary>
    public SpecRow Run(SpecRow row, MemoryStream image, ApiModel model)
    {
        image.Position = 0;
        AssemblyLoadContext context = new(row.Spec, isCollectible: true);
        try
        {
            System.Reflection.Assembly assembly = context.LoadFromStream(image);
            ReadShape shape = new(model, options.Namespace);
            List<(SampleValue Value, string? Refusal, IReadOnlyList<string> Unknown, IReadOnlyList<string> Extras)> suspects = [];
            ExampleCounts counts = new() { Values = _values.Count };
            for (int i = 0; i < _values.Count; i++)
            {
                Type? holder = assembly.GetType(options.Namespace + "." + HolderDocument.NameOf(_holders[i]));
                string? refusal = Read(holder, _values[i].Value, out object? value);
                (IReadOnlyList<string> unknown, IReadOnlyList<string> extras) = refusal is null ? shape.Of(value) : ([], []);
                if (refusal is not null || unknown.Count + extras.Count > 0)
                    suspects.Add((_values[i], refusal, unknown, extras));
                counts = Tolerantly(counts, _values[i], TolerantRead.Of(holder, _values[i].Value), shape);
            }

            IReadOnlyList<ValueVerdict> verdicts = ValueJudge.Judge(
                options.ToolsFolder,
                document,
                [.. suspects.Select(static s => new SuspectValue(s.Value.Pointer, s.Value.Value, s.Extras))]
            );
            foreach ((var suspect, ValueVerdict verdict) in suspects.Zip(verdicts))
            {
                counts = Count(counts, suspect.Value, suspect.Refusal, suspect.Unknown, verdict);
            }

            return row with
            {
                Examples = counts,
                Lost = _lost,
                Invalid = _invalid,
                Differences = [.. _lost.SelectMany(static l => l.Value.Select(v => $"{l.Key}: {v}"))],
            };
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>What a client does with the value: it may neither fail on it nor lose a part of it.</summary>
    private ExampleCounts Tolerantly(ExampleCounts counts, SampleValue value, TolerantRead read, ReadShape shape)
    {
        foreach (string difference in read.Differences.Take(3))
            Fault(value.Label, $"read tolerantly and written back: {difference}");
        if (read.Differences.Count > 0)
            counts = counts with { Changed = counts.Changed + 1 };
        if (read.Refusal is not null)
        {
            Fault(value.Label, $"refused even by tolerant reading: {read.Refusal}");
            return counts with { RefusedTolerantly = counts.RefusedTolerantly + 1 };
        }

        if (read.Faults.Count == 0)
            return counts;
        bool isUnknown = shape.Of(read.Value).Unknown.Count > 0;
        return counts with { Kept = counts.Kept + 1, KeptUnknown = counts.KeptUnknown + (isUnknown ? 1 : 0) };
    }

    private ExampleCounts Count(
        ExampleCounts counts,
        SampleValue value,
        string? refusal,
        IReadOnlyList<string> unknown,
        ValueVerdict verdict
    )
    {
        bool isValid = verdict.Problem is null;
        if (refusal is not null)
        {
            if (isValid)
                Fault(value.Label, "refused: " + refusal);
            else
                _invalid.Add($"{value.Label}: refused: {refusal} | {verdict.Problem}");
            return counts with { Refused = counts.Refused + 1, RefusedInvalid = counts.RefusedInvalid + (isValid ? 0 : 1) };
        }

        if (!isValid && unknown.Count == 0)
            return counts;
        if (!isValid)
        {
            _invalid.Add($"{value.Label}: unknown at {string.Join(", ", unknown.Take(3))} | {verdict.Problem}");
            return counts with { UnknownInvalid = counts.UnknownInvalid + 1 };
        }

        if (unknown.Count + verdict.Declared!.Count == 0)
            return counts;
        if (unknown.Count > 0)
            Fault(value.Label, $"untyped: UnknownJson at {string.Join(", ", unknown.Take(3))}");
        else
            Fault(value.Label, $"untyped: declared, but not read as declared: {string.Join(", ", verdict.Declared.Take(3))}");
        return counts with { Untyped = counts.Untyped + 1 };
    }

    private static string? Read(Type? holder, JsonElement json, out object? value)
    {
        value = null;
        if (holder is null)
            return "there is no type for this schema";
        try
        {
            object? held = JsonSerializer.Deserialize("{\"value\":" + json.GetRawText() + "}", holder);
            value = holder.GetProperty("Value")!.GetValue(held);
            return null;
        }
        catch (JsonException exception)
        {
            return $"{exception.Path?.Replace("$.value", "$", StringComparison.Ordinal)}: {exception.Message}";
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }

    private void Fault(string label, string problem) => _lost[label] = [.. _lost.GetValueOrDefault(label, []), problem];
}

/// <summary>How values that others made were read.</summary>
internal sealed record ExampleCounts
{
    public int Values { get; init; }

    /// <summary>Valid, and in some place read without the type that is declared for it.</summary>
    public int Untyped { get; init; }

    /// <summary>By strict reading.</summary>
    public int Refused { get; init; }

    /// <summary>Of those refused, the ones that are not valid either.</summary>
    public int RefusedInvalid { get; init; }

    /// <summary>Read with an unknown part, and not valid: nothing is wrong with that.</summary>
    public int UnknownInvalid { get; init; }

    /// <summary>Read tolerantly with members that are not as declared, each of which is listed and written back as it came.</summary>
    public int Kept { get; init; }

    /// <summary>Of those kept, the ones with an unknown part.</summary>
    public int KeptUnknown { get; init; }

    /// <summary>By tolerant reading.</summary>
    public int RefusedTolerantly { get; init; }

    /// <summary>Read tolerantly, and not written back the same.</summary>
    public int Changed { get; init; }

    public int Typed => Values - Untyped - Refused - UnknownInvalid;

    public static ExampleCounts operator +(ExampleCounts one, ExampleCounts other) =>
        new()
        {
            Values = one.Values + other.Values,
            Untyped = one.Untyped + other.Untyped,
            Refused = one.Refused + other.Refused,
            RefusedInvalid = one.RefusedInvalid + other.RefusedInvalid,
            UnknownInvalid = one.UnknownInvalid + other.UnknownInvalid,
            Kept = one.Kept + other.Kept,
            KeptUnknown = one.KeptUnknown + other.KeptUnknown,
            RefusedTolerantly = one.RefusedTolerantly + other.RefusedTolerantly,
            Changed = one.Changed + other.Changed,
        };

    public override string ToString() =>
        $"{Values} values: {Typed} typed, {Untyped} untyped, {Refused} refused ({RefusedInvalid} of them not valid), "
        + $"{UnknownInvalid} unknown and not valid; read tolerantly: {Typed} typed, {Kept} typed but for the members listed as faults "
        + $"({KeptUnknown} of them unknown in part), {Untyped + UnknownInvalid} untyped, {RefusedTolerantly} refused, {Changed} written back otherwise";
}
