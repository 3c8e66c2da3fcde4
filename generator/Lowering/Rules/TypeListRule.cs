using System.Collections.Generic;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Lowering.Rules;

/// <summary><c>type: [string, integer]</c>: a union with a branch for each type.</summary>
internal static class TypeListRule
{
    private static readonly JsonSchemaType[] s_types =
    [
        JsonSchemaType.String, JsonSchemaType.Integer, JsonSchemaType.Number, JsonSchemaType.Boolean, JsonSchemaType.Array, JsonSchemaType.Object,
    ];

    public static bool Try(SchemaLowering lowering, in SchemaSite site, out SchemaUse use)
    {
        use = default;
        IOpenApiSchema schema = site.Schema;
        JsonSchemaType types = SchemaFacts.Types(schema);
        if ((types & (types - 1)) == 0) return false;
        List<(IOpenApiSchema, OpenApi.SpecPointer)> branches = [];
        foreach (JsonSchemaType type in s_types)
        {
            if (!types.HasFlag(type) || (type == JsonSchemaType.Integer && types.HasFlag(JsonSchemaType.Number))) continue;
            branches.Add((new OpenApiSchema
            {
                Type = type,
                Format = schema.Format,
                Items = schema.Items,
                MinItems = schema.MinItems,
                UnrecognizedKeywords = type == JsonSchemaType.Array ? schema.UnrecognizedKeywords : null,
                Properties = schema.Properties,
                Required = schema.Required,
                AdditionalProperties = schema.AdditionalProperties,
            }, site.Place));
        }

        use = UnionRule.Union(lowering, site, branches, SchemaFacts.AllowsNull(schema), byTitle: false);
        return true;
    }
}
