using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace OpenApiGen.Analyzers;

/// <summary>
/// Looks at calls of generated code: for arguments that an update of the API description could hand to another parameter, so that the
/// code would compile and do something else, and for those whose parameter is deprecated. A project without a generated client is not
/// looked at at all.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GeneratedCallAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(CallRules.DeprecatedArgument, CallRules.PositionalArgument, CallRules.PositionalFunction);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("OpenApiGen.Http.ApiCall") is not { } call)
                return;
            GeneratedCalls calls = new(call, start.Compilation.GetTypeByMetadataName("OpenApiGen.UnknownJson"));
            start.RegisterOperationAction(c => Look(c, calls), OperationKind.Invocation);
        });
    }

    private static void Look(OperationAnalysisContext context, GeneratedCalls calls)
    {
        IInvocationOperation invocation = (IInvocationOperation)context.Operation;
        IMethodSymbol method = invocation.TargetMethod;
        if (method.Parameters.Length < 2)
            return;
        if (method.Name == "Match")
            Functions(context, invocation, calls.Functions(method));
        else if (calls.IsOperation(method))
        {
            Arguments(context, invocation);
            Deprecated(context, invocation);
        }
    }

    /// <summary>
    /// C# has no <c>[Obsolete]</c> for a parameter: it carries an attribute of the runtime, and this says what that says.
    /// </summary>
    private static void Deprecated(OperationAnalysisContext context, IInvocationOperation invocation)
    {
        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { IsOptional: true } parameter })
                continue;
            foreach (AttributeData attribute in parameter.GetAttributes())
            {
                if (
                    attribute.AttributeClass is { Name: "DeprecatedAttribute", ContainingNamespace.Name: "OpenApiGen" }
                    && attribute.ConstructorArguments.FirstOrDefault().Value is string message
                )
                    context.ReportDiagnostic(
                        Diagnostic.Create(
                            CallRules.DeprecatedArgument,
                            argument.Syntax.GetLocation(),
                            parameter.Name,
                            invocation.TargetMethod.Name,
                            message
                        )
                    );
            }
        }
    }

    /// <summary>
    /// The call and its cancellation come last whatever is added, and no other parameter takes them. Neither does another take the body.
    /// </summary>
    private static void Arguments(OperationAnalysisContext context, IInvocationOperation invocation)
    {
        int last = invocation.TargetMethod.Parameters.Length - 2;
        List<(IParameterSymbol Parameter, ArgumentSyntax Syntax)> found = Positional(
            invocation,
            p => p.IsOptional && p.Ordinal < last && p.Name != "body"
        );
        if (found.Count > 0)
            Report(context, CallRules.PositionalArgument, found, "argument", invocation.TargetMethod.Name);
    }

    /// <summary>
    /// One function alone cannot change places: where the types of all others are written, the compiler refuses them elsewhere.
    /// </summary>
    private static void Functions(OperationAnalysisContext context, IInvocationOperation invocation, int count)
    {
        if (count < 2)
            return;
        List<(IParameterSymbol Parameter, ArgumentSyntax Syntax)> found = Positional(invocation, p => p.Ordinal < count);
        found.RemoveAll(static f => Count(f.Syntax.Expression) is null);
        found.RemoveAll(f => !found.Exists(o => o != f && Count(o.Syntax.Expression) == Count(f.Syntax.Expression)));
        if (found.Count > 1)
            Report(context, CallRules.PositionalFunction, found, "function", invocation.TargetMethod.ContainingType.Name);
    }

    private static List<(IParameterSymbol Parameter, ArgumentSyntax Syntax)> Positional(
        IInvocationOperation invocation,
        System.Func<IParameterSymbol, bool> isMeant
    )
    {
        List<(IParameterSymbol Parameter, ArgumentSyntax Syntax)> found = [];
        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            if (
                argument
                    is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter, Syntax: ArgumentSyntax { NameColon: null } syntax }
                && isMeant(parameter)
            )
                found.Add((parameter, syntax));
        }

        return found;
    }

    /// <summary>
    /// How many parameters a lambda without types has, which is what the compiler makes of it; null for a method, or a lambda with types:
    /// these fit one type alone.
    /// </summary>
    private static int? Count(ExpressionSyntax function) =>
        function switch
        {
            SimpleLambdaExpressionSyntax => 1,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: var parameters }
                when parameters.All(static p => p.Type is null) => parameters.Count,
            AnonymousMethodExpressionSyntax { ParameterList: null } => 1,
            _ => null,
        };

    private static void Report(
        OperationAnalysisContext context,
        DiagnosticDescriptor rule,
        List<(IParameterSymbol Parameter, ArgumentSyntax Syntax)> found,
        string what,
        string where
    )
    {
        string names = string.Join(", ", found.Select(static f => "'" + f.Parameter.Name + "'"));
        context.ReportDiagnostic(
            Diagnostic.Create(
                rule,
                found[0].Syntax.GetLocation(),
                found.Skip(1).Select(static f => f.Syntax.GetLocation()),
                $"{what}{(found.Count == 1 ? "" : "s")} {names}",
                where,
                found[0].Parameter.Name
            )
        );
    }
}
