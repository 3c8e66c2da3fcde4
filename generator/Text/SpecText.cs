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
    private SpecText(string path, SourceText text, bool isYaml, JsonNode? root, EquatableArray<DiagnosticInfo> problems)
    {
        Path = path;
        Text = text;
        Root = root;
        Problems = problems;
        Locator = new SpecLocator(path, text, isYaml);
    }

    public string Path { get; }

    public SourceText Text { get; }

    /// <summary>Null when the document could not be read (an error in <see cref="Problems"/> says why).</summary>
    public JsonNode? Root { get; }

    /// <summary>What reading had to say: at most one error, and any number of warnings (duplicate keys).</summary>
    public EquatableArray<DiagnosticInfo> Problems { get; }

    public SpecLocator Locator { get; }

    /// <summary>Reads JSON or YAML. Never throws for what is in the text; cancellation throws.</summary>
    public static SpecText Read(string path, SourceText text, CancellationToken cancellationToken)
    {
        bool isJson = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        if (!isJson && !StartsLikeJson(text)) return Read(path, text, isYaml: true, cancellationToken);

        // A YAML text may begin with a bracket, too; under another name than .json it gets a second chance.
        SpecText read = Read(path, text, isYaml: false, cancellationToken);
        if (isJson || !read.Problems.Any(static p => p.Id == DiagnosticDescriptors.UnreadableDocument.Id)) return read;
        return Read(path, text, isYaml: true, cancellationToken);
    }

    private static SpecText Read(string path, SourceText text, bool isYaml, CancellationToken cancellationToken)
    {
        List<DiagnosticInfo> problems = [];
        JsonNode? root = null;
        try
        {
            root = ReadRoot(text, isYaml, out List<DuplicateKey> duplicates, cancellationToken);
            foreach (DuplicateKey duplicate in duplicates)
            {
                LocationInfo place = LocationInfo.Create(path, text, duplicate.Span);
                problems.Add(DiagnosticInfo.Create(DiagnosticDescriptors.DuplicateKey, place, duplicate.Key, ""));
            }
        }
        catch (SpecReadException exception)
        {
            problems.Add(DiagnosticInfo.Create(
                exception.Descriptor, LocationInfo.Create(path, text, exception.Span), exception.Arguments));
        }

        return new SpecText(path, text, isYaml, root, problems.ToEquatableArray());
    }

    private static JsonNode? ReadRoot(
        SourceText text, bool isYaml, out List<DuplicateKey> duplicates, CancellationToken cancellationToken)
    {
        duplicates = [];
        if (text.Length > SpecLimits.TextLength)
        {
            throw SpecReadException.Limit(new TextSpan(0, 0), "characters of text", SpecLimits.TextLength);
        }

        JsonNode? root;
        if (isYaml)
        {
            root = YamlTreeReader.Read(text, duplicates, cancellationToken);
        }
        else
        {
            using Utf8Text utf8 = new(text);
            root = JsonTreeReader.Read(utf8, duplicates, cancellationToken);
        }

        return root ?? throw SpecReadException.Syntax(new TextSpan(0, 0), "It is empty.");
    }

    private static bool StartsLikeJson(SourceText text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is ' ' or '\t' or '\r' or '\n' or '\uFEFF') continue;
            return c is '{' or '[';
        }

        return false;
    }
}
