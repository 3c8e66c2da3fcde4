using Microsoft.CodeAnalysis;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Junction;

/// <summary>Code generated from specs/junction/evolution, a stage at a time, and the same user code compiled against it.</summary>
internal static class Evolution
{
    public const string Namespace = "Junction";

    private static readonly Dictionary<string, Lazy<GeneratorRun>> s_runs = Seeds.Stages.ToDictionary(
        static s => s,
        static s => new Lazy<GeneratorRun>(() => GeneratorRun.Of(Consumer.Net10Latest, File(s)))
    );

    private static readonly Dictionary<string, Lazy<ConsumerAssembly>> s_assemblies = Seeds.Stages.ToDictionary(
        static s => s,
        static s => new Lazy<ConsumerAssembly>(() => ConsumerAssembly.Load(Run(s), Namespace))
    );

    public static GeneratorRun Run(string stage) => s_runs[stage].Value;

    /// <summary>The code of a stage, as the update of another.</summary>
    public static GeneratorRun Run(string stage, string baseline) =>
        Infrastructure.BaselineRun.Of(Consumer.Net10Latest, File(stage), File(baseline));

    public static ConsumerAssembly Assembly(string stage) => s_assemblies[stage].Value;

    public static string PathOf(string stage) => Path.Combine(Repository.Specs, "junction", "evolution", stage + ".yaml");

    public static SpecFile File(string stage) => new(PathOf(stage), System.IO.File.ReadAllText(PathOf(stage)), Namespace);

    /// <summary>What the compiler says of user code: warnings and errors as "id 'text at the place': message".</summary>
    public static string[] Compile(GeneratorRun run, string code)
    {
        SyntaxTree tree = run.Consumer.Parse(code, "UserCode.cs");
        return
        [
            .. run
                .Output.AddSyntaxTrees(tree)
                .GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(static d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed && d.Id != "CS1591")
                .Where(d => d.Location.SourceTree == tree || d.Severity == DiagnosticSeverity.Error)
                .OrderBy(static d => d.Location.SourceSpan.Start)
                .Select(static d =>
                    $"{d.Id} '{d.Location.SourceTree?.GetText().ToString(d.Location.SourceSpan)}': {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"
                ),
        ];
    }
}
