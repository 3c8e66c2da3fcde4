using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Lowering;

/// <summary>A member that all of several objects have, with constant or enum values of its own in each.</summary>
internal sealed record ImpliedDiscriminator(string Member, IReadOnlyList<IReadOnlyList<string>> Values)
{
    public static ImpliedDiscriminator? Of(IReadOnlyList<RecordDeclaration> records)
    {
        foreach (MemberDeclaration member in records[0].Members)
        {
            List<IReadOnlyList<string>> values = [];
            HashSet<string> all = [];
            foreach (RecordDeclaration record in records)
            {
                if (record.Members.Find(m => m.WireName == member.WireName) is not { } same || Known(record, same) is not { Count: > 0 } known || known.Any(v => !all.Add(v))) break;
                values.Add(known);
            }

            if (values.Count == records.Count) return new ImpliedDiscriminator(member.WireName, values);
        }

        return null;
    }

    private static IReadOnlyList<string>? Known(RecordDeclaration record, MemberDeclaration member) => member.Constant is { } constant
        ? [constant]
        : record.Hierarchy?.Kinds.TryGetValue(member.WireName, out IReadOnlyList<string>? kinds) == true ? kinds
        : member.Use.Shape is DeclaredShape { Declaration: EnumDeclaration { Underlying: "string" } declared } ? [.. declared.Values.Select(static v => v.Wire)] : null;
}
