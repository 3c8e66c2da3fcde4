using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Analyzers;

namespace OpenApiGen.Generator.Tests.Deprecation;

/// <summary>Compiles user code against what is generated from specs/junction/junction.yaml, and gives the compiler's own words.</summary>
internal static class JunctionSnippet
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Latest, DocumentationMode.Diagnose);
    private static readonly Lazy<CSharpCompilation> s_generated = new(Generate);

    /// <summary>
    /// Warnings and errors for statements in an async method with a JunctionClient named <c>junction</c>, as "id 'text at the place'".
    /// </summary>
    public static string[] Warnings(string statements, params (string Id, ReportDiagnostic Severity)[] editorConfig)
    {
        string code = $$"""
            using System;
            using System.Collections.Generic;
            using System.Text.Json;
            using System.Threading;
            using System.Threading.Tasks;
            using Junction;
            using OpenApiGen;

            internal static class Snippet
            {
                public static async Task RunAsync(JunctionClient junction, CancellationToken token)
                {
                    await Task.Yield();
            {{statements}}
                }
            }
            """;
        return
        [
            .. Diagnose(code, editorConfig).Select(it => $"{it.Id} '{it.Location.SourceTree!.GetText().ToString(it.Location.SourceSpan)}'"),
        ];
    }

    /// <summary>
    /// Everything of severity warning or error, of the compiler and of our analyzer, in generated and in user code alike.
    /// </summary>
    public static ImmutableArray<Diagnostic> Diagnose(string code, params (string Id, ReportDiagnostic Severity)[] editorConfig)
    {
        CSharpCompilation compilation = s_generated.Value;
        return
        [
            .. compilation
                .WithOptions(compilation.Options.WithSpecificDiagnosticOptions(editorConfig.ToDictionary(it => it.Id, it => it.Severity)))
                .AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, s_parse, "Snippet.cs"))
                .WithAnalyzers([new GeneratedCallAnalyzer()])
                .GetAllDiagnosticsAsync(TestContext.Current.CancellationToken)
                .GetAwaiter()
                .GetResult()
                .Where(it => it.Severity >= DiagnosticSeverity.Warning && !it.IsSuppressed)
                .OrderBy(it => it.Location.SourceSpan.Start),
        ];
    }

    private static CSharpCompilation Generate()
    {
        var compilation = CSharpCompilation.Create(
            "User",
            references: [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(ApiException).Assembly.Location)],
            options: new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                warningLevel: 9999
            )
        );
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new OpenApiGenerator().AsSourceGenerator()],
            [new SpecText(SpecPath())],
            s_parse,
            new ItemMetadata()
        );
        driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out ImmutableArray<Diagnostic> diagnostics);
        Assert.DoesNotContain(diagnostics, it => it.Severity >= DiagnosticSeverity.Warning);
        return (CSharpCompilation)generated;
    }

    private static string SpecPath([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../specs/junction/junction.yaml"));

    private sealed class SpecText(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(path));
    }

    /// <summary>What the package's targets say of <c>&lt;OpenApiSpec Include="junction.yaml" Namespace="Junction" /&gt;</c>.</summary>
    private sealed class ItemMetadata : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Options(
                new()
                {
                    ["build_metadata.AdditionalFiles.OpenApiSpec"] = "true",
                    ["build_metadata.AdditionalFiles.OpenApiNamespace"] = "Junction",
                }
            );

        private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
                values.TryGetValue(key, out value);
        }
    }
}
