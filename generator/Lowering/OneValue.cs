using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering;

/// <summary>
/// Schemas that allow one value: a <c>const</c>, or an <c>enum</c> of one. There is no choice, so that no type is made for it.
/// </summary>
internal static class OneValue
{
    /// <summary>What makes an enum of one value a type all the same.</summary>
    public const string Extension = "x-csharp-enum";

    /// <summary>
    /// The only value of an <c>enum</c>, null beside it or not; null where it has several, or where the schema asks for a type.
    /// </summary>
    public static JsonNode? OfEnum(IOpenApiSchema schema)
    {
        if (schema.Enum is not { Count: > 0 } nodes || SchemaFacts.Extension(schema.Extensions, Extension) is not null)
            return null;
        JsonNode? first = null;
        string text = "";
        foreach (JsonNode node in nodes)
        {
            if (SchemaFacts.IsNullValue(node))
                continue;
            if (first is null)
                (first, text) = (node, node.ToJsonString());
            else if (node.ToJsonString() != text)
                return null;
        }

        return first is null ? null : As(first, SchemaFacts.Types(schema));
    }

    /// <summary>The type of a value.</summary>
    public static JsonSchemaType TypeOf(JsonNode? value) =>
        value?.GetValueKind() switch
        {
            JsonValueKind.String => JsonSchemaType.String,
            JsonValueKind.Number => long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
                ? JsonSchemaType.Integer
                : JsonSchemaType.Number,
            JsonValueKind.True or JsonValueKind.False => JsonSchemaType.Boolean,
            _ => 0,
        };

    /// <summary>
    /// The one value of a schema, of the component that it refers to, of the one part of its <c>allOf</c>, or of its one choice beside
    /// null; null where it has
    /// several.
    /// </summary>
    public static (JsonNode Value, SpecPointer Place)? Of(SchemaLowering lowering, IOpenApiSchema schema, SpecPointer place)
    {
        for (int steps = 0; steps < 100; steps++)
        {
            if (schema is OpenApiSchemaReference reference)
            {
                if (lowering.Target(reference) is not { } slot)
                    return null;
                (schema, place) = (slot.Schema, slot.Place);
                if (schema is OpenApiSchemaReference)
                    return null;
            }

            // The reader keeps a constant as text: only the document tells "1" from 1.
            if (schema.Const is not null)
                return lowering.Context.Raw(place["const"]) is { } constant && As(constant, SchemaFacts.Types(schema)) is { } value
                    ? (value, place["const"])
                    : null;
            if (schema.Enum is { Count: > 0 })
                return OfEnum(schema) is { } only ? (only, place["enum"]) : null;
            if (SchemaFacts.HasProperties(schema) || Part(schema, place) is not { } part)
                return null;
            (schema, place) = part;
        }

        return null;
    }

    private static (IOpenApiSchema, SpecPointer)? Part(IOpenApiSchema schema, SpecPointer place)
    {
        if (schema.AllOf is { Count: > 0 } parts)
            return parts.Count == 1 && parts[0] is { } part ? (part, place["allOf"][0]) : null;
        (IList<IOpenApiSchema>? choices, SpecPointer list) = schema.OneOf is { Count: > 0 }
            ? (schema.OneOf, place["oneOf"])
            : (schema.AnyOf, place["anyOf"]);
        int found = -1;
        for (int i = 0; choices is not null && i < choices.Count; i++)
        {
            if (choices[i] is null || SchemaFacts.IsNull(choices[i]))
                continue;
            if (found >= 0)
                return null;
            found = i;
        }

        return found < 0 ? null : (choices![found], list[found]);
    }

    /// <summary>The text that a discriminator has where it is this value.</summary>
    public static string Text(JsonNode value) => SchemaFacts.StringValue(value) ?? value.ToJsonString();

    /// <summary>The value as the type has it; YAML reads a text such as <c>2.0</c> as a number.</summary>
    private static JsonNode? As(JsonNode node, JsonSchemaType types)
    {
        JsonSchemaType own = TypeOf(node);
        if (own is 0)
            return null;
        if (types == JsonSchemaType.String && own != JsonSchemaType.String)
            return JsonValue.Create(node.ToJsonString());
        bool fits = types is 0 || (types & own) != 0 || (own == JsonSchemaType.Integer && types.HasFlag(JsonSchemaType.Number));
        return fits ? node : null;
    }
}
