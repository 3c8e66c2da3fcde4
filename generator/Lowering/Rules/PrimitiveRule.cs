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
        if (lowering.Context.Files.Contains(schema))
        {
            use = new SchemaUse(new PrimitiveShape(Primitive.File), SchemaFacts.AllowsNull(schema));
            return true;
        }

        JsonSchemaType type = SchemaFacts.Types(schema);
        if (type is 0 && schema.Const is not null)
            type = OneValue.TypeOf(lowering.Context.Raw(site.Place["const"]));
        else if ((type is 0 || (type & (type - 1)) != 0) && OneValue.OfEnum(schema) is { } only)
            type = OneValue.TypeOf(only);
        PrimitiveTable table = lowering.Context.Primitives;
        if (table.Of(type, schema.Format) is not { } primitive)
            return false;
        if (table.Mapped(schema.Format) is { } target)
        {
            if (target.Name == FormatTargets.Json)
            {
                use = SchemaUse.Json;
                return true;
            }

            if (
                primitive != target.OfString
                && primitive != target.OfInteger
                && primitive != target.OfNumber
                && primitive != Primitive.Date
            )
            {
                lowering.Context.Unsupported(
                    site.Place,
                    "format",
                    $"is mapped by the project: '{schema.Format}' to {target.Name}, which cannot hold this {Word(type)}; the mapping is ignored here"
                );
            }
        }

        use = new SchemaUse(new PrimitiveShape(primitive), SchemaFacts.AllowsNull(schema));
        return true;
    }

    private static string Word(JsonSchemaType type) => type.ToString().ToLowerInvariant();
}
