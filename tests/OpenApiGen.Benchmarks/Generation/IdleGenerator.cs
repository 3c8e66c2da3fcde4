using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace OpenApiGen.Benchmarks.Generation;

/// <summary>A generator with the kinds of steps that the real one has, and next to nothing in them.</summary>
internal sealed class IdleGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<string> capabilities = context
            .CompilationProvider.Select(
                static (compilation, _) =>
                    compilation.GetTypesByMetadataName("System.DateOnly").Length
                    + ((INamedTypeSymbol)compilation.GetTypeByMetadataName("System.ObsoleteAttribute")!).GetMembers("Message").Length
                    + ""
            )
            .WithTrackingName("Capabilities");
        IncrementalValuesProvider<string> models = context
            .AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => pair.Right.GetOptions(pair.Left).TryGetValue("build_metadata.AdditionalFiles.OpenApiSpec", out _))
            .Select(static (pair, token) => pair.Left.GetText(token)!.ToString() + pair.Left.Path)
            .Combine(capabilities)
            .Select(static (pair, _) => pair.Left + pair.Right)
            .WithTrackingName("Build");
        IncrementalValuesProvider<string> parts = models.SelectMany(static (model, _) => model.Split('.'));
        context.RegisterSourceOutput(
            parts,
            static (output, part) =>
                output.AddSource(
                    "Idle." + Math.Abs(part.GetHashCode(StringComparison.Ordinal)) + ".g.cs",
                    SourceText.From("// " + part, Encoding.UTF8)
                )
        );
        context.RegisterSourceOutput(
            models.Collect().Combine(capabilities),
            static (output, all) => output.AddSource("Idle.g.cs", "// " + all.Left.Length)
        );
    }
}
