using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Testing;

namespace OpenApiGen.Corpus.Fuzz;

/// <summary>What the generator makes of a text: code that compiles, or a located diagnostic; anything else is a failure.</summary>
internal static class MutantTrial
{
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
            Generation generation = Generation.Run([file], LanguageVersion.Latest);
            if (generation.Result.Exception is { } thrown) return Describe(thrown);
            ImmutableArray<Diagnostic> told = generation.Result.Diagnostics;
            Diagnostic? ours = told.FirstOrDefault(static d => d.Id == "OAG0010");
            if (ours is not null) return "OAG0010 " + ours.GetMessage(CultureInfo.InvariantCulture);
            // Without code there is a reason, and it has a place.
            bool isTold = told.Any(static d => d.Location != Location.None);
            if (generation.Sources.IsEmpty) return isTold ? null : "silent nothing is generated, and no reason told";
            Diagnostic? error = generation.Output.Emit(Stream.Null, xmlDocumentationStream: Stream.Null).Diagnostics
                .FirstOrDefault(static d => d.Severity == DiagnosticSeverity.Error);
            if (error is null) return null;
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
