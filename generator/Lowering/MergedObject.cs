using System.Collections.Generic;
using Microsoft.OpenApi;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering;

/// <summary>The members of an object, gathered from a schema and from all parts of its <c>allOf</c>, at any depth.</summary>
internal sealed class MergedObject(SchemaLowering lowering)
{
    private readonly Dictionary<string, int> _index = new(System.StringComparer.Ordinal);
    private readonly HashSet<string> _certain = new(System.StringComparer.Ordinal);
    private readonly HashSet<IOpenApiSchema> _visited = [];
    private IOpenApiSchema? _first;

    public List<(string Name, IOpenApiSchema Schema, SpecPointer Place)> Members { get; } = [];

    public HashSet<string> Required { get; } = new(System.StringComparer.Ordinal);

    /// <summary>The part that says what members are that are not declared.</summary>
    public (IOpenApiSchema Schema, SpecPointer Place)? Extra { get; private set; }

    /// <summary>Whether any part is an object; parts that only constrain do not count.</summary>
    public bool IsObject { get; private set; }

    /// <summary>Whether every part that has a type lets null in.</summary>
    public bool AllowsNull { get; private set; }

    public static MergedObject Of(SchemaLowering lowering, in SchemaSite site)
    {
        MergedObject merged = new(lowering) { _first = site.Schema };
        merged.Add(site.Schema, site.Place, certain: true);
        return merged;
    }

    private void Add(IOpenApiSchema? schema, SpecPointer place, bool certain)
    {
        if (schema is null) return;
        if (schema is OpenApiSchemaReference reference)
        {
            if (lowering.Resolve(reference) is not { } slot) return;
            Add(slot.Schema, slot.Place, certain);
            return;
        }

        if (!_visited.Add(schema)) return;
        if (schema.AllOf is { Count: > 0 } parts)
        {
            SpecPointer list = place["allOf"];
            for (int i = 0; i < parts.Count; i++) Add(parts[i], list[i], certain);
        }

        Own(schema, place, certain);
        if (lowering.Hierarchies.ChoosesDerived(schema) || LeadsBack(schema)) return;
        Choices(schema.OneOf, place["oneOf"]);
        Choices(schema.AnyOf, place["anyOf"]);
        Conditions(schema, place);
    }

    private void Own(IOpenApiSchema schema, SpecPointer place, bool certain)
    {
        if (SchemaFacts.HasProperties(schema))
        {
            IsObject = true;
            SpecPointer list = place["properties"];
            foreach (KeyValuePair<string, IOpenApiSchema> property in schema.Properties!) Member(property.Key, property.Value ?? new OpenApiSchema(), list[property.Key], certain);
        }

        if (SchemaFacts.Types(schema) == JsonSchemaType.Object) IsObject = true;
        if (Extra is null && (schema.AdditionalProperties ?? (schema as OpenApiSchema)?.UnevaluatedPropertiesSchema) is not null)
        {
            IsObject = true;
            Extra = (schema, place);
        }

        if (certain && schema.Required is { } names) Required.UnionWith(names);
    }

    /// <summary>An object that must also be one of several: their members are taken in as optional ones, so that none is lost to the reader of the type.</summary>
    private void Choices(IList<IOpenApiSchema>? branches, SpecPointer place)
    {
        if (branches is null || branches.Count == 0) return;
        for (int i = 0; i < branches.Count; i++) Add(branches[i], place[i], certain: false);
    }

    /// <summary>Whether a part is a choice that has the whole as a branch: the other branches are no members of it.</summary>
    private bool LeadsBack(IOpenApiSchema schema) =>
        !ReferenceEquals(schema, _first) && (Has(schema.OneOf) || Has(schema.AnyOf));

    private bool Has(IList<IOpenApiSchema>? branches)
    {
        if (branches is null) return false;
        foreach (IOpenApiSchema branch in branches)
        {
            if (branch is OpenApiSchemaReference reference && ReferenceEquals(lowering.Resolve(reference)?.Schema, _first)) return true;
        }

        return false;
    }

    /// <summary>What holds only on a condition is taken in likewise; the condition itself constrains, and is not looked at.</summary>
    private void Conditions(IOpenApiSchema schema, SpecPointer place)
    {
        if (schema is not OpenApiSchema own) return;
        if (own.Then is { } then) Add(then, place["then"], certain: false);
        if (own.Else is { } otherwise) Add(otherwise, place["else"], certain: false);
        foreach (KeyValuePair<string, IOpenApiSchema> dependent in own.DependentSchemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            Add(dependent.Value, place["dependentSchemas"][dependent.Key], certain: false);
        }
    }

    private void Member(string name, IOpenApiSchema schema, SpecPointer place, bool certain)
    {
        if (!_index.TryGetValue(name, out int index))
        {
            _index.Add(name, Members.Count);
            Members.Add((name, schema, place));
            if (certain) _certain.Add(name);
        }
        else if (certain)
        {
            if (!_certain.Add(name) && Weight(schema) < Weight(Members[index].Schema)) return;
            Members[index] = (name, schema, place);
        }
        else if (!_certain.Contains(name) && !Alike(Members[index].Schema, schema))
        {
            // Which of them it is nothing says in advance.
            bool isText = IsText(Members[index].Schema, Members[index].Place) && IsText(schema, place);
            Members[index] = (name, new OpenApiSchema { Type = isText ? JsonSchemaType.String : null, Description = schema.Description }, place);
        }
    }

    private bool IsText(IOpenApiSchema schema, SpecPointer place) => schema is OpenApiSchema && SchemaFacts.Types(schema) switch
    {
        JsonSchemaType.String => schema.Format is null,
        0 => schema.Const is not null && SchemaFacts.StringValue(lowering.Context.Raw(place["const"])) is not null,
        _ => false,
    };

    private static bool Alike(IOpenApiSchema one, IOpenApiSchema other)
    {
        if (one is OpenApiSchemaReference first) return other is OpenApiSchemaReference second && first.Reference.ReferenceV3 == second.Reference.ReferenceV3;
        return other is not OpenApiSchemaReference && IsPlain(one) && IsPlain(other) && one.Type == other.Type && one.Format == other.Format;
    }

    private static bool IsPlain(IOpenApiSchema schema) =>
        schema.Enum is not { Count: > 0 } && schema.Const is null && schema.Items is null && schema.AdditionalProperties is null && !SchemaFacts.HasProperties(schema) && !SchemaFacts.HasComposition(schema);

    /// <summary>How much a schema says: a later part may narrow an earlier one, but an empty one does not blur it.</summary>
    private static int Weight(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchemaReference) return 3;
        if (schema.Enum is { Count: > 0 } || schema.Const is not null || SchemaFacts.HasProperties(schema) || SchemaFacts.HasComposition(schema)) return 3;
        return schema.Type is null ? 0 : SchemaFacts.Types(schema) == JsonSchemaType.Object ? 1 : 2;
    }
}
