using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OpenApiGen.Benchmarks.Generation;

/// <summary>An edit of a C# file with the GitHub description loaded: everything must come from the cache.</summary>
public class IncrementalBenchmarks
{
    private readonly CSharpCompilation[] _edits = [.. Enumerable.Range(0, 2).Select(Document.Edited)];
    private GeneratorDriver _driver = null!;
    private int _next;

    public static IEnumerable<string> Names => GenerationBenchmarks.Names.Take(1);

    [ParamsSource(nameof(Names))]
    public string Spec { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _driver = new Document(CorpusFolder.Named(Spec)!).Generate();

    [Benchmark]
    public GeneratorDriver UnrelatedEdit() => _driver = _driver.RunGenerators(_edits[_next ^= 1]);
}
