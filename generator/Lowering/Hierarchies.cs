using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Diagnostics;

namespace OpenApiGen.Generator.Lowering;

/// <summary>
/// Which components are records of a hierarchy (OAS 3.1, 4.8.25.1): an object with a discriminator is the first, and a component whose
/// <c>allOf</c> refers to one of the hierarchy is derived from it.
/// </summary>
internal sealed class Hierarchies(SchemaLowering lowering)
{
    private readonly Dictionary<ComponentSlot, ComponentSlot?> _bases = [];
    private readonly Dictionary<ComponentSlot, bool> _isRoot = [];
    private readonly Dictionary<ComponentSlot, ILookup<ComponentSlot, string>> _mappings = [];
    private readonly HashSet<ComponentSlot> _open = [];
    private Dictionary<IOpenApiSchema, ComponentSlot>? _roots;
    private HashSet<IOpenApiSchema>? _named;

    /// <summary>Whether a component is in a hierarchy.</summary>
    public bool Contains(ComponentSlot slot) => Base(slot) is not null || IsRoot(slot);

    /// <summary>Whether the choices of a schema are its own derived records, which add nothing to it.</summary>
    public bool ChoosesDerived(IOpenApiSchema schema)
    {
        if (schema.Discriminator is null || !SchemaFacts.HasProperties(schema))
            return false;
        _roots ??= lowering
            .Components.Values.Where(IsRoot)
            .GroupBy(static s => s.Schema)
            .ToDictionary(static g => g.Key, static g => g.First());
        return _roots.ContainsKey(schema);
    }

    /// <summary>
    /// Whether the mapping of a discriminator names schemas and no component builds on its own: then it is a choice of those, whose values
    /// are no derived records.
    /// </summary>
    public bool IsMappedChoice(OpenApiSchema schema)
    {
        if (
            schema.Discriminator is not { PropertyName.Length: > 0, Mapping: { Count: > 0 } mapping }
            || Choices(schema).Any()
            || !(SchemaFacts.HasProperties(schema) || SchemaFacts.Types(schema) == JsonSchemaType.Object || schema.AllOf is { Count: > 0 })
            || !mapping.Values.Any(r => lowering.Target(r) is { } target && !ReferenceEquals(target.Schema, schema))
        )
            return false;
        _named ??= [.. lowering.Components.Values.SelectMany(Named).Select(static s => s.Schema)];
        return !_named.Contains(schema);
    }

    /// <summary>The component it is derived from; of several that its <c>allOf</c> names, the most derived, then the first.</summary>
    public ComponentSlot? Base(ComponentSlot slot)
    {
        if (_bases.TryGetValue(slot, out ComponentSlot? known))
            return known;
        Stack<ComponentSlot> open = new([slot]);
        while (open.Count > 0)
        {
            // One is known once all that its allOf names are; one that leads back to itself is none of its own bases.
            ComponentSlot next = open.Peek();
            if (_open.Add(next) && Push(open, next))
                continue;
            open.Pop();
            _open.Remove(next);
            if (!_bases.ContainsKey(next))
                _bases.Add(next, Known(next));
        }

        return _bases[slot];
    }

    private bool Push(Stack<ComponentSlot> open, ComponentSlot slot)
    {
        int before = open.Count;
        foreach (ComponentSlot target in Named(slot))
        {
            if (!_bases.ContainsKey(target) && !_open.Contains(target))
                open.Push(target);
        }

        return open.Count > before;
    }

    private ComponentSlot? Known(ComponentSlot slot)
    {
        List<ComponentSlot> candidates =
        [
            .. Named(slot).Where(t => t != slot && (Settled(t) is not null || IsRoot(t)) && !IsBelow(t, slot)),
        ];
        return candidates.Find(c => !candidates.Exists(other => IsBelow(other, c)));
    }

    /// <summary>The components that its <c>allOf</c> names.</summary>
    private IEnumerable<ComponentSlot> Named(ComponentSlot slot)
    {
        if (slot.Schema is not OpenApiSchema { AllOf: { Count: > 0 } parts })
            yield break;
        foreach (IOpenApiSchema part in parts)
        {
            if (part is OpenApiSchemaReference reference && lowering.Target(reference) is { } target)
                yield return target;
        }
    }

    /// <summary>The bases that C# has no room for: values that name the component are read as those themselves.</summary>
    public IEnumerable<ComponentSlot> OtherBases(ComponentSlot slot)
    {
        if (Base(slot) is not { } first)
            yield break;
        foreach (IOpenApiSchema part in slot.Schema.AllOf!)
        {
            if (
                part is OpenApiSchemaReference reference
                && lowering.Target(reference) is { } target
                && target != slot
                && target != first
                && Contains(target)
                && !IsBelow(first, target)
            )
                yield return target;
        }
    }

    /// <summary>The values of a component in the mappings of a discriminator, where any of the bases has one.</summary>
    public IReadOnlyList<string> Mapped(ComponentSlot slot, string discriminator)
    {
        List<string> values = [];
        for (ComponentSlot? at = Base(slot); at is not null; at = Base(at))
        {
            if (at.Schema.Discriminator is not { Mapping: not null } own || own.PropertyName != discriminator)
                continue;
            foreach (string value in Mapping(at)[slot])
            {
                if (!values.Contains(value))
                    values.Add(value);
            }
        }

        return values;
    }

    /// <summary>The values of a mapping by what they lead to.</summary>
    private ILookup<ComponentSlot, string> Mapping(ComponentSlot slot)
    {
        if (_mappings.TryGetValue(slot, out ILookup<ComponentSlot, string>? known))
            return known;
        ILookup<ComponentSlot, string> mapping = slot
            .Schema.Discriminator!.Mapping!.Where(e => lowering.Target(e.Value) is not null)
            .ToLookup(e => lowering.Target(e.Value)!, static e => e.Key);
        _mappings.Add(slot, mapping);
        return mapping;
    }

    /// <summary>Mapping entries that lead to no derived record.</summary>
    public void ReportStrangers(ComponentSlot slot)
    {
        if (slot.Schema.Discriminator?.Mapping is not { } mapping)
            return;
        foreach (KeyValuePair<string, OpenApiSchemaReference> entry in mapping)
        {
            if (lowering.Target(entry.Value) is not { } target || target == slot || Base(target) == slot || IsBelow(target, slot))
                continue;
            lowering.Context.Report(
                DiagnosticDescriptors.UnsupportedConstruct,
                slot.Place["discriminator"]["mapping"][entry.Key],
                entry.Key,
                $"is mapped to '{target.Key}', which has no allOf of '{slot.Key}'; it is read as '{slot.Key}'"
            );
        }
    }

    private bool IsRoot(ComponentSlot slot)
    {
        if (!_isRoot.TryGetValue(slot, out bool known))
            _isRoot.Add(slot, known = FindRoot(slot));
        return known;
    }

    private bool FindRoot(ComponentSlot slot) =>
        slot.Schema is OpenApiSchema { Discriminator.PropertyName.Length: > 0 } schema
        && (SchemaFacts.HasProperties(schema) || SchemaFacts.Types(schema) == JsonSchemaType.Object || schema.AllOf is { Count: > 0 })
        && !IsMappedChoice(schema)
        && Choices(schema)
            .All(b =>
                b is OpenApiSchemaReference reference
                && SchemaFacts.HasProperties(schema)
                && lowering.Target(reference) is { } target
                && RefersTo(target, slot)
            );

    private static IEnumerable<IOpenApiSchema> Choices(OpenApiSchema schema) => [.. schema.OneOf ?? [], .. schema.AnyOf ?? []];

    private bool RefersTo(ComponentSlot slot, ComponentSlot target) =>
        slot.Schema is OpenApiSchema { AllOf: { } parts }
        && parts.Any(p => p is OpenApiSchemaReference reference && lowering.Target(reference) == target);

    private ComponentSlot? Settled(ComponentSlot slot) => _bases.TryGetValue(slot, out ComponentSlot? known) ? known : null;

    private bool IsBelow(ComponentSlot slot, ComponentSlot target)
    {
        int steps = 0;
        for (ComponentSlot? at = Settled(slot); at is not null && steps < 1000; at = Settled(at), steps++)
        {
            if (at == target)
                return true;
        }

        return false;
    }
}
