using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Text;

namespace OpenApiGen.Package.Tests.Harness;

/// <summary>The answers that OpenAI prints beside its operations, in <c>x-oaiMeta</c>; found in the description when a test runs.</summary>
internal sealed class PrintedAnswers
{
    private static readonly JsonDocumentOptions s_lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private readonly JsonNode _paths;

    /// <param name="document">The path of the description.</param>
    public PrintedAnswers(string document)
    {
        SpecText text = SpecText.Read(document, SourceText.From(File.ReadAllText(document)), TestContext.Current.CancellationToken);
        _paths = text.Root!["paths"]!;
    }

    /// <summary>As it is printed: JSON, lines of JSON or an event stream.</summary>
    /// <param name="path">The path of the operation.</param>
    /// <param name="method">Its method.</param>
    /// <param name="title">The title of one of several examples; null where there is but one.</param>
    public string Text(string path, string method, string? title = null)
    {
        JsonNode examples = _paths[path]![method]!["x-oaiMeta"]!["examples"]!;
        JsonNode example = examples is JsonArray all ? all.Single(e => title is null || (string?)e!["title"] == title)! : examples;
        return (string)example["response"]!;
    }

    /// <summary>As a server sends it, without the commas that only people write.</summary>
    /// <inheritdoc cref="Text"/>
    public JsonNode Json(string path, string method, string? title = null) =>
        JsonNode.Parse(Text(path, method, title), documentOptions: s_lenient)!;
}
