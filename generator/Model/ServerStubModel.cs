namespace OpenApiGen.Generator.Model;

/// <summary>What maps the handlers of an API.</summary>
/// <param name="Name">The class of the extension methods.</param>
/// <param name="HandlerName">The interface that all handlers have.</param>
/// <param name="ApiName">What follows <c>Map</c> in the methods' names.</param>
/// <param name="Handlers">One for each group.</param>
/// <param name="Receivers">The unions of events that endpoints are mapped for.</param>
internal sealed record ServerApiModel(
    string HintName,
    EmitContext Context,
    string Name,
    string HandlerName,
    string ApiName,
    EquatableArray<HandlerReference> Handlers,
    EquatableArray<ReceiverModel> Receivers
);

/// <summary>A handler as the mapping shows it.</summary>
internal sealed record HandlerReference(string InterfaceName, string EndpointsName);

/// <summary>An endpoint for events.</summary>
/// <param name="Suffix">What its name ends with: <c>Webhooks</c> or <c>Callbacks</c>.</param>
/// <param name="TypeName">The union.</param>
internal sealed record ReceiverModel(string Suffix, string TypeName);

/// <summary>The operations of a group, to be handled: one interface, the responses, and the class that reads the requests.</summary>
/// <param name="BaseName">The interface that all handlers have.</param>
/// <param name="EndpointsName">The class that reads the requests.</param>
/// <param name="GroupLiteral">The group.</param>
internal sealed record HandlerModel(
    string HintName,
    EmitContext Context,
    string InterfaceName,
    string BaseName,
    string EndpointsName,
    string GroupLiteral,
    DocModel Docs,
    EquatableArray<HandlerOperationModel> Operations
);

/// <summary>An operation to be handled.</summary>
/// <param name="Name">The method name without <c>Async</c>.</param>
/// <param name="MethodLiteral">The HTTP method.</param>
/// <param name="PathLiteral">The path template.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Bodies">The bodies that are of different types: a method each; none where there is none.</param>
/// <param name="Refusal">The status of the response to bad input.</param>
/// <param name="OtherLiterals">Names of query parameters that are no members of another, whose members are parameters of their own.</param>
internal sealed record HandlerOperationModel(
    string Name,
    string MethodLiteral,
    string PathLiteral,
    DocModel Docs,
    EquatableArray<HandlerParameterModel> Parameters,
    EquatableArray<HandlerBodyModel> Bodies,
    AnswerModel Answer,
    int Refusal,
    EquatableArray<string> OtherLiterals
);

/// <param name="Shape">A C# expression for what its text can be.</param>
internal sealed record HandlerParameterModel(ParameterModel Parameter, string Shape);

/// <summary>A body to be read.</summary>
/// <param name="Name">The name of the parameter of the method.</param>
/// <param name="Type">Its type; nullable where the body is optional.</param>
/// <param name="Item">What is read of JSON: a part of the type for lines, else the type itself.</param>
/// <param name="Shape">A C# expression for what its fields can be; empty where it is never a form.</param>
/// <param name="Variants">Its media types.</param>
internal sealed record HandlerBodyModel(
    string Name,
    TypeRef Type,
    TypeRef Item,
    bool IsRequired,
    string Shape,
    EquatableArray<HandlerMediaModel> Variants,
    string Docs
);

/// <summary>A media type of a body.</summary>
internal sealed record HandlerMediaModel(BodyForm Form, string MediaTypeLiteral, EquatableArray<EncodingModel> Encodings);

/// <summary>What a handler returns.</summary>
/// <param name="Name">The type.</param>
internal sealed record AnswerModel(string Name, DocModel Docs, EquatableArray<AnswerCaseModel> Cases);

/// <summary>What the body of a response is.</summary>
internal enum AnswerForm
{
    Empty,
    Json,
    Text,
    File,
    Lines,
    Events,
}

/// <summary>A response.</summary>
/// <param name="Name">The method that makes it.</param>
/// <param name="Status">The status; 0 where the caller says which.</param>
/// <param name="Type">The body, or an item of it; null for none.</param>
/// <param name="Format">What events are made of.</param>
/// <param name="IsImplicit">Whether the body alone says which response it is.</param>
/// <param name="Headers">The headers it declares, with the names of their parameters.</param>
internal sealed record AnswerCaseModel(
    string Name,
    int Status,
    AnswerForm Form,
    TypeRef? Type,
    string MediaTypeLiteral,
    StreamFormat Format,
    bool IsImplicit,
    EquatableArray<HeaderModel> Headers
)
{
    /// <summary>What is said of events one by one.</summary>
    public EventsModel? Events { get; init; }
}

/// <summary>What types can be as text, by their names: parameters and fields of forms refer to them.</summary>
/// <param name="Name">The class.</param>
internal sealed record WireShapesModel(string HintName, EmitContext Context, string Name, EquatableArray<WireShapeModel> Shapes);

/// <param name="Expression">A C# expression.</param>
internal sealed record WireShapeModel(string TypeName, string Expression);
