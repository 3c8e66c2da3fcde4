using System.Collections.Generic;
using System.Net.Http;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>
/// The fields of multipart forms that are files. They are found before any schema is lowered, since a component is lowered once and
/// only its use in a form tells that <c>format: binary</c> means bytes and not some text.
/// </summary>
internal sealed class FormFiles
{
    private const int MaxDepth = 16;

    private readonly HashSet<IOpenApiSchema> _files = [];

    /// <summary>Files that only their place tells: elsewhere such a schema is any JSON.</summary>
    private readonly HashSet<IOpenApiSchema> _untyped = [];

    /// <param name="document">The document.</param>
    /// <param name="takesUntyped">Whether a part without a type is a file, <c>application/octet-stream</c> (OAS 3.1, Encoding Object);
    /// before that it is any JSON.</param>
    public static HashSet<IOpenApiSchema> Of(OpenApiDocument document, bool takesUntyped)
    {
        FormFiles found = new() { TakesUntyped = takesUntyped };
        foreach (KeyValuePair<string, IOpenApiPathItem> path in document.Paths ?? [])
        {
            if (path.Value is OpenApiPathItemReference { Target: null } || path.Value?.Operations is not { } operations)
                continue;
            foreach (KeyValuePair<HttpMethod, OpenApiOperation> operation in operations)
            {
                if (
                    operation.Value?.RequestBody is not { } body
                    || body is OpenApiRequestBodyReference { Target: null }
                    || body.Content is not { } content
                )
                    continue;
                foreach (KeyValuePair<string, IOpenApiMediaType> media in content)
                {
                    if (media.Value?.Schema is { } schema && MediaTypes.Form(media.Key, schema) == BodyForm.Multipart)
                        found.Form(schema, media.Value.Encoding, 0);
                }
            }
        }

        if (found._untyped.Count > 0)
        {
            found._untyped.ExceptWith(JsonSchemas.Of(document));
            found._files.UnionWith(found._untyped);
        }

        return found._files;
    }

    private bool TakesUntyped { get; set; }

    private void Form(IOpenApiSchema? schema, IDictionary<string, OpenApiEncoding>? encodings, int depth)
    {
        if (Resolved(schema) is not { } form || depth > MaxDepth)
            return;
        foreach (KeyValuePair<string, IOpenApiSchema> field in form.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            string? type =
                encodings is not null && encodings.TryGetValue(field.Key, out OpenApiEncoding? encoding) ? encoding?.ContentType : null;
            Field(field.Value, type, depth);
        }

        foreach (IList<IOpenApiSchema>? parts in new[] { form.AllOf, form.OneOf, form.AnyOf })
        {
            foreach (IOpenApiSchema part in parts ?? [])
                Form(part, encodings, depth + 1);
        }
    }

    /// <param name="schema">The field.</param>
    /// <param name="contentType">What its Encoding Object says; null for nothing.</param>
    /// <param name="depth">How deep in lists and choices.</param>
    private void Field(IOpenApiSchema? schema, string? contentType, int depth)
    {
        if (Resolved(schema) is not { } field || depth > MaxDepth)
            return;
        JsonSchemaType types = SchemaFacts.Types(field);
        bool isRaw = contentType is not null && MediaTypes.IsRaw(contentType.Split(',')[0]);
        if (
            MediaTypes.IsBinary(field)
            || MediaTypes.IsUntypedContent(field)
            || (isRaw && (types == JsonSchemaType.String || SchemaFacts.IsEmpty(field)))
        )
            _files.Add(field);
        else if (TakesUntyped && SaysNothing(field) && (contentType is null || MediaTypes.IsContent(contentType)))
            _untyped.Add(field);
        if (types == JsonSchemaType.Array)
            Field(field.Items, contentType, depth + 1);
        foreach (IList<IOpenApiSchema>? parts in new[] { field.AllOf, field.OneOf, field.AnyOf })
        {
            foreach (IOpenApiSchema part in parts ?? [])
                Field(part, contentType, depth + 1);
        }
    }

    /// <summary>A limit or a condition on a value speaks of JSON or of text.</summary>
    private static bool SaysNothing(IOpenApiSchema field) =>
        SchemaFacts.IsEmpty(field)
        && field
            is OpenApiSchema
            {
                ContentMediaType: null or "",
                ContentEncoding: null or "",
                ContentSchema: null,
                Format: null or "",
                Pattern: null,
                MinLength: null,
                MaxLength: null,
                Minimum: null,
                Maximum: null,
                MultipleOf: null,
                Default: null,
                Required: not { Count: > 0 },
                If: null,
                Not: null,
                DynamicRef: null,
            };

    private static IOpenApiSchema? Resolved(IOpenApiSchema? schema) => SchemaFacts.Target(schema);
}
