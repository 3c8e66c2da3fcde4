using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.OpenApi;

namespace OpenApiGen.Generator.Lowering;

/// <summary>
/// Lowers components without an object between them (a reference, one part of <c>allOf</c>, a branch, the items of a list) by recursion as
/// long
/// as there are few one behind another; of a long chain, the last first, with a stack of its own.
/// </summary>
internal sealed class ComponentOrder(SchemaLowering lowering)
{
    private const int MostNested = 24;

    private int _depth;

    /// <summary>Called before a component is lowered; the result is disposed of after that.</summary>
    public Level Enter(ComponentSlot slot)
    {
        if (++_depth > MostNested)
            LowerNeeds(slot);
        return new Level(this);
    }

    private void LowerNeeds(ComponentSlot first)
    {
        Stack<(ComponentSlot Slot, Queue<ComponentSlot> Needs)> open = new();
        HashSet<ComponentSlot> seen = [first];
        open.Push((first, Needs(first)));
        while (open.Count > 0)
        {
            (ComponentSlot slot, Queue<ComponentSlot> needs) = open.Peek();
            if (needs.Count > 0)
            {
                ComponentSlot next = needs.Dequeue();
                if (next is { Use: null, IsOpen: false } && seen.Add(next))
                    open.Push((next, Needs(next)));
                continue;
            }

            open.Pop();
            if (slot != first && !slot.IsOpen)
                lowering.Component(slot);
        }
    }

    /// <summary>The components that it refers to other than from a member of an object, which is looked at later.</summary>
    private Queue<ComponentSlot> Needs(ComponentSlot slot)
    {
        Queue<ComponentSlot> needs = new();
        Stack<IOpenApiSchema?> open = new([slot.Schema]);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case OpenApiSchemaReference reference when lowering.Resolve(reference) is { } target:
                    needs.Enqueue(target);
                    break;
                case OpenApiSchema schema:
                    foreach (IOpenApiSchema? part in Parts(schema).Reverse())
                        open.Push(part);
                    break;
            }
        }

        return needs;
    }

    private IEnumerable<IOpenApiSchema?> Parts(OpenApiSchema schema) =>
        [
            .. schema.AllOf ?? [],
            .. schema.OneOf ?? [],
            .. schema.AnyOf ?? [],
            schema.Items,
            schema.PropertyNames,
            schema.AdditionalProperties,
            schema.UnevaluatedPropertiesSchema,
            .. schema.PatternProperties?.Values ?? [],
            .. lowering.Hierarchies.IsMappedChoice(schema) ? schema.Discriminator!.Mapping!.Values : [],
        ];

    /// <summary>One more component that is being lowered.</summary>
    public readonly struct Level(ComponentOrder order) : IDisposable
    {
        public void Dispose() => order._depth--;
    }
}
