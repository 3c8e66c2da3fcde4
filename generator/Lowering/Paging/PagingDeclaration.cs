using System.Collections.Generic;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Lowering.Paging;

/// <summary>How the pages of an operation follow each other, before member names are settled.</summary>
/// <param name="Cursor">The parameter that takes the cursor.</param>
/// <param name="Next">Where the page gives the next cursor; with <paramref name="LastId"/>, null.</param>
/// <param name="Items">The list that is enumerated; null to enumerate pages.</param>
/// <param name="Groups">Where there is no such list: the one map of a page, whose emptiness is the page's.</param>
/// <param name="More">Where the page says whether there is another; null where it does not.</param>
/// <param name="LastId">The member of an item that is the cursor, where pages give none; null where they do.</param>
internal sealed record PagingDeclaration(
    ParameterDeclaration Cursor,
    MemberPath? Next,
    MemberPath? Items,
    MemberPath? Groups,
    MemberPath? More,
    MemberStep? LastId
)
{
    /// <summary>The settled method name without <c>Async</c>.</summary>
    public string Name { get; set; } = "";
}

/// <summary>A member of a record, by its index: names are settled later.</summary>
internal readonly record struct MemberStep(RecordDeclaration Record, int Index)
{
    public MemberDeclaration Member => Record.Members[Index];

    public string Name => Record.Canonical.MemberNames[Index];

    public RecordDeclaration? Inner => (Member.Use.Shape as DeclaredShape)?.Declaration as RecordDeclaration;

    public static MemberStep? Find(RecordDeclaration record, string wireName)
    {
        int index = record.Members.FindIndex(m => m.WireName == wireName);
        return index < 0 ? null : new MemberStep(record, index);
    }
}

/// <summary>Members from the page inwards.</summary>
internal sealed record MemberPath(IReadOnlyList<MemberStep> Steps)
{
    public MemberStep Last => Steps[Steps.Count - 1];

    public MemberPath Then(MemberStep step) => new([.. Steps, step]);

    /// <summary>Follows names from a record; null where one is not there.</summary>
    public static MemberPath? Find(RecordDeclaration page, string dotted)
    {
        List<MemberStep> steps = [];
        RecordDeclaration? record = page;
        foreach (string name in dotted.Split('.'))
        {
            if (record is null || MemberStep.Find(record, name) is not { } step)
                return null;
            steps.Add(step);
            record = step.Inner;
        }

        return new MemberPath(steps);
    }
}
