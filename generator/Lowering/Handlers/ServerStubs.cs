using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Lowering.Handlers;

/// <summary>The server's side of an API. Its names are given after all others, so that asking for it renames nothing.</summary>
internal sealed class ServerStubs
{
    private ServerStubs(LoweredApi api, NameScope scope)
    {
        string name = api.Context.Options.ApiName;
        EndpointsName = scope.Give(name + "Endpoints", "Api");
        HandlerName = scope.Give("I" + name + "Handler", "Api");
        ShapesName = scope.Give(name + "Shapes", "Api");
        Groups =
        [
            .. api.Groups.Select(g => new Names(
                g.Key,
                scope.Give("I" + g.Key + "Handler", "Group"),
                scope.Give(g.Key + "Endpoints", "Group")
            )),
        ];
        foreach (OperationDeclaration operation in api.Operations)
        {
            // As who writes a handler sees them: ISleepHandler.GetAsync gives a SleepGetAnswer.
            string own = operation.Name.StartsWith(operation.Group, System.StringComparison.Ordinal)
                ? operation.Name
                : operation.Group + operation.Name;
            operation.AnswerName = scope.Give(own + "Answer", operation.Group);
        }
    }

    public string EndpointsName { get; }

    public string HandlerName { get; }

    public string ShapesName { get; }

    private Names[] Groups { get; }

    public static ServerStubs Of(LoweredApi api, NameScope scope) => new(api, scope);

    public IEnumerable<string> TypeNames(IEnumerable<OperationDeclaration> operations) =>
        [
            EndpointsName,
            HandlerName,
            ShapesName,
            .. Groups.SelectMany(static n => new[] { n.Interface, n.Endpoints }),
            .. operations.Select(static o => o.AnswerName),
        ];

    /// <summary>The handlers, what maps them, and the shapes that they need.</summary>
    public ApiModel Add(ApiModel model, LoweredApi api, HintNames hints, EmitContext emit, System.Func<string, DocModel> docs)
    {
        ReceiverModel[] receivers =
        [
            .. api
                .Types.OfType<UnionDeclaration>()
                .Where(static u => u.Events is not null)
                .Select(static u => new ReceiverModel(u.IsOfCallbacks ? "Callbacks" : "Webhooks", u.Name)),
        ];
        Names[] groups = [.. Groups.Where(n => api.Groups.Any(g => g.Key == n.Group))];
        if (groups.Length == 0 && receivers.Length == 0)
            return model;
        WireShapes shapes = new(ShapesName);
        HandlerModels operations = new(shapes);
        EquatableArray<HandlerModel> handlers = groups
            .Select(n => new HandlerModel(
                hints.Give(n.Interface),
                emit,
                n.Interface,
                HandlerName,
                n.Endpoints,
                Literals.String(n.Group),
                docs(n.Group),
                api.Groups.First(g => g.Key == n.Group)
                    .Select(o => api.Context.Parts.Try(o.Place, () => operations.Of(o)))
                    .OfType<HandlerOperationModel>()
                    .ToEquatableArray()
            ))
            .ToEquatableArray();
        EquatableArray<WireShapeModel> needed = shapes.Models();
        return model with
        {
            Server = new ServerApiModel(
                hints.Give(EndpointsName),
                emit,
                EndpointsName,
                HandlerName,
                IdentifierCasing.Pascal(api.Context.Options.ApiName),
                groups.Select(static n => new HandlerReference(n.Interface, n.Endpoints)).ToEquatableArray(),
                receivers.ToEquatableArray()
            ),
            Handlers = handlers,
            Shapes = needed.IsEmpty ? null : new WireShapesModel(hints.Give(ShapesName), emit, ShapesName, needed),
        };
    }

    private sealed record Names(string Group, string Interface, string Endpoints);
}
