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

    public static HashSet<IOpenApiSchema> Of(OpenApiDocument document)
    {
        FormFiles found = new();
        foreach (KeyValuePair<string, IOpenApiPathItem> path in document.Paths ?? [])
        {
            if (path.Value is OpenApiPathItemReference { Target: null } || path.Value?.Operations is not { } operations) continue;
            foreach (KeyValuePair<HttpMethod, OpenApiOperation> operation in operations)
            {
                if (operation.Value?.RequestBody is not { } body || body is OpenApiRequestBodyReference { Target: null } || body.Content is not { } content) continue;
                foreach (KeyValuePair<string, IOpenApiMediaType> media in content)
                {
                    if (media.Value?.Schema is { } schema && MediaTypes.Form(media.Key, schema) == BodyForm.Multipart) found.Form(schema, media.Value.Encoding, 0);
                }
            }
        }

        return found._files;
    }

    private void Form(IOpenApiSchema? schema, IDictionary<string, OpenApiEncoding>? encodings, int depth)
    {
        if (Resolved(schema) is not { } form || depth > MaxDepth) return;
        foreach (KeyValuePair<string, IOpenApiSchema> field in form.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            string? type = encodings is not null && encodings.TryGetValue(field.Key, out OpenApiEncoding? encoding) ? encoding?.ContentType : null;
            Field(field.Value, type is not null && MediaTypes.IsRaw(type.Split(',')[0]), depth);
        }

        foreach (IList<IOpenApiSchema>? parts in new[] { form.AllOf, form.OneOf, form.AnyOf })
        {
            foreach (IOpenApiSchema part in parts ?? []) Form(part, encodings, depth + 1);
        }
    }

    private void Field(IOpenApiSchema? schema, bool isRaw, int depth)
    {
        if (Resolved(schema) is not { } field || depth > MaxDepth) return;
        JsonSchemaType types = SchemaFacts.Types(field);
        if (MediaTypes.IsBinary(field) || (isRaw && (types == JsonSchemaType.String || SchemaFacts.IsEmpty(field)))) _files.Add(field);
        if (types == JsonSchemaType.Array) Field(field.Items, isRaw, depth + 1);
        foreach (IList<IOpenApiSchema>? parts in new[] { field.AllOf, field.OneOf, field.AnyOf })
        {
            foreach (IOpenApiSchema part in parts ?? []) Field(part, isRaw, depth + 1);
        }
    }

    private static IOpenApiSchema? Resolved(IOpenApiSchema? schema) => schema is OpenApiSchemaReference reference ? reference.RecursiveTarget : schema;
}
