using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Lowering;
using OpenApiGen.Generator.Lowering.Events;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Baseline;

/// <summary>
/// Which types a caller writes and which it reads: what is newly required breaks the one, what may newly be null the other.
/// </summary>
internal sealed class ApiReach
{
    private readonly HashSet<TypeDeclaration> _sent = [];
    private readonly HashSet<TypeDeclaration> _received = [];

    public ApiReach(LoweredApi api)
    {
        foreach (OperationDeclaration operation in api.Operations)
        {
            foreach (ParameterDeclaration parameter in operation.Parameters)
                Walk(parameter.Use, _sent);
            foreach (BodyDeclaration body in operation.Bodies.Where(static b => b.Use is not null))
                Walk(body.Use!.Value, _sent);
            if (operation.Stream is { } stream)
                Walk(stream.Item, _received);
            foreach (AlternativeDeclaration other in operation.Alternatives)
                Walk(other.Use, _received);
            foreach (ResponseDeclaration response in operation.Responses.Where(static r => r.Use is not null))
                Walk(response.Use!.Value, _received);
        }

        foreach (EventPayload payload in api.Events)
            Walk(payload.Use, _received);
    }

    /// <summary>Part of a request; a type that nothing refers to may be.</summary>
    public bool IsSent(TypeDeclaration type) => _sent.Contains(type) || !_received.Contains(type);

    /// <summary>Part of a response or an event; a type that nothing refers to may be.</summary>
    public bool IsReceived(TypeDeclaration type) => _received.Contains(type) || !_sent.Contains(type);

    private static void Walk(SchemaUse root, HashSet<TypeDeclaration> seen)
    {
        Stack<SchemaUse> pending = new([root]);
        while (pending.Count > 0)
        {
            switch (pending.Pop().Shape)
            {
                case ListShape list:
                    pending.Push(list.Item);
                    break;
                case MapShape map:
                    pending.Push(map.Value);
                    if (map.Key is { } key)
                        pending.Push(new SchemaUse(key, false));
                    break;
                case DeclaredShape { Declaration: var declaration } when seen.Add(declaration):
                    foreach (SchemaUse use in declaration.Uses)
                        pending.Push(use);
                    break;
            }
        }
    }
}
