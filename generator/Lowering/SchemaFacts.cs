using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace OpenApiGen.Generator.Lowering;

/// <summary>Questions about a schema that several rules ask.</summary>
internal static class SchemaFacts
{
    /// <summary>
    /// What a schema refers to, through any number of references; null for nothing, and for a circle, of which the reader throws.
    /// </summary>
    public static IOpenApiSchema? Target(IOpenApiSchema? schema)
    {
        try
        {
            return schema is OpenApiSchemaReference reference ? reference.RecursiveTarget : schema;
        }
        catch (System.InvalidOperationException)
        {
            return null;
        }
    }

    public static bool AllowsNull(IOpenApiSchema schema) => schema.Type is { } type && type.HasFlag(JsonSchemaType.Null);

    /// <summary>The types other than null.</summary>
    public static JsonSchemaType Types(IOpenApiSchema schema) => (schema.Type ?? 0) & ~JsonSchemaType.Null;

    /// <summary>A schema whose only value is null.</summary>
    public static bool IsNull(IOpenApiSchema schema) =>
        schema is OpenApiSchema
        && (schema.Type == JsonSchemaType.Null || (schema.Enum is { Count: > 0 } values && values.All(IsNullValue)));

    public static bool IsNullValue(JsonNode? node) => node is null || node.IsJsonNullSentinel();

    public static bool HasProperties(IOpenApiSchema schema) => schema.Properties is { Count: > 0 };

    /// <summary>Only says which combinations are valid: it adds no type, no member, no value.</summary>
    public static bool IsConstraintOnly(IOpenApiSchema schema) =>
        schema is OpenApiSchema
        && Types(schema) is 0 or JsonSchemaType.Object
        && !HasProperties(schema)
        && schema.Items is null
        && schema.AdditionalProperties is null
        && schema.Const is null
        && schema.Enum is not { Count: > 0 }
        && !HasComposition(schema);

    public static bool HasComposition(IOpenApiSchema schema) =>
        schema.AllOf is { Count: > 0 } || schema.OneOf is { Count: > 0 } || schema.AnyOf is { Count: > 0 };

    /// <summary>Nothing in it at all: any JSON.</summary>
    public static bool IsEmpty(IOpenApiSchema schema) =>
        schema.Type is null && IsConstraintOnly(schema) && schema.PatternProperties is not { Count: > 0 };

    public static string? StringValue(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static JsonNode? Extension(IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        extensions is not null && extensions.TryGetValue(name, out IOpenApiExtension? extension) && extension is JsonNodeExtension node
            ? node.Node
            : null;

    public static string? TextExtension(IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        Extension(extensions, name) is { } node ? StringValue(node) : null;

    /// <summary>A list of texts under any of the names, such as <c>x-enum-varnames</c>.</summary>
    public static IReadOnlyList<string>? TextsExtension(IDictionary<string, IOpenApiExtension>? extensions, params string[] names)
    {
        foreach (string name in names)
        {
            if (Extension(extensions, name) is JsonArray items)
                return [.. items.Select(static i => StringValue(i) ?? "")];
        }

        return null;
    }
}
