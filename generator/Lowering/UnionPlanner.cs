using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Lowering;

/// <summary>
/// Plans how a union chooses its branch: by the token, then by the discriminator or by members with constant values, then by
/// known enum values, then by required members, then by trying. What stays ambiguous is reported.
/// </summary>
internal sealed class UnionPlanner(LoweringContext context, UnionDeclaration union)
{
    private static readonly BranchToken[] s_tokens = [BranchToken.String, BranchToken.Number, BranchToken.Boolean, BranchToken.Array, BranchToken.Object];

    private readonly List<BranchTest> _tests = [];
    private readonly List<MemberTest> _members = [];
    private string? _discriminator = union.Discriminator;

    public string? Discriminator => _tests.Any(static t => t.Kind == BranchTestKind.Discriminator) && _discriminator is { } name ? Literals.String(name) + "u8" : null;

    public EquatableArray<BranchTest> Tests => _tests.ToEquatableArray();

    public EquatableArray<MemberTest> Members => _members.ToEquatableArray();

    public UnionPlanner Plan()
    {
        foreach (BranchToken token in s_tokens)
        {
            List<int> candidates = [];
            for (int i = 0; i < union.Branches.Count; i++)
            {
                if (ShapeTokens.Has(union.Branches[i].Use.Shape, token)) candidates.Add(i);
            }

            if (candidates.Count == 0) continue;
            if (token == BranchToken.Object) Objects(candidates);
            else if (candidates.Count == 1) Add(token, CanFail(candidates[0]) ? BranchTestKind.Try : BranchTestKind.Always, candidates[0]);
            else if (token == BranchToken.String) Strings(candidates);
            else if (token == BranchToken.Number) Numbers(candidates);
            else Tries(token, candidates);
        }

        return this;
    }

    private void Strings(List<int> candidates)
    {
        int[] enums = [.. candidates.Where(i => Declared<EnumDeclaration>(i) is not null)];
        int[] plain = [.. candidates.Where(i => Shape(i) is JsonShape or PrimitiveShape { Primitive.Runtime: "String" or "File" })];
        int[] formatted = [.. candidates.Where(i => Shape(i) is PrimitiveShape { Primitive.Runtime: not ("String" or "File") } p && (plain.Length == 0 || !(p.Primitive.Runtime == "Bytes" || p.Primitive.IsAlsoText)))];
        int[] others = [.. candidates.Where(i => Declared<UnionDeclaration>(i) is not null)];
        foreach (int i in enums) Add(BranchToken.String, Known(i), i);
        foreach (int i in formatted) Add(BranchToken.String, BranchTestKind.Try, i);
        if (plain.Length > 0) Add(BranchToken.String, BranchTestKind.Always, plain[0]);
        else if (enums.Length == 1 && others.Length == 0 && Known(enums[0]) == BranchTestKind.KnownValue) Add(BranchToken.String, BranchTestKind.Always, enums[0]);
        foreach (int i in others) Add(BranchToken.String, BranchTestKind.Try, i);

        for (int i = 0; i < enums.Length; i++)
        {
            for (int j = i + 1; j < enums.Length; j++) Shared(enums[i], enums[j]);
        }
    }

    private void Shared(int first, int second)
    {
        HashSet<string> values = [.. Declared<EnumDeclaration>(first)!.Values.Select(static v => v.Wire)];
        string[] shared = [.. Declared<EnumDeclaration>(second)!.Values.Select(static v => v.Wire).Where(values.Contains)];
        if (shared.Length > 0)
        {
            Ambiguous([first, second], $"{string.Join(", ", shared.Take(5))}{(shared.Length > 5 ? ", …" : "")} {(shared.Length == 1 ? "is a value" : "are values")} of both; it is read as the first");
        }
    }

    private void Numbers(List<int> candidates)
    {
        foreach (int i in candidates.Where(i => Declared<EnumDeclaration>(i) is not null)) Add(BranchToken.Number, Known(i), i);
        int[] integers = [.. candidates.Where(i => Shape(i) is PrimitiveShape { Primitive.Token: PrimitiveToken.Integer })];
        int[] numbers = [.. candidates.Where(i => Shape(i) is JsonShape or PrimitiveShape { Primitive.Token: PrimitiveToken.Number })];
        foreach (int i in integers) Add(BranchToken.Number, BranchTestKind.Try, i);
        if (numbers.Length > 0) Add(BranchToken.Number, BranchTestKind.Always, numbers[0]);
        else if (integers.Length == 0) Tries(BranchToken.Number, candidates);
    }

    private void Tries(BranchToken token, List<int> candidates)
    {
        foreach (int i in candidates.OrderBy(i => Shape(i) is JsonShape ? 1 : 0)) Add(token, BranchTestKind.Try, i);
        if (token == BranchToken.Array && candidates.Count(i => Shape(i) is ListShape or DeclaredShape { Declaration: TupleDeclaration }) > 1) Ambiguous(candidates, "an empty array fits all; the first that can be read is taken");
    }

    private void Objects(List<int> candidates)
    {
        int[] records = [.. candidates.Where(i => Declared<RecordDeclaration>(i) is not null)];
        int[] named = _discriminator is null ? [] : [.. candidates.Where(i => union.Branches[i].DiscriminatorValues.Count > 0)];
        if (named.Length > 0)
        {
            foreach (int i in named) Named(i, [.. union.Branches[i].DiscriminatorValues, .. Derived(i)]);
            if (union.DefaultBranch is { } other && union.Branches.IndexOf(other) is >= 0 and var index) Add(BranchToken.Object, BranchTestKind.Try, index);
        }
        else if (candidates.Count == 1)
        {
            Add(BranchToken.Object, CanFail(candidates[0]) ? BranchTestKind.Try : BranchTestKind.Always, candidates[0]);
            return;
        }
        else if (records.Length > 1 && !union.MayBeUnknown && ImpliedDiscriminator.Of([.. records.Select(i => Declared<RecordDeclaration>(i)!)]) is { } implied)
        {
            _discriminator = implied.Member;
            for (int i = 0; i < records.Length; i++) Named(records[i], implied.Values[i]);
            named = records;
        }

        int[] rest = [.. candidates.Except(named)];
        int[] compared = [.. rest.Where(i => Declared<RecordDeclaration>(i) is not null)];
        if (compared.Length == 1 && rest.Length == 1) Add(BranchToken.Object, BranchTestKind.Try, compared[0]);
        else foreach (int i in compared) _members.Add(new MemberTest(i, Required(i)));
        foreach (int i in rest.Except(compared).OrderBy(i => Shape(i) is JsonShape ? 2 : Shape(i) is MapShape ? 1 : 0)) Add(BranchToken.Object, BranchTestKind.Try, i);
        ReportLookalikes(compared);
    }

    /// <summary>The kinds of the records that are derived from a branch and are no branches themselves.</summary>
    private IEnumerable<string> Derived(int index) => Declared<RecordDeclaration>(index)?.Hierarchy is not { Derived.Count: > 0 } hierarchy ? [] : hierarchy.Derived
        .SelectMany(d => d.Hierarchy!.Kinds.TryGetValue(_discriminator!, out IReadOnlyList<string>? kinds) ? kinds : [])
        .Except(union.Branches.SelectMany(static b => b.DiscriminatorValues));

    private void Named(int index, IReadOnlyList<string> values) =>
        _tests.Add(new BranchTest(BranchToken.Object, BranchTestKind.Discriminator, index, values.Select(Literals.String).ToEquatableArray()));

    private EquatableArray<int> Required(int index)
    {
        RecordDeclaration record = Declared<RecordDeclaration>(index)!;
        return Enumerable.Range(0, record.Members.Count).Where(i => IsRequired(record, record.Members[i]) && !record.Members[i].Use.Nullable).ToEquatableArray();
    }

    /// <summary>Two objects that either could be: what one requires, the other declares.</summary>
    private void ReportLookalikes(int[] records)
    {
        for (int i = 0; i < records.Length; i++)
        {
            int[] alike = [.. records.Skip(i + 1).Where(j => Covers(records[i], j) && Covers(j, records[i]))];
            if (alike.Length == 0) continue;
            Ambiguous([records[i], .. alike], "no required member tells them apart; the one that declares most of the members that are there is taken");
            return;
        }
    }

    private bool Covers(int one, int other)
    {
        HashSet<string> declared = [.. Declared<RecordDeclaration>(one)!.Members.Select(static m => m.WireName)];
        return Declared<RecordDeclaration>(other)!.Members.Where(m => IsRequired(Declared<RecordDeclaration>(other)!, m)).All(m => declared.Contains(m.WireName));
    }

    public static bool IsRequired(RecordDeclaration record, MemberDeclaration member) =>
        member.IsRequired || record.Hierarchy?.AlsoRequired.Contains(member.WireName) == true;

    private void Ambiguous(IEnumerable<int> branches, string how)
    {
        int[] indexes = [.. branches];
        context.Diagnostics.Add(SpecDiagnostic.AtKey(
            DiagnosticDescriptors.AmbiguousUnion, union.Place.ToString(), union.Name,
            string.Join(", ", indexes.Select(i => "'" + (Declared<TypeDeclaration>(i)?.Name ?? union.Branches[i].Title ?? (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)) + "'")),
            how).RelatedTo([.. indexes.Select(i => union.Branches[i].Place.ToString())]));
    }

    /// <summary>Whether the token alone may be right and the rest not; a record that the token has chosen is read for good.</summary>
    private bool CanFail(int index) => union.MayBeUnknown || Shape(index) switch
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

    private T? Declared<T>(int index) where T : TypeDeclaration => (Shape(index) as DeclaredShape)?.Declaration as T;
}
