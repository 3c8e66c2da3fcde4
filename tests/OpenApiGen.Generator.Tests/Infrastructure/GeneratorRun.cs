using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Infrastructure;

/// <summary>The generator run over documents in one consumer; immutable, so that each edit gives the next run.</summary>
internal sealed class GeneratorRun
{
    private readonly CSharpCompilation _input;

    private GeneratorRun(Consumer consumer, CSharpCompilation input, GeneratorDriver driver, ImmutableArray<SpecFile> specs)
    {
        Consumer = consumer;
        _input = input;
        Specs = specs;
        Driver = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Output = output;
        Diagnostics = diagnostics;
        Result = Driver.GetRunResult().Results.Single();
        // Roslyn turns an exception into warning CS8785; here it is the failure it is.
        if (Result.Exception is not null)
            throw new InvalidOperationException("The generator threw.", Result.Exception);
    }

    public Consumer Consumer { get; }

    public GeneratorDriver Driver { get; }

    public ImmutableArray<SpecFile> Specs { get; }

    public Compilation Output { get; }

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public GeneratorRunResult Result { get; }

    public ImmutableArray<GeneratedSourceResult> Sources => Result.GeneratedSources;

    public static GeneratorRun Of(Consumer consumer, params SpecFile[] specs) =>
        Of(consumer, new SpecOptionsProvider(specs, "Consumer.Root"), specs);

    public static GeneratorRun Of(Consumer consumer, SpecOptionsProvider options, params SpecFile[] specs)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new OpenApiGenerator().AsSourceGenerator()],
            specs,
            consumer.ParseOptions,
            options,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)
        );
        return new GeneratorRun(consumer, consumer.CreateCompilation("Consumer"), driver, [.. specs]);
    }

    /// <summary>The same inputs once more, in a compilation that is another object.</summary>
    public GeneratorRun Again() => new(Consumer, _input.Clone(), Driver, Specs);

    /// <summary>An edit of C# that has nothing to do with any document.</summary>
    public GeneratorRun EditCSharp() =>
        new(
            Consumer,
            _input.AddSyntaxTrees(Consumer.Parse("internal sealed class Added { public int Value { get; set; } }", "Added.cs")),
            Driver,
            Specs
        );

    /// <summary>Another text for the first document.</summary>
    public GeneratorRun EditSpec(Func<string, string> edit) => EditSpec(Specs[0].Path, edit);

    /// <summary>Another text for the document with that path.</summary>
    public GeneratorRun EditSpec(string path, Func<string, string> edit)
    {
        SpecFile old = Specs.Single(s => s.Path == path);
        SpecFile changed = old.WithText(edit(old.GetText().ToString()));
        return new GeneratorRun(Consumer, _input, Driver.ReplaceAdditionalText(old, changed), Specs.Replace(old, changed));
    }

    /// <summary>The hint names whose text is not the very object of the run before: what Roslyn was handed anew.</summary>
    public IReadOnlySet<string> EmittedSince(GeneratorRun before)
    {
        Dictionary<string, GeneratedSourceResult> old = before.Sources.ToDictionary(static s => s.HintName);
        return Sources
            .Where(s => !old.TryGetValue(s.HintName, out GeneratedSourceResult same) || !ReferenceEquals(same.SourceText, s.SourceText))
            .Select(static s => s.HintName)
            .ToHashSet();
    }
}
