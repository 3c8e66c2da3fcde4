using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace OpenApiGen.Generator.Tests.Infrastructure;

/// <summary>The CA analyzers of the SDK, configured by the SDK's own file for latest-all.</summary>
internal sealed class SdkAnalyzers
{
    // The consumer of the harness is one empty class; what it does itself is not what is tested.
    private const string ConsumerFile = "User.cs";

    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers;
    private readonly ImmutableDictionary<string, ReportDiagnostic> _severities;

    private SdkAnalyzers(ImmutableArray<DiagnosticAnalyzer> analyzers, ImmutableDictionary<string, ReportDiagnostic> severities)
    {
        _analyzers = analyzers;
        _severities = severities;
    }

    /// <summary>Null where the SDK keeps no analyzers in the known place.</summary>
    public static SdkAnalyzers? Instance { get; } = Load();

    public async Task<IEnumerable<Diagnostic>> RunAsync(GeneratorRun run, CancellationToken cancellationToken)
    {
        Compilation compilation = run.Output.WithOptions(
            run.Output.Options.WithSpecificDiagnosticOptions(_severities.SetItems(run.Output.Options.SpecificDiagnosticOptions))
        );
        CompilationWithAnalyzers analyzed = compilation.WithAnalyzers(
            _analyzers,
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]),
                onAnalyzerException: null,
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: false
            )
        );
        return (await analyzed.GetAnalyzerDiagnosticsAsync(cancellationToken))
            .Where(static d => d.Severity >= DiagnosticSeverity.Warning && d.Location.SourceTree?.FilePath != ConsumerFile)
            // Facts about the consuming assembly, not about emitted code: CLSCompliant, assembly version, NeutralResourcesLanguage.
            .Where(static d => d.Location.IsInSource);
    }

    private static SdkAnalyzers? Load()
    {
        string folder = Path.Combine(Repository.SdkFolder, "Sdks", "Microsoft.NET.Sdk", "analyzers");
        string config = Path.Combine(folder, "build", "config", "analysislevel_10_all.globalconfig");
        string[] files =
        [
            Path.Combine(folder, "Microsoft.CodeAnalysis.NetAnalyzers.dll"),
            Path.Combine(folder, "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll"),
        ];
        if (!files.Append(config).All(File.Exists))
            return null;

        AnalyzerConfigSet set = AnalyzerConfigSet.Create(
            ImmutableArray.Create(AnalyzerConfig.Parse(SourceText.From(File.ReadAllText(config)), config)),
            out _
        );
        return new SdkAnalyzers(
            [.. files.SelectMany(static file => Instantiate(Assembly.LoadFrom(file)))],
            set.GlobalConfigOptions.TreeOptions
        );
    }

    private static IEnumerable<DiagnosticAnalyzer> Instantiate(Assembly assembly) =>
        Types(assembly)
            .Where(static type =>
                !type.IsAbstract
                && typeof(DiagnosticAnalyzer).IsAssignableFrom(type)
                && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true
            )
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);

    /// <summary>Code fixes in the same files need the Workspaces library, which is not here and not needed.</summary>
    private static IEnumerable<Type> Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return exception.Types.OfType<Type>();
        }
    }
}
