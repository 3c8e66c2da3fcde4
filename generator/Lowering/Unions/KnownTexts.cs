using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Lowering.Unions;

/// <summary>The texts that a schema says a member has: its one value, the kinds of a hierarchy, the values of an enum.</summary>
internal static class KnownTexts
{
    /// <summary>None where the member may be anything, or is not declared.</summary>
    public static IReadOnlyList<string> Of(RecordDeclaration record, string name)
    {
        if (record.Hierarchy is { } hierarchy && hierarchy.Kinds.TryGetValue(name, out IReadOnlyList<string>? kinds))
            return kinds;
        int index = record.Members.FindIndex(m => m.WireName == name);
        return index < 0 ? [] : Of(record, index);
    }

    public static IReadOnlyList<string> Of(RecordDeclaration record, int index)
    {
        MemberDeclaration member = record.Members[index];
        if (record.Hierarchy is { } hierarchy)
        {
            if (hierarchy.Kinds.TryGetValue(member.WireName, out IReadOnlyList<string>? kinds))
                return kinds;

            // A derived record may say another thing than the base, whose member this is.
            if (index < hierarchy.Inherited && member.OnlyText is not null)
                return [];
        }

        return member.OnlyText is { } only ? [only]
            : (member.Use.Shape as DeclaredShape)?.Declaration is EnumDeclaration declared ? [.. declared.Values.Select(static v => v.Wire)]
            : [];
    }

    /// <summary>Whether the texts are all that there can be, and not those of which a later version may have more.</summary>
    public static bool IsOne(RecordDeclaration record, int index) =>
        record.Members[index].OnlyText is not null || record.Hierarchy?.Kinds.ContainsKey(record.Members[index].WireName) == true;
}
