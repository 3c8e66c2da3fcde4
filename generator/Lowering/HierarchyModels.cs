using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Lowering;

/// <summary>Records that a discriminator tells apart to the model that is emitted.</summary>
internal static class HierarchyModels
{
    public static HierarchyModel? Of(RecordDeclaration record)
    {
        if (record.Hierarchy is not { } hierarchy)
            return null;
        bool isFirst = hierarchy.Base is null;
        int argument = isFirst ? record.Members.FindIndex(m => m.WireName == hierarchy.Discriminator && IsSetByType(record, m)) : -1;
        return new HierarchyModel(
            hierarchy.Base?.Name,
            hierarchy.Inherited,
            isFirst || hierarchy.Derived.Count > 0 || hierarchy.Discriminator is not null,
            Enumerable
                .Range(0, hierarchy.Inherited)
                .Where(i => hierarchy.AlsoRequired.Contains(record.Members[i].WireName))
                .ToEquatableArray(),
            argument,
            argument < 0 ? "" : new NameScope(record.MemberNames).Give(IdentifierCasing.Camel(record.MemberNames[argument]), "Value"),
            Values(record, hierarchy).ToEquatableArray(),
            Switches(record, hierarchy).ToEquatableArray()
        );
    }

    /// <summary>Whether the member is required and a constructor gives it its value, so that no caller has to.</summary>
    public static bool IsSetByType(RecordDeclaration record, MemberDeclaration member) =>
        member.IsRequired
        && member.Constant is null
        && record.Hierarchy is { } hierarchy
        && hierarchy.IsDiscriminator(member.WireName)
        && hierarchy.Derived.All(d =>
            !d.Hierarchy!.Kinds.TryGetValue(member.WireName, out IReadOnlyList<string>? values) || Expression(values[0], member) is not null
        );

    private static string? Expression(string value, MemberDeclaration member) =>
        DefaultValue.Of(JsonValue.Create(value), member.Use)?.Expression;

    private static IEnumerable<KindValueModel> Values(RecordDeclaration record, HierarchyDeclaration hierarchy)
    {
        for (int i = 0; i < record.Members.Count; i++)
        {
            if (
                hierarchy.Kinds.TryGetValue(record.Members[i].WireName, out IReadOnlyList<string>? values)
                && Expression(values[0], record.Members[i]) is { } expression
            )
            {
                yield return new KindValueModel(record.MemberNames[i], expression);
            }
        }
    }

    /// <summary>Its own discriminator first: that of a base may be the same for all records below.</summary>
    private static IEnumerable<KindSwitchModel> Switches(RecordDeclaration record, HierarchyDeclaration hierarchy)
    {
        for (RecordDeclaration? at = record; at is not null; at = at.Hierarchy!.Base)
        {
            if (at.Hierarchy!.Discriminator is not { } name)
                continue;
            HashSet<string> seen = [.. hierarchy.Kinds.TryGetValue(name, out IReadOnlyList<string>? own) ? own : []];
            List<KindModel> kinds = [];
            List<(RecordDeclaration Record, List<string> Values)> told = [];
            foreach (RecordDeclaration derived in hierarchy.Derived)
            {
                if (derived.Hierarchy!.Kinds.TryGetValue(name, out IReadOnlyList<string>? values))
                    told.Add((derived, [.. values.Where(seen.Add)]));
            }

            foreach ((RecordDeclaration derived, List<string> fresh) in told)
            {
                if (derived.Hierarchy!.Component is { } component && component != record.Hierarchy!.Component && seen.Add(component))
                    fresh.Add(component);
                if (fresh.Count > 0)
                    kinds.Add(new KindModel(fresh.Select(Literals.String).ToEquatableArray(), derived.Name));
            }

            RecordDeclaration? fallback = at == record && hierarchy.Default != record ? hierarchy.Default : null;
            if (fallback is not null && !hierarchy.Derived.Contains(fallback))
                fallback = null;
            if (kinds.Count > 0 || fallback is not null)
                yield return new KindSwitchModel(Literals.String(name) + "u8", kinds.ToEquatableArray(), fallback?.Name);
        }
    }
}
