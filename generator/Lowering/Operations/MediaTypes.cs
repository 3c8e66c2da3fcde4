using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>What media types mean for a body, and which of several is used.</summary>
internal static class MediaTypes
{
    public const string UrlEncoded = "application/x-www-form-urlencoded";

    /// <summary>JSON texts one after another; there is no registered type, so these are the spellings in use, and RFC 7464.</summary>
    private static readonly HashSet<string> s_lines =
    [
        "application/x-ndjson",
        "application/ndjson",
        "application/jsonl",
        "application/x-jsonl",
        "application/jsonlines",
        "application/x-jsonlines",
        "application/json-lines",
        "application/json-seq",
        "application/stream+json",
        "text/x-ndjson",
        "text/jsonl",
    ];

    public static KeyValuePair<string, IOpenApiMediaType>? Json(IDictionary<string, IOpenApiMediaType>? content)
    {
        if (content is null)
            return null;
        foreach (KeyValuePair<string, IOpenApiMediaType> entry in content.OrderBy(static e => Essence(e.Key) == "application/json" ? 0 : 1))
        {
            if (entry.Value is not null && Form(entry.Key, entry.Value.Schema) == BodyForm.Json)
                return entry;
        }

        return null;
    }

    /// <summary>How a body of a media type is written and read.</summary>
    public static BodyForm Form(string mediaType, IOpenApiSchema? schema)
    {
        string type = Essence(mediaType);
        if (schema is not null && IsUntypedContent(schema) && !type.StartsWith("text/", StringComparison.Ordinal))
            return BodyForm.File;
        if (s_lines.Contains(type))
            return schema is not null && SchemaFacts.Types(schema) == JsonSchemaType.String ? BodyForm.Text : BodyForm.Lines;
        if (type == "text/event-stream")
            return BodyForm.Events;
        if (type is "application/json" or "text/json" || type.EndsWith("+json", StringComparison.Ordinal))
            return BodyForm.Json;
        if (type == "*/*")
            return schema is not null && IsBinary(schema) ? BodyForm.File : BodyForm.Json;
        if (type == UrlEncoded)
            return BodyForm.Form;
        if (type == "multipart/form-data")
            return BodyForm.Multipart;
        if (type.StartsWith("multipart/", StringComparison.Ordinal))
            return BodyForm.Content;
        if (IsXml(type))
            return schema is null || SchemaFacts.Types(schema) == JsonSchemaType.String ? BodyForm.Text : BodyForm.Content;
        return type.StartsWith("text/", StringComparison.Ordinal) && (schema is null || !IsBinary(schema)) ? BodyForm.Text : BodyForm.File;
    }

    /// <summary>A string of raw bytes: format <c>binary</c> of OpenAPI 3.0, or, since 3.1, a media type and no encoding.</summary>
    public static bool IsBinary(IOpenApiSchema schema) =>
        SchemaFacts.Types(schema) == JsonSchemaType.String
        && (
            schema.Format == "binary"
            || SchemaFacts.Target(schema) is OpenApiSchema { ContentMediaType.Length: > 0, ContentEncoding: null or "" }
        );

    /// <summary>A media type and nothing else: the content is that, whatever carries it (OAS 3.1, 4.8.14.2).</summary>
    public static bool IsUntypedContent(IOpenApiSchema schema) =>
        SchemaFacts.Target(schema) is OpenApiSchema { ContentMediaType.Length: > 0, ContentEncoding: null or "" } own
        && SchemaFacts.IsEmpty(own)
        && own.ContentSchema is null;

    public static bool IsJson(string mediaType) => Form(mediaType, null) == BodyForm.Json;

    /// <summary>Whether the media types of a part, one or a list, are neither JSON nor text.</summary>
    public static bool IsContent(string contentTypes) =>
        contentTypes.Split(',').All(static type => Essence(type) == "*/*" || Form(type, null) == BodyForm.File);

    /// <summary>Content that no text can be.</summary>
    public static bool IsRaw(string mediaType) =>
        Essence(mediaType) is "application/octet-stream" or "application/pdf" or "application/zip" or "application/gzip"
        || Essence(mediaType).Split('/')[0] is "image" or "audio" or "video";

    public static string Essence(string type)
    {
        int end = type.IndexOf(';');
        return (end < 0 ? type : type.Substring(0, end)).Trim().ToLowerInvariant();
    }

    public static bool IsXml(string type) => type is "application/xml" or "text/xml" || type.EndsWith("+xml", StringComparison.Ordinal);
}
