using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>The inside of an operation: the request from its parameters, and the table of what its statuses mean.</summary>
internal static class OperationEmitter
{
    public static void Body(OperationModel operation, JsonCode json, SourceWriter w)
    {
        w.Lines($"var request = new §ApiRequest({operation.MethodLiteral}, {operation.PathLiteral});");
        foreach (ParameterModel parameter in operation.Parameters)
        {
            w.Lines($"request.{parameter.Place}({parameter.WireLiteral}, {Value(parameter, json)}{parameter.StyleArguments});");
        }

        if (operation.Body is { } body) Content(body, json, w);
        w.Lines($"return _transport.SendAsync(request, {Table(operation)}, call, cancellationToken);");
    }

    private static void Content(BodyModel body, JsonCode json, SourceWriter w)
    {
        if (body.Type is not { } type)
        {
            w.Lines($"request.Body({body.Name});");
            return;
        }

        string mediaType = body.MediaTypeLiteral == "\"application/json\"" ? "" : ", " + body.MediaTypeLiteral;
        if (body.IsRequired && !type.IsNullable)
        {
            w.Lines($"request.JsonBody({body.Name}, {json.Writer(type)}{mediaType});");
            return;
        }

        string write = $"request.JsonBody({body.Name}{(type.IsValueType ? ".Value" : "")}, {json.Writer(type.WithNullable(false))}{mediaType});";
        w.Lines(body.IsRequired ? $"request.JsonBody({body.Name}, {json.Writer(type)}{mediaType});" : $"if ({body.Name}{(type.IsValueType ? ".HasValue" : " is not null")}) {write}");
    }

    private static string Value(ParameterModel parameter, JsonCode json)
    {
        string guard = !parameter.Type.IsNullable ? "" : parameter.Type.IsValueType ? $"!{parameter.Name}.HasValue ? default : " : $"{parameter.Name} is null ? default : ";
        string given = parameter.Type is { IsNullable: true, IsValueType: true } ? parameter.Name + ".Value" : parameter.Name;
        string writer = json.Writer(parameter.Type.WithNullable(false));
        return parameter.Form switch
        {
            ParameterForm.Scalar => parameter.Name,
            ParameterForm.Enum => json.Text(parameter.Type, parameter.Name),
            ParameterForm.Json => $"{guard}§ParameterValue.Json({given}, {writer})",
            _ => $"{guard}§ParameterValue.FromJson({given}, {writer})",
        };
    }

    public static void Responses(OperationModel operation, JsonCode json, SourceWriter w)
    {
        string type = operation.ResultType is { } result ? $"§ApiResponses<{result.CSharp}>" : "§ApiResponses";
        List<string> calls = [.. operation.Responses.Select(r => Response(r, operation.ResultType, json)).Where(static c => c.Length > 0)];
        w.Lines($"private static readonly {type} {Table(operation)} = new {type}(){string.Concat(calls)};");
    }

    private static string Response(ResponseModel response, TypeRef? result, JsonCode json)
    {
        (string suffix, string status) = response.Status switch
        {
            0 => ("Default", ""),
            < 10 => ("Range", response.Status.ToString(System.Globalization.CultureInfo.InvariantCulture) + ", "),
            _ => ("", response.Status.ToString(System.Globalization.CultureInfo.InvariantCulture) + ", "),
        };
        if (response.IsError) return response.Type is { } error ? $".Error{suffix}({status}{json.Reader(error)})" : "";
        if (result is null) return "";
        string? factory = response.Factory is { } name ? result.Name + "." + name : null;
        return response.Form switch
        {
            ResponseForm.Json when factory is null => $".Json{suffix}({status}{json.Reader(response.Type!)})",
            ResponseForm.Json => $".Json{suffix}({status}static (ref §Utf8JsonReader r) => {factory}({json.Read(response.Type!, "r")}))",
            ResponseForm.Text => $".Text{suffix}({status}{factory ?? "static text => text"})",
            _ => $".Empty{suffix}({status}{factory ?? "static () => default!"})",
        };
    }

    private static string Table(OperationModel operation) => "s_" + char.ToLowerInvariant(operation.Name[0]) + operation.Name.Substring(1);
}
