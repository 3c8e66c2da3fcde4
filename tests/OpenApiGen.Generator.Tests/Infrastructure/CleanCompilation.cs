using Microsoft.CodeAnalysis;

namespace OpenApiGen.Generator.Tests.Infrastructure;

/// <summary>Rule 5 of the contract: emitted code compiles with nothing to say.</summary>
internal static class CleanCompilation
{
    private const int Shown = 15;

    public static void Assert(GeneratorRun run) =>
        AssertNone(run, run.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(IsVisible));

    /// <summary>Code that the compiler chokes on hangs a build as surely as the generator could.</summary>
    public static void AssertWithin(TimeSpan time, GeneratorRun run)
    {
        using CancellationTokenSource timeout = new(time);
        try
        {
            AssertNone(run, run.Output.GetDiagnostics(timeout.Token).Where(IsVisible));
        }
        catch (OperationCanceledException)
        {
            Xunit.Assert.Fail($"The compiler was still busy with the emitted code after {time.TotalSeconds} s.");
        }
    }

    public static void AssertNone(GeneratorRun run, IEnumerable<Diagnostic> diagnostics)
    {
        List<Diagnostic> found = [.. diagnostics];
        if (found.Count == 0)
            return;
        Xunit.Assert.Fail(
            $"{found.Count} diagnostics in a consumer of {run.Consumer}:\n" + string.Join("\n", found.Take(Shown).Select(Describe))
        );
    }

    /// <summary>A diagnostic with the line it is about, as generated code has no file to open.</summary>
    public static string Describe(Diagnostic diagnostic)
    {
        string line = diagnostic.Location.SourceTree is SyntaxTree tree
            ? tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim()
            : "";
        return $"  {diagnostic}\n    | {(line.Length > 200 ? line[..200] : line)}";
    }

    private static bool IsVisible(Diagnostic diagnostic) => !diagnostic.IsSuppressed && diagnostic.Severity >= DiagnosticSeverity.Warning;
}
