using Microsoft.OpenApi;

namespace OpenApiGen.Generator.Lowering;

/// <summary>Keywords that change nothing in what is emitted are told, not passed over in silence.</summary>
internal static class UnsupportedKeywords
{
    public static void Report(LoweringContext context, in SchemaSite site)
    {
        if (site.Schema is not OpenApiSchema schema) return;
        if (schema.Not is not null) context.Unsupported(site.Place, "not", "values that it forbids are read all the same");
        if (schema.If is not null) context.Unsupported(site.Place, "if", "'if', 'then' and 'else' add no members; what they describe is kept in the additional properties");
        if (schema.DependentSchemas is { Count: > 0 }) context.Unsupported(site.Place, "dependentSchemas", "they add no members; what they describe is kept in the additional properties");
        if (schema.PatternProperties is { Count: > 0 })
        {
            context.Unsupported(site.Place, "patternProperties", schema.PatternProperties.Count == 1 && !SchemaFacts.HasProperties(schema)
                ? "the pattern is not checked; every member is read as its schema says"
                : "members that match a pattern are kept in the additional properties");
        }
    }
}
