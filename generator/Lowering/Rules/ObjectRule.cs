using System.Collections.Generic;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Naming;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Rules;

/// <summary>
/// An object: a record when it declares members, a map when it only says what its values are. A component that says neither is a
/// record all the same, since members may come later.
/// </summary>
internal static class ObjectRule
{
    public static bool Try(SchemaLowering lowering, in SchemaSite site, out SchemaUse use)
    {
        use = default;
        IOpenApiSchema schema = site.Schema;
        bool isObject = SchemaFacts.Types(schema) == JsonSchemaType.Object;
        if (!isObject && (SchemaFacts.Types(schema) is not 0 || (!SchemaFacts.HasProperties(schema) && schema.AdditionalProperties is null && schema.PatternProperties is not { Count: > 0 }))) return false;
        bool nullable = SchemaFacts.AllowsNull(schema);
        if (!SchemaFacts.HasProperties(schema))
        {
            if (schema.AdditionalProperties is not null || schema.PatternProperties is { Count: 1 } || !site.IsComponent)
            {
                use = new SchemaUse(Map(lowering, site), nullable);
                return true;
            }
        }

        use = Declare(lowering, site, MergedObject.Of(lowering, site), nullable);
        return true;
    }

    public static SchemaUse Declare(SchemaLowering lowering, in SchemaSite site, MergedObject merged, bool nullable)
    {
        RecordDeclaration record = new(site.Hint, site.Place);
        SchemaUse use = lowering.Declare(record, site, nullable);
        lowering.Context.Later(() => Fill(lowering, record, merged));
        return use;
    }

    private static MapShape Map(SchemaLowering lowering, in SchemaSite site)
    {
        IOpenApiSchema schema = site.Schema;
        Shape? key = null;
        if (PropertyNames(schema) is { } names
            && lowering.Lower(new SchemaSite(names, site.Place["propertyNames"], site.Hint.Inner("Key"))).Shape is DeclaredShape { Declaration: EnumDeclaration { Underlying: "string" } } declared)
        {
            key = declared;
        }

        if (schema.AdditionalProperties is { } value)
        {
            return new MapShape(key, lowering.Lower(new SchemaSite(value, site.Place["additionalProperties"], site.Hint.Inner("Value"))));
        }

        if (schema.PatternProperties is { Count: 1 } patterns)
        {
            foreach (KeyValuePair<string, IOpenApiSchema> pattern in patterns)
            {
                return new MapShape(key, lowering.Lower(new SchemaSite(pattern.Value, site.Place["patternProperties"][pattern.Key], site.Hint.Inner("Value"))));
            }
        }

        return new MapShape(key, SchemaUse.Json);
    }

    private static IOpenApiSchema? PropertyNames(IOpenApiSchema schema) => (schema as OpenApiSchema)?.PropertyNames;

    private static void Fill(SchemaLowering lowering, RecordDeclaration record, MergedObject merged)
    {
        foreach ((string name, IOpenApiSchema schema, SpecPointer place) in merged.Members)
        {
            record.Members.Add(Member(lowering, record, name, schema, place, merged.Required.Contains(name), merged.Alternatives(name)));
        }

        Extra(lowering, record, merged);
    }

    /// <summary>The type of the members that are not declared.</summary>
    public static void Extra(SchemaLowering lowering, RecordDeclaration record, MergedObject merged)
    {
        if (merged.Extra is not { } extra) return;
        SchemaUse use = lowering.Lower(new SchemaSite(extra.Schema, extra.Place, NameHint.Inline(record, "Value")));
        if (use.Shape is not JsonShape) record.Extra = use;
    }

    public static MemberDeclaration Member(
        SchemaLowering lowering, RecordDeclaration record, string name, IOpenApiSchema schema, SpecPointer place, bool required,
        List<(IOpenApiSchema Schema, SpecPointer Place)>? alternatives = null)
    {
        string? asked = SchemaText.AskedMemberName(schema);
        SchemaSite site = new(schema, place, NameHint.Inline(record, asked ?? IdentifierCasing.Pascal(name)));
        SchemaUse use = alternatives is null
            ? lowering.Lower(site)
            : UnionRule.Union(lowering, site with { Schema = new OpenApiSchema() }, alternatives, nullable: false, byTitle: true);
        bool deprecated = SchemaText.IsDeprecated(schema);
        return new MemberDeclaration(name, use, schema, place)
        {
            AskedName = asked,
            // Who sends may have to leave out what is read-only, and who answers what is write-only.
            IsRequired = required && !deprecated && !IsOneWay(schema),
            Default = Default(schema),
            Constant = Constant(lowering, schema, place, use),
            ObsoleteMessage = deprecated ? Deprecation.Message(schema) : null,
        };
    }

    public static bool IsOneWay(IOpenApiSchema schema) => schema is OpenApiSchemaReference reference
        ? reference.Reference.ReadOnly == true || reference.Reference.WriteOnly == true
        : schema.ReadOnly || schema.WriteOnly;

    private static JsonNode? Default(IOpenApiSchema schema) =>
        schema is OpenApiSchemaReference reference ? reference.Reference.Default : schema.Default;

    /// <summary>The one string a member may have.</summary>
    private static string? Constant(SchemaLowering lowering, IOpenApiSchema schema, SpecPointer place, SchemaUse use) =>
        schema is OpenApiSchema { Const: not null } && use is { Nullable: false, Shape: PrimitiveShape { Primitive: { Runtime: "String" } } }
            ? SchemaFacts.StringValue(lowering.Context.Raw(place["const"]))
            : null;
}
