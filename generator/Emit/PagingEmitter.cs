using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>The enumeration of an operation's pages: the loop is the runtime's, here is only what differs.</summary>
internal static class PagingEmitter
{
    public static void Declaration(OperationModel operation, PagingModel paging, SourceWriter w)
    {
        Overload overload = Overload.First(operation);
        w.Blank();
        w.Docs("summary", paging.Docs + $"<c>{operation.Name}Async</c>, asked for one after another while they are enumerated.");
        overload.Document(w);
        w.Obsolete(operation.Obsolete);
        w.Lines(Signature(operation, paging, overload) + ";");
    }

    public static void Implementation(OperationModel operation, PagingModel paging, SourceWriter w)
    {
        Overload overload = Overload.First(operation);
        w.Blank();
        w.Obsolete(operation.Obsolete);
        w.Lines($"public {Signature(operation, paging, overload)} => §ApiPaging.{(paging.ItemType is null ? "Pages" : "Items")}(");
        using (w.Indented())
        {
            w.Lines(
                $$"""
                ({{paging.NextName}}, {{paging.TokenName}}) => {{operation.Name}}Async({{string.Join(", ", Arguments(operation, paging))}}),
                static page => {{paging.Next}},
                static page => {{paging.Items}}, {{paging.Cursor}}, cancellationToken);
                """
            );
        }
    }

    /// <summary>The parameters of the enumeration, as text.</summary>
    public static string ParameterList(OperationModel operation) => Overload.First(operation).Parameters();

    /// <summary>What it gives, as text.</summary>
    public static string Result(OperationModel operation, PagingModel paging) =>
        $"§IAsyncEnumerable<{(paging.ItemType ?? operation.ResultType!).CSharp}>";

    private static string Signature(OperationModel operation, PagingModel paging, Overload overload) =>
        $"{Result(operation, paging)} {paging.Name}Async({overload.Signature()})";

    private static IEnumerable<string> Arguments(OperationModel operation, PagingModel paging)
    {
        foreach (ParameterModel parameter in operation.Parameters)
        {
            if (parameter.Name == paging.Cursor)
                yield return $"{parameter.Name}: {paging.NextName}{(parameter.Type.IsNullable ? "" : "!")}";
            else
                yield return $"{parameter.Name}: {parameter.Name}";
        }

        if (operation.Body is { } body)
            yield return $"{body.Name}: {body.Name}";
        yield return "call: call";
        yield return "cancellationToken: " + paging.TokenName;
    }
}
