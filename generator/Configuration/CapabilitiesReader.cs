using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Configuration;

/// <summary>The few facts about the consuming project that decide what is emitted; the compilation itself goes no further.</summary>
internal static class CapabilitiesReader
{
    /// <summary>C# 15, for which the oldest host has no name; preview versions are above it.</summary>
    private const int CSharp15 = 1500;

    private const string UnionAttribute = "System.Runtime.CompilerServices.UnionAttribute";

    public static Capabilities Read(Compilation compilation)
    {
        LanguageVersion version = (compilation as CSharpCompilation)?.LanguageVersion ?? LanguageVersion.CSharp11;
        INamedTypeSymbol? obsolete = compilation.GetTypeByMetadataName("System.ObsoleteAttribute");
        return new Capabilities(
            version >= LanguageVersion.CSharp11,
            compilation.GetTypeByMetadataName("System.DateOnly") is not null,
            obsolete?.GetMembers("DiagnosticId").IsEmpty == false,
            (int)version >= CSharp15,
            PolyfillEmitter
                .Names.Where(name => (name != UnionAttribute || (int)version >= CSharp15) && !IsVisible(compilation, name))
                .ToEquatableArray(),
            version.ToDisplayString(),
            compilation.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.HttpClientBuilderExtensions") is not null,
            compilation.GetTypeByMetadataName("System.Collections.Immutable.ImmutableArray`1") is not null,
            compilation.GetTypeByMetadataName("OpenApiGen.AspNetCore.ServerRoutes") is not null
        );
    }

    /// <summary>Declared in the project, or public in one of its references.</summary>
    private static bool IsVisible(Compilation compilation, string name)
    {
        ImmutableArray<INamedTypeSymbol> types = compilation.GetTypesByMetadataName(name);
        return types.Any(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly));
    }
}
