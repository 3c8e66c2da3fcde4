using OpenApiGen.Corpus;
using OpenApiGen.Corpus.AutoRest;
using OpenApiGen.Corpus.Examples;
using OpenApiGen.Corpus.Fuzz;
using OpenApiGen.Corpus.Suite;

// Generate, compile and round-trip any OpenAPI documents: see CorpusOptions.Usage.
if (!CorpusOptions.TryParse(args, out CorpusOptions options, out string problem))
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine(CorpusOptions.Usage);
    return 2;
}

if (options.FuzzCheck is { } mutant)
    return MutantTrial.Failure(File.ReadAllBytes(mutant)) is { } failure ? Tell(failure) : 0;
if (options.FuzzFrom is not null)
    return FuzzWorker.Run(options);
if (options.AutoRest)
    return new AutoRestRun(options).Run();
if (options.FuzzTime is not null)
    return new FuzzRun(options).Run();

IReadOnlyList<Func<SpecRow>> runs = options.SuiteFolder is { } suite
    ? [.. SuiteRun.Files(suite).Select(f => (Func<SpecRow>)(() => SuiteRun.Execute(f.Name, f.File, f.Version, options)))]
    : [.. SpecDocuments.Find(options.Paths).Select(d => (Func<SpecRow>)(() => SpecRun.Execute(d, options)))];
if (runs.Count == 0)
{
    Console.Error.WriteLine("No OpenAPI document in: " + string.Join(", ", options.Paths));
    return 2;
}

Judgement judge =
    options.Examples || options.PayloadFolder is not null
        ? ExampleFloor.Read(options.GapsPath).Judge
        : KnownGaps.Read(options.GapsPath).Judge;
CorpusReport report = new();
Console.WriteLine(CorpusReport.Header);
if (options.Parallel == 1)
{
    foreach (Func<SpecRow> run in runs)
        Run(run);
}
else
{
    Parallel.ForEach(runs, new ParallelOptions { MaxDegreeOfParallelism = options.Parallel }, Run);
}

if (options.JsonPath is not null)
    report.WriteJson(options.JsonPath);
report.PrintClosing(options);
return report.PrintVerdict(judge) ? 0 : 1;

void Run(Func<SpecRow> run)
{
    SpecRow row = run();
    report.Add(row, options.Show);
}

static int Tell(string failure)
{
    Console.WriteLine(failure);
    return 1;
}
