using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Lowering.Handlers;

/// <summary>The responses of an operation to what its handler can return.</summary>
internal static class AnswerModels
{
    public static AnswerModel Of(OperationDeclaration operation)
    {
        List<AnswerCaseModel> cases = [];
        foreach (ResponseDeclaration response in operation.Responses)
        {
            StreamDeclaration? stream = !response.IsError && operation.Stream is { } own && own.Status == response.Status ? own : null;
            if (stream is not { IsOnly: true })
                cases.Add(Case(response));
            if (stream is not null)
                cases.Add(Case(response, stream));
            if (response.IsError)
                continue;
            foreach (AlternativeDeclaration other in operation.Alternatives.Where(a => a.Status == response.Status))
            {
                AnswerCaseModel answer = Case(response with { Form = other.Form, Use = other.Use, MediaType = other.MediaTypes });
                cases.Add(answer with { Name = answer.Name + other.Word });
            }
        }

        // A body of which there is one says by itself which response it is.
        HashSet<string> repeated =
        [
            .. cases
                .Where(static c => c.Type is not null)
                .GroupBy(static c => c.Type!.Name)
                .Where(static g => g.Count() > 1)
                .Select(static g => g.Key),
        ];
        IEnumerable<AnswerCaseModel> settled = cases.Select(c => c with { IsImplicit = c.IsImplicit && !repeated.Contains(c.Type!.Name) });
        return new AnswerModel(
            operation.AnswerName,
            new DocModel($"What <c>{XmlDoc.Escape(operation.Method + " " + operation.Path)}</c> returns."),
            settled.ToEquatableArray()
        );
    }

    private static AnswerCaseModel Case(ResponseDeclaration response)
    {
        AnswerForm form = response.Form switch
        {
            ResponseForm.Json => AnswerForm.Json,
            ResponseForm.Text => AnswerForm.Text,
            ResponseForm.Stream => AnswerForm.File,
            _ => AnswerForm.Empty,
        };
        TypeRef? type = form switch
        {
            AnswerForm.Empty => null,
            AnswerForm.File => TypeModels.Ref(new SchemaUse(new PrimitiveShape(Primitive.File), false)),
            _ => TypeModels.Ref(response.Use!.Value),
        };
        EquatableArray<HeaderModel> headers = Headers(response);
        bool isImplicit =
            type is { Kind: not (TypeKind.List or TypeKind.Map) } && response.Status >= 100 && !headers.Any(static h => h.IsRequired);
        return new AnswerCaseModel(
            StatusNames.Name(response.Status),
            Status(response),
            form,
            type,
            MediaType(form, response.MediaType),
            default,
            isImplicit,
            headers
        );
    }

    private static AnswerCaseModel Case(ResponseDeclaration response, StreamDeclaration stream) =>
        new(
            StatusNames.Name(response.Status) + (stream.IsOnly ? "" : "Stream"),
            Status(response),
            stream.Format == StreamFormat.Lines ? AnswerForm.Lines : AnswerForm.Events,
            TypeModels.Ref(stream.Item),
            Literals.String(stream.MediaType),
            stream.Format,
            false,
            Headers(response)
        )
        {
            Events = stream.Events,
        };

    private static int Status(ResponseDeclaration response) => response.Status < 100 ? 0 : response.Status;

    /// <summary>One that can be sent: of a list or a range, the nearest.</summary>
    private static string MediaType(AnswerForm form, string? declared)
    {
        string type = (declared ?? "").Split(',')[0].Trim();
        bool isRange = type.Length == 0 || type.IndexOf('*') >= 0;
        return Literals.String(
            !isRange
                ? type
                : form switch
                {
                    AnswerForm.Json => "application/json",
                    AnswerForm.Text => "text/plain",
                    _ => "application/octet-stream",
                }
        );
    }

    private static EquatableArray<HeaderModel> Headers(ResponseDeclaration response)
    {
        NameScope names = new(["body", "statusCode", "response"]);
        return response
            .Headers.Select(HeaderModels.Of)
            .Select(h => h with { Name = names.Give(IdentifierCasing.Camel(h.Name), "Header"), Type = h.Type.WithNullable(!h.IsRequired) })
            .OrderBy(static h => h.IsRequired ? 0 : 1)
            .ToEquatableArray();
    }
}
