using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace OpenApiGen.Analyzers;

/// <summary>
/// Tells the methods that the generator has made from all others, in the project itself and in assemblies that it refers to.
/// </summary>
/// <param name="call">The runtime's <c>ApiCall</c>, which each operation takes as its last parameter but one.</param>
/// <param name="unknown">The runtime's <c>UnknownJson</c>, which the last function of a union's <c>Match</c> takes.</param>
internal sealed class GeneratedCalls(INamedTypeSymbol call, INamedTypeSymbol? unknown)
{
    /// <summary>Whether it is the method of an operation: of its answer, its pages or its stream.</summary>
    public bool IsOperation(IMethodSymbol method)
    {
        ImmutableArray<IParameterSymbol> parameters = method.Parameters;
        return parameters.Length >= 2
            && parameters[parameters.Length - 2] is { IsOptional: true, Name: "call" } last
            && SymbolEqualityComparer.Default.Equals(last.Type, call)
            && parameters[parameters.Length - 1].Name == "cancellationToken"
            && IsGenerated(method)
            && IsGroup(method.ContainingType);
    }

    /// <summary>
    /// Of the <c>Match</c> of a union or of a result, how many of its first functions may change places; 0 for any other method.
    /// </summary>
    public int Functions(IMethodSymbol method)
    {
        ImmutableArray<IParameterSymbol> parameters = method.Parameters;
        if (method is not { Name: "Match", TypeArguments.Length: 1 } || parameters.Length < 2 || !IsGenerated(method))
            return 0;
        if (
            parameters[parameters.Length - 1] is { Name: "unknown", Type: INamedTypeSymbol { TypeArguments.Length: 2 } function }
            && SymbolEqualityComparer.Default.Equals(function.TypeArguments[0], unknown)
        )
            return parameters.Length - 1;
        return IsResult(method.ContainingType, parameters[0].Name) ? parameters.Length : 0;
    }

    /// <summary>Generated code of the project is in files of its own; in an assembly nothing but its form tells it.</summary>
    private bool IsGenerated(IMethodSymbol method)
    {
        ImmutableArray<SyntaxReference> declarations = method.OriginalDefinition.DeclaringSyntaxReferences;
        return declarations.IsEmpty
            ? !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, call.ContainingAssembly)
            : declarations[0].SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);
    }

    /// <summary>A group is an interface and the class behind it, which is named after it.</summary>
    private static bool IsGroup(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface)
            return type.Name.Length > 1 && !type.ContainingNamespace.GetTypeMembers(type.Name.Substring(1)).IsEmpty;
        foreach (INamedTypeSymbol implemented in type.Interfaces)
        {
            if (implemented.Name == "I" + type.Name)
                return true;
        }

        return false;
    }

    /// <summary>The result of an operation with several successes: it can be made of each of them.</summary>
    private static bool IsResult(INamedTypeSymbol type, string outcome) =>
        type is { IsSealed: true, TypeKind: TypeKind.Class }
        && !type.GetMembers("StatusCode").IsEmpty
        && !type.GetMembers("From" + char.ToUpperInvariant(outcome[0]) + outcome.Substring(1)).IsEmpty;
}
