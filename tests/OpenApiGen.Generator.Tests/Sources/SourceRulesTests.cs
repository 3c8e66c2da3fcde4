using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Tests.Infrastructure;
using Xunit;

namespace OpenApiGen.Generator.Tests.Sources;

/// <summary>What holds for every source file, and what neither the compiler nor the formatter looks at.</summary>
public sealed partial class SourceRulesTests
{
    private const int MaxColumns = 140;

    /// <summary>A string stands on one line however long it is: the formatter does not break it, and a search finds it whole.</summary>
    [Theory]
    [InlineData("analyzers")]
    [InlineData("codefixes")]
    [InlineData("generator")]
    [InlineData("runtime")]
    [InlineData("samples")]
    [InlineData("tests")]
    public void A_line_has_at_most_140_columns_outside_texts(string folder)
    {
        List<string> found = [];
        foreach ((string path, SyntaxTree tree) in SourceTree.Files(folder))
        {
            SourceText text = tree.GetText(TestContext.Current.CancellationToken);
            SyntaxNode root = tree.GetRoot(TestContext.Current.CancellationToken);
            found.AddRange(
                text.Lines.Where(line => line.End - line.Start > MaxColumns && !HasLongText(root, line))
                    .Select(line => $"{path}:{line.LineNumber + 1}")
            );
        }

        Assert.Empty(found);
    }

    [Fact]
    public void A_vendor_extension_that_is_read_has_a_row_in_the_readme()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        string[] read =
        [
            .. SourceTree
                .Files("generator")
                .SelectMany(static file => file.Tree.GetRoot().DescendantTokens())
                .Where(static token => token.IsKind(SyntaxKind.StringLiteralToken) && Extension().IsMatch(token.ValueText))
                .Select(static token => token.ValueText)
                .Distinct(),
        ];

        Assert.Contains("x-csharp-name", read);
        Assert.DoesNotContain(
            read,
            name => name != OpenApi.DocumentRepair.TabSeparated && !readme.Contains($"`{name}`", StringComparison.Ordinal)
        );
    }

    /// <summary>Whether the line crosses the limit in a string, an interpolated one or a reference in a comment.</summary>
    private static bool HasLongText(SyntaxNode root, TextLine line)
    {
        SyntaxToken token = root.FindToken(line.Start + MaxColumns, findInsideTrivia: true);
        // A reference in a comment cannot be broken.
        if (token.Parent?.FirstAncestorOrSelf<XmlEmptyElementSyntax>(ascendOutOfTrivia: false) is { } element)
            return element.Attributes.Any(static attribute => attribute is XmlCrefAttributeSyntax);
        return token.IsKind(SyntaxKind.StringLiteralToken)
            || token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken)
            || token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken)
            || token.IsKind(SyntaxKind.Utf8StringLiteralToken)
            || token.Parent?.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>() is not null
            || (
                token.GetPreviousToken() is { } before
                && before.Span.End > line.Start
                && (
                    before.IsKind(SyntaxKind.StringLiteralToken)
                    || before.Parent?.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>() is not null
                )
            );
    }

    [GeneratedRegex("^x-[A-Za-z-]+$")]
    private static partial Regex Extension();
}
