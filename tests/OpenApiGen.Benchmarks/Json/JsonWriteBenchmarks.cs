using BenchmarkDotNet.Attributes;

namespace OpenApiGen.Benchmarks.Json;

/// <summary>Writing the page to a new array.</summary>
public class JsonWriteBenchmarks
{
    [GlobalSetup]
    public void Setup() => Contenders.Check();

    [Benchmark(Baseline = true)]
    public byte[] SourceGenerated() => Contenders.WriteSourceGenerated();

    [Benchmark]
    public byte[] SourceGeneratedEnums() => Contenders.WriteSourceGeneratedEnums();

    [Benchmark]
    public byte[] EmittedThroughSerializer() => Contenders.WriteEmittedThroughSerializer();

    [Benchmark]
    public byte[] EmittedDirect() => Contenders.WriteEmittedDirect();
}
