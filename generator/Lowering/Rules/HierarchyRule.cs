using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Rules;

/// <summary>
/// A component with a discriminator, and those whose <c>allOf</c> builds on it: records derived from each other. An object of a kind
/// that the document does not list is read as the base itself, which keeps the members that it does not declare.
/// </summary>
internal static class HierarchyRule
{
    public static bool Try(SchemaLowering lowering, in SchemaSite site, out SchemaUse use)
    {
        use = default;
        if (site.Slot is not { } slot || !ReferenceEquals(slot.Schema, site.Schema) || !lowering.Hierarchies.Contains(slot))
            return false;
        RecordDeclaration? basis = null;
        if (lowering.Hierarchies.Base(slot) is { } baseSlot)
        {
            basis = (lowering.Component(baseSlot).Shape as DeclaredShape)?.Declaration as RecordDeclaration;
            if (basis?.Hierarchy is null)
                return false;
        }

        MergedObject merged = MergedObject.Of(lowering, site);
        if (!merged.IsObject)
            return false;
        RecordDeclaration record = new(site.Hint, site.Place)
        {
            Hierarchy = new HierarchyDeclaration { Base = basis, Discriminator = Own(site.Schema, basis) },
        };
        use = lowering.Declare(record, site, SchemaFacts.AllowsNull(site.Schema));
        for (RecordDeclaration? at = basis; at is not null; at = at.Hierarchy!.Base)
            at.Hierarchy!.Derived.Add(record);
        foreach (ComponentSlot other in lowering.Hierarchies.OtherBases(slot))
        {
            lowering.Context.Unsupported(
                slot.Place,
                "allOf",
                $"has more than one base, and a C# class has one: '{slot.Key}' has the members of '{other.Key}' but is not derived from it"
            );
        }

        lowering.Context.Later(() => Fill(lowering, record, merged, slot));
        lowering.Hierarchies.ReportStrangers(slot);
        return true;
    }

    /// <summary>A discriminator that is repeated is that of the base.</summary>
    private static string? Own(IOpenApiSchema schema, RecordDeclaration? basis) =>
        schema.Discriminator?.PropertyName is { Length: > 0 } name && basis?.Hierarchy!.IsDiscriminator(name) != true ? name : null;

    private static void Fill(SchemaLowering lowering, RecordDeclaration record, MergedObject merged, ComponentSlot slot)
    {
        HierarchyDeclaration hierarchy = record.Hierarchy!;
        if (hierarchy.Base is { } basis)
        {
            record.Members.AddRange(basis.Members);
            record.Extra = basis.Extra;
            hierarchy.Inherited = basis.Members.Count;
        }

        for (RecordDeclaration? at = hierarchy.Base; at is not null; at = at.Hierarchy!.Base)
        {
            if (at.Hierarchy!.Discriminator is { } name)
                Kinds(lowering, hierarchy, at, name, merged, slot);
        }

        Dictionary<string, MemberDeclaration> known = new(System.StringComparer.Ordinal);
        foreach (MemberDeclaration member in record.Members)
        {
            lowering.Context.Budget.Part(slot.Place);
            known[member.WireName] = member;
        }

        foreach (MergedMember member in merged.Members)
        {
            if (known.TryGetValue(member.Name, out MemberDeclaration? inherited))
                Inherit(lowering, hierarchy, inherited, member.Schema, member.Place, merged.Required.Contains(member.Name));
            else
                record.Members.Add(known[member.Name] = ObjectRule.Member(lowering, record, member, merged));
        }

        if (hierarchy.Discriminator is { } own && !known.ContainsKey(own))
        {
            MergedMember text = new(
                own,
                new OpenApiSchema { Type = JsonSchemaType.String },
                slot.Place["discriminator"]["propertyName"],
                null,
                0
            );
            record.Members.Add(ObjectRule.Member(lowering, record, text, merged));
        }

        if (hierarchy.Base is null)
            ObjectRule.Extra(lowering, record, merged);
        if (slot.Schema.Discriminator?.DefaultMapping is { } fallback && lowering.Target(fallback) is { } target)
        {
            hierarchy.Default = (lowering.Component(target).Shape as DeclaredShape)?.Declaration as RecordDeclaration;
        }
    }

    /// <summary>A member of the base keeps its type there, whatever the derived one says of it.</summary>
    private static void Inherit(
        SchemaLowering lowering,
        HierarchyDeclaration hierarchy,
        MemberDeclaration inherited,
        IOpenApiSchema schema,
        SpecPointer place,
        bool required
    )
    {
        if (required && !inherited.IsRequired && inherited.ObsoleteMessage is null && !ObjectRule.IsOneWay(inherited.Schema))
            hierarchy.AlsoRequired.Add(inherited.WireName);
        if (ReferenceEquals(schema, inherited.Schema) || hierarchy.IsDiscriminator(inherited.WireName))
            return;
        if (
            schema is not OpenApiSchemaReference
            && inherited.Schema is not OpenApiSchemaReference
            && (schema.Type is null || SchemaFacts.Types(schema) == SchemaFacts.Types(inherited.Schema))
            && schema.Items is null
            && !SchemaFacts.HasProperties(schema)
            && !SchemaFacts.HasComposition(schema)
            && schema.Enum is not { Count: > 0 }
        )
            return;
        if (
            schema is OpenApiSchemaReference one
            && inherited.Schema is OpenApiSchemaReference other
            && one.Reference.ReferenceV3 == other.Reference.ReferenceV3
        )
            return;
        lowering.Context.Report(
            Diagnostics.DiagnosticDescriptors.UnsupportedConstruct,
            place,
            inherited.WireName,
            $"keeps the type that it has in the base '{hierarchy.Base!.Hint.Text}', because a C# property cannot have another type in a derived class"
        );
    }

    /// <summary>
    /// What the discriminator of a base says for this record: the mapping, a constant or enum of the record's own, an extension, then the
    /// name of the component. Below a record with another discriminator, only the mapping.
    /// </summary>
    private static void Kinds(
        SchemaLowering lowering,
        HierarchyDeclaration hierarchy,
        RecordDeclaration basis,
        string name,
        MergedObject merged,
        ComponentSlot slot
    )
    {
        IReadOnlyList<string> values = lowering.Hierarchies.Mapped(slot, name);
        IReadOnlyList<string> narrowed = Narrowed(lowering, basis, name, merged);
        if (values.Count == 0)
            (values, hierarchy.Component) = (narrowed, slot.Key);
        else if (narrowed.Count > 0)
        {
            SpecPointer mapping = basis.Place["discriminator"]["mapping"];
            foreach (string value in values.Where(v => !narrowed.Contains(v)))
                lowering.Context.NeverMatches(mapping[value], name, value, slot.Key, merged.Members.Find(m => m.Name == name).Place);
            values = [.. values, .. narrowed.Where(v => !values.Contains(v))];
        }

        if (values.Count == 0 && SchemaFacts.TextExtension(slot.Schema.Extensions, "x-ms-discriminator-value") is { } asked)
            values = [asked];
        if (values.Count == 0 && !Between(hierarchy, basis))
            values = [slot.Key];
        if (values.Count > 0)
            hierarchy.Kinds[name] = values;
    }

    private static IReadOnlyList<string> Narrowed(SchemaLowering lowering, RecordDeclaration basis, string name, MergedObject merged)
    {
        if (merged.Members.Find(m => m.Name == name) is not { Schema: OpenApiSchema schema } member)
            return [];
        if (ReferenceEquals(schema, basis.Members.Find(m => m.WireName == name)?.Schema))
            return [];
        if (OneValue.Of(lowering, schema, member.Place) is { } only)
            return [OneValue.Text(only.Value)];
        return [.. (schema.Enum ?? []).Select(static n => SchemaFacts.IsNullValue(n) ? null : SchemaFacts.StringValue(n)).OfType<string>()];
    }

    private static bool Between(HierarchyDeclaration hierarchy, RecordDeclaration basis)
    {
        for (RecordDeclaration? at = hierarchy.Base; at is not null && at != basis; at = at.Hierarchy!.Base)
        {
            if (at.Hierarchy!.Discriminator is not null)
                return true;
        }

        return false;
    }
}
