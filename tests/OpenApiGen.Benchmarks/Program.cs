using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using OpenApiGen.Benchmarks.Generation;
using OpenApiGen.Benchmarks.Quick;

namespace OpenApiGen.Benchmarks;

/// <summary>
/// <c>quick [json|generation]</c>: the ratios of the budgets, in less than a minute. <c>cold [runs]</c>: a process for each
/// measurement. Anything else goes to BenchmarkDotNet: <c>--filter '*Json*'</c>.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        switch (args)
        {
            case [ColdProcess.Verb, string what, string path]:
                return ColdProcess.Child(what, path);
            case ["cold", .. string[] rest]:
                return ColdRun.Execute(rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 7);
            case ["quick", .. string[] parts]:
                return QuickRun.Execute(parts);
            default:
                // In this process: the emitted code that is measured is part of this very assembly.
                IConfig config = DefaultConfig
                    .Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
                    .AddDiagnoser(MemoryDiagnoser.Default);
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
                return 0;
        }
    }
}
