using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Lowering;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Baseline;

/// <summary>Types that are no more, and members that a type has no more.</summary>
internal sealed class TypeTombstones
{
    private readonly ChangeReport _report;
    private readonly RemovalTexts _texts;
    private readonly TypeSuccessors _successors;
    private readonly Dictionary<string, List<string>> _conversions = [];

    public TypeTombstones(ChangeReport report, RemovalTexts texts, HashSet<string> living)
    {
        _report = report;
        _texts = texts;
        _successors = new TypeSuccessors(report);
        TypeModels models = new(report.Match.Old.Context);
        foreach (TypeDeclaration old in report.Match.Old.Types)
        {
            if (living.Contains(old.Name) || old.Name == "object")
                continue;
            string? renamed = report.Match.After(old)?.Name;
            Whole.Add(
                new RemovedTypeModel(
                    renamed is null ? texts.Removed(_successors.Of(old), old.ObsoleteMessage) : texts.Renamed(renamed),
                    models.Of(old),
                    renamed
                )
            );
        }

        foreach (RemovedTypeModel whole in Whole)
            _conversions.Add(whole.Type.Name, []);
        Members.AddRange(MissingMembers());
        for (int i = 0; i < Whole.Count; i++)
            Whole[i] = Whole[i] with { ConvertsTo = _conversions[Whole[i].Type.Name].ToEquatableArray() };
    }

    public List<RemovedTypeModel> Whole { get; } = [];

    public List<RemovedMembersModel> Members { get; } = [];

    public EquatableArray<EnumValueModel> Values(EnumDeclaration now)
    {
        if (_report.Match.Before(now) is not EnumDeclaration old || old.Underlying != now.Underlying)
            return default;
        return Values(old, [.. now.MemberNames, .. NameResolver.MembersOf(now), now.Name], now).ToEquatableArray();
    }

    private IEnumerable<RemovedMembersModel> MissingMembers()
    {
        foreach ((TypeDeclaration old, TypeDeclaration now) in _report.Match.Types)
        {
            // A C# enum has one part and no members but its values.
            if (now is EnumDeclaration { IsClosed: true })
                continue;
            HashSet<string> taken = [.. now.MemberNames, .. NameResolver.MembersOf(now), now.Name];
            if (now is RecordDeclaration present)
                taken.Add(present.ExtraName);
            if (now is TupleDeclaration list)
                taken.Add(list.RestName);
            EquatableArray<RemovedPropertyModel> properties = old switch
            {
                RecordDeclaration record => Properties(record, now, taken).ToEquatableArray(),
                TupleDeclaration tuple => Items(tuple, taken).ToEquatableArray(),
                _ => default,
            };
            EquatableArray<EnumValueModel> values =
                old is EnumDeclaration enumeration && now is not EnumDeclaration
                    ? Values(enumeration, taken, null).ToEquatableArray()
                    : default;
            RemovedMembersModel members = new(
                now.Name,
                now is RecordDeclaration or TupleDeclaration,
                properties,
                values,
                default,
                default,
                ""
            );
            if (old is UnionDeclaration one && now is UnionDeclaration other)
                members = Cases(members, one, other);
            if (!members.Properties.IsEmpty || !members.Values.IsEmpty || !members.Cases.IsEmpty || !members.Match.IsEmpty)
                yield return members;
        }
    }

    private IEnumerable<RemovedPropertyModel> Properties(RecordDeclaration old, TypeDeclaration now, HashSet<string> taken)
    {
        RecordDeclaration? present = now as RecordDeclaration;
        // What a record has from its base is with the base.
        int first = present?.Hierarchy?.Base is null ? 0 : old.Hierarchy?.Base?.Members.Count ?? 0;
        for (int i = first; i < old.Members.Count; i++)
        {
            MemberDeclaration member = old.Members[i];
            if (taken.Contains(old.MemberNames[i]))
                continue;
            MemberDeclaration? same =
                present?.Members.Find(m => m.WireName == member.WireName)
                ?? (present is null ? null : MemberRenames.Of(_report, old, present, member));
            string message = same is not null
                ? _texts.Renamed(NameOf(present!, same))
                : _texts.Removed(present is null ? null : Mentioned(present, member.ObsoleteMessage), member.ObsoleteMessage);
            yield return new RemovedPropertyModel(message, TypeModels.MemberType(member).CSharp, old.MemberNames[i]);
        }

        if (taken.Contains(old.ExtraName))
            yield break;
        string value = old.Extra is { } extra ? TypeModels.Ref(extra).CSharp : "§JsonElement";
        yield return new RemovedPropertyModel(
            present is null ? _texts.Removed(null, null) : _texts.Renamed(present.ExtraName),
            $"§IReadOnlyDictionary<string, {value}>",
            old.ExtraName
        );
    }

    private IEnumerable<RemovedPropertyModel> Items(TupleDeclaration old, HashSet<string> taken)
    {
        for (int i = 0; i < old.Items.Count; i++)
        {
            if (!taken.Add(old.MemberNames[i]))
                continue;
            TypeRef type = TypeModels.Ref(old.Items[i].Use);
            yield return new RemovedPropertyModel(
                _texts.Removed(null, null),
                (old.Items[i].IsRequired ? type : type.WithNullable(true)).CSharp,
                old.MemberNames[i]
            );
        }

        if (!taken.Contains(old.RestName))
            yield return new RemovedPropertyModel(
                _texts.Removed(null, null),
                $"§IReadOnlyList<{TypeModels.Ref(old.Rest).CSharp}>",
                old.RestName
            );
    }

    /// <summary>The one present member that a deprecation speaks of in backticks.</summary>
    private static string? Mentioned(RecordDeclaration now, string? reason) =>
        Sole.Of(
            RemovalTexts.Mentioned(reason).Select(n => now.Members.Find(m => m.WireName == n)).Where(static m => m is not null).Distinct()
        )
            is { } found
            ? NameOf(now, found)
            : null;

    private static string NameOf(RecordDeclaration record, MemberDeclaration member) => record.MemberNames[record.Members.IndexOf(member)];

    private IEnumerable<EnumValueModel> Values(EnumDeclaration old, HashSet<string> taken, EnumDeclaration? now)
    {
        for (int i = 0; i < old.Values.Count; i++)
        {
            EnumValueDeclaration value = old.Values[i];
            if (!taken.Add(old.MemberNames[i]))
                continue;
            int same = now?.Values.FindIndex(v => v.Wire == value.Wire) ?? -1;
            string? mentioned = now is null
                ? null
                : Sole.Of(
                    RemovalTexts
                        .Mentioned(value.ObsoleteMessage ?? value.Docs)
                        .Select(n => now.Values.FindIndex(v => v.Wire == n))
                        .Where(static n => n >= 0)
                        .Distinct()
                        .Select(n => now.MemberNames[n])
                );
            string message = same >= 0 ? _texts.Renamed(now!.MemberNames[same]) : _texts.Removed(mentioned, value.ObsoleteMessage);
            yield return new EnumValueModel(
                old.MemberNames[i],
                TypeModels.ValueLiteral(old, value),
                DocModel.None,
                new ObsoleteModel(message, null)
            );
        }
    }

    private RemovedMembersModel Cases(RemovedMembersModel members, UnionDeclaration old, UnionDeclaration now)
    {
        EquatableArray<UnionCaseModel> before = TypeModels.Cases(old),
            after = TypeModels.Cases(now);
        HashSet<string> types = [.. after.Select(static c => c.Type.Name), "object"];
        List<RemovedCaseModel> gone = [];
        for (int i = 0; i < before.Length; i++)
        {
            if (!types.Add(before[i].Type.Name))
                continue;
            bool isGone = _conversions.TryGetValue(before[i].Type.Name, out List<string>? unions);
            if (isGone)
                unions!.Add(now.Name);
            gone.Add(new RemovedCaseModel(_texts.Removed(null, null), before[i], !isGone && !before[i].IsInterface));
        }

        bool keepsMatch = !UnionEmitter.HasMatch(old.Events is not null, before.Length) || before.Length == after.Length;
        return members with
        {
            Cases = gone.ToEquatableArray(),
            Match = keepsMatch ? default : before,
            MatchMessage = UnionEmitter.HasMatch(now.Events is not null, after.Length)
                ? _texts.Changed([$"it takes {(after.Length + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)} functions"])
                : _texts.Removed("a switch over Value", null),
        };
    }
}
