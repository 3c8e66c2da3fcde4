using System.Collections.Generic;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Lowering.Rules;

/// <summary>
/// <c>allOf</c>: one part with nothing beside it is that part; objects are merged into one record, in the order of the parts, and
/// a member that several parts declare keeps the most telling schema.
/// </summary>
internal static class AllOfRule
{
    public static bool Try(SchemaLowering lowering, in SchemaSite site, out SchemaUse use)
    {
        use = default;
        IOpenApiSchema schema = site.Schema;
        if (schema.AllOf is not { Count: > 0 } parts) return false;
        bool nullable = lowering.AllowsNull(site);
        MergedObject merged = MergedObject.Of(lowering, site);
        if (!merged.IsObject)
        {
            use = Telling(lowering, site, parts).OrNull(nullable);
            return true;
        }

        if (Single(schema, parts) is { } single)
        {
            use = lowering.Lower(site with { Schema = parts[single], Place = site.Place["allOf"][single], Slot = parts[single] is OpenApiSchemaReference ? null : site.Slot }).OrNull(nullable);
            return true;
        }

        use = ObjectRule.Declare(lowering, site, merged, nullable || merged.AllowsNull);
        return true;
    }

    /// <summary>The only part that says anything, when nothing stands beside it.</summary>
    private static int? Single(IOpenApiSchema schema, IList<IOpenApiSchema> parts)
    {
        if (SchemaFacts.HasProperties(schema) || schema.OneOf is { Count: > 0 } || schema.AnyOf is { Count: > 0 } || schema.Required is { Count: > 0 }) return null;
        int? found = null;
        for (int i = 0; i < parts.Count; i++)
        {
            if (parts[i] is null) continue;
            if (parts[i] is not OpenApiSchemaReference && SchemaFacts.IsEmpty(parts[i]) && parts[i].Required is not { Count: > 0 }) continue;
            if (found is not null) return null;
            found = i;
        }

        return found;
    }

    /// <summary>Of parts that are no objects: the first that is more than a constraint.</summary>
    private static SchemaUse Telling(SchemaLowering lowering, in SchemaSite site, IList<IOpenApiSchema> parts)
    {
        if (SchemaFacts.Types(site.Schema) is not 0 and not JsonSchemaType.Object || site.Schema.Enum is { Count: > 0 })
        {
            OpenApiSchema own = new()
            {
                Type = site.Schema.Type,
                Format = site.Schema.Format,
                Items = site.Schema.Items,
                Description = site.Schema.Description,
                Title = site.Schema.Title,
                Deprecated = SchemaText.IsDeprecated(site.Schema),
            };
            return lowering.Lower(site with { Schema = own });
        }

        for (int i = 0; i < parts.Count; i++)
        {
            if (parts[i] is null || (parts[i] is not OpenApiSchemaReference && SchemaFacts.IsConstraintOnly(parts[i]))) continue;
            return lowering.Lower(site with { Schema = parts[i], Place = site.Place["allOf"][i], Slot = parts[i] is OpenApiSchemaReference ? null : site.Slot });
        }

        return SchemaUse.Json;
    }
}
