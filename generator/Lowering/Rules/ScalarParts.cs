using System.Collections.Generic;
using System.Linq;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Rules;

/// <summary>
/// <c>allOf</c> of what is no object: <c>{type: string, allOf: [{$ref: Color}]}</c> is a <c>Color</c>, <c>[{type: string}, {format:
/// date-time}]</c> a point
/// in time. What is written at the place itself is one schema with all its keywords; of that and the components beside it, the most telling
/// is the type.
/// </summary>
internal static class ScalarParts
{
    public static SchemaUse Lower(SchemaLowering lowering, in SchemaSite site)
    {
        OpenApiSchema own = Schemas.Copy(site.Schema);
        own.AllOf = null;
        List<(OpenApiSchemaReference Schema, SpecPointer Place)> components = [];
        SpecPointer place = Gather(own, site, components);
        (OpenApiSchemaReference Schema, SpecPointer Place)? best = null;
        int weight = Weight(own);
        foreach ((OpenApiSchemaReference Schema, SpecPointer Place) component in components)
        {
            int other = lowering.Target(component.Schema) is { } target ? Weight(target.Schema) : 0;
            if (other < weight || (other == weight && (best is not null || IsNamed(own))))
                continue;
            (best, weight) = (component, other);
        }

        return best is { } found
            ? lowering.Lower(site with { Schema = found.Schema, Place = found.Place, Slot = null })
            : lowering.Lower(site with { Schema = own, Place = place });
    }

    /// <summary>Adds what inline parts say, at any depth, to the schema; the result is the place of the part that says most.</summary>
    private static SpecPointer Gather(
        OpenApiSchema own,
        in SchemaSite site,
        List<(OpenApiSchemaReference Schema, SpecPointer Place)> components
    )
    {
        SpecPointer place = site.Place;
        int most = Weight(own);
        Stack<(IOpenApiSchema? Schema, SpecPointer Place)> open = new();
        Push(open, site.Schema.AllOf!, site.Place["allOf"]);
        while (open.Count > 0)
        {
            (IOpenApiSchema? schema, SpecPointer at) = open.Pop();
            if (schema is OpenApiSchemaReference reference)
                components.Add((reference, at));
            if (schema is not OpenApiSchema part)
                continue;
            if (part.AllOf is { Count: > 0 } parts)
                Push(open, parts, at["allOf"]);
            if (Weight(part) is var weight && weight > most)
                (place, most) = (at, weight);
            Narrow(own, part);
            Schemas.Fill(own, part);
            own.AllOf = null;
        }

        return place;
    }

    private static void Push(Stack<(IOpenApiSchema? Schema, SpecPointer Place)> open, IList<IOpenApiSchema> parts, SpecPointer list)
    {
        for (int i = parts.Count - 1; i >= 0; i--)
            open.Push((parts[i], list[i]));
    }

    /// <summary>Of two lists of values or types only those of both are valid.</summary>
    private static void Narrow(OpenApiSchema own, OpenApiSchema part)
    {
        if (own.Type is { } type && part.Type is { } other && (type & other) is not 0 and var both)
            own.Type = both;
        if (own.Enum is not { Count: > 0 } values || part.Enum is not { Count: > 0 } others)
            return;
        HashSet<string> known = [.. others.Select(static v => v?.ToJsonString() ?? "null")];
        if (values.Where(v => known.Contains(v?.ToJsonString() ?? "null")).ToList() is { Count: > 0 } shared)
            own.Enum = shared;
    }

    /// <summary>Whether it names its values, which a component beside it can only repeat.</summary>
    private static bool IsNamed(OpenApiSchema own) => own.Enum is { Count: > 0 } || own.Const is not null;

    private static int Weight(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema)
            return 0;
        if (schema.Enum is { Count: > 0 } || schema.Const is not null || SchemaFacts.HasComposition(schema))
            return 3;
        if (SchemaFacts.Types(schema) is JsonSchemaType.Object)
            return 0;
        return schema.Items is not null || schema.Format is { Length: > 0 } ? 2
            : SchemaFacts.Types(schema) is 0 ? 0
            : 1;
    }
}
