using System.Collections.Generic;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Lowering.Rules;

/// <summary><c>type: [string, integer]</c>: a union with a branch for each type.</summary>
internal static class TypeListRule
{
    private static readonly JsonSchemaType[] s_types =
    [
        JsonSchemaType.String,
        JsonSchemaType.Integer,
        JsonSchemaType.Number,
        JsonSchemaType.Boolean,
        JsonSchemaType.Array,
        JsonSchemaType.Object,
    ];

    public static bool Try(SchemaLowering lowering, in SchemaSite site, out SchemaUse use)
    {
        use = default;
        IOpenApiSchema schema = site.Schema;
        JsonSchemaType types = SchemaFacts.Types(schema);
        if ((types & (types - 1)) == 0)
            return false;
        List<(IOpenApiSchema, OpenApi.SpecPointer)> branches = [];
        foreach (JsonSchemaType type in s_types)
        {
            if (!types.HasFlag(type) || (type == JsonSchemaType.Integer && types.HasFlag(JsonSchemaType.Number)))
                continue;
            OpenApiSchema branch = Schemas.Copy(schema);
            branch.Type = type;
            branch.Title = null; // the name of the whole
            branches.Add((branch, site.Place));
        }

        use = UnionRule.Union(lowering, site, branches, SchemaFacts.AllowsNull(schema), byTitle: false);
        return true;
    }
}
