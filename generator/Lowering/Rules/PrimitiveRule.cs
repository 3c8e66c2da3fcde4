using System;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Lowering.Rules;

/// <summary>Type and format to a primitive: the table of docs/generated-code.md.</summary>
internal static class PrimitiveRule
{
    public static bool Try(SchemaLowering lowering, in SchemaSite site, out SchemaUse use)
    {
        use = default;
        IOpenApiSchema schema = site.Schema;
        JsonSchemaType type = SchemaFacts.Types(schema);
        if (type is 0 && schema.Const is not null) type = TypeOf(lowering.Context.Raw(site.Place["const"]));
        if (Of(type, schema.Format, lowering.Context.Capabilities.HasDateOnly) is not { } primitive) return false;
        use = new SchemaUse(new PrimitiveShape(primitive), SchemaFacts.AllowsNull(schema));
        return true;
    }

    private static Primitive? Of(JsonSchemaType type, string? format, bool hasDateOnly) => type switch
    {
        JsonSchemaType.String => format switch
        {
            "uuid" => Primitive.Guid,
            "date-time" => Primitive.DateTimeOffset,
            "date" => hasDateOnly ? Primitive.DateOnly : Primitive.Date,
            "byte" => Primitive.Bytes,
            _ => Primitive.String,
        },
        JsonSchemaType.Integer => format switch
        {
            "int32" => Primitive.Int32,
            "uint64" => Primitive.UInt64,
            _ => Primitive.Int64,
        },
        JsonSchemaType.Number => format switch
        {
            "decimal" or "decimal128" or "money" or "currency" => Primitive.Decimal,
            _ => Primitive.Double,
        },
        JsonSchemaType.Boolean => Primitive.Boolean,
        _ => null,
    };

    private static JsonSchemaType TypeOf(JsonNode? constant) => constant?.GetValueKind() switch
    {
        JsonValueKind.String => JsonSchemaType.String,
        JsonValueKind.Number => JsonSchemaType.Number,
        JsonValueKind.True or JsonValueKind.False => JsonSchemaType.Boolean,
        _ => 0,
    };
}
