using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Analyzers;
using OpenApiGen.Generator.Tests.Infrastructure;

namespace OpenApiGen.Generator.Tests.Analyzers;

/// <summary>User code beside generated code, with what the analyzer of the package says of it, and what its fix makes of it.</summary>
internal static class AnalyzedCode
{
    private const string File = "UserCode.cs";

    /// <summary>"id 'text at the place': message" for each; the compiler has nothing to say of the code.</summary>
    public static async Task<string[]> ReportsAsync(Compilation generated, string code)
    {
        Compilation compilation = With(generated, code);
        Assert.Empty(
            compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static d => d.Severity >= DiagnosticSeverity.Warning)
        );
        return
        [
            .. (await AnalyzeAsync(compilation)).Select(static d =>
                $"{d.Id} '{d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan)}': {d.GetMessage(CultureInfo.InvariantCulture)}"
            ),
        ];
    }

    /// <summary>
    /// The code after the fix was applied to all that is reported, one after another; it compiles, and nothing is reported any more.
    /// </summary>
    public static async Task<string> FixAsync(Compilation generated, string code, CodeFixProvider provider)
    {
        for (int i = 0; i < 100; i++)
        {
            Compilation compilation = With(generated, code);
            if (await AnalyzeAsync(compilation) is not [{ } diagnostic, ..])
            {
                Assert.Empty(
                    compilation
                        .GetDiagnostics(TestContext.Current.CancellationToken)
                        .Where(static d => d.Severity >= DiagnosticSeverity.Warning)
                );
                return code;
            }

            code = await ApplyAsync(compilation, code, diagnostic, provider);
        }

        throw new InvalidOperationException("The fix leaves what it was to fix.\n" + code);
    }

    public static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(Compilation compilation) =>
        [
            .. (
                await compilation
                    .WithAnalyzers([new GeneratedCallAnalyzer()], new AnalyzerOptions([]))
                    .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken)
            ).OrderBy(static d => d.Location.SourceSpan.Start),
        ];

    private static async Task<string> ApplyAsync(Compilation compilation, string code, Diagnostic diagnostic, CodeFixProvider provider)
    {
        using AdhocWorkspace workspace = new();
        ProjectId id = ProjectId.CreateNewId();
        Solution solution = workspace.CurrentSolution.AddProject(
            ProjectInfo.Create(
                id,
                VersionStamp.Default,
                "User",
                "User",
                LanguageNames.CSharp,
                compilationOptions: compilation.Options,
                parseOptions: compilation.SyntaxTrees.First().Options,
                metadataReferences: compilation.References
            )
        );
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(static t => t.FilePath != File))
            solution = solution.AddDocument(DocumentId.CreateNewId(id), tree.FilePath, await tree.GetTextAsync(), filePath: tree.FilePath);
        DocumentId user = DocumentId.CreateNewId(id);
        solution = solution.AddDocument(user, File, SourceText.From(code), filePath: File);
        CodeAction? action = null;
        CodeFixContext context = new(
            solution.GetDocument(user)!,
            diagnostic,
            (found, _) => action ??= found,
            TestContext.Current.CancellationToken
        );
        await provider.RegisterCodeFixesAsync(context);
        ApplyChangesOperation change = Assert.Single(
            (await action!.GetOperationsAsync(TestContext.Current.CancellationToken)).OfType<ApplyChangesOperation>()
        );
        return (await change.ChangedSolution.GetDocument(user)!.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
    }

    private static Compilation With(Compilation generated, string code) =>
        generated.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText(code, (CSharpParseOptions)generated.SyntaxTrees.First().Options, File, System.Text.Encoding.UTF8)
        );
}
