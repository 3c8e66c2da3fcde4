using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>The inside of an operation: the request from its parameters, and the table of what its statuses mean.</summary>
internal static class OperationEmitter
{
    public static void Body(OperationModel operation, Overload overload, JsonCode json, SourceWriter w)
    {
        if (operation.Stream is { IsOnly: true } stream)
        {
            StreamEmitter.Body(operation, overload, stream, json, w);
            return;
        }

        Request(operation, overload, operation.AcceptLiteral, json, w);
        w.Lines($"return _transport.SendAsync(request, {FieldName(operation)}, call, cancellationToken);");
    }

    public static void Request(OperationModel operation, Overload overload, string? accept, JsonCode json, SourceWriter w)
    {
        w.Lines($"var request = new §ApiRequest({operation.MethodLiteral}, {operation.PathLiteral});");
        if (operation.ServerLiteral is { } server)
            w.Lines($"request.Server = {server};");
        if (operation.Security is { } security)
            w.Lines($"request.Security = {(security.Alternatives.IsEmpty ? "§ApiSecurity.None" : ExtraFieldName(operation, "Security"))};");
        if (accept is not null)
            w.Lines($"request.Accept({accept});");
        foreach (ParameterModel parameter in operation.Parameters)
            w.Lines($"request.{parameter.Place}({parameter.WireLiteral}, {Value(parameter, json)}{parameter.StyleArguments});");
        if (overload.Body is { } body)
            w.Lines(Content(body, operation, json));
    }

    private static string Content(BodyModel body, OperationModel operation, JsonCode json)
    {
        string mediaType =
            body.Form == BodyForm.Json && body.MediaTypeLiteral == "\"application/json\"" ? "" : ", " + body.MediaTypeLiteral;
        switch (body.Form)
        {
            case BodyForm.Content:
                return $"request.Body({body.Name});";
            case BodyForm.Text or BodyForm.File:
                return $"request.{body.Form}Body({body.Name}{mediaType});";
            case BodyForm.Lines:
                return $"request.LinesBody({body.Name}, {json.Writer(body.Item)}{mediaType});";
        }

        TypeRef type = body.IsRequired ? body.Type : body.Type.WithNullable(false);
        string given = body.IsRequired || !type.IsValueType ? body.Name : body.Name + ".Value";
        string guard = body.IsRequired ? "" : $"if ({body.Name}{(type.IsValueType ? ".HasValue" : " is not null")}) ";
        string more =
            body.Form == BodyForm.Json ? mediaType
            : body.Encodings.IsEmpty ? ""
            : ", " + ExtraFieldName(operation, body.Form.ToString());
        return $"{guard}request.{body.Form}Body({given}, {json.Writer(type)}{more});";
    }

    private static string Value(ParameterModel parameter, JsonCode json)
    {
        string guard =
            !parameter.Type.IsNullable ? ""
            : parameter.Type.IsValueType ? $"!{parameter.Name}.HasValue ? default : "
            : $"{parameter.Name} is null ? default : ";
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

    /// <summary>What does not vary from call to call.</summary>
    public static void Fields(OperationModel operation, JsonCode json, SourceWriter w)
    {
        Responses(operation.Name, operation.Responses, operation.ResultType, json, w);
        if (operation.Security is { Alternatives.IsEmpty: false } security)
            w.Lines($"private static readonly §ApiSecurity {ExtraFieldName(operation, "Security")} = {ClientEmitter.Security(security)};");
        foreach (BodyModel form in operation.Bodies.Where(static b => !b.Encodings.IsEmpty))
        {
            w.Lines(
                $$"""private static readonly §FormEncoding[] {{ExtraFieldName(operation, form.Form.ToString())}} = { {{string.Join(", ", form.Encodings.Select(SentEncoding))}} };"""
            );
        }
    }

    /// <summary>The table of what statuses mean, in the field that is named after the method.</summary>
    public static void Responses(string name, IEnumerable<ResponseModel> responses, TypeRef? resultType, JsonCode json, SourceWriter w)
    {
        string type = resultType is { } result ? $"§ApiResponses<{result.CSharp}>" : "§ApiResponses";
        IEnumerable<string> calls = responses.Select(r => Response(r, resultType, json)).Where(static c => c.Length > 0);
        w.Lines($"private static readonly {type} {FieldName(name)} = new {type}(){string.Concat(calls)};");
    }

    public static string NewEncoding(EncodingModel encoding) => "new §FormEncoding" + Encoding(encoding);

    /// <summary>Of a field of the array's type, unless a header makes a call of it.</summary>
    private static string SentEncoding(EncodingModel encoding) =>
        encoding.Headers.IsEmpty
            ? "new" + Encoding(encoding)
            : NewEncoding(encoding) + string.Concat(encoding.Headers.Select(static h => $".Header({h.NameLiteral}, {h.ValueLiteral})"));

    private static string Encoding(EncodingModel encoding)
    {
        string how =
            encoding.ContentTypeLiteral
            ?? $"§ParameterStyle.{encoding.Style}, {(encoding.Explode ? "true" : "false")}, {(encoding.AllowReserved ? "true" : "false")}";
        return $"({how}, {string.Join(", ", encoding.NameLiterals)})";
    }

    private static string Response(ResponseModel response, TypeRef? result, JsonCode json)
    {
        (string suffix, string status) = response.Status switch
        {
            0 => ("Default", ""),
            < 10 => ("Range", response.Status.ToString(System.Globalization.CultureInfo.InvariantCulture) + ", "),
            _ => ("", response.Status.ToString(System.Globalization.CultureInfo.InvariantCulture) + ", "),
        };
        if (response.IsError)
            return response.Type is { } error ? $".Error{suffix}({status}{json.Reader(error)})" : "";
        if (result is null)
            return "";
        string? factory = response.Factory is { } name ? result.Name + "." + name : null;
        return response.Form switch
        {
            ResponseForm.Json when factory is null => $".Json{suffix}({status}{json.Reader(response.Type!)})",
            ResponseForm.Json => $".Json{suffix}({status}static (ref §Utf8JsonReader r) => {factory}({json.Read(response.Type!, "r")}))",
            ResponseForm.Stream => $".Stream{suffix}({status}{factory ?? "static stream => stream"})",
            ResponseForm.Text => $".Text{suffix}({status}{factory ?? "static text => text"})",
            _ => $".Empty{suffix}({status}{factory ?? "static () => default!"})",
        };
    }

    public static string FieldName(OperationModel operation) => FieldName(operation.Name);

    public static string FieldName(string method) => "s_" + char.ToLowerInvariant(method[0]) + method.Substring(1);

    /// <summary>
    /// A further field of an operation. Capitalized, so that it is no field of another operation: that of <c>LoadSecurity</c> is
    /// <c>s_loadSecurity</c>.
    /// </summary>
    private static string ExtraFieldName(OperationModel operation, string what) => $"s_{what}Of{operation.Name}";
}
