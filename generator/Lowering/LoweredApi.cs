using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Lowering.Events;
using OpenApiGen.Generator.Lowering.Handlers;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Lowering;

/// <summary>A document after lowering: its declarations and operations, with every name settled, and nothing of C# text yet.</summary>
internal sealed class LoweredApi(
    LoweringContext context,
    IReadOnlyDictionary<string, ComponentSlot> components,
    IReadOnlyList<OperationDeclaration> operations
)
{
    public LoweringContext Context => context;

    public IReadOnlyDictionary<string, ComponentSlot> Components => components;

    public IReadOnlyList<TypeDeclaration> Types => context.Declarations;

    public IReadOnlyList<OperationDeclaration> Operations { get; private set; } = operations;

    /// <summary>The webhooks and callbacks with a payload, in document order.</summary>
    public IReadOnlyList<EventPayload> Events { get; set; } = [];

    /// <summary>The operations by group, in document order.</summary>
    public IReadOnlyList<IGrouping<string, OperationDeclaration>> Groups { get; private set; } =
    [.. operations.GroupBy(static o => o.Group)];

    /// <summary>The settled names of each group.</summary>
    public Dictionary<string, GroupNames> GroupNames { get; } = [];

    /// <summary>Every name that a type has in the namespace of the emitted code.</summary>
    public IEnumerable<string> TypeNames =>
        [
            .. Types.Select(static t => t.Name),
            .. GroupNames.Values.SelectMany(static g => new[] { g.Interface, g.Class }),
            .. Operations.Select(static o => o.ResultName).Where(static n => n.Length > 0),
            ClientName,
            OptionsName,
            ServerName,
            JsonName,
            HeadersName,
            ServicesName,
            .. Stubs?.TypeNames(Operations) ?? [],
        ];

    public IReadOnlyList<ServerDeclaration> Servers { get; set; } = [];

    public string ClientName { get; set; } = "";

    public string OptionsName { get; set; } = "";

    public string ServerName { get; set; } = "";

    /// <summary>Empty where the project has no client factory.</summary>
    public string ServicesName { get; set; } = "";

    /// <summary>Empty where no response has a header.</summary>
    public string HeadersName { get; set; } = "";

    public string JsonName { get; set; } = "";

    /// <summary>The names of the server's side; null where it is not generated.</summary>
    public ServerStubs? Stubs { get; set; }

    /// <summary>Forgets the operations that the project does not ask for.</summary>
    public void DropUnselected()
    {
        Operations = [.. Operations.Where(static o => o.IsSelected)];
        Groups = [.. Operations.GroupBy(static o => o.Group)];
        foreach (string name in GroupNames.Keys.Except(Groups.Select(static g => g.Key)).ToArray())
            GroupNames.Remove(name);
    }
}

/// <param name="Property">The property of the root client.</param>
internal sealed record GroupNames(string Property, string Interface, string Class);
