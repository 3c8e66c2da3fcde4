using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Lowering.Unions;

/// <summary>
/// Plans how a union chooses its branch: by the token, then by the discriminator or by members with constant values, then by
/// known enum values, then by required members, then by trying. What stays ambiguous is reported.
/// </summary>
internal sealed class UnionPlanner(LoweringContext context, UnionDeclaration union)
{
    private static readonly BranchToken[] s_tokens =
    [
        BranchToken.String,
        BranchToken.Number,
        BranchToken.Boolean,
        BranchToken.Array,
        BranchToken.Object,
    ];

    private readonly List<BranchTest> _tests = [];
    private readonly List<MemberTest> _members = [];
    private string? _discriminator;

    public string? Discriminator => _discriminator is { } name ? Literals.String(name) + "u8" : null;

    /// <summary>
    /// Whether a value of the discriminator that no branch claims leads only to a branch that fits better than all others.
    /// </summary>
    public bool IsSole { get; private set; }

    public EquatableArray<BranchTest> Tests => _tests.ToEquatableArray();

    public EquatableArray<MemberTest> Members => _members.ToEquatableArray();

    public UnionPlanner Plan()
    {
        foreach (BranchToken token in s_tokens)
        {
            List<int> candidates = [];
            for (int i = 0; i < union.Branches.Count; i++)
            {
                if (ShapeTokens.Has(union.Branches[i].Use.Shape, token))
                    candidates.Add(i);
            }

            if (candidates.Count == 0)
                continue;
            if (token == BranchToken.Object)
                Objects(candidates);
            else if (candidates.Count == 1)
                Add(token, CanFail(candidates[0]) ? BranchTestKind.Try : BranchTestKind.Always, candidates[0]);
            else if (token == BranchToken.String)
                Strings(candidates);
            else if (token == BranchToken.Number)
                Numbers(candidates);
            else
                Tries(token, candidates);
        }

        return this;
    }

    private void Strings(List<int> candidates)
    {
        int[] enums = [.. candidates.Where(i => Declared<EnumDeclaration>(i) is not null)];
        int[] plain = [.. candidates.Where(i => Shape(i) is JsonShape or PrimitiveShape { Primitive.Runtime: "String" or "File" })];
        int[] formatted =
        [
            .. candidates.Where(i =>
                Shape(i) is PrimitiveShape { Primitive.Runtime: not ("String" or "File") } p
                && (plain.Length == 0 || !(p.Primitive.Runtime == "Bytes" || p.Primitive.IsAlsoText))
            ),
        ];
        int[] others = [.. candidates.Where(i => Declared<UnionDeclaration>(i) is not null)];
        foreach (int i in enums)
            Add(BranchToken.String, Known(i), i);
        foreach (int i in others)
        {
            foreach (EnumDeclaration inner in UnionLeaf.Declared<EnumDeclaration>(Shape(i)).Where(static e => e.IsOpenText))
            {
                _tests.Add(new BranchTest(BranchToken.String, BranchTestKind.KnownValue, i, Enum: inner.Name));
            }
        }

        foreach (int i in formatted)
            Add(BranchToken.String, BranchTestKind.Try, i);
        if (plain.Length > 0)
            Add(BranchToken.String, BranchTestKind.Always, plain[0]);
        else
            foreach (int i in others)
                Add(BranchToken.String, BranchTestKind.Try, i);
        if (plain.Length == 0 && enums.Length == 1 && Known(enums[0]) == BranchTestKind.KnownValue)
            Add(BranchToken.String, BranchTestKind.Always, enums[0]);

        for (int i = 0; i < enums.Length; i++)
        {
            for (int j = i + 1; j < enums.Length; j++)
                Shared(enums[i], enums[j]);
        }
    }

    private void Shared(int first, int second)
    {
        HashSet<string> values = [.. Declared<EnumDeclaration>(first)!.Values.Select(static v => v.Wire)];
        string[] shared = [.. Declared<EnumDeclaration>(second)!.Values.Select(static v => v.Wire).Where(values.Contains)];
        if (shared.Length > 0)
        {
            Ambiguous(
                [first, second],
                $"{string.Join(", ", shared.Take(5))}{(shared.Length > 5 ? ", …" : "")} {(shared.Length == 1 ? "is a value" : "are values")} of both and read as the first"
            );
        }
    }

    private void Numbers(List<int> candidates)
    {
        foreach (int i in candidates.Where(i => Declared<EnumDeclaration>(i) is not null))
            Add(BranchToken.Number, Known(i), i);
        int[] integers = [.. candidates.Where(i => Shape(i) is PrimitiveShape { Primitive.Token: PrimitiveToken.Integer })];
        int[] numbers = [.. candidates.Where(i => Shape(i) is JsonShape or PrimitiveShape { Primitive.Token: PrimitiveToken.Number })];
        foreach (int i in integers)
            Add(BranchToken.Number, BranchTestKind.Try, i);
        foreach (int i in candidates.Where(i => Declared<UnionDeclaration>(i) is not null))
            Add(BranchToken.Number, BranchTestKind.Try, i);
        if (numbers.Length > 0)
            Add(BranchToken.Number, BranchTestKind.Always, numbers[0]);
        else
            foreach (int i in candidates.Where(i => Declared<EnumDeclaration>(i) is { IsClosed: false }).Take(1))
                Add(BranchToken.Number, BranchTestKind.Try, i);
    }

    private void Tries(BranchToken token, List<int> candidates)
    {
        foreach (int i in candidates.OrderBy(i => Swallows(Shape(i))))
            Add(token, BranchTestKind.Try, i);
        if (
            token == BranchToken.Array
            && candidates.Count(i => Shape(i) is ListShape or DeclaredShape { Declaration: TupleDeclaration }) > 1
        )
            Ambiguous(candidates, "an empty array matches all of them; the first that can be read is used");
    }

    /// <summary>What takes anything comes last: any JSON, and lists of that or of unions, which keep what they do not know.</summary>
    private static int Swallows(Shape shape) =>
        shape switch
        {
            JsonShape => 3,
            ListShape { Item.Shape: JsonShape } => 2,
            ListShape { Item.Shape: var item } => Swallows(item) > 0 || item is DeclaredShape { Declaration: UnionDeclaration } ? 1 : 0,
            _ => 0,
        };

    private void Objects(List<int> candidates)
    {
        ObjectPlan plan = new ObjectPlan(union, candidates).Plan();
        foreach (BranchTest test in plan.Tests)
            _tests.Add(test.Kind == BranchTestKind.Always && CanFail(test.Case) ? test with { Kind = BranchTestKind.Try } : test);
        _members.AddRange(plan.Members);
        _discriminator = plan.Claims?.Member;
        IsSole = plan.IsSole;
        ReportLookalikes([.. plan.Untold]);
    }

    /// <summary>Two objects that either could be: what one requires, the other declares.</summary>
    private void ReportLookalikes(int[] records)
    {
        for (int i = 0; i < records.Length; i++)
        {
            int[] alike = [.. records.Skip(i + 1).Where(j => Covers(records[i], j) && Covers(j, records[i]) && !Differ(records[i], j))];
            if (alike.Length == 0)
                continue;
            Ambiguous(
                [records[i], .. alike],
                "no required member distinguishes them; the one that declares most of the members that are present is used"
            );
            return;
        }
    }

    private bool Covers(int one, int other)
    {
        HashSet<string> declared = [.. Declared<RecordDeclaration>(one)!.Members.Select(static m => m.WireName)];
        return Declared<RecordDeclaration>(other)!
            .Members.Where(m => IsRequired(Declared<RecordDeclaration>(other)!, m))
            .All(m => declared.Contains(m.WireName));
    }

    /// <summary>Whether a member has one value in one of them and another in the other.</summary>
    private bool Differ(int one, int other)
    {
        RecordDeclaration left = Declared<RecordDeclaration>(one)!,
            right = Declared<RecordDeclaration>(other)!;
        return Enumerable
            .Range(0, left.Members.Count)
            .Any(i =>
                KnownTexts.IsOne(left, i)
                && KnownTexts.Of(right, left.Members[i].WireName) is { Count: > 0 } texts
                && !texts.Intersect(KnownTexts.Of(left, i)).Any()
            );
    }

    public static bool IsRequired(RecordDeclaration record, MemberDeclaration member) =>
        member.IsRequired || record.Hierarchy?.AlsoRequired.Contains(member.WireName) == true;

    private void Ambiguous(IEnumerable<int> branches, string how)
    {
        int[] indexes = [.. branches];
        context.Diagnostics.Add(
            SpecDiagnostic
                .AtKey(
                    DiagnosticDescriptors.AmbiguousUnion,
                    union.Place.ToString(),
                    union.Name,
                    string.Join(
                        ", ",
                        indexes.Select(i =>
                            "'"
                            + (
                                Declared<TypeDeclaration>(i)?.Name
                                ?? union.Branches[i].Title
                                ?? (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)
                            )
                            + "'"
                        )
                    ),
                    how
                )
                .RelatedTo([.. indexes.Select(i => union.Branches[i].Place.ToString())])
        );
    }

    /// <summary>Whether the token alone may be right and the rest not; a record that the token has chosen is read for good.</summary>
    private bool CanFail(int index) =>
        union.MayBeUnknown
        || Shape(index) switch
        {
            PrimitiveShape primitive => primitive.Primitive is not { Runtime: "String" or "File" or "Boolean" },
            ListShape or MapShape or DeclaredShape { Declaration: TupleDeclaration } => true,
            DeclaredShape { Declaration: EnumDeclaration declared } => !declared.IsOpenText,
            _ => false,
        };

    /// <summary>A C# enum can only be read where its value is known.</summary>
    private BranchTestKind Known(int index) => Declared<EnumDeclaration>(index)!.IsClosed ? BranchTestKind.Try : BranchTestKind.KnownValue;

    private void Add(BranchToken token, BranchTestKind kind, int index) => _tests.Add(new BranchTest(token, kind, index));

    private Shape Shape(int index) => union.Branches[index].Use.Shape;

    private T? Declared<T>(int index)
        where T : TypeDeclaration => (Shape(index) as DeclaredShape)?.Declaration as T;
}
