using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>A method that asks for another response of an operation, by its media type.</summary>
internal static class AlternativeEmitter
{
    public static void Declaration(OperationModel operation, OtherAnswerModel other, SourceWriter w)
    {
        Overload overload = Overload.First(operation);
        w.Blank();
        string body = other.Answer.Form == ResponseForm.Stream ? ": the body as it comes, which the caller disposes" : "";
        w.Docs(
            "summary",
            $"The response of <c>{operation.Name}Async</c> as <c>{XmlDoc.Escape(other.Answer.MediaTypeLiteral!.Trim('"'))}</c>{body}."
        );
        overload.Document(w);
        w.Obsolete(operation.Obsolete);
        w.Lines(Signature(other, overload) + ";");
    }

    public static void Implementation(OperationModel operation, OtherAnswerModel other, JsonCode json, SourceWriter w)
    {
        Overload overload = Overload.First(operation);
        w.Blank();
        w.Obsolete(operation.Obsolete);
        using (w.Open("public " + Signature(other, overload)))
        {
            OperationEmitter.Request(operation, overload, other.AcceptLiteral, json, w);
            w.Lines($"return _transport.SendAsync(request, {OperationEmitter.FieldName(other.Name)}, call, cancellationToken);");
        }

        w.Blank();
        OperationEmitter.Responses(
            other.Name,
            [other.Answer, .. operation.Responses.Where(static r => r.IsError)],
            other.Answer.Type,
            json,
            w
        );
    }

    /// <summary>What the method gives, as text.</summary>
    public static string Result(OtherAnswerModel other) => $"§Task<{other.Answer.Type!.CSharp}>";

    private static string Signature(OtherAnswerModel other, Overload overload) =>
        $"{Result(other)} {other.Name}Async({overload.Signature()})";
}
