using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Unions;

/// <summary>
/// What discriminators say of the members that they name: objects without one are told by their other members, and values of a mapping that
/// the schemas
/// which they lead to do not allow never occur in what is valid.
/// </summary>
internal static class DiscriminatorCheck
{
    public static void Check(LoweringContext context)
    {
        foreach (UnionDeclaration union in context.Declarations.OfType<UnionDeclaration>())
        {
            if (union.Discriminator is not { } name || union.Events is not null)
                continue;
            List<UnionLeaf> leaves = UnionLeaf.Of(union);
            if (leaves.Count <= ObjectPlan.MostGuessed)
                Mark(leaves, name);
            if (!union.Branches.Exists(static b => b.DiscriminatorValues.Count > 0))
                continue;
            SpecPointer mapping = union.Place["discriminator"]["mapping"];
            for (int i = 0; i < union.Branches.Count; i++)
            {
                UnionLeaf[] own = [.. leaves.Where(l => l.Branch == i)];

                // Kinds of a hierarchy are checked where its own mapping is.
                if (own.Length == 0 || own.Any(l => l.Record.Hierarchy is not null || KnownTexts.Of(l.Record, name).Count == 0))
                    continue;
                HashSet<string> texts = [.. own.SelectMany(l => KnownTexts.Of(l.Record, name))];
                foreach (string value in union.Branches[i].DiscriminatorValues.Where(v => !texts.Contains(v)))
                {
                    MemberDeclaration member = own[0].Record.Members.Find(m => m.WireName == name)!;
                    context.NeverMatches(mapping[value], name, value, own[0].Record.Hint.Text, member.Place);
                }
            }
        }
    }

    private static void Mark(List<UnionLeaf> leaves, string name)
    {
        foreach ((_, RecordDeclaration record) in leaves)
        {
            if (
                record.Hierarchy is null
                && record.Members.Find(m => m.WireName == name) is { IsRequired: true, OnlyValue: not null } member
            )
                member.MayBeMissing = true;
        }
    }
}
