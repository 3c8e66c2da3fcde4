using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Robustness;

/// <summary>Runs the generator with a stack of a quarter of what a compiler's thread has, and within a time.</summary>
internal static class HostileRun
{
    private const int StackSize = 256 * 1024;

    /// <summary>Seconds; far above what any of these takes on a slow machine, far below a hang.</summary>
    public const int DefaultSeconds = 20;

    private const int CompileSeconds = 60;

    /// <summary>The same document with client and server asked for.</summary>
    public static SpecFile WithServer(SpecFile spec) =>
        new(spec.Path, spec.GetText(), new Dictionary<string, string>(spec.Metadata) { ["OpenApiGenerate"] = "Client, Server" });

    public static GeneratorRun Of(SpecFile spec, int seconds = DefaultSeconds) => Of(Consumer.Net10Latest, seconds, spec);

    /// <summary>The same on a thread with a stack of 256 KB: whatever the document nests or chains, nothing may recurse on it.</summary>
    public static GeneratorRun OnSmallStack(SpecFile spec, int seconds = DefaultSeconds) =>
        Of(Consumer.Net10Latest, seconds, 256 * 1024, spec);

    public static GeneratorRun Of(Consumer consumer, int seconds, params SpecFile[] specs) => Of(consumer, seconds, StackSize, specs);

    private static GeneratorRun Of(Consumer consumer, int seconds, int stackSize, params SpecFile[] specs)
    {
        GeneratorRun? run = null;
        ExceptionDispatchInfo? failure = null;
        Thread thread = new(
            () =>
            {
                try
                {
                    run = GeneratorRun.Of(consumer, specs);
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            stackSize
        );
        thread.IsBackground = true;
        Stopwatch watch = Stopwatch.StartNew();
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromSeconds(seconds)), $"Still running after {watch.Elapsed.TotalSeconds:F0} s.");
        failure?.Throw();
        // An exception that was caught and reported is still a bug.
        List<string> failures =
        [
            .. run!
                .Diagnostics.Where(static d => d.Id == "OAG0010")
                .Select(static d => d.Location.GetLineSpan().Path + ": " + d.GetMessage(CultureInfo.InvariantCulture)),
        ];
        if (failures.Count > 0)
        {
            Assert.Fail(
                string.Join("\n", failures)
                    + "\n"
                    + string.Join(
                        "\n",
                        specs.Where(static s => s.GetText().Length < 20_000).Select(static s => s.Path + ": " + s.GetText())
                    )
            );
        }

        return run;
    }

    public static void AssertCompiles(GeneratorRun run) => CleanCompilation.AssertWithin(TimeSpan.FromSeconds(CompileSeconds), run);
}
