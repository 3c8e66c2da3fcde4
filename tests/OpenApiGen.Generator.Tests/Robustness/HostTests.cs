using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Robustness;

/// <summary>Memory in use is that of the whole process: nothing else may run beside.</summary>
[CollectionDefinition(nameof(HostAlone), DisableParallelization = true)]
public sealed class HostAlone;

/// <summary>The generator lives as long as the compiler server and the IDE: what one run does must not be felt by the next.</summary>
[Collection(nameof(HostAlone))]
public class HostTests
{
    private static readonly SpecFile s_spec = new(
        Path.Combine(Repository.Specs, "junction", "junction.yaml"),
        File.ReadAllText(Path.Combine(Repository.Specs, "junction", "junction.yaml")),
        "Junction"
    );

    /// <summary>
    /// The IDE cancels at each key stroke. Wherever that happens, the run ends at once and the next one gives what an undisturbed one
    /// gives.
    /// </summary>
    [Fact]
    public void Cancellation_at_any_point_leaves_nothing_behind()
    {
        Consumer consumer = Consumer.Net10Latest;
        Compilation compilation = consumer.CreateCompilation("Consumer");
        string[] expected = Texts(Driver(consumer).RunGenerators(compilation, TestContext.Current.CancellationToken));
        Stopwatch watch = Stopwatch.StartNew();
        Driver(consumer).RunGenerators(compilation, TestContext.Current.CancellationToken);
        TimeSpan whole = watch.Elapsed;

        int cancelled = 0;
        for (int part = 0; part < 40; part++)
        {
            using CancellationTokenSource source = new();
            GeneratorDriver driver = Driver(consumer, new CancellingSpec(s_spec, source, whole * part / 40));
            try
            {
                driver.RunGenerators(compilation, source.Token);
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }
        }

        Assert.InRange(cancelled, 1, 40);
        Assert.Equal(expected, Texts(Driver(consumer).RunGenerators(compilation, TestContext.Current.CancellationToken)));
    }

    /// <summary>
    /// A compiler server builds all day: 200 builds of two projects, each with a description of its own, leave no more memory in use than
    /// 20.
    /// </summary>
    [Fact]
    public void Two_hundred_builds_keep_nothing()
    {
        Consumer consumer = Consumer.Net10Latest;
        Compilation compilation = consumer.CreateCompilation("Consumer");
        SpecFile other = new(
            "other.yaml",
            "openapi: 3.1.0\ninfo: {title: Other, version: '1'}\npaths: {}\ncomponents: {schemas: {Thing: {type: object}}}\n",
            "Other"
        );

        long after20 = 0;
        for (int build = 1; build <= 200; build++)
        {
            // Each build has texts of its own, so that a cache by text would grow.
            string mark = "\n# build " + build.ToString(System.Globalization.CultureInfo.InvariantCulture) + "\n";
            SpecFile spec = build % 2 == 0 ? s_spec : other;
            SpecFile marked = spec.WithText(spec.GetText(TestContext.Current.CancellationToken) + mark);
            GeneratorDriver driver = Driver(consumer, marked).RunGenerators(compilation, TestContext.Current.CancellationToken);
            Assert.NotEmpty(driver.GetRunResult().GeneratedTrees);
            if (build == 20)
                after20 = GC.GetTotalMemory(forceFullCollection: true);
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - after20, long.MinValue, 4_000_000);
    }

    private static CSharpGeneratorDriver Driver(Consumer consumer, SpecFile? spec = null) =>
        Driver(consumer, [spec ?? s_spec], new SpecOptionsProvider([spec ?? s_spec], "Consumer.Root"));

    private static CSharpGeneratorDriver Driver(Consumer consumer, CancellingSpec spec) =>
        Driver(consumer, [spec], new SpecOptionsProvider([s_spec], "Consumer.Root"));

    private static CSharpGeneratorDriver Driver(Consumer consumer, AdditionalText[] texts, SpecOptionsProvider options) =>
        CSharpGeneratorDriver.Create([new OpenApiGenerator().AsSourceGenerator()], texts, consumer.ParseOptions, options);

    private static string[] Texts(GeneratorDriver driver) =>
        [.. driver.GetRunResult().Results.Single().GeneratedSources.Select(static source => source.HintName + "\n" + source.SourceText)];

    /// <summary>A description whose first read starts the clock of a cancellation; without a time the read itself cancels.</summary>
    private sealed class CancellingSpec(SpecFile spec, CancellationTokenSource source, TimeSpan after) : AdditionalText
    {
        public override string Path => spec.Path;

        public override Microsoft.CodeAnalysis.Text.SourceText GetText(CancellationToken cancellationToken = default)
        {
            if (after == TimeSpan.Zero)
                source.Cancel();
            else
                source.CancelAfter(after);
            return spec.GetText(cancellationToken);
        }
    }
}
