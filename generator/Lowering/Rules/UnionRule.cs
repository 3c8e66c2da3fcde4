using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Lowering.Unions;
using OpenApiGen.Generator.Naming;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Rules;

/// <summary>
/// <c>anyOf</c> and <c>oneOf</c>: with null, a nullable; with branches that only constrain, nothing; with one C# type, that type;
/// else a union. Unions of the same two components are one type, named after both.
/// </summary>
internal static class UnionRule
{
    /// <summary>
    /// A union of two components is named after both where the name is shorter than this; any other is named after where it stands.
    /// </summary>
    private const int LongestName = 40;

    public static bool Try(SchemaLowering lowering, in SchemaSite site, out SchemaUse use)
    {
        use = default;
        IOpenApiSchema schema = site.Schema;
        (IList<IOpenApiSchema>? list, string keyword) = schema.OneOf is { Count: > 0 } ? (schema.OneOf, "oneOf") : (schema.AnyOf, "anyOf");
        if (list is not { Count: > 0 })
            return false;
        bool nullable = lowering.AllowsNull(site);
        List<(IOpenApiSchema Schema, SpecPointer Place)> branches = [];
        Collect(lowering, list, site.Place[keyword], branches, ref nullable);

        if (
            branches.Count == 0
            || branches.All(static b =>
                SchemaFacts.IsConstraintOnly(b.Schema) && !(b.Schema.Type is { } type && type.HasFlag(JsonSchemaType.Object))
            )
        )
            return false;
        if (SchemaFacts.HasProperties(schema))
        {
            use = ObjectRule.Declare(lowering, site, MergedObject.Of(lowering, site), nullable);
            return true;
        }

        use = Union(lowering, site, branches, nullable, byTitle: true);
        return true;
    }

    /// <summary>The branches without null; a choice within a choice is one choice.</summary>
    private static void Collect(
        SchemaLowering lowering,
        IList<IOpenApiSchema> list,
        SpecPointer place,
        List<(IOpenApiSchema Schema, SpecPointer Place)> branches,
        ref bool nullable
    )
    {
        for (int i = 0; i < list.Count; i++)
        {
            IOpenApiSchema branch = list[i];
            if (branch is null)
                continue;
            if (SchemaFacts.IsNull(branch) || IsConstNull(lowering, branch, place[i]))
                nullable = true;
            else if (
                branch is OpenApiSchema { Discriminator: null }
                && branch.Type is null
                && !SchemaFacts.HasProperties(branch)
                && branch.AllOf is not { Count: > 0 }
            )
            {
                if (branch.OneOf is { Count: > 0 } oneOf)
                    Collect(lowering, oneOf, place[i]["oneOf"], branches, ref nullable);
                else if (branch.AnyOf is { Count: > 0 } anyOf)
                    Collect(lowering, anyOf, place[i]["anyOf"], branches, ref nullable);
                else
                    branches.Add((branch, place[i]));
            }
            else
                branches.Add((branch, place[i]));
        }
    }

    /// <summary>The reader does not tell <c>const: null</c> from no constant.</summary>
    private static bool IsConstNull(SchemaLowering lowering, IOpenApiSchema branch, SpecPointer place) =>
        branch is OpenApiSchema
        && SchemaFacts.IsEmpty(branch)
        && lowering.Context.Raw(place) is System.Text.Json.Nodes.JsonObject raw
        && raw.ContainsKey("const")
        && SchemaFacts.IsNullValue(raw["const"]);

    public static SchemaUse Union(
        SchemaLowering lowering,
        in SchemaSite site,
        List<(IOpenApiSchema Schema, SpecPointer Place)> branches,
        bool nullable,
        bool byTitle
    )
    {
        if (branches.Count == 1)
        {
            ComponentSlot? slot = branches[0].Schema is OpenApiSchemaReference ? null : site.Slot;
            return lowering.Lower(site with { Schema = branches[0].Schema, Place = branches[0].Place, Slot = slot }).OrNull(nullable);
        }

        UnionDeclaration union = new(site.Hint, site.Place);
        if (site.Slot is { } own)
            own.Use = new SchemaUse(new DeclaredShape(union), nullable);
        Fill(lowering, site, union, branches, ref nullable, byTitle);
        if (union.Branches.Count == 1 && site.Slot is not { WasUsedWhileOpen: true })
            return union.Branches[0].Use.OrNull(nullable);
        if (union.Branches.Any(static b => b.Use.Shape is JsonShape) && union.Branches.Count == 1)
            return SchemaUse.Json;
        if (!site.IsComponent && Shared(lowering, union) is { } shared)
            return new SchemaUse(new DeclaredShape(shared), nullable);
        return lowering.Declare(union, site, nullable);
    }

    /// <summary>What is one of the schemas or anything else.</summary>
    public static SchemaUse OrUnknown(
        SchemaLowering lowering,
        in SchemaSite site,
        List<(IOpenApiSchema Schema, SpecPointer Place)> branches
    )
    {
        UnionDeclaration union = new(site.Hint, site.Place) { MayBeUnknown = true };
        bool nullable = false;
        Fill(lowering, site, union, branches, ref nullable, byTitle: true);
        return union.Branches.Exists(static b => b.Use.Shape is JsonShape) ? SchemaUse.Json : lowering.Declare(union, site, nullable);
    }

    private static void Fill(
        SchemaLowering lowering,
        in SchemaSite site,
        UnionDeclaration union,
        List<(IOpenApiSchema Schema, SpecPointer Place)> branches,
        ref bool nullable,
        bool byTitle
    )
    {
        foreach ((IOpenApiSchema schema, SpecPointer place) in branches)
        {
            string? title =
                byTitle && schema is OpenApiSchema { Title: { Length: > 0 and < 60 } text } ? IdentifierCasing.Pascal(text) : null;
            NameHint hint =
                site.IsComponent || site.Hint.Kind != NameKind.Inline
                    ? NameHint.Inline(union, title ?? Word(lowering, site.Schema, schema, branches))
                    : site.Hint.Inner(title ?? Word(lowering, site.Schema, schema, branches));
            SchemaUse use = lowering.Lower(new SchemaSite(schema, place, hint));
            nullable |= use.Nullable;
            Add(union, new UnionBranch(use with { Nullable = false }, place, title));
        }

        union.Discriminator = site.Schema.Discriminator?.PropertyName;
        if (union.Discriminator is not null)
            Mapping(lowering, site.Schema.Discriminator!, union, branches);
    }

    /// <summary>Two branches with the same C# type are one case; a union that is its own branch adds nothing.</summary>
    private static void Add(UnionDeclaration union, UnionBranch branch)
    {
        if (ReferenceEquals(Declared(branch.Use), union))
            return;
        string key = ShapeKey.Erased(branch.Use);
        int index = union.Branches.FindIndex(b => ShapeKey.Erased(b.Use) == key);
        if (index < 0)
            union.Branches.Add(branch);
        else
            union.Branches[index].Widen(branch.Use);
    }

    /// <summary>What an inline branch is named after when it has no title.</summary>
    private static string Word(
        SchemaLowering lowering,
        IOpenApiSchema union,
        IOpenApiSchema schema,
        List<(IOpenApiSchema Schema, SpecPointer Place)> branches
    ) =>
        schema is OpenApiSchemaReference
            ? ""
            : SchemaFacts.Types(schema) switch
            {
                JsonSchemaType.String => "String",
                JsonSchemaType.Integer or JsonSchemaType.Number => "Number",
                JsonSchemaType.Boolean => "Boolean",
                JsonSchemaType.Array => "List",
                _ => BranchValues.Of(lowering, union, schema, branches) is { } value
                    ? IdentifierCasing.Pascal(value)
                    : "Option"
                        + (branches.FindIndex(b => ReferenceEquals(b.Schema, schema)) + 1).ToString(
                            System.Globalization.CultureInfo.InvariantCulture
                        ),
            };

    /// <summary>The values of the discriminator that the document lists, and the names of the components.</summary>
    private static void Mapping(
        SchemaLowering lowering,
        OpenApiDiscriminator discriminator,
        UnionDeclaration union,
        List<(IOpenApiSchema Schema, SpecPointer Place)> branches
    )
    {
        foreach ((IOpenApiSchema schema, _) in branches)
        {
            if (schema is not OpenApiSchemaReference reference || lowering.Resolve(reference) is not { } slot)
                continue;
            SchemaUse use = lowering.Component(slot);
            UnionBranch? branch = union.Branches.Find(b => ReferenceEquals(Declared(b.Use), Declared(use)) && Declared(use) is not null);
            if (branch is null)
                continue;
            if (discriminator.Mapping is { } mapping)
            {
                foreach (KeyValuePair<string, OpenApiSchemaReference> entry in mapping)
                {
                    if (ReferenceEquals(lowering.Resolve(entry.Value), slot) && !branch.DiscriminatorValues.Contains(entry.Key))
                        branch.DiscriminatorValues.Add(entry.Key);
                }
            }

            if (branch.DiscriminatorValues.Count == 0 && !branch.Components.Contains(slot.Key))
                branch.Components.Add(slot.Key);
            if (discriminator.DefaultMapping is { } fallback && ReferenceEquals(lowering.Resolve(fallback), slot))
                union.DefaultBranch = branch;
        }
    }

    private static TypeDeclaration? Declared(SchemaUse use) => (use.Shape as DeclaredShape)?.Declaration;

    /// <summary>
    /// The union of the same components that is there already, or this one made shareable; null when it is named after its place.
    /// </summary>
    private static UnionDeclaration? Shared(SchemaLowering lowering, UnionDeclaration union)
    {
        if (
            union.Branches.Count != 2
            || !union.Branches.All(static b => Declared(b.Use)?.Hint.Kind is NameKind.Component or NameKind.Asked)
        )
            return null;
        if (union.Branches.Sum(static b => IdentifierCasing.Pascal(Declared(b.Use)!.Hint.Text).Length) + "Or".Length >= LongestName)
            return null;
        string key = union.Discriminator + "|" + string.Join("|", union.Branches.Select(static b => ShapeKey.Of(b.Use)));
        if (lowering.SharedUnions.TryGetValue(key, out UnionDeclaration? known))
            return known;
        TypeDeclaration[] parts = [.. union.Branches.Select(static b => Declared(b.Use)!)];
        UnionDeclaration shared = new(
            new NameHint(NameKind.Inline, null, "", () => string.Join("Or", parts.Select(static p => p.Name))),
            union.Place
        )
        {
            Discriminator = union.Discriminator,
            DefaultBranch = union.DefaultBranch,
        };
        shared.Branches.AddRange(union.Branches);
        lowering.SharedUnions.Add(key, shared);
        lowering.Context.Declarations.Add(shared);
        return shared;
    }
}
