using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Lowering.Unions;

/// <summary>
/// Which branch a discriminator's value means: that of the mapping; then the one whose schema says that the member has the value; then
/// the component of that name. A value that several branches have an equal right to is left to the other members.
/// </summary>
internal sealed class DiscriminatorClaims
{
    /// <summary>Its name.</summary>
    public string Member { get; }

    /// <summary>For each branch the values that mean it and no other.</summary>
    public IReadOnlyList<List<string>> Values { get; }

    /// <summary>The values that may mean more than one branch.</summary>
    public List<string> Shared { get; } = [];

    /// <summary>Whether every object that is valid has a value that a branch claims.</summary>
    public bool IsClosed { get; }

    private DiscriminatorClaims(UnionDeclaration union, string member, List<UnionLeaf> leaves)
    {
        Member = member;
        List<string>[] values = [.. union.Branches.Select(static _ => new List<string>())];
        Values = values;
        Dictionary<string, int> holders = new(System.StringComparer.Ordinal);
        foreach (
            IGrouping<int, (int Rank, int Branch, string Value)> rank in Claims(union, member, leaves)
                .GroupBy(static c => c.Rank)
                .OrderBy(static g => g.Key)
        )
            Take(rank, holders);
        foreach (KeyValuePair<string, int> holder in holders)
        {
            if (holder.Value < 0)
                Shared.Add(holder.Key);
        }

        IsClosed =
            !union.MayBeUnknown
            && union.DefaultBranch is null
            && leaves.TrueForAll(l => KnownTexts.Of(l.Record, member).Count > 0 && l.Record.Hierarchy is not { Derived.Count: > 0 })
            && !union.Branches.Exists(static b => UnionLeaf.HasOpenObject(b.Use.Shape));
    }

    /// <summary>The discriminator of a union, said or implied by its branches; null where nothing of that kind tells them apart.</summary>
    public static DiscriminatorClaims? Of(UnionDeclaration union, List<UnionLeaf> leaves)
    {
        if (leaves.Count == 0)
            return null;
        if (union.Discriminator is { Length: > 0 } said)
        {
            DiscriminatorClaims claims = new(union, said, leaves);
            return claims.Values.Any(static v => v.Count > 0) || claims.Shared.Count > 0 ? claims : null;
        }

        if (union.MayBeUnknown || leaves.Select(static l => l.Branch).Distinct().Count() < 2)
            return null;
        return Implied(leaves) is { } member ? new DiscriminatorClaims(union, member, leaves) : null;
    }

    /// <summary>Lower ranks come first.</summary>
    private static IEnumerable<(int Rank, int Branch, string Value)> Claims(UnionDeclaration union, string member, List<UnionLeaf> leaves)
    {
        for (int i = 0; i < union.Branches.Count; i++)
        {
            foreach (string value in union.Branches[i].DiscriminatorValues)
                yield return (0, i, value);
            foreach (string name in union.Branches[i].Components)
                yield return (4, i, name);
        }

        foreach ((int branch, RecordDeclaration record) in leaves)
        {
            bool isBase = record.Hierarchy is { Derived.Count: > 0 };
            bool isKind = record.Hierarchy?.Kinds.ContainsKey(member) == true;
            foreach (string value in KnownTexts.Of(record, member))
                yield return (isBase && !isKind ? 3 : 1, branch, value);
            foreach (RecordDeclaration derived in record.Hierarchy?.Derived ?? [])
            {
                foreach (string value in KnownTexts.Of(derived, member))
                    yield return (2, branch, value);
            }
        }
    }

    private void Take(IEnumerable<(int Rank, int Branch, string Value)> claims, Dictionary<string, int> holders)
    {
        Dictionary<string, int> fresh = new(System.StringComparer.Ordinal);
        foreach ((_, int branch, string value) in claims)
        {
            if (holders.ContainsKey(value))
                continue;
            fresh[value] = fresh.TryGetValue(value, out int other) && other != branch ? -1 : branch;
        }

        foreach (KeyValuePair<string, int> claim in fresh)
        {
            holders.Add(claim.Key, claim.Value);
            if (claim.Value >= 0)
                Values[claim.Value].Add(claim.Key);
        }
    }

    /// <summary>
    /// A member of which every branch says what it has: the first that tells all apart, else the one that has most values of one branch
    /// alone.
    /// </summary>
    private static string? Implied(List<UnionLeaf> leaves)
    {
        (string? best, int most) = (null, 0);
        foreach (MemberDeclaration member in leaves[0].Record.Members)
        {
            Dictionary<string, int> holders = new(System.StringComparer.Ordinal);
            foreach ((int branch, RecordDeclaration record) in leaves)
            {
                IReadOnlyList<string> known = KnownTexts.Of(record, member.WireName);
                if (known.Count == 0)
                {
                    holders.Clear();
                    break;
                }

                foreach (string value in known)
                    holders[value] = holders.TryGetValue(value, out int other) && other != branch ? -1 : branch;
            }

            if (holders.Count == 0)
                continue;
            int told = holders.Values.Count(static h => h >= 0);
            if (told == holders.Count)
                return member.WireName;
            if (told > most)
                (best, most) = (member.WireName, told);
        }

        return best;
    }
}
