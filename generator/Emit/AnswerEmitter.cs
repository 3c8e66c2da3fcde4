using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>
/// What a handler returns: a method for each status that the description has, and a conversion where the body says which it is.
/// </summary>
internal static class AnswerEmitter
{
    public static void Emit(AnswerModel model, SourceWriter w)
    {
        JsonCode json = new(
            w.Context.Namespace,
            model.Cases.Select(static c => c.Name).Append("Other").Append("Add").Append("Headers").Append("StatusCode").Contains
        );
        w.Docs(model.Docs);
        using (w.Open($"{w.Access} sealed partial class {model.Name} : §ServerAnswer"))
        {
            w.Lines(
                $"private {model.Name}(int statusCode, §AnswerBody? body) : base(statusCode, body) {{ }}\nprivate {model.Name}(§IResult other) : base(other) {{ }}"
            );
            foreach (AnswerCaseModel answer in model.Cases)
                Case(model, answer, json, w);
            w.Blank();
            w.Docs("summary", "A response that the description does not have.");
            w.Lines($"public static {model.Name} Other(§IResult result) => new(result);");
        }
    }

    private static void Case(AnswerModel model, AnswerCaseModel answer, JsonCode json, SourceWriter w)
    {
        w.Blank();
        string status = answer.Status.ToString(CultureInfo.InvariantCulture);
        w.Docs("summary", answer.Status == 0 ? "Another response of the description, with its status." : $"The response {status}.");
        foreach (HeaderModel header in answer.Headers)
            w.Docs($"param name=\"{header.Name.TrimStart('@')}\"", $"The header <c>{XmlDoc.Escape(header.WireLiteral.Trim('"'))}</c>.");
        string made = $"new({(answer.Status == 0 ? "statusCode" : status)}, {Body(answer, json)})";
        string head = $"public static {model.Name} {answer.Name}({string.Join(", ", Parameters(answer))})";
        if (answer.Headers.IsEmpty)
            w.Lines($"{head} => {made};");
        else
        {
            using (w.Open(head))
            {
                w.Lines($"{model.Name} response = {made};");
                foreach (HeaderModel header in answer.Headers)
                    w.Lines($"response.Add({header.WireLiteral}, {Value(header, json)});");
                w.Lines("return response;");
            }
        }

        if (!answer.IsImplicit)
            return;
        w.Docs("summary", $"The response {status}.");
        w.Lines($"public static implicit operator {model.Name}({answer.Type!.CSharp} body) => {answer.Name}(body);");
    }

    private static IEnumerable<string> Parameters(AnswerCaseModel answer)
    {
        if (answer.Status == 0)
            yield return "int statusCode";
        if (answer.Type is { } type)
            yield return (answer.Form is AnswerForm.Lines or AnswerForm.Events ? $"§IAsyncEnumerable<{type.CSharp}>" : type.CSharp)
                + " body";
        foreach (HeaderModel header in answer.Headers)
            yield return $"{header.Type.CSharp} {header.Name}{(header.IsRequired ? "" : " = null")}";
    }

    private static string Body(AnswerCaseModel answer, JsonCode json)
    {
        string type = answer.Type?.CSharp ?? "";
        return answer.Form switch
        {
            AnswerForm.Json =>
                $"§AnswerBody.Json<{type}>(body, {json.Writer(answer.Type!)}{(answer.MediaTypeLiteral == "\"application/json\"" ? "" : ", " + answer.MediaTypeLiteral)})",
            AnswerForm.Text => $"§AnswerBody.Text(body, {answer.MediaTypeLiteral})",
            AnswerForm.File => $"§AnswerBody.File(body, {answer.MediaTypeLiteral})",
            AnswerForm.Lines => $"§AnswerBody.Lines<{type}>(body, {json.Writer(answer.Type!)}, {answer.MediaTypeLiteral})",
            AnswerForm.Events =>
                $"§AnswerBody.Events<{type}>(body, {json.Writer(answer.Type!)}, {StreamEmitter.Format(answer.Format, answer.Events)})",
            _ => "null",
        };
    }

    private static string Value(HeaderModel header, JsonCode json)
    {
        string guard =
            !header.Type.IsNullable ? ""
            : header.Type.IsValueType ? $"!{header.Name}.HasValue ? default : "
            : $"{header.Name} is null ? default : ";
        string given = header.Type is { IsNullable: true, IsValueType: true } ? header.Name + ".Value" : header.Name;
        return $"{guard}§ParameterValue.{(header.Form == HeaderForm.Json ? "Json" : "FromJson")}({given}, {json.Writer(header.Type.WithNullable(false))})";
    }
}
