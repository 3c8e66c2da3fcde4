using System.Collections.Generic;
using Microsoft.OpenApi;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering;

/// <summary>The members of an object, gathered from a schema and from all parts of its <c>allOf</c>, at any depth.</summary>
internal sealed class MergedObject
{
    private readonly Dictionary<string, int> _index = new(System.StringComparer.Ordinal);
    private readonly HashSet<IOpenApiSchema> _visited = [];
    private IOpenApiSchema? _first;
    private readonly Dictionary<string, int> _branchOf = new(System.StringComparer.Ordinal);
    private readonly Dictionary<string, List<(IOpenApiSchema Schema, SpecPointer Place)>> _alternatives = new(System.StringComparer.Ordinal);
    private int _branch;
    private int _branches;

    public List<(string Name, IOpenApiSchema Schema, SpecPointer Place)> Members { get; } = [];

    public HashSet<string> Required { get; } = new(System.StringComparer.Ordinal);

    public (IOpenApiSchema Schema, SpecPointer Place)? Extra { get; private set; }

    /// <summary>Whether any part is an object; parts that only constrain do not count.</summary>
    public bool IsObject { get; private set; }

    /// <summary>Whether every part that has a type lets null in.</summary>
    public bool AllowsNull { get; private set; }

    public static MergedObject Of(SchemaLowering lowering, in SchemaSite site)
    {
        MergedObject merged = new() { _first = site.Schema };
        merged.Add(lowering, site.Schema, site.Place, required: true);
        return merged;
    }

    /// <summary>What branches of a choice say about a member, in their order, where that is not one thing; else null.</summary>
    public List<(IOpenApiSchema Schema, SpecPointer Place)>? Alternatives(string name) =>
        _alternatives.TryGetValue(name, out List<(IOpenApiSchema Schema, SpecPointer Place)>? all) ? all : null;

    private void Add(SchemaLowering lowering, IOpenApiSchema? schema, SpecPointer place, bool required)
    {
        if (schema is null) return;
        if (schema is OpenApiSchemaReference reference)
        {
            if (lowering.Resolve(reference) is not { } slot) return;
            Add(lowering, slot.Schema, slot.Place, required);
            return;
        }

        if (!_visited.Add(schema)) return;
        if (schema.AllOf is { Count: > 0 } parts)
        {
            SpecPointer list = place["allOf"];
            for (int i = 0; i < parts.Count; i++) Add(lowering, parts[i], list[i], required);
        }

        Own(schema, place, required);
        if (lowering.Hierarchies.ChoosesDerived(schema) || LeadsBack(lowering, schema)) return;
        Choices(lowering, schema.OneOf, place["oneOf"]);
        Choices(lowering, schema.AnyOf, place["anyOf"]);
    }

    private void Own(IOpenApiSchema schema, SpecPointer place, bool required)
    {
        if (SchemaFacts.HasProperties(schema))
        {
            IsObject = true;
            SpecPointer list = place["properties"];
            foreach (KeyValuePair<string, IOpenApiSchema> property in schema.Properties!) Member(property.Key, property.Value ?? new OpenApiSchema(), list[property.Key]);
        }

        if (SchemaFacts.Types(schema) == JsonSchemaType.Object) IsObject = true;
        if (schema.AdditionalProperties is { } extra && Extra is null)
        {
            IsObject = true;
            Extra = (extra, place["additionalProperties"]);
        }

        if (required && schema.Required is { } names) Required.UnionWith(names);
    }

    /// <summary>An object that must also be one of several: their members are taken in as optional ones, so that none is lost to the reader of the type.</summary>
    private void Choices(SchemaLowering lowering, IList<IOpenApiSchema>? branches, SpecPointer place)
    {
        if (branches is null || branches.Count == 0) return;
        int outer = _branch;
        for (int i = 0; i < branches.Count; i++)
        {
            _branch = ++_branches;
            Add(lowering, branches[i], place[i], required: false);
        }

        _branch = outer;
    }

    /// <summary>Whether a part is a choice that has the whole as a branch: the other branches are no members of it.</summary>
    private bool LeadsBack(SchemaLowering lowering, IOpenApiSchema schema) =>
        !ReferenceEquals(schema, _first) && (Has(lowering, schema.OneOf) || Has(lowering, schema.AnyOf));

    private bool Has(SchemaLowering lowering, IList<IOpenApiSchema>? branches)
    {
        if (branches is null) return false;
        foreach (IOpenApiSchema branch in branches)
        {
            if (branch is OpenApiSchemaReference reference && ReferenceEquals(lowering.Resolve(reference)?.Schema, _first)) return true;
        }

        return false;
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

        if (_branch != 0 && _branchOf[name] is not 0 and int other && other != _branch) Alternative(name, Members[index], schema, place);
        if (Weight(schema) >= Weight(Members[index].Schema))
        {
            Members[index] = (name, schema, place);
            _branchOf[name] = _branch;
        }
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

        return left.Type == right.Type && left.Format == right.Format
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
