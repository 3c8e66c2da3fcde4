namespace OpenApiGen.Generator.Model;

/// <summary>An anyOf or oneOf.</summary>
/// <param name="Cases">The branches, in document order, without null.</param>
/// <param name="Tests">How a branch is chosen, in the order in which it is tried; grouped by <see cref="BranchTest.Token"/>.</param>
/// <param name="Discriminator">The member that names the branch of an object; null where there is none.</param>
/// <param name="Members">The object branches to compare by their members; empty where none need it.</param>
/// <param name="Event">Null for all but the union of the events.</param>
internal sealed record UnionModel(
    string Name,
    DocModel Docs,
    ObsoleteModel? Obsolete,
    EquatableArray<UnionCaseModel> Cases,
    EquatableArray<BranchTest> Tests,
    string? Discriminator,
    EquatableArray<MemberTest> Members,
    EventModel? Event = null
) : TypeModel(Name, Docs, Obsolete)
{
    /// <summary>
    /// Whether a value of the discriminator that no branch claims leads only to a branch that fits better than all others.
    /// </summary>
    public bool IsSole { get; init; }

    /// <summary>The cases in the order of the functions of <c>Match</c>, where it is another; else empty.</summary>
    public EquatableArray<int> Functions { get; init; }

    /// <summary>What the unions among the cases take.</summary>
    public EquatableArray<InnerCaseModel> Inner { get; init; }
}

/// <summary>A case of a union that is a case.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Path">The names of the unions that it goes through, the outermost first.</param>
internal sealed record InnerCaseModel(TypeRef Type, EquatableArray<string> Path);

/// <summary>What the union of a document's events has besides: entry points that read one, and the type of the event as text.</summary>
/// <param name="Member">The member that names the type of an event, as a C# literal; null where there is none that all have.</param>
/// <param name="Types">For each case a C# expression, over <c>_value</c>, for that text; empty where the case has none.</param>
internal sealed record EventModel(string? Member, EquatableArray<string> Types);

/// <summary>A branch of a union.</summary>
/// <param name="Name">The Pascal-case name of the branch.</param>
/// <param name="ParameterName">The camel-case name, escaped where it is a keyword.</param>
/// <param name="Type">The type of the branch, never nullable.</param>
/// <param name="KeepsString">An open string enum, kept as its string so that nothing is boxed.</param>
/// <param name="IsInterface">C# allows no conversion operator from an interface.</param>
/// <param name="Docs">What the document says about the branch.</param>
internal sealed record UnionCaseModel(string Name, string ParameterName, TypeRef Type, bool KeepsString, bool IsInterface, DocModel Docs);

/// <summary>The JSON token at which a test applies.</summary>
internal enum BranchToken
{
    String,
    Number,
    Boolean,
    Array,
    Object,
}

/// <summary>What decides for a branch.</summary>
internal enum BranchTestKind
{
    /// <summary>The token alone.</summary>
    Always,

    /// <summary>The text is a known value of the enum.</summary>
    KnownValue,

    /// <summary>The discriminator has one of <see cref="BranchTest.Values"/>.</summary>
    Discriminator,

    /// <summary>The discriminator has a value that no branch has; those of <see cref="BranchTest.Values"/> may mean several.</summary>
    None,

    /// <summary>Reading as this branch works.</summary>
    Try,
}

/// <summary>One step of the choice.</summary>
/// <param name="Token">Where it applies.</param>
/// <param name="Kind">What is looked at.</param>
/// <param name="Case">The index of the branch it decides for.</param>
/// <param name="Values">For a discriminator: its values as C# literals.</param>
/// <param name="Enum">For a known value: the open enum, where it is one within the union that the branch is.</param>
internal sealed record BranchTest(
    BranchToken Token,
    BranchTestKind Kind,
    int Case,
    EquatableArray<string> Values = default,
    string? Enum = null
);

/// <summary>An object branch that is told apart by which members are there.</summary>
/// <param name="Case">The index of the branch.</param>
/// <param name="Required">The indexes, in the record's member table, of the members that must be there.</param>
/// <param name="Record">The record: the branch, or one within the union that the branch is.</param>
/// <param name="Values">Members whose values speak for it or against it.</param>
internal sealed record MemberTest(int Case, EquatableArray<int> Required, string Record, EquatableArray<MemberValues> Values);

/// <summary>What a member must have, if it is there, or must not have.</summary>
/// <param name="Index">Its index in the record's member table.</param>
/// <param name="IsAllowed">Whether it must be one of the values; else it must be none of them.</param>
/// <param name="Values">The values as C# literals; numbers and booleans as their text.</param>
internal sealed record MemberValues(int Index, bool IsAllowed, EquatableArray<string> Values);
