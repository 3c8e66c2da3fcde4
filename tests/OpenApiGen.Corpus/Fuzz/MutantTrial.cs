using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator;
using OpenApiGen.Testing;

namespace OpenApiGen.Corpus.Fuzz;

/// <summary>What the generator makes of a text: code that compiles, or a located diagnostic; anything else is a failure.</summary>
internal static class MutantTrial
{
    /// <summary>Only errors count here: what costs time and tells warnings alone is left out. The analysis of null is most of it.</summary>
    private static readonly CSharpParseOptions s_parse = new CSharpParseOptions(
        LanguageVersion.Latest,
        DocumentationMode.None
    ).WithFeatures([new("run-nullable-analysis", "never")]);

    /// <summary>One for all mutants: what is read of the references is kept.</summary>
    private static readonly CSharpCompilation s_consumer = CSharpCompilation.Create(
        "Consumer",
        [],
        ReferenceSet.Web,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            concurrentBuild: false
        )
    );

    /// <summary>The failure, a word that names its kind first; null where there is none.</summary>
    public static string? Failure(byte[] text)
    {
        Dictionary<string, string> metadata = new()
        {
            ["OpenApiSpec"] = "true",
            ["OpenApiNamespace"] = "Corpus",
            ["OpenApiGenerate"] = "Client, Server",
        };
        SpecFile file = new(Path.GetFullPath("mutant.yaml"), SourceText.From(Encoding.UTF8.GetString(text), Encoding.UTF8), metadata);
        try
        {
            GeneratorDriver driver = CSharpGeneratorDriver
                .Create([new OpenApiGenerator().AsSourceGenerator()], [file], s_parse, new SpecOptionsProvider([file], "Corpus"))
                .RunGeneratorsAndUpdateCompilation(s_consumer, out Compilation output, out _);
            GeneratorRunResult result = driver.GetRunResult().Results[0];
            if (result.Exception is { } thrown)
                return Describe(thrown);
            ImmutableArray<Diagnostic> told = result.Diagnostics;
            // What is left out because the generator failed on it has a place, but it is a failure all the same.
            Diagnostic? ours = told.FirstOrDefault(static d => d.Id is "OAG0010" or "OAG0015");
            if (ours is not null)
                return ours.Id + " " + ours.GetMessage(CultureInfo.InvariantCulture);
            // Without code there is a reason, and it has a place.
            bool isTold = told.Any(static d => d.Location != Location.None);
            if (result.GeneratedSources.IsDefaultOrEmpty)
                return isTold ? null : "silent nothing is generated, and no reason told";
            Diagnostic? error = output.Emit(Stream.Null).Diagnostics.FirstOrDefault(static d => d.Severity == DiagnosticSeverity.Error);
            if (error is null)
                return null;
            FileLinePositionSpan place = error.Location.GetLineSpan();
            string line = error.Location.SourceTree?.GetText().Lines[place.StartLinePosition.Line].ToString().Trim() ?? "";
            return $"{error.Id} {error.GetMessage(CultureInfo.InvariantCulture)} | {line[..Math.Min(line.Length, 160)]}";
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return Describe(exception);
        }
    }

    /// <summary>What two failures have in common that are the same one.</summary>
    public static string KindOf(string failure) => failure.Split(' ')[0];

    private static string Describe(Exception exception) =>
        $"{exception.GetType().Name} {exception.Message.ReplaceLineEndings(" ")} "
        + exception.StackTrace?.Split('\n').FirstOrDefault()?.Trim();
}
