namespace OpenApiGen.Generator.Model;

/// <summary>The root client.</summary>
/// <param name="Name">The class name, such as <c>JunctionClient</c>.</param>
/// <param name="OptionsName">The class of its options.</param>
/// <param name="ServerName">The class that lists the servers.</param>
/// <param name="Servers">The servers of the document.</param>
/// <param name="OwnServers">The servers of single operations.</param>
/// <param name="Credentials">The security schemes that can be given in the options.</param>
/// <param name="Security">What operations ask for that say nothing else; null where none ever asks.</param>
/// <param name="Groups">The groups it gives access to.</param>
/// <param name="ServicesName">The class that registers the client; empty where there is nothing to register it with.</param>
/// <param name="HeadersName">The class of the typed response headers.</param>
/// <param name="Headers">Those of all responses, each once.</param>
internal sealed record ClientModel(
    string HintName,
    EmitContext Context,
    string Name,
    string OptionsName,
    string ServerName,
    DocModel Docs,
    EquatableArray<ServerModel> Servers,
    EquatableArray<OwnServerModel> OwnServers,
    EquatableArray<CredentialModel> Credentials,
    SecurityModel? Security,
    EquatableArray<GroupReference> Groups,
    string ServicesName,
    string HeadersName,
    EquatableArray<HeaderModel> Headers
)
{
    /// <summary>Servers of the baseline that are no more.</summary>
    public EquatableArray<RemovedPropertyModel> RemovedServers { get; init; }
}

/// <summary>A server.</summary>
/// <param name="UrlLiteral">Its URL, with the variables in it.</param>
/// <param name="IsAbsolute">Whether it is a whole URL; else it goes by the base address.</param>
internal sealed record ServerModel(
    string Name,
    string UrlLiteral,
    bool IsAbsolute,
    EquatableArray<ServerVariableModel> Variables,
    DocModel Docs
);

/// <summary>A variable of a server's URL.</summary>
/// <param name="Type">The open enum of its values; null for any text.</param>
internal sealed record ServerVariableModel(string Name, string WireLiteral, TypeRef? Type, string DefaultLiteral, string Docs);

/// <summary>A server of single operations.</summary>
/// <param name="Name">The option that takes another in its place.</param>
/// <param name="IsElsewhere">Whether it names a host.</param>
internal sealed record OwnServerModel(string Name, string UrlLiteral, bool IsElsewhere, DocModel Docs);

/// <summary>The credentials that are asked for: one of the alternatives; none where there are none.</summary>
internal sealed record SecurityModel(EquatableArray<AlternativeModel> Alternatives)
{
    public static SecurityModel None { get; } = new(EquatableArray<AlternativeModel>.Empty);
}

/// <summary>Schemes that are asked for together.</summary>
/// <param name="SchemeLiterals">The name of each, followed by its scopes with spaces between.</param>
internal sealed record AlternativeModel(EquatableArray<string> SchemeLiterals);

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
/// <param name="ProviderName">The option that takes a token provider; null where it is no token.</param>
/// <param name="SchemeLiteral">The name of the scheme in the document, as a C# literal.</param>
/// <param name="WireLiteral">The name of the header, the query parameter or the cookie, as a C# literal.</param>
internal sealed record CredentialModel(
    string Name,
    string? ProviderName,
    CredentialKind Kind,
    string SchemeLiteral,
    string WireLiteral,
    DocModel Docs
);

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
    EquatableArray<ResultModel> Results
);

/// <summary>An operation.</summary>
/// <param name="Name">The method name without <c>Async</c>.</param>
/// <param name="MethodLiteral">The HTTP method: a member of the runtime's <c>ApiMethods</c>.</param>
/// <param name="PathLiteral">The path template as a C# literal.</param>
/// <param name="Parameters">In the order of the C# signature.</param>
/// <param name="Bodies">The ways to give the body, the best first; none where there is none.</param>
/// <param name="ResultType">The C# type of the result; null where there is none.</param>
/// <param name="Responses">What each status means.</param>
/// <param name="AcceptLiteral">The media types of its successes; null for <c>application/json</c>.</param>
/// <param name="Security">The credentials it asks for; null for those of the API.</param>
/// <param name="ServerLiteral">Its own server; null for that of the API.</param>
/// <param name="Stream">How its response comes item by item; null where it does not.</param>
/// <param name="Paging">How its pages follow each other; null where it has none.</param>
internal sealed record OperationModel(
    string Name,
    string MethodLiteral,
    string PathLiteral,
    DocModel Docs,
    ObsoleteModel? Obsolete,
    EquatableArray<ParameterModel> Parameters,
    EquatableArray<BodyModel> Bodies,
    TypeRef? ResultType,
    EquatableArray<ResponseModel> Responses,
    string? AcceptLiteral = null,
    SecurityModel? Security = null,
    string? ServerLiteral = null,
    StreamModel? Stream = null,
    PagingModel? Paging = null
)
{
    /// <summary>The other responses of a success, each a method.</summary>
    public EquatableArray<OtherAnswerModel> Alternatives { get; init; }

    /// <summary>The parameters of the baseline in the order of their signature, which is kept; none without a baseline.</summary>
    public EquatableArray<EarlierParameterModel> Earlier { get; init; }

    /// <summary>The best way to give the body.</summary>
    public BodyModel? Body => Bodies.IsEmpty ? null : Bodies[0];
}

/// <summary>A parameter that an operation had.</summary>
/// <param name="Name">Its name now; of one that is no more, the name that it had.</param>
internal sealed record EarlierParameterModel(string Name, bool WasRequired, bool IsRemoved);

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
    string Name,
    string Cursor,
    string NextName,
    string TokenName,
    TypeRef? ItemType,
    string Next,
    string Items,
    string Docs
);

/// <summary>Where a parameter travels.</summary>
internal enum ParameterPlace
{
    Path,
    Query,
    Header,
    Cookie,

    /// <summary>The whole query.</summary>
    QueryString,
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
    ObsoleteModel? Obsolete
);

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

/// <summary>What a body is on the wire.</summary>
internal enum BodyForm
{
    Json,
    Multipart,

    /// <summary><c>application/x-www-form-urlencoded</c>.</summary>
    Form,

    /// <summary>JSON texts one after another.</summary>
    Lines,
    Text,

    /// <summary>Bytes.</summary>
    File,

    /// <summary><c>text/event-stream</c>.</summary>
    Events,

    /// <summary>None of these: <c>HttpContent</c>.</summary>
    Content,
}

/// <summary>A way to give the body of a request.</summary>
/// <param name="Form">How it is sent.</param>
/// <param name="Type">The type in the signature where the body is required.</param>
/// <param name="Item">What is written: a part of the type for lines, else the type itself.</param>
/// <param name="IsRequired">Whether the caller must give it.</param>
/// <param name="Encodings">Fields of a form that are not sent as usual.</param>
internal sealed record BodyModel(
    string Name,
    BodyForm Form,
    TypeRef Type,
    TypeRef Item,
    bool IsRequired,
    string MediaTypeLiteral,
    EquatableArray<EncodingModel> Encodings,
    string Docs
);

/// <summary>How some fields of a form are sent: with a media type and headers, or in a style.</summary>
internal sealed record EncodingModel(
    EquatableArray<string> NameLiterals,
    string? ContentTypeLiteral,
    string? Style,
    bool Explode,
    bool AllowReserved,
    EquatableArray<PartHeaderModel> Headers = default
);

/// <summary>A header that every part of a field has.</summary>
internal sealed record PartHeaderModel(string NameLiteral, string ValueLiteral);

/// <summary>How a response is read.</summary>
internal enum ResponseForm
{
    Empty,
    Json,
    Text,

    /// <summary>Handed over unread.</summary>
    Stream,
}

/// <summary>What a status means.</summary>
/// <param name="Status">A status such as 200, a range such as 2 (for 2XX), or 0 for the default.</param>
/// <param name="IsError">Whether it becomes an exception.</param>
/// <param name="Type">What its body is read as; null for none.</param>
/// <param name="Factory">The method of the result type that wraps it; null where the body is the result itself.</param>
/// <param name="MediaTypeLiteral">The media type of the body; null for none.</param>
/// <param name="Headers">The headers it declares.</param>
internal sealed record ResponseModel(
    int Status,
    bool IsError,
    ResponseForm Form,
    TypeRef? Type,
    string? Factory,
    string? MediaTypeLiteral,
    EquatableArray<HeaderModel> Headers
);

/// <summary>What the items of a streamed response are made of: a member of the runtime's <c>ApiStreamFormat</c>.</summary>
internal enum StreamFormat
{
    Lines,
    EventJson,
    EventText,
    EventObject,
    EventObjectJson,
}

/// <summary>The enumeration of a response that comes item by item.</summary>
/// <param name="Name">The method name without <c>Async</c>.</param>
/// <param name="IsOnly">It is the operation itself; else it is beside the response in one piece.</param>
/// <param name="FlagName">The property of the body that asks for it; null where there is none.</param>
internal sealed record StreamModel(
    string Name,
    bool IsOnly,
    TypeRef Item,
    StreamFormat Format,
    string AcceptLiteral,
    EventsModel? Events = null,
    string? FlagName = null
);

/// <summary>What is said of events one by one.</summary>
/// <param name="EndLiteral">The data of the event that ends the stream; null where there is none.</param>
/// <param name="HasUnnamed">Whether events without a name are described.</param>
/// <param name="TextLiterals">The events whose data is text where that of others is JSON.</param>
internal sealed record EventsModel(string? EndLiteral, bool HasUnnamed, EquatableArray<string> TextLiterals);

/// <summary>A method that asks for another response of an operation.</summary>
/// <param name="Name">The method name without <c>Async</c>.</param>
/// <param name="Answer">The response, as the one success of the method.</param>
internal sealed record OtherAnswerModel(string Name, ResponseModel Answer, string AcceptLiteral);

/// <summary>How the text of a header is read: a member of the runtime's <c>ApiHeaderForm</c>.</summary>
internal enum HeaderForm
{
    Text,
    Json,
    TextList,
    JsonList,
}

/// <summary>A header of responses.</summary>
/// <param name="Name">What its accessor is named after.</param>
/// <param name="Type">Nullable: a header may always be missing.</param>
internal sealed record HeaderModel(string Name, string WireLiteral, TypeRef Type, HeaderForm Form, bool IsRequired, string Docs);

/// <summary>The result of an operation whose successes differ.</summary>
internal sealed record ResultModel(string Name, DocModel Docs, EquatableArray<OutcomeModel> Outcomes);

/// <summary>A success of such an operation.</summary>
/// <param name="Name">The name of the status, such as <c>Ok</c> or <c>Accepted</c>.</param>
/// <param name="Status">The status.</param>
/// <param name="Type">The type of its body; null where there is none.</param>
internal sealed record OutcomeModel(string Name, string ParameterName, int Status, TypeRef? Type);
