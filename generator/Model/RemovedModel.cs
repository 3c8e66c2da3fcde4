namespace OpenApiGen.Generator.Model;

/// <summary>
/// The names that code against the baseline may use and that are no more: each stays, as an error that says what to use instead. They take
/// no part in JSON, in equality, in what must be given; nothing in the rest of the emitted code knows of them.
/// </summary>
/// <param name="Name">The class of the methods that are no more.</param>
/// <param name="Types">Whole types.</param>
/// <param name="Members">Members of types that are still there.</param>
/// <param name="Groups">Groups of operations that are no more, or have fewer.</param>
/// <param name="Headers">Methods that read a response header.</param>
/// <param name="Client">Members of the client and its companions; null where none is missing.</param>
internal sealed record RemovedModel(
    string HintName,
    EmitContext Context,
    string Name,
    EquatableArray<RemovedTypeModel> Types,
    EquatableArray<RemovedMembersModel> Members,
    EquatableArray<RemovedGroupModel> Groups,
    EquatableArray<RemovedPropertyModel> Headers,
    RemovedClientModel? Client
);

/// <summary>A type that is no more, with its members: uses of those must compile for the compiler to speak of the type alone.</summary>
/// <param name="Message">What the compiler says.</param>
/// <param name="RenamedTo">The type that it is now, which converts to and from it; null where there is none.</param>
/// <param name="ConvertsTo">The unions that it was a case of: their conversions are here, since the compiler lets only its own members
/// speak of it.</param>
internal sealed record RemovedTypeModel(string Message, TypeModel Type, string? RenamedTo, EquatableArray<string> ConvertsTo = default);

/// <summary>Members that a type has no more.</summary>
/// <param name="TypeName">The type, as it is now.</param>
/// <param name="IsRecord">Whether it is a record now; else a struct.</param>
/// <param name="Properties">Members of a record.</param>
/// <param name="Values">Values of an enum that is something else now; those of one that is still there are with it, see
/// <see cref="EnumModel.Removed"/>.</param>
/// <param name="Cases">Cases of a union.</param>
/// <param name="Match">The cases of the earlier <c>Match</c>; empty where it has the same number of functions, and would be mistaken for
/// the present one.</param>
/// <param name="MatchMessage">What the compiler says of it.</param>
internal sealed record RemovedMembersModel(
    string TypeName,
    bool IsRecord,
    EquatableArray<RemovedPropertyModel> Properties,
    EquatableArray<EnumValueModel> Values,
    EquatableArray<RemovedCaseModel> Cases,
    EquatableArray<UnionCaseModel> Match,
    string MatchMessage
);

/// <summary>A property that is no more.</summary>
internal sealed record RemovedPropertyModel(string Message, string Type, string Name);

/// <summary>A case that is no more.</summary>
/// <param name="HasConversion">Whether the conversion is with the union; else it is with the type, which is no more either.</param>
internal sealed record RemovedCaseModel(string Message, UnionCaseModel Case, bool HasConversion);

/// <summary>Operations that a group has no more, or not in this form.</summary>
/// <param name="InterfaceName">The interface of the group.</param>
/// <param name="ClassName">Its class.</param>
/// <param name="Property">The property of the client, where the whole group is gone; else null.</param>
/// <param name="Message">What the compiler says of the whole group.</param>
/// <param name="Receiver">The name of the first parameter of the methods of a group that is still there.</param>
/// <param name="Operations">The methods, as they were.</param>
/// <param name="Results">Result types that are no more.</param>
internal sealed record RemovedGroupModel(
    string InterfaceName,
    string ClassName,
    string? Property,
    string Message,
    string Receiver,
    EquatableArray<RemovedOperationModel> Operations,
    EquatableArray<RemovedResultModel> Results
);

/// <summary>An operation as it was.</summary>
/// <param name="HasMethod">Whether its method is no more, or takes something else.</param>
/// <param name="HasPaging">Whether its enumeration is no more, or takes something else.</param>
/// <param name="HasStream">Whether the response item by item, beside that in one piece, is no more, or takes something else.</param>
/// <param name="Others">The methods for other responses that are no more, or take something else.</param>
internal sealed record RemovedOperationModel(
    string Message,
    OperationModel Operation,
    bool HasMethod,
    bool HasPaging,
    bool HasStream,
    EquatableArray<OtherAnswerModel> Others
);

/// <summary>A result type: all of it, or the outcomes that it has no more.</summary>
/// <param name="IsWhole">Whether the type is no more.</param>
/// <param name="HasMatch">Whether its earlier <c>Match</c> is no more.</param>
/// <param name="Missing">The outcomes that it has no more.</param>
/// <param name="ConvertsFrom">What the operation gives instead, so that assigning it is no error of its own; null where there is no such
/// conversion.</param>
internal sealed record RemovedResultModel(
    string Message,
    ResultModel Result,
    bool IsWhole,
    bool HasMatch,
    EquatableArray<OutcomeModel> Missing,
    string? ConvertsFrom = null
);

/// <summary>Members of the client's options that are no more.</summary>
/// <param name="OptionsName">The class of the options.</param>
/// <param name="Credentials">By name; of a user name and a password, both.</param>
internal sealed record RemovedClientModel(string ClientName, string OptionsName, EquatableArray<RemovedPropertyModel> Credentials);
