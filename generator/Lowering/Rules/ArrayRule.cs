using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Lowering.Rules;

/// <summary><c>type: array</c>, or <c>items</c> without a type.</summary>
internal static class ArrayRule
{
    private const int MostNested = 64;

    public static bool Try(SchemaLowering lowering, in SchemaSite site, out SchemaUse use)
    {
        use = default;
        IOpenApiSchema schema = site.Schema;
        bool isArray = SchemaFacts.Types(schema) == JsonSchemaType.Array;
        if (!isArray && (SchemaFacts.Types(schema) is not 0 || schema.Items is null))
            return false;
        SchemaUse item = schema.Items is { } items
            ? Within(lowering, site, "items", lowering.Lower(new SchemaSite(items, site.Place["items"], site.Hint.Inner("Item"))))
            : SchemaUse.Json;

        use = new SchemaUse(new ListShape(item, lowering.Context.Collections), SchemaFacts.AllowsNull(schema));
        return true;
    }

    /// <summary>
    /// What a list or a map holds: any JSON, where there are more of them in each other than a compiler takes as one type.
    /// </summary>
    public static SchemaUse Within(SchemaLowering lowering, in SchemaSite site, string keyword, SchemaUse content)
    {
        if (content.Shape.Depth < MostNested)
            return content;
        lowering.Context.Unsupported(
            site.Place,
            keyword,
            $"is read as any JSON here: lists and maps within each other have types up to {MostNested} levels deep"
        );
        return SchemaUse.Json;
    }
}
