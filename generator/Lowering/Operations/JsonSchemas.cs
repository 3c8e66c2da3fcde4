using System.Collections.Generic;
using System.Linq;
using Microsoft.OpenApi;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>
/// The schemas that JSON is described by, anywhere in the document: what stands in one of them is JSON, even if a form refers to it as
/// well.
/// </summary>
internal sealed class JsonSchemas
{
    private readonly HashSet<IOpenApiSchema> _found = [];
    private readonly Stack<IOpenApiSchema> _left = new();

    public static HashSet<IOpenApiSchema> Of(OpenApiDocument document)
    {
        JsonSchemas schemas = new();
        foreach (
            IOpenApiPathItem? item in (document.Paths?.Values ?? Enumerable.Empty<IOpenApiPathItem>()).Concat(
                document.Webhooks?.Values ?? Enumerable.Empty<IOpenApiPathItem>()
            )
        )
        {
            if (item is null or OpenApiPathItemReference { Target: null })
                continue;
            foreach (IOpenApiParameter parameter in item.Parameters ?? [])
                schemas.Parameter(parameter);
            foreach (OpenApiOperation? operation in item.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>())
                schemas.Operation(operation);
        }

        schemas.Follow();
        return schemas._found;
    }

    private void Operation(OpenApiOperation? operation)
    {
        if (operation is null)
            return;
        foreach (IOpenApiParameter parameter in operation.Parameters ?? [])
            Parameter(parameter);
        if (operation.RequestBody is { } body and not OpenApiRequestBodyReference { Target: null })
            Content(body.Content);
        foreach (IOpenApiResponse? response in operation.Responses?.Values ?? Enumerable.Empty<IOpenApiResponse>())
        {
            if (response is not (null or OpenApiResponseReference { Target: null }))
                Content(response.Content);
        }
    }

    private void Parameter(IOpenApiParameter? parameter)
    {
        if (parameter is null or OpenApiParameterReference { Target: null })
            return;
        Add(parameter.Schema);
        Content(parameter.Content);
    }

    private void Content(IDictionary<string, IOpenApiMediaType>? content)
    {
        foreach (KeyValuePair<string, IOpenApiMediaType> media in content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            if (media.Value is null || MediaTypes.Form(media.Key, null) == Model.BodyForm.Multipart)
                continue;
            Add(media.Value.Schema);
            Add(media.Value.ItemSchema);
        }
    }

    private void Add(IOpenApiSchema? schema)
    {
        if (SchemaFacts.Target(schema) is { } own && _found.Add(own))
            _left.Push(own);
    }

    private void Add(IEnumerable<IOpenApiSchema>? schemas)
    {
        foreach (IOpenApiSchema schema in schemas ?? [])
            Add(schema);
    }

    private void Follow()
    {
        while (_left.Count > 0)
        {
            IOpenApiSchema schema = _left.Pop();
            Add(schema.Properties?.Values);
            Add(schema.PatternProperties?.Values);
            Add(schema.AdditionalProperties);
            Add(schema.Items);
            Add(schema.AllOf);
            Add(schema.AnyOf);
            Add(schema.OneOf);
            if (schema is not OpenApiSchema own)
                continue;
            Add(own.UnevaluatedPropertiesSchema);
            Add(own.Then);
            Add(own.Else);
            Add(own.DependentSchemas?.Values);
        }
    }
}
