using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
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
        || (options.TryGetValue(Item + "OpenApiNamespace", out string? space) && !string.IsNullOrWhiteSpace(space));

    /// <summary>Whether a file can be a part that a description refers to.</summary>
    public static bool IsDocument(string path) =>
        path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file is an earlier text of a description, there to be compared with and nothing else.</summary>
    public static bool IsBaseline(AnalyzerConfigOptions options) =>
        options.TryGetValue(Item + "OpenApiIsBaseline", out string? mark) && mark.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The path of the baseline that the item names; null where it names none.</summary>
    public static string? Baseline(AnalyzerConfigOptions options) =>
        options.TryGetValue(Item + "OpenApiBaseline", out string? path) && !string.IsNullOrWhiteSpace(path) ? path.Trim() : null;

    public static SpecOptions Read(string path, AnalyzerConfigOptions options, AnalyzerConfigOptions global, List<DiagnosticInfo> problems)
    {
        ItemMetadata item = new(path, options, problems);
        string space = Namespace(item, global);
        return new SpecOptions(space, ClientName(item, space), space.Replace("@", ""))
        {
            Paging = Paging(item),
            Filter = Filter(item),
            Formats = Formats(item),
            Integer = item.Choice("Integer", IntegerType.Long),
            Collections = item.Choice("Collections", CollectionType.IReadOnlyList),
            EnumStyle = item.Choice("EnumStyle", EnumStyle.Open),
            Generate = Generate(item),
            NamesFrom = item.Choice("NamesFrom", NameSource.Key),
            GroupBy = item.Choice("GroupBy", GroupSource.Tag),
            Access = item.Choice("Access", AccessModifier.Public),
            Reading = item.Choice("Reading", ReadingMode.Tolerant),
            Docs = item.Flag("Docs", true),
            MaxTypes = item.Count("MaxTypes", 100_000),
            MaxMembers = item.Count("MaxMembers", 1_000_000),
            MaxCharacters = item.Count("MaxCharacters", 200_000_000),
        };
    }

    private static string Namespace(ItemMetadata item, AnalyzerConfigOptions global)
    {
        string file = Path.GetFileNameWithoutExtension(item.Path);
        if (file.EndsWith(".openapi", StringComparison.OrdinalIgnoreCase))
            file = file.Substring(0, file.Length - 8);
        string api = IdentifierCasing.Pascal(file);
        string? root = global.TryGetValue("build_property.RootNamespace", out string? value) && IsNamespace(value) ? value : null;
        string fallback = root is null ? api : root + "." + api;
        string space = item.Text("Namespace") ?? fallback;
        if (IsNamespace(space))
            return space;
        item.Report("Namespace", space, $"it is not a C# namespace; {fallback} is used");
        return fallback;
    }

    private static string ClientName(ItemMetadata item, string space)
    {
        string usual = space.Substring(space.LastIndexOf('.') + 1).TrimStart('@') + "Client";
        string client = item.Text("ClientName") ?? usual;
        if (IsName(client))
            return client;
        item.Report("ClientName", client, $"it is not a C# class name; {usual} is used");
        return usual;
    }

    private static GeneratedCode Generate(ItemMetadata item)
    {
        if (item.List("Generate") is not { IsEmpty: false } names)
            return GeneratedCode.Client;
        GeneratedCode all = GeneratedCode.Models;
        foreach (string name in names)
        {
            if (
                Enum.TryParse(name, ignoreCase: true, out GeneratedCode one)
                && Enum.IsDefined(typeof(GeneratedCode), one)
                && !char.IsDigit(name[0])
            )
                all |= one;
            else
            {
                item.Report("Generate", name, "Client, Server, both (Client, Server) or Models; Client is used");
                return GeneratedCode.Client;
            }
        }

        return all;
    }

    private static PagingHint Paging(ItemMetadata item)
    {
        if (item.Text("Pagination") is not { } text)
            return PagingHint.None;
        if (PagingHint.Parse(text) is { } hint)
            return hint;
        item.Report("Pagination", text, "Auto, Explicit, None, or names such as 'cursor=after, next=meta.next, items=data'; Auto is used");
        return PagingHint.None;
    }

    private static SpecFilter Filter(ItemMetadata item) =>
        new()
        {
            IncludeTags = item.List("IncludeTags"),
            ExcludeTags = item.List("ExcludeTags"),
            IncludePaths = item.List("IncludePaths"),
            ExcludePaths = item.List("ExcludePaths"),
            IncludeOperations = item.List("IncludeOperations"),
            ExcludeOperations = item.List("ExcludeOperations"),
            Webhooks = item.Flag("Webhooks", true),
        };

    /// <summary>Whether the types are there is for the lowering to say, which knows the target framework.</summary>
    private static EquatableArray<FormatMapping> Formats(ItemMetadata item)
    {
        List<FormatMapping> mappings = [];
        foreach (string entry in item.List("Formats"))
        {
            string[] pair = entry.Split('=');
            if (pair.Length == 2 && pair[0].Trim() is { Length: > 0 } format && pair[1].Trim() is { Length: > 0 } type)
                mappings.Add(new FormatMapping(format, type));
            else
                item.Report("Formats", entry, "a format and a C# type, such as 'uri=System.Uri'; the entry is ignored");
        }

        return mappings.ToEquatableArray();
    }

    private static bool IsNamespace(string text) => text.Length > 0 && text.Split('.').All(IsName);

    // The compiler takes zero-width characters and direction marks in a name; nobody can see them there.
    private static bool IsName(string text) =>
        !text.Any(static c => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format)
        && (
            text.StartsWith("@", StringComparison.Ordinal)
                ? SyntaxFacts.IsValidIdentifier(text.Substring(1))
                : SyntaxFacts.IsValidIdentifier(text) && SyntaxFacts.GetKeywordKind(text) == SyntaxKind.None
        );
}
