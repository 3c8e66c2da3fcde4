using System.Collections.Generic;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace OpenApiGen.Generator.Lowering;

/// <summary>The message of an <c>[Obsolete]</c>: what the document says about why, what instead and until when.</summary>
internal static class Deprecation
{
    private const int Longest = 300;

    private const string Unexplained = "Deprecated in the API description.";

    private const string Until = " Will be removed on or after ";

    public static string Message(IOpenApiSchema schema) =>
        Message(
            SchemaText.OwnExtensions(schema),
            schema is OpenApiSchemaReference reference ? reference.Reference.Description : schema.Description
        );

    public static string Message(IDictionary<string, IOpenApiExtension>? extensions, string? description)
    {
        string message = Reason(extensions) ?? Sentence(description) ?? Unexplained;
        string? date = SchemaFacts.TextExtension(extensions, "x-sunset") ?? Member(extensions, "removalDate");
        if (date is not null && message.IndexOf(date, System.StringComparison.Ordinal) < 0)
            message += Until + date + ".";
        message = message.Replace("\r", "").Replace('\n', ' ');
        return message.Length <= Longest
            ? message
            : message.Substring(0, char.IsHighSurrogate(message[Longest - 1]) ? Longest - 1 : Longest) + "…";
    }

    /// <summary>The message for what is gone already: without the announced date; null where nothing else was said.</summary>
    public static string? WithoutDate(string? message)
    {
        if (message is null)
            return null;
        int until = message.LastIndexOf(Until, System.StringComparison.Ordinal);
        string rest = until < 0 ? message : message.Substring(0, until);
        return rest == Unexplained ? null : rest;
    }

    private static string? Reason(IDictionary<string, IOpenApiExtension>? extensions) =>
        SchemaFacts.TextExtension(extensions, "x-deprecated-message")
        ?? SchemaFacts.TextExtension(extensions, "x-deprecation-message")
        ?? Member(extensions, "description");

    /// <summary>A member of <c>x-ms-deprecation</c>.</summary>
    private static string? Member(IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        SchemaFacts.Extension(extensions, "x-ms-deprecation") is JsonObject about ? SchemaFacts.StringValue(about[name]) : null;

    /// <summary>The sentence of the description that speaks of deprecation.</summary>
    private static string? Sentence(string? description)
    {
        if (description is null)
            return null;
        int word = description.IndexOf("deprecat", System.StringComparison.OrdinalIgnoreCase);
        if (word < 0)
            return null;
        int start = word,
            end = word;
        while (start > 0 && !IsEnd(description, start - 1))
            start--;
        while (end < description.Length && !IsEnd(description, end))
            end++;
        string sentence = description
            .Substring(start, end - start)
            .Trim(' ', '*', '_', '#', '>', '\n', '\r', '\t', '-', '`', '⚠', '\uFE0F');
        return sentence.Length < 12 ? null : sentence + ".";
    }

    private static bool IsEnd(string text, int index) =>
        text[index] switch
        {
            '\n' => index + 1 < text.Length && text[index + 1] == '\n',
            '.' or '!' => index + 1 == text.Length || char.IsWhiteSpace(text[index + 1]),
            _ => false,
        };
}
