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
    private readonly HashSet<ComponentSlot> _open = [];
    private Dictionary<IOpenApiSchema, ComponentSlot>? _roots;

    /// <summary>Whether a component is in a hierarchy.</summary>
    public bool Contains(ComponentSlot slot) => Base(slot) is not null || IsRoot(slot);

    /// <summary>Whether the choices of a schema are its own derived records, which add nothing to it.</summary>
    public bool ChoosesDerived(IOpenApiSchema schema)
    {
        if (schema.Discriminator is null || !SchemaFacts.HasProperties(schema)) return false;
        _roots ??= lowering.Components.Values.Where(IsRoot).GroupBy(static s => s.Schema).ToDictionary(static g => g.Key, static g => g.First());
        return _roots.ContainsKey(schema);
    }

    /// <summary>The component it is derived from; of several that its <c>allOf</c> names, the most derived, then the first.</summary>
    public ComponentSlot? Base(ComponentSlot slot)
    {
        if (_bases.TryGetValue(slot, out ComponentSlot? known)) return known;
        if (slot.Schema is not OpenApiSchema { AllOf: { Count: > 0 } parts } || !_open.Add(slot)) return null;
        List<ComponentSlot> candidates = [];
        foreach (IOpenApiSchema part in parts)
        {
            if (part is OpenApiSchemaReference reference && Target(reference) is { } target && target != slot && Contains(target)) candidates.Add(target);
        }

        ComponentSlot? found = candidates.Find(c => !candidates.Exists(other => IsBelow(other, c)));
        _open.Remove(slot);
        _bases[slot] = found;
        return found;
    }

    /// <summary>The bases that C# has no room for: values that name the component are read as those themselves.</summary>
    public IEnumerable<ComponentSlot> OtherBases(ComponentSlot slot)
    {
        if (Base(slot) is not { } first) yield break;
        foreach (IOpenApiSchema part in slot.Schema.AllOf!)
        {
            if (part is OpenApiSchemaReference reference && Target(reference) is { } target && target != slot && target != first && Contains(target) && !IsBelow(first, target)) yield return target;
        }
    }

    /// <summary>The values of a component in the mappings of a discriminator, where any of the bases has one.</summary>
    public IReadOnlyList<string> Mapped(ComponentSlot slot, string discriminator)
    {
        List<string> values = [];
        for (ComponentSlot? at = Base(slot); at is not null; at = Base(at))
        {
            if (at.Schema.Discriminator is not { Mapping: { } mapping } own || own.PropertyName != discriminator) continue;
            foreach (KeyValuePair<string, OpenApiSchemaReference> entry in mapping)
            {
                if (Target(entry.Value) == slot && !values.Contains(entry.Key)) values.Add(entry.Key);
            }
        }

        return values;
    }

    /// <summary>Mapping entries that lead to no derived record.</summary>
    public void ReportStrangers(ComponentSlot slot)
    {
        if (slot.Schema.Discriminator?.Mapping is not { } mapping) return;
        foreach (KeyValuePair<string, OpenApiSchemaReference> entry in mapping)
        {
            if (Target(entry.Value) is not { } target || target == slot || IsBelow(target, slot)) continue;
            lowering.Context.Report(
                DiagnosticDescriptors.UnsupportedConstruct, slot.Place["discriminator"]["mapping"][entry.Key], entry.Key, $"'{target.Key}' does not build on '{slot.Key}' with allOf; it is read as '{slot.Key}'");
        }
    }

    /// <summary>The component behind a reference, past those that are references themselves.</summary>
    public ComponentSlot? Target(OpenApiSchemaReference reference)
    {
        ComponentSlot? slot = lowering.Resolve(reference);
        for (int i = 0; i < 100 && slot?.Schema is OpenApiSchemaReference next; i++) slot = lowering.Resolve(next);
        return slot;
    }

    private bool IsRoot(ComponentSlot slot) =>
        slot.Schema is OpenApiSchema { Discriminator.PropertyName.Length: > 0 } schema
        && (SchemaFacts.HasProperties(schema) || SchemaFacts.Types(schema) == JsonSchemaType.Object || schema.AllOf is { Count: > 0 })
        && Choices(schema).All(b => b is OpenApiSchemaReference reference && SchemaFacts.HasProperties(schema) && Target(reference) is { } target && RefersTo(target, slot));

    private static IEnumerable<IOpenApiSchema> Choices(OpenApiSchema schema) => [.. schema.OneOf ?? [], .. schema.AnyOf ?? []];

    private bool RefersTo(ComponentSlot slot, ComponentSlot target) =>
        slot.Schema is OpenApiSchema { AllOf: { } parts } && parts.Any(p => p is OpenApiSchemaReference reference && Target(reference) == target);

    private bool IsBelow(ComponentSlot slot, ComponentSlot target)
    {
        int steps = 0;
        for (ComponentSlot? at = Base(slot); at is not null && steps < 1000; at = Base(at), steps++)
        {
            if (at == target) return true;
        }

        return false;
    }
}
