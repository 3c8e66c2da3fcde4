using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Text;

/// <summary>A document after reading: its nodes, or the reason there are none, and a way back from a pointer to the text.</summary>
internal sealed class SpecText
{
    private SpecText(
        string path,
        SourceText text,
        bool isYaml,
        JsonNode? root,
        int depth,
        bool isBroken,
        EquatableArray<DiagnosticInfo> problems
    )
    {
        Path = path;
        Text = text;
        Root = root;
        Depth = depth;
        IsBroken = isBroken;
        Problems = problems;
        Locator = new SpecLocator(path, text, isYaml);
    }

    public string Path { get; }

    public SourceText Text { get; }

    /// <summary>Null when nothing of the document could be read (an error in <see cref="Problems"/> says why).</summary>
    public JsonNode? Root { get; }

    /// <summary>How deep objects and arrays are inside each other, aliases expanded.</summary>
    public int Depth { get; }

    /// <summary>Whether the text cannot be read from some place on; <see cref="Root"/> is what stands before it.</summary>
    public bool IsBroken { get; }

    /// <summary>What reading had to say: at most one error, and any number of warnings (duplicate keys).</summary>
    public EquatableArray<DiagnosticInfo> Problems { get; }

    public SpecLocator Locator { get; }

    /// <summary>Reads JSON or YAML. Never throws for what is in the text; cancellation throws.</summary>
    public static SpecText Read(string path, SourceText text, CancellationToken cancellationToken)
    {
        bool isJson = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        if (!isJson && !StartsLikeJson(text))
            return Read(path, text, isYaml: true, cancellationToken);

        // A YAML text may begin with a bracket, too; under another name than .json it gets a second chance.
        SpecText read = Read(path, text, isYaml: false, cancellationToken);
        if (isJson || !read.Problems.Any(static p => p.Id == DiagnosticDescriptors.UnreadableDocument.Id))
            return read;
        return Read(path, text, isYaml: true, cancellationToken);
    }

    private static SpecText Read(string path, SourceText text, bool isYaml, CancellationToken cancellationToken)
    {
        List<DiagnosticInfo> problems = [];
        JsonNode? root = null;
        SpecReadException? problem;
        int depth = 0;
        try
        {
            root = ReadRoot(text, isYaml, out List<DuplicateKey> duplicates, out depth, out problem, cancellationToken);
            foreach (DuplicateKey duplicate in duplicates)
            {
                LocationInfo place = LocationInfo.Create(path, text, duplicate.Span);
                problems.Add(DiagnosticInfo.Create(DiagnosticDescriptors.DuplicateKey, place, duplicate.Key, ""));
            }

            if (problem is null && root is null)
                problem = SpecReadException.Syntax(new TextSpan(0, 0), "It is empty.");
        }
        catch (SpecReadException limit)
        {
            problem = limit;
        }

        if (problem is not null)
            problems.Add(Describe(problem, path, text, root));
        return new SpecText(path, text, isYaml, root, depth, problem is not null, problems.ToEquatableArray());
    }

    /// <summary>The error, which says so where something of the document is there all the same.</summary>
    private static DiagnosticInfo Describe(SpecReadException problem, string path, SourceText text, JsonNode? root)
    {
        LocationInfo place = LocationInfo.Create(path, text, problem.Span);
        bool isDescription = root is JsonObject members && (members.ContainsKey("openapi") || members.ContainsKey("swagger"));
        string[] arguments = isDescription ? [problem.Message + " What stands before this is read and generated."] : problem.Arguments;
        return DiagnosticInfo.Create(problem.Descriptor, place, arguments);
    }

    private static JsonNode? ReadRoot(
        SourceText text,
        bool isYaml,
        out List<DuplicateKey> duplicates,
        out int depth,
        out SpecReadException? problem,
        CancellationToken cancellationToken
    )
    {
        duplicates = [];
        if (text.Length > SpecLimits.TextLength)
        {
            throw SpecReadException.Limit(new TextSpan(0, 0), "characters of text", SpecLimits.TextLength);
        }

        if (isYaml)
            return YamlTreeReader.Read(text, duplicates, out depth, out problem, cancellationToken);
        using Utf8Text utf8 = new(text);
        return JsonTreeReader.Read(utf8, duplicates, out depth, out problem, cancellationToken);
    }

    private static bool StartsLikeJson(SourceText text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is ' ' or '\t' or '\r' or '\n' or '\uFEFF')
                continue;
            return c is '{' or '[';
        }

        return false;
    }
}
