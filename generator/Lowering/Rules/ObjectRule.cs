using System.Collections.Generic;
using System.Linq;
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
    /// <summary>Patterns that every name matches.</summary>
    private static readonly HashSet<string> s_everything = ["", "^", "$", ".", ".*", "^.*", ".*$", "^.*$", ".+", "^.+", ".+$", "^.+$"];

    public static bool Try(SchemaLowering lowering, in SchemaSite site, out SchemaUse use)
    {
        use = default;
        IOpenApiSchema schema = site.Schema;
        bool isObject = SchemaFacts.Types(schema) == JsonSchemaType.Object;
        if (
            !isObject
            && (
                SchemaFacts.Types(schema) is not 0
                || (
                    !SchemaFacts.HasProperties(schema)
                    && schema.AdditionalProperties is null
                    && schema.PatternProperties is not { Count: > 0 }
                )
            )
        )
            return false;
        bool nullable = SchemaFacts.AllowsNull(schema);
        if (!SchemaFacts.HasProperties(schema))
        {
            if (
                schema.AdditionalProperties is not null
                || schema.PatternProperties is { Count: > 0 }
                || (schema as OpenApiSchema)?.UnevaluatedPropertiesSchema is not null
                || !site.IsComponent
            )
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
        lowering.Context.Later(() => Begin(lowering, record, merged));
        return use;
    }

    /// <summary>
    /// Schemas that branches of another component's choice disagree about are that component's: it has them first, so that they are named
    /// after it.
    /// </summary>
    private static void Begin(SchemaLowering lowering, RecordDeclaration record, MergedObject merged)
    {
        bool isFirst = true;
        foreach (MergedMember member in merged.Members)
        {
            if (member.Component is not { } component || merged.Alternatives(member.Name) is null)
                continue;
            lowering.Component(component);
            isFirst = false;
        }

        if (isFirst)
            Fill(lowering, record, merged);
        else
            lowering.Context.Later(() => Fill(lowering, record, merged));
    }

    private static MapShape Map(SchemaLowering lowering, in SchemaSite site)
    {
        IOpenApiSchema schema = site.Schema;
        Shape? key = null;
        if (
            PropertyNames(schema) is { } names
            && lowering.Lower(new SchemaSite(names, site.Place["propertyNames"], site.Hint.Inner("Key"))).Shape
                is DeclaredShape { Declaration: EnumDeclaration { Underlying: "string" } } declared
        )
        {
            key = declared;
        }

        string keyword = schema.AdditionalProperties is null ? "patternProperties" : "additionalProperties";
        return new MapShape(key, ArrayRule.Within(lowering, site, keyword, Value(lowering, schema, site.Place, site.Hint.Inner("Value"))));
    }

    /// <summary>
    /// What a member is that is not declared by its name: as a pattern says, or as is said of all others; one of several where there are
    /// several.
    /// Where no more is allowed, any JSON: what a later version declares is kept. Members that no pattern matches may be anything, unless
    /// the schema
    /// speaks of them: then what none of the schemas fits is kept as it is.
    /// </summary>
    private static SchemaUse Value(SchemaLowering lowering, IOpenApiSchema schema, SpecPointer place, NameHint hint)
    {
        List<(IOpenApiSchema, SpecPointer)> schemas = [];
        if (schema.AdditionalProperties is { } value)
            schemas.Add((value, place["additionalProperties"]));
        else if ((schema as OpenApiSchema)?.UnevaluatedPropertiesSchema is { } rest)
            schemas.Add((rest, place["unevaluatedProperties"]));
        foreach (KeyValuePair<string, IOpenApiSchema> pattern in schema.PatternProperties ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (pattern.Value is not null)
                schemas.Add((pattern.Value, place["patternProperties"][pattern.Key]));
        }

        return schemas.Count switch
        {
            0 => SchemaUse.Json,
            _ when HasFreeMembers(lowering.Context, schema, place) => UnionRule.OrUnknown(
                lowering,
                new SchemaSite(new OpenApiSchema(), place, hint),
                schemas
            ),
            1 => lowering.Lower(new SchemaSite(schemas[0].Item1, schemas[0].Item2, hint)),
            _ => UnionRule.Union(lowering, new SchemaSite(new OpenApiSchema(), place, hint), schemas, nullable: false, byTitle: true),
        };
    }

    /// <summary>Whether patterns leave members of which nothing is said.</summary>
    public static bool HasFreeMembers(LoweringContext context, IOpenApiSchema schema, SpecPointer place) =>
        schema.PatternProperties is { Count: > 0 } patterns
        && !patterns.Keys.Any(p => s_everything.Contains(p) || PropertyNames(schema)?.Pattern == p)
        && SaysNothing(context.Raw(place["additionalProperties"]))
        && SaysNothing(context.Raw(place["unevaluatedProperties"]));

    private static bool SaysNothing(JsonNode? node) => node is null || node.GetValueKind() == System.Text.Json.JsonValueKind.True;

    private static IOpenApiSchema? PropertyNames(IOpenApiSchema schema) => (schema as OpenApiSchema)?.PropertyNames;

    private static void Fill(SchemaLowering lowering, RecordDeclaration record, MergedObject merged)
    {
        foreach (MergedMember member in merged.Members)
            record.Members.Add(Member(lowering, record, member, merged));

        Extra(lowering, record, merged);
    }

    /// <summary>The type of the members that are not declared.</summary>
    public static void Extra(SchemaLowering lowering, RecordDeclaration record, MergedObject merged)
    {
        if (merged.Extra is not { } extra)
            return;
        SchemaUse use = Value(lowering, extra.Schema, extra.Place, NameHint.Inline(record, "Value"));
        if (use.Shape is not JsonShape)
            record.Extra = use;
    }

    public static MemberDeclaration Member(SchemaLowering lowering, RecordDeclaration record, MergedMember member, MergedObject merged) =>
        Member(
            lowering,
            record,
            member,
            merged.Required.Contains(member.Name),
            merged.Alternatives(member.Name),
            merged.Joined(member.Name)
        );

    /// <param name="alternatives">What branches say that the member is, one of which holds; null where its schema says it.</param>
    /// <param name="joined">The objects that it is at once; null where its schema says it.</param>
    public static MemberDeclaration Member(
        SchemaLowering lowering,
        RecordDeclaration record,
        MergedMember member,
        bool required,
        List<(IOpenApiSchema Schema, SpecPointer Place)>? alternatives = null,
        List<(IOpenApiSchema Schema, SpecPointer Place)>? joined = null
    )
    {
        (string name, IOpenApiSchema schema, SpecPointer place) = (member.Name, member.Schema, member.Place);
        string? asked = SchemaText.AskedMemberName(schema);
        RecordDeclaration owner =
            alternatives is null && member.Component is { } component && schema is OpenApiSchema
                ? Owner(lowering, component) ?? record
                : record;
        SchemaSite site = new(schema, place, NameHint.Inline(owner, asked ?? IdentifierCasing.Pascal(name)));
        SchemaUse use =
            alternatives is not null
                ? UnionRule.Union(lowering, site with { Schema = new OpenApiSchema() }, alternatives, nullable: false, byTitle: true)
            : joined is not null ? lowering.Joined.Lower(lowering, site with { Schema = new OpenApiSchema() }, joined)
            : lowering.Lower(site);
        bool deprecated = SchemaText.IsDeprecated(schema);
        JsonNode? only = alternatives is not null || member.Branch != 0 ? null : OneValue.Of(lowering, schema, place)?.Value;
        JsonNode? constant = use.Nullable ? null : only;
        bool isText = use.Shape is PrimitiveShape { Primitive.Runtime: "String" };
        return new MemberDeclaration(name, use, schema, place)
        {
            AskedName = asked,
            // Who sends may have to leave out what is read-only, and who responds what is write-only.
            IsRequired = required && !deprecated && !IsOneWay(schema),
            Default = Default(lowering, schema),
            Constant = isText ? SchemaFacts.StringValue(constant) : null,
            ConstantNode = isText ? null : constant,
            OnlyText = only is null ? null : OneValue.Text(only),
            IsSetByItself = constant is not null && !deprecated && !IsOneWay(schema) && (required || !IsFormField(place)),
            ObsoleteMessage = deprecated ? Deprecation.Message(schema) : null,
        };
    }

    /// <summary>The record that a component is: the types of its members are named after it, whoever else takes them in.</summary>
    private static RecordDeclaration? Owner(SchemaLowering lowering, ComponentSlot component) =>
        (lowering.Component(component).Shape as DeclaredShape)?.Declaration as RecordDeclaration;

    public static bool IsOneWay(IOpenApiSchema schema) =>
        schema is OpenApiSchemaReference reference
            ? reference.Reference.ReadOnly == true || reference.Reference.WriteOnly == true
            : schema.ReadOnly || schema.WriteOnly;

    /// <summary>What is said here, else what the component says that is referred to.</summary>
    private static JsonNode? Default(SchemaLowering lowering, IOpenApiSchema schema) =>
        schema is OpenApiSchemaReference reference
            ? reference.Reference.Default ?? lowering.Target(reference)?.Schema.Default
            : schema.Default;

    /// <summary>
    /// An optional field of a form is a parameter: <c>origin=customer_balance</c> is asked for by whoever sends it, and not by all.
    /// </summary>
    private static bool IsFormField(SpecPointer place) => place.ToString().Contains("/application~1x-www-form-urlencoded/schema/");
}
