using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>
/// A group of operations: an interface to mock and the class behind it.
/// </summary>
internal static class GroupEmitter
{
    public static void Emit(GroupModel model, SourceWriter w)
    {
        w.Docs(model.Docs);
        using (w.Open($"{w.Access} partial interface {model.InterfaceName}"))
        {
            bool first = true;
            foreach (OperationModel operation in model.Operations)
            {
                foreach (Overload overload in Overload.Of(operation))
                {
                    if (!first)
                        w.Blank();
                    first = false;
                    Documentation(operation, overload, w);
                    w.Obsolete(operation.Obsolete);
                    w.Lines(Signature(operation, overload) + ";");
                }

                foreach (OtherAnswerModel other in operation.Alternatives)
                    AlternativeEmitter.Declaration(operation, other, w);
                if (operation.Stream is { IsOnly: false } stream)
                    StreamEmitter.Declaration(operation, stream, w);
                if (operation.Paging is { } paging)
                    PagingEmitter.Declaration(operation, paging, w);
            }
        }

        w.Blank();
        w.Docs("summary", $"Calls the operations of <see cref=\"{model.InterfaceName}\"/> over HTTP.");
        using (w.Open($"{w.Access} sealed partial class {model.ClassName} : {model.InterfaceName}"))
        {
            w.Lines(
                $"private readonly §ApiTransport _transport;\n\ninternal {model.ClassName}(§ApiTransport transport) => _transport = transport;"
            );
            HashSet<string> members =
            [
                .. model.Operations.Select(static o => o.Name + "Async"),
                .. model.Operations.SelectMany(static o => o.Parameters).Select(static p => p.Name),
            ];
            JsonCode json = new(w.Context.Namespace, members.Contains);
            for (int i = 0; i < model.Operations.Length; i++)
                Operation(model.Operations[i], json, w);
        }

        foreach (ResultModel result in model.Results)
        {
            w.Blank();
            ResultEmitter.Emit(result, w);
        }
    }

    private static void Operation(OperationModel operation, JsonCode json, SourceWriter w)
    {
        foreach (Overload overload in Overload.Of(operation))
        {
            w.Blank();
            w.Obsolete(operation.Obsolete);
            using (w.Open("public " + Signature(operation, overload)))
                OperationEmitter.Body(operation, overload, json, w);
        }

        foreach (OtherAnswerModel other in operation.Alternatives)
            AlternativeEmitter.Implementation(operation, other, json, w);
        if (operation.Stream is { IsOnly: false } stream)
            StreamEmitter.Implementation(operation, stream, json, w);
        if (operation.Paging is { } paging)
            PagingEmitter.Implementation(operation, paging, w);

        w.Blank();
        OperationEmitter.Fields(operation, json, w);
    }

    /// <summary>The parameters of each form of the method, as text.</summary>
    public static IEnumerable<string> ParameterLists(OperationModel operation) => Overload.Of(operation).Select(static o => o.Parameters());

    /// <summary>What the method gives, as text.</summary>
    public static string Result(OperationModel operation) =>
        operation.Stream is { IsOnly: true } stream ? StreamEmitter.Result(stream)
        : operation.ResultType is { } type ? $"§Task<{type.CSharp}>"
        : "§Task";

    private static string Signature(OperationModel operation, Overload overload) =>
        operation.Stream is { IsOnly: true } stream
            ? StreamEmitter.Signature(stream, overload)
            : $"{Result(operation)} {operation.Name}Async({overload.Signature()})";

    private static void Documentation(OperationModel operation, Overload overload, SourceWriter w)
    {
        w.Docs(operation.Docs);
        overload.Document(w);
    }
}
