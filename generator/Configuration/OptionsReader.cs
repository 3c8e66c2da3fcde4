using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Lowering.Paging;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Configuration;

/// <summary>Item metadata and build properties, as MSBuild passes them on, to <see cref="SpecOptions"/>.</summary>
internal static class OptionsReader
{
    private const string Item = "build_metadata.AdditionalFiles.";

    /// <summary>Whether a file is an OpenAPI description: an OpenApiSpec item, or an AdditionalFiles item with OpenApiNamespace.</summary>
    public static bool IsSpec(AnalyzerConfigOptions options) =>
        (options.TryGetValue(Item + "OpenApiSpec", out string? mark) && mark.Equals("true", StringComparison.OrdinalIgnoreCase))
        || Metadata(options, "OpenApiNamespace") is not null;

    /// <summary>Whether a file can be a part that a description refers to.</summary>
    public static bool IsDocument(string path) =>
        path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    public static SpecOptions Read(string path, AnalyzerConfigOptions options, AnalyzerConfigOptions global, List<DiagnosticInfo> problems)
    {
        string file = Path.GetFileNameWithoutExtension(path);
        if (file.EndsWith(".openapi", StringComparison.OrdinalIgnoreCase)) file = file.Substring(0, file.Length - 8);
        string api = IdentifierCasing.Pascal(file);
        string? root = global.TryGetValue("build_property.RootNamespace", out string? value) && IsNamespace(value) ? value : null;
        string fallback = root is null ? api : root + "." + api;
        string space = Metadata(options, "OpenApiNamespace") ?? fallback;
        if (!IsNamespace(space))
        {
            problems.Add(DiagnosticInfo.Create(DiagnosticDescriptors.InvalidOption, LocationInfo.StartOf(path), "Namespace", space, $"it is not a C# namespace; {fallback} is used"));
            space = fallback;
        }

        string usual = space.Substring(space.LastIndexOf('.') + 1).TrimStart('@') + "Client";
        string client = Metadata(options, "OpenApiClientName") ?? usual;
        if (!IsName(client))
        {
            problems.Add(DiagnosticInfo.Create(DiagnosticDescriptors.InvalidOption, LocationInfo.StartOf(path), "ClientName", client, $"it is not a C# class name; {usual} is used"));
            client = usual;
        }

        return new SpecOptions(space, client, space.Replace("@", "")) { Paging = Paging(Metadata(options, "OpenApiPagination"), problems) };
    }

    private static PagingHint Paging(string? text, List<DiagnosticInfo> problems)
    {
        if (text is null) return PagingHint.None;
        if (PagingHint.Parse(text) is { } hint) return hint;
        problems.Add(DiagnosticInfo.Create(
            DiagnosticDescriptors.InvalidOption, null, "Pagination", text, "Auto, Explicit, None, or names such as 'cursor=after, next=meta.next, items=data'; Auto is used"));
        return PagingHint.None;
    }

    private static string? Metadata(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue(Item + name, out string? value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static bool IsNamespace(string text) => text.Length > 0 && text.Split('.').All(IsName);

    private static bool IsName(string text) =>
        text.StartsWith("@", StringComparison.Ordinal)
            ? SyntaxFacts.IsValidIdentifier(text.Substring(1))
            : SyntaxFacts.IsValidIdentifier(text) && SyntaxFacts.GetKeywordKind(text) == SyntaxKind.None;
}
