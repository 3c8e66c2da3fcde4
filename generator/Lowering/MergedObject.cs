using System.Collections.Generic;
using Microsoft.OpenApi;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering;

/// <summary>The members of an object, gathered from a schema and from all parts of its <c>allOf</c>, at any depth.</summary>
internal sealed class MergedObject(SchemaLowering lowering)
{
    private readonly Dictionary<string, int> _index = new(System.StringComparer.Ordinal);
    private readonly HashSet<IOpenApiSchema> _visited = [];
    private readonly Dictionary<string, int> _branchOf = new(System.StringComparer.Ordinal);
    private readonly Dictionary<string, List<(IOpenApiSchema Schema, SpecPointer Place)>> _alternatives = new(System.StringComparer.Ordinal);
    private IOpenApiSchema? _first;
    private int _branch; // 0: what always holds
    private int _branches;

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
        merged.Add(site.Schema, site.Place);
        return merged;
    }

    /// <summary>What branches of a choice say about a member, in their order, where that is not one thing; else null.</summary>
    public List<(IOpenApiSchema Schema, SpecPointer Place)>? Alternatives(string name) =>
        _alternatives.TryGetValue(name, out List<(IOpenApiSchema Schema, SpecPointer Place)>? all) ? all : null;

    /// <summary>Whether only a branch of a choice or a condition declares a member.</summary>
    public bool IsConditional(string name) => _branchOf[name] != 0;

    private void Add(IOpenApiSchema? schema, SpecPointer place)
    {
        if (schema is null) return;
        if (schema is OpenApiSchemaReference reference)
        {
            if (lowering.Resolve(reference) is not { } slot) return;
            Add(slot.Schema, slot.Place);
            return;
        }

        if (!_visited.Add(schema)) return;
        if (schema.AllOf is { Count: > 0 } parts)
        {
            SpecPointer list = place["allOf"];
            for (int i = 0; i < parts.Count; i++) Add(parts[i], list[i]);
        }

        Own(schema, place);
        if (lowering.Hierarchies.ChoosesDerived(schema) || LeadsBack(schema)) return;
        Choices(schema.OneOf, place["oneOf"]);
        Choices(schema.AnyOf, place["anyOf"]);
        Conditions(schema, place);
    }

    private void Own(IOpenApiSchema schema, SpecPointer place)
    {
        if (SchemaFacts.HasProperties(schema))
        {
            IsObject = true;
            SpecPointer list = place["properties"];
            foreach (KeyValuePair<string, IOpenApiSchema> property in schema.Properties!) Member(property.Key, property.Value ?? new OpenApiSchema(), list[property.Key]);
        }

        if (SchemaFacts.Types(schema) == JsonSchemaType.Object) IsObject = true;
        if (Extra is null && (schema.AdditionalProperties ?? (schema as OpenApiSchema)?.UnevaluatedPropertiesSchema) is not null)
        {
            IsObject = true;
            Extra = (schema, place);
        }

        if (_branch == 0 && schema.Required is { } names) Required.UnionWith(names);
    }

    /// <summary>An object that must also be one of several: their members are taken in as optional ones, so that none is lost to the reader of the type.</summary>
    private void Choices(IList<IOpenApiSchema>? branches, SpecPointer place)
    {
        if (branches is null || branches.Count == 0) return;
        for (int i = 0; i < branches.Count; i++) Branch(branches[i], place[i]);
    }

    private void Branch(IOpenApiSchema schema, SpecPointer place)
    {
        int outer = _branch;
        _branch = ++_branches;
        Add(schema, place);
        _branch = outer;
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
        if (own.Then is { } then) Branch(then, place["then"]);
        if (own.Else is { } otherwise) Branch(otherwise, place["else"]);
        foreach (KeyValuePair<string, IOpenApiSchema> dependent in own.DependentSchemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            Branch(dependent.Value, place["dependentSchemas"][dependent.Key]);
        }
    }

    private void Member(string name, IOpenApiSchema schema, SpecPointer place)
    {
        if (!_index.TryGetValue(name, out int index))
        {
            _index.Add(name, Members.Count);
            Members.Add((name, schema, place));
            _branchOf[name] = _branch;
            return;
        }

        // What always holds is not narrowed by a branch, which may not be the one that applies.
        int known = _branchOf[name];
        if (_branch != 0 && known == 0) return;
        if (_branch == 0 && known != 0) _alternatives.Remove(name);
        else if (Weight(schema) < Weight(Members[index].Schema) && _branch == known) return;
        else if (_branch != known) Alternative(name, Members[index], schema, place);

        Members[index] = (name, schema, place);
        _branchOf[name] = _branch;
    }

    /// <summary>Of two branches only one applies: neither narrows what the other says.</summary>
    private void Alternative(string name, (string Name, IOpenApiSchema Schema, SpecPointer Place) known, IOpenApiSchema schema, SpecPointer place)
    {
        if (!_alternatives.TryGetValue(name, out List<(IOpenApiSchema Schema, SpecPointer Place)>? all))
        {
            if (ReadAlike(known.Schema, schema)) return;
            _alternatives.Add(name, all = [(known.Schema, known.Place)]);
        }

        all.Add((schema, place));
    }

    /// <summary>Whether a type for the one reads the other, too: the same component, or the same primitive, whose values are open.</summary>
    private static bool ReadAlike(IOpenApiSchema left, IOpenApiSchema right)
    {
        if (left is OpenApiSchemaReference || right is OpenApiSchemaReference)
        {
            return (left as OpenApiSchemaReference)?.Reference.ReferenceV3 == (right as OpenApiSchemaReference)?.Reference.ReferenceV3;
        }

        return left.Type == right.Type && left.Format == right.Format && OneValue.OfEnum(left) is null && OneValue.OfEnum(right) is null
            && SchemaFacts.Types(left) is JsonSchemaType.String or JsonSchemaType.Integer or JsonSchemaType.Number or JsonSchemaType.Boolean;
    }

    /// <summary>How much a schema says: a later part may narrow an earlier one, but an empty one does not blur it.</summary>
    private static int Weight(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchemaReference) return 3;
        if (schema.Enum is { Count: > 0 } || schema.Const is not null || SchemaFacts.HasProperties(schema) || SchemaFacts.HasComposition(schema)) return 3;
        return schema.Type is null ? 0 : SchemaFacts.Types(schema) == JsonSchemaType.Object ? 1 : 2;
    }
}
