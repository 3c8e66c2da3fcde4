using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>
/// The names that are no more. Nothing here ever runs: it is there for the compiler to find and to refuse with the message on it, so what
/// needs a body returns a default.
/// </summary>
internal static class RemovedEmitter
{
    public static void Emit(RemovedModel model, SourceWriter w)
    {
        // A derived record may have had a member of its own that its base has no more either.
        if (!model.Members.IsEmpty)
            w.Lines("#pragma warning disable CS0108\n");
        foreach (RemovedTypeModel type in model.Types)
        {
            RemovedTypeEmitter.Emit(type, w);
            w.Blank();
        }

        foreach (RemovedMembersModel members in model.Members)
            RemovedMembersEmitter.Emit(members, w);
        foreach (RemovedResultModel result in model.Groups.SelectMany(static g => g.Results))
            RemovedResultEmitter.Emit(result, w);
        if (model.Client is { } client)
            Client(model, client, w);
        foreach (RemovedGroupModel group in model.Groups.Where(static g => g.Message.Length > 0))
            Group(group, w);
        if (model.Headers.IsEmpty && model.Groups.All(static g => g.Message.Length > 0 || g.Operations.IsEmpty))
            return;
        w.Docs("summary", "Operations and headers of earlier versions of the description.");
        using (w.Open($"{w.Access} static class {model.Name}"))
        {
            foreach (RemovedPropertyModel header in model.Headers)
            {
                w.Removed(header.Message);
                w.Lines($"public static {header.Type} {header.Name}(this §ApiCall call) => default;");
            }

            foreach (RemovedGroupModel group in model.Groups.Where(static g => g.Message.Length == 0))
            {
                foreach (RemovedOperationModel operation in group.Operations)
                    Methods(operation, $"this {group.InterfaceName} {group.Receiver}, ", "public static ", " => default!;", w);
            }
        }
    }

    private static void Client(RemovedModel model, RemovedClientModel client, SourceWriter w)
    {
        using (w.Open($"partial class {client.ClientName}"))
        {
            foreach (RemovedGroupModel group in model.Groups.Where(static g => g.Property is not null))
            {
                w.Removed(group.Message);
                w.Lines($"public {group.InterfaceName} {group.Property} => null!;");
            }
        }

        w.Blank();
        if (client.Credentials.IsEmpty)
            return;
        using (w.Open($"partial class {client.OptionsName}"))
        {
            foreach (RemovedPropertyModel credential in client.Credentials)
            {
                w.Removed(credential.Message);
                w.Lines($$"""public {{credential.Type}} {{credential.Name}} { get => null; set { } }""");
            }
        }

        w.Blank();
    }

    private static void Group(RemovedGroupModel group, SourceWriter w)
    {
        w.Removed(group.Message);
        using (w.Open($"{w.Access} partial interface {group.InterfaceName}"))
        {
            foreach (RemovedOperationModel operation in group.Operations)
                Methods(operation, "", "", ";", w);
        }

        w.Blank();
        w.Removed(group.Message);
        w.Lines($"{w.Access} sealed partial class {group.ClassName} {{ }}");
        w.Blank();
    }

    private static void Methods(RemovedOperationModel model, string receiver, string head, string body, SourceWriter w)
    {
        OperationModel operation = model.Operation;
        if (model.HasMethod)
        {
            foreach (string parameters in GroupEmitter.ParameterLists(operation))
            {
                w.Removed(model.Message);
                w.Lines($"{head}{GroupEmitter.Result(operation)} {operation.Name}Async({receiver}{parameters}){body}");
            }
        }

        foreach (OtherAnswerModel other in model.Others)
        {
            w.Removed(model.Message);
            w.Lines(
                $"{head}{AlternativeEmitter.Result(other)} {other.Name}Async({receiver}{Overload.First(operation).Parameters()}){body}"
            );
        }

        if (model.HasStream && operation.Stream is { } stream)
        {
            w.Removed(model.Message);
            w.Lines($"{head}{StreamEmitter.Result(stream)} {stream.Name}Async({receiver}{Overload.First(operation).Parameters()}){body}");
        }

        if (!model.HasPaging || operation.Paging is not { } paging)
            return;
        w.Removed(model.Message);
        w.Lines(
            $"{head}{PagingEmitter.Result(operation, paging)} {paging.Name}Async({receiver}{PagingEmitter.ParameterList(operation)}){body}"
        );
    }
}
