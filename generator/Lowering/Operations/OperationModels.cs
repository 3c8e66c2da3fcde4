using System.Collections.Generic;
using System.Linq;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Lowering.Paging;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>Operations with settled type names to the model that is emitted.</summary>
internal static class OperationModels
{
    private static readonly string[] s_locals = ["request", "call", "cancellationToken"];

    public static OperationModel Of(OperationDeclaration operation, List<ResultModel> results)
    {
        OpenApiOperation about = operation.Operation;
        NameScope names = new(operation.Stream is null ? s_locals : [.. s_locals, "newRequest"]);
        EquatableArray<BodyModel> bodies = BodyModels.Of(operation.Bodies, names);
        EquatableArray<ParameterModel> parameters = Parameters(operation, names);
        ResponseDeclaration[] successes = [.. operation.Responses.Where(static r => !r.IsError)];
        bool differ = Differ(successes);
        TypeRef? result =
            differ ? new TypeRef(TypeKind.Declared, operation.ResultName, false, false)
            : successes.FirstOrDefault()?.Use is { } use ? TypeModels.Ref(use)
            : null;
        if (differ)
            results.Add(Result(operation, successes));
        return new OperationModel(
            operation.Name,
            Method(operation.Method),
            Literals.String(operation.Template),
            Docs(operation),
            about.Deprecated ? new ObsoleteModel(Deprecation.Message(about.Extensions, about.Description), "OAG9003") : null,
            parameters,
            bodies,
            result,
            operation.Responses.Select(r => Response(r, differ)).ToEquatableArray(),
            Accept(operation),
            operation.Security,
            operation.Server is { } server ? Literals.String(ServerLowering.WithDefaults(server)) : null,
            Stream(operation),
            Paging(operation, parameters, names)
        )
        {
            Alternatives = operation.Alternatives.Select(a => Alternative(operation, a)).ToEquatableArray(),
            Earlier = Earlier(operation, parameters, bodies),
        };
    }

    private static EquatableArray<EarlierParameterModel> Earlier(
        OperationDeclaration operation,
        EquatableArray<ParameterModel> parameters,
        EquatableArray<BodyModel> bodies
    )
    {
        HashSet<string> taken = [.. parameters.Select(static p => p.Name), .. bodies.Select(static b => b.Name)];
        List<EarlierParameterModel> earlier = [];
        foreach (EarlierParameter parameter in operation.Earlier)
        {
            if (parameter.IsBody)
                earlier.Add(new EarlierParameterModel(bodies[0].Name, parameter.WasRequired, false));
            else if (parameter.Now is { } now)
            {
                string name = parameters[operation.Parameters.FindIndex(p => ReferenceEquals(p, now))].Name;
                earlier.Add(new EarlierParameterModel(name, parameter.WasRequired, false));
            }
            else if (taken.Add(parameter.Name))
                earlier.Add(new EarlierParameterModel(parameter.Name, parameter.WasRequired, true));
        }

        return earlier.ToEquatableArray();
    }

    public static EquatableArray<ParameterModel> Parameters(OperationDeclaration operation, NameScope names) =>
        operation.Parameters.Select(p => Parameter(p, names)).ToEquatableArray();

    public static DocModel Docs(OperationDeclaration operation)
    {
        OpenApiOperation about = operation.Operation;
        DocModel docs = DocText.Of(about.Summary ?? about.Description);
        if (about.Summary is not null && about.Description is { Length: > 0 } more && more != about.Summary)
            docs = docs with { Remarks = Join(docs.Remarks, DocText.Text(more)) };
        string route = "<c>" + XmlDoc.Escape(operation.Method + " " + operation.Path) + "</c>";
        return docs.Summary.Length == 0 ? new DocModel(route) : docs with { Remarks = Join(route, docs.Remarks) };
    }

    private static PagingModel? Paging(OperationDeclaration operation, EquatableArray<ParameterModel> parameters, NameScope names) =>
        operation.Paging is { } paging
            ? PagingModels.Of(paging, parameters[operation.Parameters.IndexOf(paging.Cursor)].Name, names)
            : null;

    /// <summary>Whether the successes of an operation are not all of one type: then its result says which it was.</summary>
    public static bool Differ(IReadOnlyList<ResponseDeclaration> successes) =>
        successes.Select(static r => r.Use is { } use ? ShapeKey.Of(use) : "").Distinct().Count() > 1;

    private static string Join(string first, string second) =>
        first.Length == 0 ? second
        : second.Length == 0 ? first
        : first + "\n" + second;

    private static string Method(string method) =>
        method switch
        {
            "GET" or "PUT" or "POST" or "DELETE" or "OPTIONS" or "HEAD" or "PATCH" or "TRACE" => "§ApiMethods."
                + method.Substring(0, 1)
                + method.Substring(1).ToLowerInvariant(),
            _ => "§ApiMethods.Of(" + Literals.String(method) + ")",
        };

    private static ParameterModel Parameter(ParameterDeclaration declared, NameScope names)
    {
        IOpenApiParameter parameter = declared.Parameter;
        TypeRef type = TypeModels.Ref(declared.Use);
        if (!declared.IsRequired)
            type = type.WithNullable(true);
        else if (declared.Place == ParameterPlace.Path)
            type = type.WithNullable(false);
        return new ParameterModel(
            names.Give(IdentifierCasing.Camel(parameter.Name!), "Parameter"),
            Literals.String(parameter.Name!),
            declared.Place,
            type,
            Form(declared),
            declared.IsRequired,
            declared.StyleArguments,
            DocText.Text(parameter.Description) is { Length: > 0 } text
                ? text
                : SchemaText.ParameterDocs(declared.Place.ToString().ToLowerInvariant(), parameter.Name!, parameter.Schema),
            parameter.Deprecated && !declared.IsRequired
                ? new ObsoleteModel(Deprecation.Message(parameter.Extensions, parameter.Description), "OAG9004")
                : null
        );
    }

    private static ParameterForm Form(ParameterDeclaration declared) =>
        declared.IsJson
            ? ParameterForm.Json
            : declared.Use.Shape switch
            {
                PrimitiveShape { Primitive.Runtime: "Date" or "DateTime" or "BigInteger" } => ParameterForm.Structured,
                PrimitiveShape => ParameterForm.Scalar,
                DeclaredShape { Declaration: EnumDeclaration } => ParameterForm.Enum,
                _ => ParameterForm.Structured,
            };

    /// <summary>What is read, where that is not JSON under its usual name.</summary>
    private static string? Accept(OperationDeclaration operation)
    {
        string types = Accepted(operation, operation.Responses.Where(static r => !r.IsError).Select(Wanted));
        return types is "" or "application/json" ? null : Literals.String(types);
    }

    /// <summary>
    /// Errors are read as well: a server that holds to the header could not send them otherwise. They come after what is asked for.
    /// </summary>
    private static string Accepted(OperationDeclaration operation, IEnumerable<string?> wanted)
    {
        List<string> types = Distinct(wanted);
        string[] errors =
        [
            .. Distinct(operation.Responses.Where(static r => r.IsError).Select(static r => Wanted(r.MediaType))).Except(types),
        ];
        if (types.Count > 0)
            types.AddRange(errors.Select(static e => e + ";q=0.9"));
        return string.Join(", ", types.Count > 0 ? types : errors);
    }

    private static List<string> Distinct(IEnumerable<string?> mediaTypes) => [.. mediaTypes.OfType<string>().Distinct()];

    /// <summary>A range is JSON, except where whatever there is can be read.</summary>
    private static string? Wanted(ResponseDeclaration response) =>
        response is { Form: ResponseForm.Stream, MediaType: "*/*" } ? response.MediaType : Wanted(response.MediaType);

    private static string? Wanted(string? mediaType) =>
        mediaType is not null && MediaTypes.Essence(mediaType) is "application/json" or "*/*" ? "application/json" : mediaType;

    private static StreamModel? Stream(OperationDeclaration operation) =>
        operation.Stream is { } stream
            ? new StreamModel(
                stream.IsOnly ? operation.Name : stream.Name,
                stream.IsOnly,
                TypeModels.Ref(stream.Item),
                stream.Format,
                Literals.String(Accepted(operation, [Wanted(stream.MediaType)])),
                stream.Events,
                stream.IsOnly ? null : Flag(operation.Body)
            )
            : null;

    /// <summary>
    /// The member <c>stream</c> of the body, as many APIs have it: what is sent says in which form the response is to come.
    /// </summary>
    private static string? Flag(BodyDeclaration? body)
    {
        if (
            body?.Form is not (BodyForm.Json or BodyForm.Multipart or BodyForm.Form)
            || body.Use?.Shape is not DeclaredShape { Declaration: { } declared }
        )
            return null;
        if (declared.Canonical is not RecordDeclaration { Hierarchy: null } record)
            return null;
        int index = record.Members.FindIndex(static m =>
            m is { WireName: "stream", ConstantNode: null, Use.Shape: PrimitiveShape { Primitive.Token: PrimitiveToken.Boolean } }
        );
        return index < 0 ? null : record.MemberNames[index];
    }

    private static OtherAnswerModel Alternative(OperationDeclaration operation, AlternativeDeclaration other) =>
        new(
            other.Name,
            new ResponseModel(other.Status, false, other.Form, TypeModels.Ref(other.Use), null, Literals.String(other.MediaTypes), default),
            Literals.String(Accepted(operation, other.MediaTypes.Split(',').Select(static t => Wanted(t.Trim()))))
        );

    private static ResponseModel Response(ResponseDeclaration response, bool differ) =>
        new(
            response.Status,
            response.IsError,
            response.Form,
            response.Use is { } use ? TypeModels.Ref(use) : null,
            differ && !response.IsError ? "From" + StatusNames.Name(response.Status) : null,
            response.MediaType is { } type ? Literals.String(type) : null,
            response.Headers.Select(HeaderModels.Of).ToEquatableArray()
        );

    private static ResultModel Result(OperationDeclaration operation, IReadOnlyList<ResponseDeclaration> successes)
    {
        // A range stands for the statuses that are not declared: here for one of them.
        HashSet<int> exact = [.. successes.Select(static r => r.Status).Where(static s => s >= 200)];
        int StatusOf(ResponseDeclaration response)
        {
            int status = response.Status is 0 or 2 ? 200 : response.Status;
            while (response.Status is 0 or 2 && !exact.Add(status))
                status++;
            return status;
        }

        return new ResultModel(
            operation.ResultName,
            new DocModel("What <c>" + XmlDoc.Escape(operation.Method + " " + operation.Path) + "</c> returns: one of its successes."),
            successes
                .OrderBy(static r => r.Status is 0 or 2 ? int.MaxValue : r.Status)
                .Select(r => new OutcomeModel(
                    StatusNames.Name(r.Status),
                    IdentifierCasing.Camel(StatusNames.Name(r.Status)),
                    StatusOf(r),
                    r.Use is { } use ? TypeModels.Ref(use) : null
                ))
                .ToEquatableArray()
        );
    }
}
