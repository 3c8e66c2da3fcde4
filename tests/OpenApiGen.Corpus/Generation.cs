using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OpenApiGen.Generator;
using OpenApiGen.Generator.Model;
using OpenApiGen.Testing;

namespace OpenApiGen.Corpus;

/// <summary>One run of the generator over one document at one language version.</summary>
internal sealed class Generation
{
    private Generation(Compilation output, GeneratorRunResult result, TimeSpan elapsed)
    {
        Output = output;
        Result = result;
        Elapsed = elapsed;
    }

    public Compilation Output { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>From text to text; what the compiler then does with the text is not in it.</summary>
    public TimeSpan Elapsed { get; }

    public ImmutableArray<GeneratedSourceResult> Sources => Result.GeneratedSources.IsDefault ? [] : Result.GeneratedSources;

    /// <summary>The model behind the output, for counting.</summary>
    public ApiModel? Model =>
        Result.TrackedSteps.TryGetValue(TrackingNames.Model, out ImmutableArray<IncrementalGeneratorRunStep> steps)
            ? steps.SelectMany(static step => step.Outputs).Select(static output => output.Value).OfType<ApiModel>().FirstOrDefault()
            : null;

    public static Generation Run(IReadOnlyList<SpecFile> files, LanguageVersion language)
    {
        CSharpParseOptions parseOptions = new(language, DocumentationMode.Diagnose);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new OpenApiGenerator().AsSourceGenerator()],
            files,
            parseOptions,
            new SpecOptionsProvider(files, "Corpus"),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)
        );
        CSharpCompilation consumer = CSharpCompilation.Create(
            "Consumer",
            [],
            files[0].Metadata["OpenApiGenerate"].Contains("Server", StringComparison.Ordinal) ? ReferenceSet.Web : ReferenceSet.All,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                warningLevel: 9999,
                nullableContextOptions: NullableContextOptions.Enable,
                // What the SDK switches off for every project: an assembly for .NET 8 in a project for a later one.
                specificDiagnosticOptions: new Dictionary<string, ReportDiagnostic>
                {
                    ["CS1701"] = ReportDiagnostic.Suppress,
                    ["CS1702"] = ReportDiagnostic.Suppress,
                }
            )
        );
        driver = driver.RunGeneratorsAndUpdateCompilation(consumer, out Compilation output, out _);
        return new Generation(output, driver.GetRunResult().Results[0], driver.GetTimingInfo().GeneratorTimes[0].ElapsedTime);
    }
}
