using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Infrastructure;

/// <summary>A description that is an update of another: what the targets make of the Baseline metadata.</summary>
internal static class BaselineRun
{
    public const string Namespace = "Acme";

    public static GeneratorRun Of(Consumer consumer, SpecFile present, SpecFile baseline, params SpecFile[] others)
    {
        SpecFile named = new(
            present.Path,
            present.GetText(),
            new Dictionary<string, string>(present.Metadata) { ["OpenApiBaseline"] = baseline.Path }
        );
        return GeneratorRun.Of(consumer, [named, AsBaseline(baseline), .. others]);
    }

    /// <summary>Two YAML texts, the earlier one first.</summary>
    public static GeneratorRun Of(string baseline, string present) => Of(Consumer.Net10Latest, baseline, present);

    public static GeneratorRun Of(Consumer consumer, string baseline, string present) =>
        Of(consumer, new SpecFile("api.yaml", present, Namespace), new SpecFile("api.old.yaml", baseline, Namespace));

    public static SpecFile AsBaseline(SpecFile file) =>
        new(file.Path, file.GetText(), new Dictionary<string, string> { ["OpenApiIsBaseline"] = "true" });

    /// <summary>What is reported about the update, as "id line of the file: message".</summary>
    public static string[] Changes(GeneratorRun run) =>
        [
            .. run
                .Diagnostics.Where(static d => string.CompareOrdinal(d.Id, "OAG0100") >= 0)
                .Select(static d =>
                    $"{d.Id} {Path.GetFileName(d.Location.GetLineSpan().Path)}:{d.Location.GetLineSpan().StartLinePosition.Line + 1} {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"
                ),
        ];

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
                .OrderBy(static d => d.Location.SourceSpan.Start)
                .Select(static d =>
                    $"{d.Id} '{d.Location.SourceTree?.GetText().ToString(d.Location.SourceSpan)}': {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"
                ),
        ];
    }
}
