using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace OpenApiGen.Generator.Tests.Sources;

/// <summary>How long and how branched a method may be. What is over is named here, with its reason.</summary>
public class MethodRulesTests
{
    private const int MostLines = 60;
    private const int MostPaths = 20;

    private static readonly Dictionary<string, string> s_exceptions = new()
    {
        ["generator/Baseline/OperationTombstones.cs: Group"] = "a tombstone for each kind of change that a group has",
        ["generator/Baseline/TypeChanges.cs: Member"] = "a comparison for each thing that a member has",
        ["generator/Emit/Markdown/MarkdownInlines.cs: ConvertEmphasis"] = "the rules of CommonMark 6.2, in their order",
        ["generator/Lowering/Operations/EventSchemas.cs: DataOf"] = "the shapes that OpenAPI 3.2 gives the data of an event",
        ["generator/Lowering/Operations/MediaTypes.cs: Form"] = "a table of media types",
        ["generator/Lowering/Rules/EnumRule.cs: Underlying"] = "a table of JSON kinds",
        ["generator/Lowering/Rules/ObjectRule.cs: Member"] = "one expression for each thing that a member has",
        ["generator/Lowering/SharedTypes.cs: Structure"] = "a branch for each kind of declaration",
        ["generator/OpenApi/DocumentRepair.cs: Fits"] = "a table of keywords",
        ["generator/Text/YamlParser.Scalars.cs: ReadBlockLines"] = "block scalars of YAML 1.2.2, 8.1, line by line",
        ["generator/Text/YamlScalars.cs: ToNumber"] = "the number forms of the YAML core schema",
        ["runtime/Json/DurationText.cs: TryParse"] = "the grammar of ISO 8601 durations, in one pass",
    };

    [Theory]
    [InlineData("generator")]
    [InlineData("runtime")]
    public void A_method_is_short_and_has_few_paths(string folder)
    {
        List<string> found = [];
        foreach ((string path, SyntaxTree tree) in SourceTree.Files(folder))
        {
            foreach (SyntaxNode method in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().Where(IsMethod))
            {
                FileLinePositionSpan span = Body(method) is { } body
                    ? tree.GetLineSpan(body.Span, TestContext.Current.CancellationToken)
                    : default;
                int lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1,
                    paths = Paths(method);
                if ((lines > MostLines || paths > MostPaths) && !s_exceptions.ContainsKey($"{path}: {Name(method)}"))
                    found.Add($"{path}: {Name(method)} has {lines} lines and {paths} paths");
            }
        }

        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    private static bool IsMethod(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax;

    private static SyntaxNode? Body(SyntaxNode method) =>
        method switch
        {
            BaseMethodDeclarationSyntax m => (SyntaxNode?)m.Body ?? m.ExpressionBody,
            AccessorDeclarationSyntax a => (SyntaxNode?)a.Body ?? a.ExpressionBody,
            LocalFunctionStatementSyntax l => (SyntaxNode?)l.Body ?? l.ExpressionBody,
            _ => null,
        };

    private static string Name(SyntaxNode method) =>
        method switch
        {
            MethodDeclarationSyntax m => m.Identifier.Text,
            LocalFunctionStatementSyntax l => l.Identifier.Text,
            ConstructorDeclarationSyntax c => c.Identifier.Text,
            _ => method.Kind().ToString(),
        };

    // Cyclomatic complexity (McCabe): one, and one more for each branch. The arms of a switch expression are a table and count nothing.
    private static int Paths(SyntaxNode method)
    {
        int paths = 1;
        foreach (SyntaxNode node in method.DescendantNodes(n => n == method || n is not LocalFunctionStatementSyntax))
        {
            paths += node.Kind() switch
            {
                SyntaxKind.IfStatement
                or SyntaxKind.WhileStatement
                or SyntaxKind.DoStatement
                or SyntaxKind.ForStatement
                or SyntaxKind.ForEachStatement
                or SyntaxKind.ForEachVariableStatement
                or SyntaxKind.CatchClause
                or SyntaxKind.ConditionalExpression
                or SyntaxKind.LogicalAndExpression
                or SyntaxKind.LogicalOrExpression
                or SyntaxKind.CoalesceExpression
                or SyntaxKind.CaseSwitchLabel
                or SyntaxKind.CasePatternSwitchLabel => 1,
                _ => 0,
            };
        }

        return paths;
    }
}
