using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace OpenApiGen.CodeFixes;

/// <summary>
/// Writes the names of arguments that are passed by position (OAG9201, OAG9202). From the first of them on all get their names: a name
/// before an argument without one would tie it to its place again.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameArguments)), Shared]
public sealed class NameArguments : CodeFixProvider
{
    private const string Title = "Name the arguments";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("OAG9201", "OAG9202");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            context.RegisterCodeFix(
                CodeAction.Create(Title, token => NameAsync(context.Document, diagnostic, token), equivalenceKey: Title),
                diagnostic
            );
        }

        return Task.CompletedTask;
    }

    private static async Task<Document> NameAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        ArgumentSyntax? first = root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ArgumentSyntax>();
        if (first?.Parent is not ArgumentListSyntax list || model is null)
            return document;
        int from = list.Arguments.IndexOf(first);
        ArgumentListSyntax named = list.ReplaceNodes(
            list.Arguments,
            (old, _) =>
                list.Arguments.IndexOf(old) >= from
                && old.NameColon is null
                && model.GetOperation(old, cancellationToken) is IArgumentOperation { Parameter: { } parameter }
                    ? Named(old, parameter.Name)
                    : old
        );
        return document.WithSyntaxRoot(root!.ReplaceNode(list, named));
    }

    private static ArgumentSyntax Named(ArgumentSyntax argument, string name)
    {
        bool isKeyword = SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None;
        SyntaxToken identifier = SyntaxFactory.Identifier((isKeyword ? "@" : "") + name);
        return argument
            .WithoutLeadingTrivia()
            .WithNameColon(
                SyntaxFactory.NameColon(
                    SyntaxFactory.IdentifierName(identifier),
                    SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space)
                )
            )
            .WithLeadingTrivia(argument.GetLeadingTrivia());
    }
}
