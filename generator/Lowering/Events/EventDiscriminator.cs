using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Lowering.Events;

/// <summary>
/// Finds the member that names the type of an event, wherever it stands in the payloads: the one whose constants and enums tell
/// most of them apart. A payload that only says that it is a string has the names of its webhooks as values.
/// </summary>
internal static class EventDiscriminator
{
    private static readonly string[] s_usual = ["event_type", "eventType", "event", "event_name", "eventName", "type", "topic", "kind"];

    /// <summary>Sets the discriminator of the union and the values that choose each branch.</summary>
    /// <param name="union">The union of the events.</param>
    /// <param name="webhooks">The names of the webhooks of each branch.</param>
    public static void Find(UnionDeclaration union, IReadOnlyList<IReadOnlyList<string>> webhooks)
    {
        RecordDeclaration?[] records =
        [
            .. union.Branches.Select(static b => (b.Use.Shape as DeclaredShape)?.Declaration as RecordDeclaration),
        ];
        string[] names =
        [
            .. records
                .Where(static r => r is not null)
                .SelectMany(static r => r!.Members)
                .Where(static m => IsText(m))
                .Select(static m => m.WireName)
                .Distinct(),
        ];
        (string? best, List<List<string>>? values, int count) = (null, null, 0);
        foreach (string name in names.OrderBy(static n => System.Array.IndexOf(s_usual, n) is >= 0 and var at ? at : s_usual.Length))
        {
            List<List<string>> found = Values(records, name, webhooks);
            int told = found.Count(static v => v.Count > 0);
            if (told > count)
                (best, values, count) = (name, found, told);
        }

        // One that tells a few of many apart would hide the others behind it.
        if (best is null || count * 2 < records.Length)
            return;
        union.Discriminator = best;
        for (int i = 0; i < records.Length; i++)
            union.Branches[i].DiscriminatorValues.AddRange(values![i]);
    }

    /// <summary>The values of each branch; none where another branch has one of them, too.</summary>
    private static List<List<string>> Values(RecordDeclaration?[] records, string name, IReadOnlyList<IReadOnlyList<string>> webhooks)
    {
        List<List<string>> values = [.. records.Select(r => Known(r?.Members.Find(m => m.WireName == name)))];
        Dictionary<string, int> holders = [];
        foreach (string value in values.SelectMany(static v => v))
            holders[value] = holders.TryGetValue(value, out int n) ? n + 1 : 1;
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i].Any(v => holders[v] > 1))
                values[i].Clear();
        }

        if (System.Array.IndexOf(s_usual, name) < 0)
            return values;
        for (int i = 0; i < values.Count; i++)
        {
            if (records[i]?.Members.Find(m => m.WireName == name) is not { OnlyText: null, Use.Shape: PrimitiveShape })
                continue;
            values[i].AddRange(webhooks[i].Where(w => w.IndexOfAny(['*', '{']) < 0 && !holders.ContainsKey(w)).Distinct());
        }

        return values;
    }

    private static bool IsText(MemberDeclaration member) =>
        member.Use.Shape
            is PrimitiveShape { Primitive.Runtime: "String" }
                or DeclaredShape { Declaration: EnumDeclaration { Underlying: "string" } };

    private static List<string> Known(MemberDeclaration? member) =>
        member switch
        {
            { OnlyText: { } only } => [only],
            { Use.Shape: DeclaredShape { Declaration: EnumDeclaration { Underlying: "string" } declared } } =>
            [
                .. declared.Values.Select(static v => v.Wire),
            ],
            _ => [],
        };
}
