using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Infrastructure;

/// <summary>A project that emitted code is compiled into: a framework, a language version, and every warning on.</summary>
internal sealed record Consumer(string Name, string Framework, LanguageVersion Language, bool ImplicitUsings)
{
    // Names of the framework in scope the way an SDK project has them: emitted code must not depend on it, nor break by it.
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private ImmutableArray<MetadataReference> _references;
    private Consumer? _web;

    public static Consumer Net10Latest { get; } = new("net10.0, latest", "net10.0", LanguageVersion.Latest, true);

    public static Consumer Net10CSharp11 { get; } = new("net10.0, C# 11", "net10.0", LanguageVersion.CSharp11, false);

    public static Consumer Net8CSharp11 { get; } = new("net8.0, C# 11", "net8.0", LanguageVersion.CSharp11, true);

    public static Consumer NetStandardCSharp11 { get; } = new("netstandard2.0, C# 11", "netstandard2.0", LanguageVersion.CSharp11, false);

    public static IReadOnlyList<Consumer> All { get; } = [Net10Latest, Net10CSharp11, Net8CSharp11, NetStandardCSharp11];

    /// <summary>The same with ASP.NET Core, where the framework has it here.</summary>
    public Consumer Web =>
        Framework != "net10.0" || IsWeb ? this : _web ??= this with { Name = Name + ", ASP.NET Core", IsWeb = true, _references = default };

    private bool IsWeb { get; init; }

    // Diagnose: undocumented public members (CS1591) and broken cref or XML are warnings, as in a library that ships docs.
    public CSharpParseOptions ParseOptions { get; } = new(Language, DocumentationMode.Diagnose);

    public CSharpCompilation CreateCompilation(string assemblyName)
    {
        List<SyntaxTree> trees = [Parse("internal static class User { }", "User.cs")];
        if (ImplicitUsings)
            trees.Add(Parse(GlobalUsings, "GlobalUsings.g.cs"));
        return CSharpCompilation.Create(
            assemblyName,
            trees,
            References(),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Debug,
                checkOverflow: true,
                warningLevel: 9999,
                nullableContextOptions: NullableContextOptions.Enable,
                deterministic: true,
                specificDiagnosticOptions: new Dictionary<string, ReportDiagnostic>
                {
                    // What the SDK switches off for every project: assembly version unification.
                    ["CS1701"] = ReportDiagnostic.Suppress,
                    ["CS1702"] = ReportDiagnostic.Suppress,
                }
            )
        );
    }

    public SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), ParseOptions, path);

    public override string ToString() => Name;

    private ImmutableArray<MetadataReference> References()
    {
        if (!_references.IsDefault)
            return _references;
        IEnumerable<MetadataReference> framework = Framework switch
        {
            "net10.0" => Net100.References.All,
            "net8.0" => Net80.References.All,
            _ => Files(Repository.NetStandardReferences),
        };
        return _references = [
            .. framework,
            .. Files(Path.Combine(AppContext.BaseDirectory, "consumer", Framework)),
            .. IsWeb ? AspNetCore() : [],
        ];
    }

    private static IEnumerable<MetadataReference> AspNetCore() =>
        ReferencePacks
            .Files("Microsoft.AspNetCore.App.Ref", typeof(Microsoft.AspNetCore.Http.HttpContext))
            .Append(typeof(OpenApiGen.AspNetCore.ServerRoutes).Assembly.Location)
            .Select(static file => MetadataReference.CreateFromFile(file));

    private static IEnumerable<MetadataReference> Files(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.dll")
            .Order(StringComparer.Ordinal)
            .Select(static file => MetadataReference.CreateFromFile(file));
}
