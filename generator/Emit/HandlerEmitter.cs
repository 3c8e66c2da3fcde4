using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>
/// A group of operations on the server's side: the interface to implement, what it returns, and the class that reads the requests for it.
/// </summary>
internal static class HandlerEmitter
{
    public static void Emit(HandlerModel model, SourceWriter w)
    {
        w.Docs(model.Docs);
        using (w.Open($"{w.Access} partial interface {model.InterfaceName} : {model.BaseName}"))
        {
            bool first = true;
            foreach (HandlerOperationModel operation in model.Operations)
            {
                for (int i = operation.Bodies.IsEmpty ? -1 : 0; i < operation.Bodies.Length; i++)
                {
                    if (!first)
                        w.Blank();
                    first = false;
                    Method(operation, i < 0 ? null : operation.Bodies[i], w);
                }
            }
        }

        foreach (HandlerOperationModel operation in model.Operations)
        {
            w.Blank();
            AnswerEmitter.Emit(operation.Answer, w);
        }

        w.Blank();
        Endpoints(model, w);
    }

    private static void Method(HandlerOperationModel operation, HandlerBodyModel? body, SourceWriter w)
    {
        w.Docs(operation.Docs);
        foreach (HandlerParameterModel parameter in operation.Parameters)
            w.Docs($"param name=\"{parameter.Parameter.Name.TrimStart('@')}\"", parameter.Parameter.Docs);
        if (body is not null)
            w.Docs($"param name=\"{body.Name}\"", body.Docs.Length == 0 ? "The request body." : body.Docs);
        w.Docs("param name=\"context\"", "The request and the response of ASP.NET Core.");
        w.Docs("param name=\"cancellationToken\"", "Cancelled when the client is gone.");
        string parameters = string.Join(
            ", ",
            Ordered(operation, body)
                .Select(static p => $"{p.Type.CSharp} {p.Name}")
                .Append("§HttpContext context")
                .Append("§CancellationToken cancellationToken")
        );
        w.Lines($"§Task<{operation.Answer.Name}> {operation.Name}Async({parameters});");
    }

    /// <summary>What is required first, as it is for a client.</summary>
    private static IEnumerable<(TypeRef Type, string Name)> Ordered(HandlerOperationModel operation, HandlerBodyModel? body)
    {
        foreach (HandlerParameterModel required in operation.Parameters.Where(static p => p.Parameter.IsRequired))
            yield return (required.Parameter.Type, required.Parameter.Name);
        if (body is not null)
            yield return (body.Type, body.Name);
        foreach (HandlerParameterModel optional in operation.Parameters.Where(static p => !p.Parameter.IsRequired))
            yield return (optional.Parameter.Type, optional.Parameter.Name);
    }

    private static void Endpoints(HandlerModel model, SourceWriter w)
    {
        using (w.Open($"internal static class {model.EndpointsName}"))
        {
            // Parameters are locals here, and a type whose name has no lower case may be called like one.
            HashSet<string> hidden = [.. model.Operations.SelectMany(static o => o.Parameters).Select(static p => p.Parameter.Name), "Map"];
            JsonCode json = new(w.Context.Namespace, hidden.Contains);
            using (w.Open($"public static void Map(§ServerRoutes server, §Func<§HttpContext, {model.InterfaceName}> handler)"))
            {
                foreach (HandlerOperationModel operation in model.Operations)
                    Operation(model, operation, json, w);
            }

            foreach (HandlerOperationModel operation in model.Operations)
            {
                for (int i = 0; i < operation.Bodies.Length; i++)
                    w.Lines("\n" + Body(operation, i, json));
            }
        }
    }

    private static void Operation(HandlerModel model, HandlerOperationModel operation, JsonCode json, SourceWriter w)
    {
        string about =
            $"new §ServerOperation({model.GroupLiteral}, {Literals.String(operation.Name)}, {operation.MethodLiteral}, {operation.PathLiteral})";
        using (
            w.Open(
                $"server.Map({about}, {operation.Refusal.ToString(System.Globalization.CultureInfo.InvariantCulture)}, async (request, cancellationToken) =>",
                "});"
            )
        )
        {
            if (!operation.OtherLiterals.IsEmpty)
                w.Lines($"request.Others({string.Join(", ", operation.OtherLiterals)});");
            foreach (HandlerParameterModel parameter in operation.Parameters)
                w.Lines($"var {parameter.Parameter.Name} = {Value(parameter, json)};");
            for (int i = 0; i < operation.Bodies.Length - 1; i++)
            {
                using (w.Open($"{(i == 0 ? "" : "else ")}if ({BodyField(operation, i)}.Takes(request))"))
                    Call(operation, i, w);
            }

            // In a block where there are others: each has its body under the same name.
            if (operation.Bodies.Length <= 1)
                Call(operation, operation.Bodies.Length - 1, w);
            else
            {
                using (w.Open("else"))
                    Call(operation, operation.Bodies.Length - 1, w);
            }
        }
    }

    private static void Call(HandlerOperationModel operation, int index, SourceWriter w)
    {
        HandlerBodyModel? body = index < 0 ? null : operation.Bodies[index];
        if (body is not null)
            w.Lines($"var {body.Name} = await {BodyField(operation, index)}.ReadAsync(request, cancellationToken);");
        string arguments = string.Join(
            ", ",
            Ordered(operation, body).Select(static p => p.Name).Append("request.Context").Append("cancellationToken")
        );
        w.Lines($"return request.IsValid ? await handler(request.Context).{operation.Name}Async({arguments}) : null;");
    }

    private static string Value(HandlerParameterModel given, JsonCode json)
    {
        ParameterModel parameter = given.Parameter;
        string required =
            parameter.Place == ParameterPlace.Path ? ""
            : parameter.IsRequired ? "true, "
            : "false, ";
        string read = Reader(parameter.Type, json);
        return parameter.Form == ParameterForm.Json
            ? $"request.{parameter.Place}Json({parameter.WireLiteral}, {required}{read})"
            : $"request.{parameter.Place}({parameter.WireLiteral}, {required}{given.Shape}, {read}{parameter.StyleArguments})";
    }

    private static string Body(HandlerOperationModel operation, int index, JsonCode json)
    {
        HandlerBodyModel body = operation.Bodies[index];
        string type = $"§ServerBody<{body.Type.CSharp}>";
        string variants = string.Concat(body.Variants.Select(v => $".On({v.MediaTypeLiteral}, {Read(v, body, json)})"));
        return $"private static readonly {type} {BodyField(operation, index)} = new {type}({(body.IsRequired ? "true" : "false")}){variants};";
    }

    private static string Read(HandlerMediaModel media, HandlerBodyModel body, JsonCode json)
    {
        string encodings = string.Concat(media.Encodings.Select(static e => ", " + OperationEmitter.NewEncoding(e)));
        string read = Reader(body.Item, json);
        string orNull = body.Type.IsNullable ? "!" : "";
        return media.Form switch
        {
            // What is read is never null; a body that is not there is not read.
            BodyForm.Text => "§BodyReads.Text()" + orNull,
            BodyForm.File => "§BodyReads.File()" + orNull,
            BodyForm.Lines => $"§BodyReads.Lines<{body.Item.CSharp}>({read})" + orNull,
            BodyForm.Form or BodyForm.Multipart => $"§BodyReads.{media.Form}<{body.Type.CSharp}>({body.Shape}, {read}{encodings})",
            _ => $"§BodyReads.Json<{body.Type.CSharp}>({read})",
        };
    }

    /// <summary>Any JSON that may be missing is read as any JSON is.</summary>
    private static string Reader(TypeRef type, JsonCode json) =>
        type is { Kind: TypeKind.Json, IsNullable: true } ? $"static (ref §Utf8JsonReader r) => {json.Read(type, "r")}" : json.Reader(type);

    private static string BodyField(HandlerOperationModel operation, int index) =>
        "s_"
        + char.ToLowerInvariant(operation.Name[0])
        + operation.Name.Substring(1)
        + "Body"
        + (index == 0 ? "" : (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
