using System.Collections.Generic;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Paging;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>An operation with its schemas lowered, before type names are settled.</summary>
internal sealed class OperationDeclaration(string group, string name, string method, string path, OpenApiOperation operation, SpecPointer place)
{
    public string Group => group;

    public string Name => name;

    public string Method => method;

    public string Path => path;

    public OpenApiOperation Operation => operation;

    public SpecPointer Place => place;

    public List<ParameterDeclaration> Parameters { get; } = [];

    public BodyDeclaration? Body { get; set; }

    public List<ResponseDeclaration> Responses { get; } = [];

    /// <summary>How its pages follow each other; null where it has none.</summary>
    public PagingDeclaration? Paging { get; set; }

    /// <summary>
    /// What inline types are named after. A method name is unique in its group only; the operationId, with the group's name that the method leaves out,
    /// is unique in the document, so that an operation of another group cannot take the name of a type.
    /// </summary>
    public string TypeName { get; init; } = "";

    /// <summary>Whether the project asks for it.</summary>
    public bool IsSelected { get; set; } = true;

    /// <summary>The settled name of the result type, where successes differ.</summary>
    public string ResultName { get; set; } = "";
}

/// <param name="IsJson">The parameter has <c>content</c>: its value is JSON text.</param>
/// <param name="Source">Where it is declared.</param>
internal sealed record ParameterDeclaration(IOpenApiParameter Parameter, ParameterPlace Place, SchemaUse Use, bool IsJson, bool IsRequired, SpecPointer Source);

/// <param name="Use">Null for a body that the caller gives as content.</param>
internal sealed record BodyDeclaration(SchemaUse? Use, string MediaType, bool IsRequired, string? Description);

internal sealed record ResponseDeclaration(int Status, bool IsError, ResponseForm Form, SchemaUse? Use);
