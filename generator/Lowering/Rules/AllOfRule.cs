using System.Collections.Generic;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Lowering.Rules;

/// <summary>
/// <c>allOf</c>: one part with nothing beside it is that part; objects are merged into one record, in the order of the parts, and
/// a member that several parts declare keeps the most telling schema, or is all objects that they say; what is no object is all that they
/// say together.
/// </summary>
internal static class AllOfRule
{
    public static bool Try(SchemaLowering lowering, in SchemaSite site, out SchemaUse use)
    {
        use = default;
        IOpenApiSchema schema = site.Schema;
        if (schema.AllOf is not { Count: > 0 } parts)
            return false;
        bool nullable = lowering.AllowsNull(site);
        if (Single(schema, parts) is { } single)
        {
            use = lowering
                .Lower(
                    site with
                    {
                        Schema = parts[single],
                        Place = site.Place["allOf"][single],
                        Slot = parts[single] is OpenApiSchemaReference ? null : site.Slot,
                    }
                )
                .OrNull(nullable);
            return true;
        }

        MergedObject merged = MergedObject.Of(lowering, site);
        use = merged.IsObject ? ObjectRule.Declare(lowering, site, merged, nullable) : ScalarParts.Lower(lowering, site).OrNull(nullable);
        return true;
    }

    /// <summary>The only part that says anything, when nothing stands beside it that says what the values are.</summary>
    private static int? Single(IOpenApiSchema schema, IList<IOpenApiSchema> parts)
    {
        if (
            SchemaFacts.HasProperties(schema)
            || schema.OneOf is { Count: > 0 }
            || schema.AnyOf is { Count: > 0 }
            || schema.Required is { Count: > 0 }
        )
            return null;
        if (
            SchemaFacts.Types(schema) is not 0 and not JsonSchemaType.Object
            || schema.Enum is { Count: > 0 }
            || schema.Const is not null
            || schema.Format is not null
            || schema.Items is not null
        )
            return null;
        int? found = null;
        for (int i = 0; i < parts.Count; i++)
        {
            if (parts[i] is null)
                continue;
            if (
                parts[i] is not OpenApiSchemaReference
                && SchemaFacts.IsEmpty(parts[i])
                && parts[i].Required is not { Count: > 0 }
                && parts[i].Format is null
            )
                continue;
            if (found is not null)
                return null;
            found = i;
        }

        return found;
    }
}
