using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Text;
using Xunit;

namespace OpenApiGen.Generator.Tests.Text;

internal static class SpecTextFixture
{
    public static SpecText FromYaml(string text) => SpecText.Read("api.yaml", SourceText.From(text), TestContext.Current.CancellationToken);

    public static SpecText FromJson(string text) => SpecText.Read("api.json", SourceText.From(text), TestContext.Current.CancellationToken);

    /// <summary>The problem as a compiler would print it, with lines and columns counted from 1.</summary>
    public static string Print(DiagnosticInfo problem) =>
        $"{problem.Location!.StartLine + 1}:{problem.Location.StartColumn + 1}: {problem.Id}: {problem.ToDiagnostic().GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";

    public static string OnlyProblem(SpecText text) => Print(Assert.Single(text.Problems));

    /// <summary>The characters a location covers.</summary>
    public static string TextAt(SpecText text, LocationInfo location)
    {
        TextSpan span = location.Span;
        Assert.Equal(text.Text.Lines.GetLinePositionSpan(span), location.LineSpan);
        Assert.Equal(span, location.ToLocation().SourceSpan);
        Assert.Equal(LocationKind.ExternalFile, location.ToLocation().Kind);
        return text.Text.ToString(span);
    }
}
