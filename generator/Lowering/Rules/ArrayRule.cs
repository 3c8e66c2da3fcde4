using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Lowering.Rules;

/// <summary><c>type: array</c>, or <c>items</c> without a type.</summary>
internal static class ArrayRule
{
    public static bool Try(SchemaLowering lowering, in SchemaSite site, out SchemaUse use)
    {
        use = default;
        IOpenApiSchema schema = site.Schema;
        bool isArray = SchemaFacts.Types(schema) == JsonSchemaType.Array;
        if (!isArray && (SchemaFacts.Types(schema) is not 0 || schema.Items is null)) return false;
        SchemaUse item = schema.Items is { } items
            ? lowering.Lower(new SchemaSite(items, site.Place["items"], site.Hint.Inner("Item")))
            : SchemaUse.Json;

        use = new SchemaUse(new ListShape(item, lowering.Context.Collections), SchemaFacts.AllowsNull(schema));
        return true;
    }
}
