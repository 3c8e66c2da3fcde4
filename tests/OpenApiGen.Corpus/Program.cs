using OpenApiGen.Corpus;

// Generate, compile and round-trip any OpenAPI documents: see CorpusOptions.Usage.
if (!CorpusOptions.TryParse(args, out CorpusOptions options, out string problem))
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine(CorpusOptions.Usage);
    return 2;
}

IReadOnlyList<string> documents = SpecDocuments.Find(options.Paths);
if (documents.Count == 0)
{
    Console.Error.WriteLine("No OpenAPI document in: " + string.Join(", ", options.Paths));
    return 2;
}

KnownGaps gaps = KnownGaps.Read(options.GapsPath);
CorpusReport report = new();
Console.WriteLine(CorpusReport.Header);
if (options.Parallel == 1)
{
    foreach (string document in documents) Run(document);
}
else
{
    Parallel.ForEach(documents, new ParallelOptions { MaxDegreeOfParallelism = options.Parallel }, Run);
}

if (options.JsonPath is not null) report.WriteJson(options.JsonPath);
report.PrintClosing(options);
return report.PrintVerdict(gaps) ? 0 : 1;

void Run(string document)
{
    SpecRow row = SpecRun.Execute(document, options);
    report.Add(row, options.Show);
}
