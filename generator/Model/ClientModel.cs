namespace OpenApiGen.Generator.Model;

/// <summary>The root client.</summary>
/// <param name="Name">The class name, such as <c>JunctionClient</c>.</param>
/// <param name="OptionsName">The class of its options.</param>
/// <param name="ServerName">The class that lists the servers.</param>
/// <param name="Servers">The servers of the document.</param>
/// <param name="Credentials">The security schemes that can be given in the options.</param>
/// <param name="Groups">The groups it gives access to.</param>
internal sealed record ClientModel(
    string HintName,
    EmitContext Context,
    string Name,
    string OptionsName,
    string ServerName,
    DocModel Docs,
    EquatableArray<ServerModel> Servers,
    EquatableArray<CredentialModel> Credentials,
    EquatableArray<GroupReference> Groups)
{
    /// <summary>Servers of the baseline that are no more.</summary>
    public EquatableArray<RemovedPropertyModel> RemovedServers { get; init; }
}

/// <summary>A server.</summary>
internal sealed record ServerModel(string Name, string UrlLiteral, DocModel Docs);

/// <summary>Where a credential travels.</summary>
internal enum CredentialKind
{
    Header,
    Query,
    Cookie,
    Bearer,
    Basic,
}

/// <summary>A security scheme.</summary>
/// <param name="Name">The name of the option.</param>
/// <param name="Kind">Where it travels.</param>
/// <param name="WireLiteral">The name of the header, the query parameter or the cookie, as a C# literal.</param>
internal sealed record CredentialModel(string Name, CredentialKind Kind, string WireLiteral, DocModel Docs);

/// <summary>A group as the root client shows it.</summary>
internal sealed record GroupReference(string PropertyName, string InterfaceName, string ClassName, DocModel Docs);

/// <summary>A group of operations: one interface and one class.</summary>
/// <param name="Results">The result types of operations whose successes differ.</param>
internal sealed record GroupModel(
    string HintName,
    EmitContext Context,
    string InterfaceName,
    string ClassName,
    DocModel Docs,
    EquatableArray<OperationModel> Operations,
    EquatableArray<ResultModel> Results);

/// <summary>An operation.</summary>
/// <param name="Name">The method name without <c>Async</c>.</param>
/// <param name="MethodLiteral">The HTTP method: a member of the runtime's <c>ApiMethods</c>.</param>
/// <param name="PathLiteral">The path template as a C# literal.</param>
/// <param name="Parameters">In the order of the C# signature.</param>
/// <param name="Body">Null where none is sent.</param>
/// <param name="ResultType">The C# type of the result; null where there is none.</param>
/// <param name="Responses">What each status means.</param>
/// <param name="Paging">How its pages follow each other; null where it has none.</param>
internal sealed record OperationModel(
    string Name,
    string MethodLiteral,
    string PathLiteral,
    DocModel Docs,
    ObsoleteModel? Obsolete,
    EquatableArray<ParameterModel> Parameters,
    BodyModel? Body,
    TypeRef? ResultType,
    EquatableArray<ResponseModel> Responses,
    PagingModel? Paging = null);

/// <summary>The enumeration of an operation's pages.</summary>
/// <param name="Name">The method name without <c>Async</c>.</param>
/// <param name="Cursor">The C# name of the parameter that takes the cursor.</param>
/// <param name="NextName">A name, free beside the parameters, for the cursor.</param>
/// <param name="TokenName">A name, free beside the parameters, for the cancellation token.</param>
/// <param name="ItemType">What is enumerated; null for the pages themselves.</param>
/// <param name="Next">A C# expression: the cursor that <c>page</c> gives.</param>
/// <param name="Items">A C# expression: the items of <c>page</c>; where there are none to enumerate, whether it is empty.</param>
/// <param name="Docs">What it gives: the beginning of a sentence that ends with a reference to the operation.</param>
internal sealed record PagingModel(
    string Name, string Cursor, string NextName, string TokenName, TypeRef? ItemType, string Next, string Items, string Docs);

/// <summary>Where a parameter travels.</summary>
internal enum ParameterPlace
{
    Path,
    Query,
    Header,
    Cookie,
}

/// <summary>A parameter.</summary>
/// <param name="Type">The type in the signature; nullable where optional.</param>
/// <param name="IsRequired">Whether the caller must give it.</param>
/// <param name="StyleArguments">What follows the value in the call that adds it to the request, such as a style.</param>
internal sealed record ParameterModel(
    string Name,
    string WireLiteral,
    ParameterPlace Place,
    TypeRef Type,
    ParameterForm Form,
    bool IsRequired,
    string StyleArguments,
    string Docs,
    ObsoleteModel? Obsolete);

/// <summary>How a value becomes parameter text.</summary>
internal enum ParameterForm
{
    /// <summary>The runtime has an overload for the type.</summary>
    Scalar,

    /// <summary>An open enum: its value.</summary>
    Enum,

    /// <summary>Through its JSON form, spread by the style.</summary>
    Structured,

    /// <summary>As JSON text (the parameter has <c>content</c>).</summary>
    Json,
}

/// <summary>A request body.</summary>
/// <param name="Type">Null for a body that the caller gives as <c>HttpContent</c>.</param>
internal sealed record BodyModel(string Name, TypeRef? Type, bool IsRequired, string MediaTypeLiteral, string Docs);

/// <summary>How a response is read.</summary>
internal enum ResponseForm
{
    Empty,
    Json,
    Text,
}

/// <summary>What a status means.</summary>
/// <param name="Status">A status such as 200, a range such as 2 (for 2XX), or 0 for the default.</param>
/// <param name="IsError">Whether it becomes an exception.</param>
/// <param name="Type">What its body is read as; null for none.</param>
/// <param name="Factory">The method of the result type that wraps it; null where the body is the result itself.</param>
internal sealed record ResponseModel(int Status, bool IsError, ResponseForm Form, TypeRef? Type, string? Factory);

/// <summary>The result of an operation whose successes differ.</summary>
internal sealed record ResultModel(string Name, DocModel Docs, EquatableArray<OutcomeModel> Outcomes);

/// <summary>A success of such an operation.</summary>
/// <param name="Name">The name of the status, such as <c>Ok</c> or <c>Accepted</c>.</param>
/// <param name="Status">The status.</param>
/// <param name="Type">The type of its body; null where there is none.</param>
internal sealed record OutcomeModel(string Name, string ParameterName, int Status, TypeRef? Type);
