using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>
/// A group of operations: an interface to mock and the class behind it. An operation with deprecated parameters is two methods,
/// so that only a call that passes one of them is warned about.
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
                foreach (Overload overload in Overloads(operation))
                {
                    if (!first) w.Blank();
                    first = false;
                    Documentation(operation, overload, w);
                    Obsolete(operation, overload, w);
                    w.Lines(Signature(operation, overload, withDefaults: true) + ";");
                }

                if (operation.Paging is { } paging) PagingEmitter.Declaration(operation, paging, w);
            }
        }

        w.Blank();
        w.Docs("summary", $"Calls the operations of <see cref=\"{model.InterfaceName}\"/> over HTTP.");
        using (w.Open($"{w.Access} sealed partial class {model.ClassName} : {model.InterfaceName}"))
        {
            w.Lines($"private readonly §ApiTransport _transport;\n\ninternal {model.ClassName}(§ApiTransport transport) => _transport = transport;");
            HashSet<string> members = [.. model.Operations.Select(static o => o.Name + "Async")];
            JsonCode json = new(w.Context.Namespace, members.Contains);
            for (int i = 0; i < model.Operations.Length; i++) Operation(model.Operations[i], json, w);
        }

        foreach (ResultModel result in model.Results)
        {
            w.Blank();
            ResultEmitter.Emit(result, w);
        }
    }

    private static void Operation(OperationModel operation, JsonCode json, SourceWriter w)
    {
        foreach (Overload overload in Overloads(operation))
        {
            w.Blank();
            Obsolete(operation, overload, w);
            if (overload.Forwards)
            {
                w.Lines($"public {Signature(operation, overload, withDefaults: true)} =>");
                using (w.Indented()) w.Lines($"{operation.Name}Async({string.Join(", ", Arguments(operation))});");
                continue;
            }

            using (w.Open("public " + Signature(operation, overload, withDefaults: true))) OperationEmitter.Body(operation, json, w);
        }

        if (operation.Paging is { } paging) PagingEmitter.Implementation(operation, paging, w);

        w.Blank();
        OperationEmitter.Responses(operation, json, w);
    }

    /// <summary>The full set of arguments, deprecated ones left out.</summary>
    private static IEnumerable<string> Arguments(OperationModel operation)
    {
        foreach (ParameterModel parameter in operation.Parameters) yield return $"{parameter.Name}: {(parameter.Obsolete is null ? parameter.Name : "null")}";
        if (operation.Body is { } body) yield return $"{body.Name}: {body.Name}";
        yield return "call: call";
        yield return "cancellationToken: cancellationToken";
    }

    private static IEnumerable<Overload> Overloads(OperationModel operation)
    {
        bool any = operation.Parameters.Any(static p => p.Obsolete is not null);
        if (any) yield return new Overload([.. operation.Parameters.Where(static p => p.Obsolete is null)], null, true);
        ObsoleteModel[] reasons = [.. operation.Parameters.Where(static p => p.Obsolete is not null).Select(static p => p.Obsolete!)];
        ObsoleteModel? obsolete = reasons.Length switch
        {
            0 => null,
            1 => reasons[0],
            _ => new ObsoleteModel(string.Join(" ", reasons.Select(static r => r.Message).Distinct()), "OAG9004"),
        };
        yield return new Overload([.. operation.Parameters], obsolete, false);
    }

    /// <summary>The parameters of each form of the method, as text.</summary>
    public static IEnumerable<string> ParameterLists(OperationModel operation) =>
        Overloads(operation).Select(o => Parameters(operation, o.Parameters, withDefaults: true));

    /// <summary>What the method gives, as text.</summary>
    public static string Result(OperationModel operation) => operation.ResultType is { } type ? $"§Task<{type.CSharp}>" : "§Task";

    private static void Obsolete(OperationModel operation, Overload overload, SourceWriter w) => w.Obsolete(operation.Obsolete ?? overload.Obsolete);

    private static string Signature(OperationModel operation, Overload overload, bool withDefaults) =>
        $"{Result(operation)} {operation.Name}Async({Parameters(operation, overload.Parameters, withDefaults)})";

    /// <summary>Parameters in the order of the signature, with those that every operation has.</summary>
    public static string Parameters(OperationModel operation, IReadOnlyList<ParameterModel> parameters, bool withDefaults) =>
        string.Join(", ", Ordered(operation, parameters).Select(p => $"{p.Type} {p.Name}{(withDefaults ? p.Default : "")}"));

    private static IEnumerable<(string Type, string Name, string Default)> Ordered(OperationModel operation, IReadOnlyList<ParameterModel> parameters)
    {
        foreach (ParameterModel required in parameters.Where(static p => p.IsRequired)) yield return (required.Type.CSharp, required.Name, "");
        if (operation.Body is { IsRequired: true } must) yield return (BodyType(must), must.Name, "");
        foreach (ParameterModel deprecated in parameters.Where(static p => !p.IsRequired && p.Obsolete is not null)) yield return (deprecated.Type.CSharp, deprecated.Name, "");
        if (operation.Body is { IsRequired: false } may) yield return (BodyType(may), may.Name, " = null");
        foreach (ParameterModel optional in parameters.Where(static p => !p.IsRequired && p.Obsolete is null)) yield return (optional.Type.CSharp, optional.Name, " = null");
        yield return ("§ApiCall?", "call", " = null");
        yield return ("§CancellationToken", "cancellationToken", " = default");
    }

    private static string BodyType(BodyModel body)
    {
        if (body.Type is not { } type) return body.IsRequired ? "§HttpContent" : "§HttpContent?";
        return body.IsRequired ? type.CSharp : type.WithNullable(true).CSharp;
    }

    private static void Documentation(OperationModel operation, Overload overload, SourceWriter w)
    {
        w.Docs(operation.Docs);
        ParameterDocs(operation, overload.Parameters, w);
    }

    public static void ParameterDocs(OperationModel operation, IReadOnlyList<ParameterModel> parameters, SourceWriter w)
    {
        foreach (ParameterModel parameter in parameters) w.Docs($"param name=\"{parameter.Name.TrimStart('@')}\"", parameter.Docs);
        if (operation.Body is { } body) w.Docs($"param name=\"{body.Name}\"", body.Docs.Length == 0 ? "The request body." : body.Docs);
    }

    /// <param name="Forwards">It calls the other one.</param>
    private sealed record Overload(IReadOnlyList<ParameterModel> Parameters, ObsoleteModel? Obsolete, bool Forwards);
}
