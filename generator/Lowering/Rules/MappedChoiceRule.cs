using System.Collections.Generic;
using System.Linq;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Naming;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Rules;

/// <summary>
/// A discriminator whose mapping names schemas that do not build on its own with <c>allOf</c>: what arrives is what the mapping says, so
/// it is a union of these, and of the schema itself for every value that the mapping does not name.
/// </summary>
internal static class MappedChoiceRule
{
    public static bool Try(SchemaLowering lowering, in SchemaSite site, out SchemaUse use)
    {
        use = default;
        if (site.Schema is not OpenApiSchema schema || !lowering.Hierarchies.IsMappedChoice(schema))
            return false;
        if (
            (schema.AllOf ?? []).Any(p =>
                p is OpenApiSchemaReference part && lowering.Target(part) is { } t && lowering.Hierarchies.Contains(t)
            )
        )
            return false;
        UnionDeclaration union = new(site.Hint, site.Place) { Discriminator = schema.Discriminator!.PropertyName, HasRest = true };
        use = lowering.Declare(union, site, lowering.AllowsNull(site));
        SpecPointer place = site.Place["discriminator"]["mapping"];
        UnionBranch rest = new(Rest(lowering, site, union), site.Place, null);
        foreach (KeyValuePair<string, OpenApiSchemaReference> entry in schema.Discriminator.Mapping!)
        {
            if (lowering.Target(entry.Value) is not { } target)
                continue;
            UnionBranch? branch = ReferenceEquals(target.Schema, schema) ? rest : Branch(lowering, union, target, place[entry.Key]);
            if (branch is null)
            {
                lowering.Context.Unsupported(
                    place,
                    entry.Key,
                    $"leads to '{target.Key}', which is no object with members; it is read as the schema itself"
                );
                continue;
            }

            branch.DiscriminatorValues.Add(entry.Key);
            if (branch != rest && branch.DiscriminatorValues.Count == 1 && Lacking(lowering, site, target) is { Length: > 0 } lacking)
            {
                lowering.Context.Unsupported(
                    place,
                    entry.Key,
                    $"leads to '{target.Key}', which does not declare '{string.Join("', '", lacking)}'; these stay undeclared"
                );
            }

            if (schema.Discriminator.DefaultMapping is { } fallback && lowering.Target(fallback) == target)
                union.DefaultBranch = branch;
        }

        union.Branches.Add(rest);
        union.DefaultBranch ??= rest;
        lowering.Context.Unsupported(
            site.Place["discriminator"],
            "mapping",
            "names schemas that do not build on this one with allOf; the type is a union of these, and of this schema for all other values"
        );
        return true;
    }

    /// <summary>The schema itself, without what its discriminator says.</summary>
    private static SchemaUse Rest(SchemaLowering lowering, in SchemaSite site, UnionDeclaration union)
    {
        SchemaSite rest = site with { Hint = NameHint.Inline(union, "Other"), Slot = null };
        return ObjectRule.Declare(lowering, rest, MergedObject.Of(lowering, site), nullable: false);
    }

    /// <summary>The branch of a schema; null for one that is no object, whose values have no discriminator.</summary>
    private static UnionBranch? Branch(SchemaLowering lowering, UnionDeclaration union, ComponentSlot target, SpecPointer place)
    {
        SchemaUse use = lowering.Component(target);
        if ((use.Shape as DeclaredShape)?.Declaration is not (RecordDeclaration or UnionDeclaration))
            return null;
        string key = ShapeKey.Erased(use);
        UnionBranch? branch = union.Branches.Find(b => ShapeKey.Erased(b.Use) == key);
        if (branch is null)
            union.Branches.Add(branch = new UnionBranch(use with { Nullable = false }, place, null));
        return branch;
    }

    /// <summary>
    /// The members that the schema declares and one of the mapping does not: they are among the undeclared ones there. That the type is the
    /// one of the mapping must not change with a member that comes later.
    /// </summary>
    private static string[] Lacking(SchemaLowering lowering, in SchemaSite site, ComponentSlot target)
    {
        if (lowering.Hierarchies.Contains(target) || target.Schema.OneOf is { Count: > 0 } || target.Schema.AnyOf is { Count: > 0 })
            return [];
        HashSet<string> has = MergedObject.Names(lowering, new SchemaSite(target.Schema, target.Place, site.Hint, target));
        return [.. MergedObject.Names(lowering, site).Where(n => !has.Contains(n))];
    }
}
