using BenchmarkDotNet.Attributes;

namespace OpenApiGen.Benchmarks.Json;

/// <summary>Reading the page. The baseline is System.Text.Json's source generator over records of strings.</summary>
public class JsonReadBenchmarks
{
    [GlobalSetup]
    public void Setup() => Contenders.Check();

    [Benchmark(Baseline = true)]
    public object SourceGenerated() => Contenders.SourceGenerated();

    [Benchmark]
    public object SourceGeneratedEnums() => Contenders.SourceGeneratedEnums();

    [Benchmark]
    public object EmittedThroughSerializer() => Contenders.EmittedThroughSerializer();

    [Benchmark]
    public object EmittedDirect() => Contenders.EmittedDirect();

    [Benchmark]
    public int BareScan() => Contenders.BareScan();
}
