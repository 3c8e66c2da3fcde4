using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Lowering.Unions;

/// <summary>
/// How the branch of an object is chosen: by the discriminator, then by the members that are there and the values that they have, then by
/// trying.
/// </summary>
/// <param name="union">The union.</param>
/// <param name="candidates">The branches that may be objects.</param>
internal sealed class ObjectPlan(UnionDeclaration union, List<int> candidates)
{
    /// <summary>Of more kinds than this none is guessed from the other members: one of so many always fits.</summary>
    public const int MostGuessed = 16;

    /// <summary>The bits of a shape.</summary>
    private const int MostShapes = 64;

    private readonly List<UnionLeaf> _leaves = UnionLeaf.Of(union);

    public DiscriminatorClaims? Claims { get; private set; }

    public List<BranchTest> Tests { get; } = [];

    public List<MemberTest> Members { get; } = [];

    /// <summary>The records that nothing but their members tells apart.</summary>
    public List<int> Untold { get; } = [];

    /// <summary>Whether a value that no branch claims leads only to a branch that fits better than all others.</summary>
    public bool IsSole { get; private set; }

    public ObjectPlan Plan()
    {
        Claims = candidates.Count > 1 || union.Discriminator is not null ? DiscriminatorClaims.Of(union, _leaves) : null;
        if (Claims is null && candidates.Count == 1)
        {
            Add(BranchTestKind.Always, candidates[0]);
            return this;
        }

        int rest = union.HasRest ? union.Branches.IndexOf(union.DefaultBranch!) : -1;
        int[] named = Claims is null ? [] : [.. candidates.Where(i => Claims.Values[i].Count > 0 && i != rest)];
        foreach (int i in named)
            Tests.Add(
                new BranchTest(
                    BranchToken.Object,
                    BranchTestKind.Discriminator,
                    i,
                    Claims!.Values[i].Select(Literals.String).ToEquatableArray()
                )
            );
        if (union.IsDecided)
            return this;
        if (union.DefaultBranch is { } other && union.Branches.IndexOf(other) is >= 0 and var index)
        {
            Add(index == rest ? BranchTestKind.Always : BranchTestKind.Try, index);
            if (index == rest)
                return this;
        }

        Compare(named);
        foreach (int i in candidates.Where(i => UnionLeaf.HasOpenObject(Shape(i))).OrderBy(i => Rank(Shape(i))))
            Add(BranchTestKind.Try, i);
        if (Claims is { IsClosed: true } && (Members.Count > 0 || Tests.Exists(static t => t.Kind == BranchTestKind.Try)))
        {
            Tests.Add(
                new BranchTest(BranchToken.Object, BranchTestKind.None, -1, Claims.Shared.Select(Literals.String).ToEquatableArray())
            );
        }

        return this;
    }

    private void Compare(int[] named)
    {
        HashSet<int> told = [.. named];
        List<UnionLeaf> compared = union.DefaultBranch is not null ? _leaves.FindAll(l => !told.Contains(l.Branch)) : _leaves;
        Untold.AddRange(
            compared
                .Select(static l => l.Branch)
                .Distinct()
                .Where(i => !told.Contains(i) && (Shape(i) as DeclaredShape)?.Declaration is RecordDeclaration)
        );
        if (Claims is { IsClosed: true, Shared.Count: 0 } all && union.DefaultBranch is null)
            compared = compared.FindAll(l => !MustSay(l.Record, all.Member));
        bool isGuess = Claims is { Shared.Count: 0 } && named.Length > 0;
        if (isGuess && compared.Count > (Claims!.IsClosed ? MostGuessed : MostShapes))
            return;
        IsSole = isGuess && union.Discriminator is not null && !Claims!.IsClosed && union.DefaultBranch is null;
        if (candidates.Count == 1 && compared.Count <= 1)
        {
            if (compared.Count == 0)
                return;

            // The only event of an API is not any that it may send later.
            if (Claims!.IsClosed || union.Events is null)
                Add(BranchTestKind.Try, compared[0].Branch);
        }
        else
            foreach (UnionLeaf leaf in compared)
                Members.Add(new MemberTest(leaf.Branch, Required(leaf.Record), leaf.Record.Name, Values(leaf, compared)));
    }

    /// <summary>Whether the record is not read without its discriminator.</summary>
    private static bool MustSay(RecordDeclaration record, string name) =>
        record.Members.Find(m => m.WireName == name) is { MayBeMissing: false } member && UnionPlanner.IsRequired(record, member);

    private EquatableArray<int> Required(RecordDeclaration record) =>
        Enumerable
            .Range(0, record.Members.Count)
            .Where(i =>
                UnionPlanner.IsRequired(record, record.Members[i])
                && !record.Members[i].Use.Nullable
                && record.Members[i].WireName != Claims?.Member
            )
            .ToEquatableArray();

    /// <summary>What members must have, or must not have since it is another branch's, for an object to be this record.</summary>
    private EquatableArray<MemberValues> Values(UnionLeaf leaf, List<UnionLeaf> all)
    {
        List<MemberValues> values = [];
        RecordDeclaration record = leaf.Record;
        for (int i = 0; i < record.Members.Count; i++)
        {
            string name = record.Members[i].WireName;
            if (Claims is { IsClosed: true, Shared.Count: 0 } closed && closed.Member == name)
                continue;
            IReadOnlyList<string> own = KnownTexts.Of(record, i);
            if (own.Count == 0 || record.Hierarchy is { Derived.Count: > 0 })
                continue;
            if (KnownTexts.IsOne(record, i))
            {
                values.Add(new MemberValues(i, true, own.Select(Literals.String).ToEquatableArray()));
                continue;
            }

            string[] others = [.. all.Where(l => l.Record != record).SelectMany(l => KnownTexts.Of(l.Record, name)).Distinct().Except(own)];
            if (others.Length > 0)
                values.Add(new MemberValues(i, false, others.Select(Literals.String).ToEquatableArray()));
        }

        return values.ToEquatableArray();
    }

    /// <summary>What takes anything comes last.</summary>
    private static int Rank(Shape shape) =>
        shape switch
        {
            JsonShape or MapShape { Value.Shape: JsonShape } => 3,
            MapShape { Value.Shape: DeclaredShape { Declaration: UnionDeclaration } } => 2,
            MapShape => 1,
            _ => 0,
        };

    private void Add(BranchTestKind kind, int index) => Tests.Add(new BranchTest(BranchToken.Object, kind, index));

    private Shape Shape(int index) => union.Branches[index].Use.Shape;
}
