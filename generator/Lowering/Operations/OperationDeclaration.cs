using System.Collections.Generic;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Paging;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>An operation with its schemas lowered, before type names are settled.</summary>
internal sealed class OperationDeclaration(
    string group,
    string name,
    string method,
    string path,
    OpenApiOperation operation,
    SpecPointer place
)
{
    public string Group => group;

    public string Name => name;

    public string Method => method;

    public string Path { get; } = path;

    /// <summary>What is sent of the path: all of it but the parts of a query that are parameters.</summary>
    public string Template { get; set; } = path;

    public OpenApiOperation Operation => operation;

    public SpecPointer Place => place;

    public List<ParameterDeclaration> Parameters { get; } = [];

    /// <summary>The ways to give the body, the best first; none where there is no body.</summary>
    public List<BodyDeclaration> Bodies { get; } = [];

    /// <summary>The best way to give the body; null where there is none.</summary>
    public BodyDeclaration? Body => Bodies.Count == 0 ? null : Bodies[0];

    public List<ResponseDeclaration> Responses { get; } = [];

    /// <summary>The credentials it asks for; null for those of the API.</summary>
    public SecurityModel? Security { get; set; }

    /// <summary>Its own server; null for that of the API.</summary>
    public OpenApiServer? Server { get; set; }

    /// <summary>How its response comes item by item; null where it does not.</summary>
    public StreamDeclaration? Stream { get; set; }

    /// <summary>The other responses of a success, each asked for by its media type.</summary>
    public List<AlternativeDeclaration> Alternatives { get; } = [];

    /// <summary>How its pages follow each other; null where it has none.</summary>
    public PagingDeclaration? Paging { get; set; }

    /// <summary>What the operation took in the baseline, in the order of the signature; none without a baseline.</summary>
    public IReadOnlyList<EarlierParameter> Earlier { get; set; } = [];

    /// <summary>
    /// What inline types are named after. A method name is unique in its group only; the operationId, with the group's name that the method
    /// leaves out,
    /// is unique in the document, so that an operation of another group cannot take the name of a type.
    /// </summary>
    public string TypeName { get; init; } = "";

    /// <summary>Whether the project asks for it.</summary>
    public bool IsSelected { get; set; } = true;

    /// <summary>The settled name of what a handler of it returns; empty where there are no server stubs.</summary>
    public string AnswerName { get; set; } = "";

    /// <summary>The settled name of the result type, where successes differ.</summary>
    public string ResultName { get; set; } = "";
}

/// <summary>A parameter, or the body, of an earlier version of an operation.</summary>
/// <param name="Now">The same parameter now; null where it is no more, and for the body.</param>
/// <param name="IsBody">It is the body, and there is one still.</param>
/// <param name="Name">The name that it had in C#.</param>
internal sealed record EarlierParameter(ParameterDeclaration? Now, bool IsBody, string Name, bool WasRequired);

/// <param name="IsJson">The parameter has <c>content</c>: its value is JSON text.</param>
/// <param name="Source">Where it is declared.</param>
/// <param name="StyleArguments">What follows the value in the call that adds it to the request.</param>
internal sealed record ParameterDeclaration(
    IOpenApiParameter Parameter,
    ParameterPlace Place,
    SchemaUse Use,
    bool IsJson,
    bool IsRequired,
    SpecPointer Source,
    string StyleArguments = ""
);

/// <param name="Use">Null for a body that the caller gives as content.</param>
internal sealed record BodyDeclaration(
    BodyForm Form,
    SchemaUse? Use,
    string MediaType,
    bool IsRequired,
    string? Description,
    EquatableArray<EncodingModel> Encodings
)
{
    /// <summary>The same body in other media types: a client sends one of them, a server takes all.</summary>
    public IReadOnlyList<BodyVariant> Others { get; init; } = [];
}

/// <summary>A media type of a body.</summary>
internal sealed record BodyVariant(BodyForm Form, string MediaType, EquatableArray<EncodingModel> Encodings);

/// <param name="MediaType">Null where there is no body.</param>
internal sealed record ResponseDeclaration(
    int Status,
    bool IsError,
    ResponseForm Form,
    SchemaUse? Use,
    string? MediaType,
    List<HeaderDeclaration> Headers
);

/// <param name="Status">The success that it is the response of.</param>
/// <param name="IsOnly">There is no response in one piece: the operation itself is the enumeration.</param>
internal sealed record StreamDeclaration(int Status, SchemaUse Item, StreamFormat Format, string MediaType, bool IsOnly)
{
    /// <summary>What is said of its events one by one; null for nothing.</summary>
    public EventsModel? Events { get; init; }

    /// <summary>The settled name of the enumeration.</summary>
    public string Name { get; set; } = "";
}

/// <summary>A response of a success beside the one that the operation gives: another media type with other content.</summary>
/// <param name="Status">The success that it is a response of.</param>
/// <param name="Word">What its method has after the name of the operation, such as <c>AsFile</c>.</param>
/// <param name="MediaTypes">The media types, in the form of the header <c>Accept</c>.</param>
internal sealed record AlternativeDeclaration(int Status, ResponseForm Form, SchemaUse Use, string MediaTypes, string Word)
{
    /// <summary>The settled name of the method.</summary>
    public string Name { get; set; } = "";
}

/// <summary>A header of responses.</summary>
internal sealed class HeaderDeclaration(string wireName, string? description, bool isRequired)
{
    private static readonly SchemaUse s_text = new(new PrimitiveShape(Primitive.String), false);

    public string WireName => wireName;

    public string? Description => description;

    public bool IsRequired => isRequired;

    public SchemaUse Use { get; private set; } = s_text;

    public HeaderForm Form { get; private set; }

    public void Become(SchemaUse use, HeaderForm form) =>
        (Use, Form) = use.Shape is JsonShape && form == HeaderForm.Text ? (s_text, form) : (use, form);

    public void BecomeText() => (Use, Form) = (s_text, HeaderForm.Text);
}
