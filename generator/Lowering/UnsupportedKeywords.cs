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
            context.Unsupported(site.Place, "not", "values that it forbids are read all the same");
        if (schema.PatternProperties is { Count: > 0 })
        {
            context.Unsupported(
                site.Place,
                "patternProperties",
                SchemaFacts.HasProperties(schema) && schema.AdditionalProperties is null
                    ? "members that match a pattern are kept in the additional properties"
                    : "no pattern is checked; every member that is not declared is read as one of the schemas says"
                        + (ObjectRule.HasFreeMembers(context, schema, site.Place) ? ", or kept as it is where none fits" : "")
            );
        }
    }
}
