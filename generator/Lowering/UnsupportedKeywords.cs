using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Rules;

namespace OpenApiGen.Generator.Lowering;

/// <summary>Keywords that change nothing in what is emitted are told, not passed over in silence.</summary>
internal static class UnsupportedKeywords
{
    public static void Report(LoweringContext context, in SchemaSite site)
    {
        if (site.Schema is not OpenApiSchema schema)
            return;
        if (schema.Not is not null)
            context.Unsupported(site.Place, "not", "is ignored: values that it forbids are read all the same");
        if (schema.PatternProperties is { Count: > 0 })
        {
            context.Unsupported(
                site.Place,
                "patternProperties",
                SchemaFacts.HasProperties(schema) && schema.AdditionalProperties is null
                    ? "has no properties of its own: members that match a pattern are in AdditionalProperties"
                    : "is not checked: every member that is not declared is read as one of its schemas"
                        + (ObjectRule.HasFreeMembers(context, schema, site.Place) ? ", or kept as it came where none fits" : "")
            );
        }
    }
}
