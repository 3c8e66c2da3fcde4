using System.Collections.Generic;
using Microsoft.OpenApi;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering;

/// <summary>
/// The members of an object, gathered from a schema and from all parts of its <c>allOf</c>, at any depth. Parts are gone through with a
/// stack of their own: a document says how many there are, one behind another.
/// </summary>
internal sealed class MergedObject
{
    /// <summary>With more members the C# compiler is busy with one object for more than ten seconds.</summary>
    private const int MostMembers = 3_000;

    private readonly SchemaLowering _lowering;
    private readonly SchemaSite _site;
    private readonly Dictionary<string, int> _index = new(System.StringComparer.Ordinal);
    private readonly HashSet<IOpenApiSchema> _visited = [];
    private readonly Dictionary<string, List<(IOpenApiSchema Schema, SpecPointer Place)>> _alternatives = new(
        System.StringComparer.Ordinal
    );
    private readonly Dictionary<string, List<(IOpenApiSchema Schema, SpecPointer Place)>> _joined = new(System.StringComparer.Ordinal);
    private readonly Stack<Part> _open = new();
    private readonly bool _namesAlone;
    private int _branches; // 0: what always holds

    private MergedObject(SchemaLowering lowering, in SchemaSite site, bool namesAlone = false)
    {
        _lowering = lowering;
        _site = site;
        _namesAlone = namesAlone;
    }

    public List<MergedMember> Members { get; } = [];

    public HashSet<string> Required { get; } = new(System.StringComparer.Ordinal);

    /// <summary>The part that says what members are that are not declared.</summary>
    public (IOpenApiSchema Schema, SpecPointer Place)? Extra { get; private set; }

    /// <summary>Whether any part is an object; parts that only constrain do not count.</summary>
    public bool IsObject { get; private set; }

    /// <summary>Whether every part that has a type lets null in.</summary>
    public bool AllowsNull { get; private set; }

    public static MergedObject Of(SchemaLowering lowering, in SchemaSite site) =>
        new MergedObject(lowering, site).Gather([(site.Schema, site.Place)], site.Slot);

    /// <summary>The members of an object that is several schemas at once.</summary>
    public static MergedObject Of(SchemaLowering lowering, in SchemaSite site, List<(IOpenApiSchema Schema, SpecPointer Place)> schemas) =>
        new MergedObject(lowering, site).Gather(schemas, slot: null);

    /// <summary>The names of the members alone, without a look into schemas of members, which may lead back here.</summary>
    public static HashSet<string> Names(SchemaLowering lowering, in SchemaSite site) =>
        [.. new MergedObject(lowering, site, namesAlone: true).Gather([(site.Schema, site.Place)], site.Slot)._index.Keys];

    /// <summary>The objects that a member is at once, in the order of the parts that say so; null where one schema says all.</summary>
    public List<(IOpenApiSchema Schema, SpecPointer Place)>? Joined(string name) =>
        _joined.TryGetValue(name, out List<(IOpenApiSchema Schema, SpecPointer Place)>? all) ? all : null;

    /// <summary>What branches of a choice say about a member, in their order, where that is not one thing; else null.</summary>
    public List<(IOpenApiSchema Schema, SpecPointer Place)>? Alternatives(string name) =>
        _alternatives.TryGetValue(name, out List<(IOpenApiSchema Schema, SpecPointer Place)>? all) ? all : null;

    private MergedObject Gather(List<(IOpenApiSchema Schema, SpecPointer Place)> schemas, ComponentSlot? slot)
    {
        for (int i = schemas.Count - 1; i >= 0; i--)
            _open.Push(new Part(schemas[i].Schema, schemas[i].Place, slot, 0, PartStep.Enter));
        while (_open.Count > 0)
            Take(_open.Pop());
        if (Members.Count > MostMembers && !_namesAlone)
        {
            Members.RemoveRange(MostMembers, Members.Count - MostMembers);
            _lowering.Context.Unsupported(
                _site.Place,
                "properties",
                $"has more than {MostMembers} members; those after them have no property and are kept with the undeclared ones"
            );
        }

        return this;
    }

    private void Take(Part part)
    {
        switch (part.Step)
        {
            case PartStep.Enter:
                Enter(part);
                break;
            case PartStep.Own:
                Own(part);
                break;
            default:
                Choices(part);
                break;
        }
    }

    /// <summary>The parts of its <c>allOf</c> come first, then what it says itself, then what it leaves to choose.</summary>
    private void Enter(Part part)
    {
        IOpenApiSchema schema = part.Schema;
        if (schema is OpenApiSchemaReference reference)
        {
            if (_lowering.Target(reference) is not { } slot)
                return;
            part = part with { Schema = schema = slot.Schema, Place = slot.Place, Slot = slot };
        }

        if (!_visited.Add(schema))
            return;
        _lowering.Context.Budget.Part(_site.Place);
        _open.Push(part with { Step = PartStep.Choices });
        _open.Push(part with { Step = PartStep.Own });
        if (schema.AllOf is { Count: > 0 } parts)
            Push(parts, part, part.Place["allOf"], isChoice: false);
    }

    private void Push(IList<IOpenApiSchema> schemas, in Part part, SpecPointer list, bool isChoice)
    {
        int first = _branches;
        if (isChoice)
            _branches += schemas.Count;
        for (int i = schemas.Count - 1; i >= 0; i--)
        {
            if (schemas[i] is { } schema)
                _open.Push(new Part(schema, list[i], part.Slot, isChoice ? first + i + 1 : part.Branch, PartStep.Enter));
        }
    }

    private void Own(in Part part)
    {
        IOpenApiSchema schema = part.Schema;
        if (SchemaFacts.HasProperties(schema))
        {
            IsObject = true;
            SpecPointer list = part.Place["properties"];
            foreach (KeyValuePair<string, IOpenApiSchema> property in schema.Properties!)
                Member(part, property.Key, property.Value ?? new OpenApiSchema(), list[property.Key]);
        }

        if (SchemaFacts.Types(schema) == JsonSchemaType.Object)
            IsObject = true;
        if (Extra is null && (schema.AdditionalProperties ?? (schema as OpenApiSchema)?.UnevaluatedPropertiesSchema) is not null)
        {
            IsObject = true;
            Extra = (schema, part.Place);
        }

        if (part.Branch == 0 && schema.Required is { } names)
            Required.UnionWith(names);
    }

    /// <summary>
    /// An object that must also be one of several: their members are taken in as optional ones, so that none is lost to the reader of the
    /// type. What
    /// holds only on a condition is taken in likewise; the condition itself constrains, and is not looked at.
    /// </summary>
    private void Choices(in Part part)
    {
        IOpenApiSchema schema = part.Schema;
        if (_lowering.Hierarchies.ChoosesDerived(schema) || LeadsBack(schema))
            return;
        Conditions(part);
        if (schema.AnyOf is { Count: > 0 } anyOf)
            Push(anyOf, part, part.Place["anyOf"], isChoice: true);
        if (schema.OneOf is { Count: > 0 } oneOf)
            Push(oneOf, part, part.Place["oneOf"], isChoice: true);
    }

    /// <summary>Pushed before the choices, so that they are taken after them.</summary>
    private void Conditions(in Part part)
    {
        if (part.Schema is not OpenApiSchema own)
            return;
        if (own.DependentSchemas is { Count: > 0 } dependent)
        {
            foreach (KeyValuePair<string, IOpenApiSchema> entry in System.Linq.Enumerable.Reverse(dependent))
                Branch(entry.Value, part, part.Place["dependentSchemas"][entry.Key]);
        }

        if (own.Else is { } otherwise)
            Branch(otherwise, part, part.Place["else"]);
        if (own.Then is { } then)
            Branch(then, part, part.Place["then"]);
    }

    private void Branch(IOpenApiSchema? schema, in Part part, SpecPointer place)
    {
        if (schema is not null)
            _open.Push(new Part(schema, place, part.Slot, ++_branches, PartStep.Enter));
    }

    /// <summary>Whether a part is a choice that has the whole as a branch: the other branches are no members of it.</summary>
    private bool LeadsBack(IOpenApiSchema schema) => !ReferenceEquals(schema, _site.Schema) && (Has(schema.OneOf) || Has(schema.AnyOf));

    private bool Has(IList<IOpenApiSchema>? branches)
    {
        if (branches is null)
            return false;
        foreach (IOpenApiSchema branch in branches)
        {
            if (branch is OpenApiSchemaReference reference && ReferenceEquals(_lowering.Target(reference)?.Schema, _site.Schema))
                return true;
        }

        return false;
    }

    private void Member(in Part part, string name, IOpenApiSchema schema, SpecPointer place)
    {
        // The members of another component are named after that, whoever takes them in.
        MergedMember member = new(name, schema, place, part.Slot == _site.Slot ? null : part.Slot, part.Branch);
        if (!_index.TryGetValue(name, out int index))
        {
            _lowering.Context.Budget.Part(_site.Place);
            _index.Add(name, Members.Count);
            Members.Add(member);
            return;
        }

        if (_namesAlone)
            return;

        // What always holds is not narrowed by a branch, which may not be the one that applies.
        MergedMember known = Members[index];
        if (part.Branch != 0 && known.Branch == 0)
            return;
        if (part.Branch == 0 && known.Branch != 0)
        {
            _alternatives.Remove(name);
            _joined.Remove(name);
        }
        else if (part.Branch != known.Branch)
            Alternative(known, schema, place);
        else if (!Replaces(known, member))
            return;
        Members[index] = member;
    }

    /// <summary>
    /// Of two schemas that both hold, the one that says more is the type, and the later one of two that say the same; objects are joined.
    /// </summary>
    private bool Replaces(MergedMember known, MergedMember member)
    {
        if (_joined.TryGetValue(known.Name, out List<(IOpenApiSchema Schema, SpecPointer Place)>? all))
        {
            all.Add((member.Schema, member.Place));
            return true;
        }

        JoinedMembers.Coverage coverage = JoinedMembers.Compare(_lowering, known.Schema, member.Schema);
        if (coverage == JoinedMembers.Coverage.Neither)
            _joined.Add(known.Name, [(known.Schema, known.Place), (member.Schema, member.Place)]);
        return coverage == JoinedMembers.Coverage.NotCompared
            ? Weight(member.Schema) >= Weight(known.Schema)
            : coverage != JoinedMembers.Coverage.First;
    }

    /// <summary>Of two branches only one applies: neither narrows what the other says.</summary>
    private void Alternative(MergedMember known, IOpenApiSchema schema, SpecPointer place)
    {
        if (!_alternatives.TryGetValue(known.Name, out List<(IOpenApiSchema Schema, SpecPointer Place)>? all))
        {
            if (ReadAlike(known.Schema, schema))
                return;
            _alternatives.Add(known.Name, all = [(known.Schema, known.Place)]);
        }

        all.Add((schema, place));
    }

    /// <summary>
    /// Whether a type for the one reads the other, too: the same component, or the same primitive, whose values are open.
    /// </summary>
    private static bool ReadAlike(IOpenApiSchema left, IOpenApiSchema right)
    {
        if (left is OpenApiSchemaReference || right is OpenApiSchemaReference)
        {
            return (left as OpenApiSchemaReference)?.Reference.ReferenceV3 == (right as OpenApiSchemaReference)?.Reference.ReferenceV3;
        }

        return left.Type == right.Type
            && left.Format == right.Format
            && OneValue.OfEnum(left) is null
            && OneValue.OfEnum(right) is null
            && SchemaFacts.Types(left)
                is JsonSchemaType.String
                    or JsonSchemaType.Integer
                    or JsonSchemaType.Number
                    or JsonSchemaType.Boolean;
    }

    /// <summary>How much a schema says: a later part may narrow an earlier one, but an empty one does not blur it.</summary>
    private static int Weight(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchemaReference)
            return 3;
        if (
            schema.Enum is { Count: > 0 }
            || schema.Const is not null
            || SchemaFacts.HasProperties(schema)
            || SchemaFacts.HasComposition(schema)
        )
            return 3;
        return schema.Type is null ? 0
            : SchemaFacts.Types(schema) == JsonSchemaType.Object ? 1
            : 2;
    }

    private enum PartStep
    {
        Enter,
        Own,
        Choices,
    }

    /// <param name="Slot">The component that it belongs to.</param>
    /// <param name="Branch">The branch of a choice that it belongs to; 0 for what always holds.</param>
    private readonly record struct Part(IOpenApiSchema Schema, SpecPointer Place, ComponentSlot? Slot, int Branch, PartStep Step);
}

/// <summary>A member of an object as one of its parts declares it.</summary>
/// <param name="Component">The other component that declares it; null for what belongs to the object itself.</param>
/// <param name="Branch">The branch of a choice that it belongs to; 0 for what always holds.</param>
internal sealed record MergedMember(string Name, IOpenApiSchema Schema, SpecPointer Place, ComponentSlot? Component, int Branch);
