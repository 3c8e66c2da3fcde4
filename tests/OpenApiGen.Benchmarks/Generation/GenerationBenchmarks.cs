using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;

namespace OpenApiGen.Benchmarks.Generation;

/// <summary>Spec text to C# text, warm. The baseline is parsing the document and building the object model, with no rules.</summary>
public class GenerationBenchmarks
{
    private Document _document = null!;

    /// <summary>Paths would be of this machine; the names are not.</summary>
    public static IEnumerable<string> Names => CorpusFolder.Documents.Select(static path => Path.GetFileName(path));

    [ParamsSource(nameof(Names))]
    public string Spec { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _document = new Document(CorpusFolder.Named(Spec)!);

    [Benchmark(Baseline = true)]
    public object Floor() => _document.Floor();

    [Benchmark]
    public GeneratorDriver Generate() => _document.Generate();
}
