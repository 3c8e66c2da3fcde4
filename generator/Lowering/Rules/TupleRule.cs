using System.Collections.Generic;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Naming;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Rules;

/// <summary>
/// <c>prefixItems</c>, or the list under <c>items</c> that older JSON Schema has for it: a record with a property for each item, and a list
/// of those that come after. Items from <c>minItems</c> on may be absent.
/// </summary>
internal static class TupleRule
{
    public static bool Try(SchemaLowering lowering, in SchemaSite site, out SchemaUse use)
    {
        use = default;
        JsonSchemaType types = SchemaFacts.Types(site.Schema);
        if (types is not 0 and not JsonSchemaType.Array || site.Schema is not OpenApiSchema schema)
            return false;
        if (types is 0 && schema.UnrecognizedKeywords?.ContainsKey("prefixItems") != true)
            return false;
        (JsonNode? node, SpecPointer place) = Prefix(lowering, site, schema);
        if (node is null or JsonArray { Count: 0 })
            return false;
        if (
            node is not JsonArray items
            || SchemaFragment.Read(items, place, lowering.Context.Document, lowering.Context.Version, lowering.Context.Diagnostics)
                is not { } schemas
        )
        {
            lowering.Context.Unsupported(
                site.Place,
                "prefixItems",
                "is ignored because it is not a list of schemas; the items are read as any JSON"
            );
            return false;
        }

        TupleDeclaration tuple = new(site.Hint, site.Place);
        use = lowering.Declare(tuple, site, SchemaFacts.AllowsNull(schema));
        SpecPointer at = site.Place;
        lowering.Context.Later(() => Fill(lowering, tuple, schema, schemas, at, place));
        return true;
    }

    /// <summary>The schemas of the first items, and where they stand.</summary>
    private static (JsonNode?, SpecPointer) Prefix(SchemaLowering lowering, in SchemaSite site, OpenApiSchema schema)
    {
        if (schema.UnrecognizedKeywords is { } keywords && keywords.TryGetValue("prefixItems", out JsonNode? node))
            return (node, site.Place["prefixItems"]);
        // Before 3.1 the reader keeps neither.
        return schema.Items is not null ? (null, site.Place)
            : lowering.Context.Raw(site.Place["prefixItems"]) is JsonArray prefix ? (prefix, site.Place["prefixItems"])
            : (lowering.Context.Raw(site.Place["items"]) as JsonArray, site.Place["items"]);
    }

    private static void Fill(
        SchemaLowering lowering,
        TupleDeclaration tuple,
        OpenApiSchema schema,
        IList<IOpenApiSchema> schemas,
        SpecPointer site,
        SpecPointer place
    )
    {
        for (int i = 0; i < schemas.Count; i++)
        {
            string number = (i + 1).ToString(CultureInfo.InvariantCulture);
            string name =
                SchemaText.AskedMemberName(schemas[i])
                ?? (
                    schemas[i] is OpenApiSchema { Title: { Length: > 0 and < 60 } title } ? IdentifierCasing.Pascal(title) : "Item" + number
                );
            SchemaUse use = lowering.Lower(new SchemaSite(schemas[i], place[i], NameHint.Inline(tuple, name)));
            tuple.Items.Add(
                new MemberDeclaration(number, use, schemas[i], place[i])
                {
                    AskedName = name,
                    IsRequired = i < schema.MinItems,
                    ObsoleteMessage = SchemaText.IsDeprecated(schemas[i]) ? Deprecation.Message(schemas[i]) : null,
                }
            );
        }

        // False means that there are no more; what a later version sends all the same is kept.
        if (schema.Items is { } rest && rest is not OpenApiSchema { Not: not null, Type: null })
            tuple.Rest = lowering.Lower(new SchemaSite(rest, site["items"], NameHint.Inline(tuple, "Item")));
    }
}
