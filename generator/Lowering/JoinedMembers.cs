using System.Collections.Generic;
using System.Linq;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Rules;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering;

/// <summary>
/// A member that several parts of an <c>allOf</c> declare as objects: each part holds (JSON Schema 2020-12, 10.2.1.1), so its value has the
/// members of
/// all of them. Where one object has all members of another, it alone is the type; else a type is made of both. The same schemas are the
/// same
/// type, so that objects that contain themselves end.
/// </summary>
internal sealed class JoinedMembers
{
    private readonly Dictionary<IOpenApiSchema, int> _numbers = [];
    private readonly Dictionary<string, SchemaUse> _uses = new(System.StringComparer.Ordinal);

    /// <summary>Which of two schemas of one member has all that the other has.</summary>
    public enum Coverage
    {
        /// <summary>At least one is no plain object, or both have the same members.</summary>
        NotCompared,

        First,
        Second,

        /// <summary>Each has members that the other does not have.</summary>
        Neither,
    }

    public static Coverage Compare(SchemaLowering lowering, IOpenApiSchema first, IOpenApiSchema second)
    {
        if (Names(lowering, first) is not { } left || Names(lowering, second) is not { } right)
            return Coverage.NotCompared;
        bool coversSecond = left.IsSupersetOf(right);
        bool coversFirst = right.IsSupersetOf(left);
        if (coversFirst && coversSecond)
            return Coverage.NotCompared;
        return coversSecond ? Coverage.First
            : coversFirst ? Coverage.Second
            : Coverage.Neither;
    }

    /// <summary>The type of a member that has all these schemas.</summary>
    public SchemaUse Lower(SchemaLowering lowering, in SchemaSite site, List<(IOpenApiSchema Schema, SpecPointer Place)> schemas)
    {
        string key = string.Join(",", schemas.Select(s => Number(lowering, s.Schema)));
        if (_uses.TryGetValue(key, out SchemaUse known))
            return known;
        MergedObject merged = MergedObject.Of(lowering, site, schemas);
        bool nullable = schemas.TrueForAll(static s => SchemaFacts.Target(s.Schema) is { } target && SchemaFacts.AllowsNull(target));
        return _uses[key] = ObjectRule.Declare(lowering, site, merged, nullable);
    }

    private int Number(SchemaLowering lowering, IOpenApiSchema schema)
    {
        IOpenApiSchema target = schema is OpenApiSchemaReference reference ? lowering.Target(reference)?.Schema ?? schema : schema;
        if (!_numbers.TryGetValue(target, out int number))
            _numbers.Add(target, number = _numbers.Count);
        return number;
    }

    /// <summary>The members of an object that is neither a choice nor one of a hierarchy; null for everything else.</summary>
    private static HashSet<string>? Names(SchemaLowering lowering, IOpenApiSchema schema)
    {
        ComponentSlot? slot = null;
        if (schema is OpenApiSchemaReference reference)
        {
            if ((slot = lowering.Target(reference)) is null || lowering.Hierarchies.Contains(slot))
                return null;
            schema = slot.Schema;
        }

        bool isObject = SchemaFacts.HasProperties(schema) || schema.AllOf is { Count: > 0 };
        if (!isObject || schema.OneOf is { Count: > 0 } || schema.AnyOf is { Count: > 0 })
            return null;
        SchemaSite site = new(schema, slot?.Place ?? SpecPointer.Root, Naming.NameHint.Operation(""), slot);
        return MergedObject.Names(lowering, site);
    }
}
