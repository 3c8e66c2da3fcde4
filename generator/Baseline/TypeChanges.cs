using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Lowering;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Baseline;

/// <summary>What changed inside a type that is there before and after.</summary>
internal sealed class TypeChanges(ChangeReport report)
{
    public void Report(TypeDeclaration old, TypeDeclaration now)
    {
        switch (old, now)
        {
            case (RecordDeclaration one, RecordDeclaration other):
                Record(one, other);
                break;
            case (EnumDeclaration one, EnumDeclaration other):
                Enum(one, other);
                break;
            case (TupleDeclaration one, TupleDeclaration other):
                Tuple(one, other);
                break;
            case (UnionDeclaration one, UnionDeclaration other) when other.Events is null:
                Union(one, other);
                break;
        }
    }

    private void Record(RecordDeclaration old, RecordDeclaration now)
    {
        HashSet<MemberDeclaration> renamed = [];
        foreach (MemberDeclaration member in old.Members)
        {
            MemberDeclaration? same = now.Members.Find(m => m.WireName == member.WireName);
            if (same is not null)
                Member(now, member, same);
            else if (MemberRenames.Of(report, old, now, member) is { } other && renamed.Add(other))
                report.Add(
                    ChangeDescriptors.Renamed,
                    other.Place,
                    member.Place,
                    "member",
                    now.Name + "." + member.WireName,
                    now.Name + "." + other.WireName
                );
            else
                report.Add(ChangeDescriptors.RemovedMember, now.Place, member.Place, member.WireName, now.Name);
        }

        foreach (MemberDeclaration member in now.Members)
        {
            if (old.Members.Exists(m => m.WireName == member.WireName) || renamed.Contains(member))
                continue;
            report.Add(ChangeDescriptors.AddedMember, member.Place, null, member.WireName, now.Name);
            if (member is { IsRequired: true, OnlyValue: null } && report.Reach.IsSent(now))
                report.Add(ChangeDescriptors.RequiredInput, member.Place, old.Place, "member '" + member.WireName + "'", now.Name);
        }

        SchemaUse before = old.Extra ?? SchemaUse.Json;
        SchemaUse after = now.Extra ?? SchemaUse.Json;
        if (!report.IsSame(before, after) || before.Nullable != after.Nullable)
            report.Add(
                ChangeDescriptors.ChangedType,
                now.Place,
                old.Place,
                $"the additional members of '{now.Name}'",
                ChangeReport.Text(before),
                ChangeReport.Text(after)
            );
    }

    private void Member(RecordDeclaration type, MemberDeclaration old, MemberDeclaration now)
    {
        string name = "member '" + now.WireName + "'";
        TypeRef before = TypeModels.MemberType(old),
            after = TypeModels.MemberType(now);
        if (!report.IsSame(old.Use, now.Use))
            report.Add(ChangeDescriptors.ChangedType, now.Place, old.Place, $"the {name} of '{type.Name}'", Text(before), Text(after));
        else if (!before.IsNullable && after.IsNullable && report.Reach.IsReceived(type))
            report.Add(ChangeDescriptors.MayBeNull, now.Place, old.Place, name, type.Name);
        else if (before.IsNullable != after.IsNullable)
            Obligation(type, old, now, after.IsNullable ? "nullable" : "never null");
        (string? first, string? second) = (OnlyText(old), OnlyText(now));
        if (first != second && report.IsSame(old.Use, now.Use))
            report.Add(
                ChangeDescriptors.ChangedType,
                now.Place,
                old.Place,
                $"the {name} of '{type.Name}'",
                first ?? Text(before),
                second ?? Text(after)
            );
        if (!old.IsRequired && now is { IsRequired: true, OnlyValue: null } && report.Reach.IsSent(type))
            report.Add(ChangeDescriptors.RequiredInput, now.Place, old.Place, name, type.Name);
        else if (old.IsRequired != now.IsRequired)
            Obligation(type, old, now, now.IsRequired ? "required" : "optional");
        if (old.Default?.ToJsonString() is var unset && now.Default?.ToJsonString() is var present && unset != present)
            Obligation(type, old, now, present is null ? "without a default" : present + " by default");
        if (old.ObsoleteMessage is null && now.ObsoleteMessage is not null)
            report.Add(ChangeDescriptors.NewlyDeprecated, now.Place, old.Place, "member", type.Name + "." + now.WireName);
    }

    private void Obligation(RecordDeclaration type, MemberDeclaration old, MemberDeclaration now, string how) =>
        report.Add(ChangeDescriptors.Obligation, now.Place, old.Place, "member '" + now.WireName + "'", type.Name, how);

    private static string? OnlyText(MemberDeclaration member) => member.OnlyValue is { } only ? OneValue.Text(only) : null;

    private static string Text(TypeRef type) => type.CSharp.Replace("§", "");

    private void Tuple(TupleDeclaration old, TupleDeclaration now)
    {
        string[] before = [.. old.Items.Select(static i => ChangeReport.Text(i.Use)), ChangeReport.Text(old.Rest) + "…"];
        string[] after = [.. now.Items.Select(static i => ChangeReport.Text(i.Use)), ChangeReport.Text(now.Rest) + "…"];
        bool isSame =
            old.Items.Count == now.Items.Count
            && report.IsSame(old.Rest, now.Rest)
            && Enumerable
                .Range(0, old.Items.Count)
                .All(i =>
                    old.Items[i].Use.Nullable == now.Items[i].Use.Nullable
                    && old.Items[i].IsRequired == now.Items[i].IsRequired
                    && report.IsSame(old.Items[i].Use, now.Items[i].Use)
                );
        if (!isSame)
            report.Add(
                ChangeDescriptors.ChangedType,
                now.Place,
                old.Place,
                $"the items of '{now.Name}'",
                string.Join(", ", before),
                string.Join(", ", after)
            );
    }

    private void Enum(EnumDeclaration old, EnumDeclaration now)
    {
        if (old.Underlying != now.Underlying)
            report.Add(ChangeDescriptors.ChangedType, now.Place, old.Place, $"the enum '{now.Name}'", old.Underlying, now.Underlying);
        Dictionary<string, EnumValueDeclaration> values = now.Values.ToDictionary(static v => v.Wire);
        foreach (EnumValueDeclaration value in old.Values)
        {
            if (!values.TryGetValue(value.Wire, out EnumValueDeclaration? same))
                report.Add(
                    ChangeDescriptors.RemovedEnumValue,
                    now.Place,
                    ValuePlace(report.Match.Old, old, value.Wire),
                    value.Wire,
                    now.Name
                );
            else if (value.ObsoleteMessage is null && same.ObsoleteMessage is not null)
                report.Add(
                    ChangeDescriptors.NewlyDeprecated,
                    ValuePlace(report.Match.New, now, value.Wire),
                    ValuePlace(report.Match.Old, old, value.Wire),
                    "value",
                    now.Name + "." + value.Wire
                );
        }

        HashSet<string> known = [.. old.Values.Select(static v => v.Wire)];
        foreach (EnumValueDeclaration value in now.Values.Where(v => !known.Contains(v.Wire)))
            report.Add(ChangeDescriptors.AddedEnumValue, ValuePlace(report.Match.New, now, value.Wire), null, value.Wire, now.Name);
    }

    /// <summary>The item of the list, where the values stand in one.</summary>
    private static SpecPointer ValuePlace(LoweredApi api, EnumDeclaration declaration, string wire)
    {
        SpecPointer list = declaration.Place["enum"];
        if (api.Context.Raw(list) is not System.Text.Json.Nodes.JsonArray items)
            return declaration.Place;
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i]?.ToString() == wire)
                return list[i];
        }

        return declaration.Place;
    }

    private void Union(UnionDeclaration old, UnionDeclaration now)
    {
        foreach (UnionBranch branch in old.Branches)
        {
            if (!now.Branches.Exists(b => report.IsSame(branch.Use, b.Use)))
                report.Add(ChangeDescriptors.RemovedCase, now.Place, branch.Place, ChangeReport.Text(branch.Use), now.Name);
        }

        foreach (UnionBranch branch in now.Branches)
        {
            if (!old.Branches.Exists(b => report.IsSame(b.Use, branch.Use)))
                report.Add(ChangeDescriptors.AddedCase, branch.Place, null, ChangeReport.Text(branch.Use), now.Name);
        }

        if (old.Discriminator != now.Discriminator)
            report.Add(
                ChangeDescriptors.ChangedType,
                now.Place,
                old.Place,
                $"the discriminator of '{now.Name}'",
                old.Discriminator ?? "none",
                now.Discriminator ?? "none"
            );
    }
}
