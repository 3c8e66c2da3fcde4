using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>Servers with settled names to the model that is emitted.</summary>
internal static class ServerModels
{
    public static EquatableArray<ServerModel> Of(IReadOnlyList<ServerDeclaration> servers) =>
        servers
            .Select(static server =>
            {
                NameScope names = new([]);
                return new ServerModel(
                    server.Name,
                    Literals.String(server.Url),
                    server.IsAbsolute,
                    server.Variables.Select(v => Variable(v, names)).ToEquatableArray(),
                    new DocModel(
                        server.Description is { Length: > 0 } text ? DocText.Text(text) : "<c>" + XmlDoc.Escape(server.Url) + "</c>"
                    )
                );
            })
            .ToEquatableArray();

    /// <summary>The servers of single operations, each an option.</summary>
    public static EquatableArray<OwnServerModel> Own(IReadOnlyList<OperationDeclaration> operations, NameScope names) =>
        operations
            .Where(static o => o.Server is not null)
            .GroupBy(static o => ServerLowering.WithDefaults(o.Server!), StringComparer.Ordinal)
            .Select(group => new OwnServerModel(
                names.Give(IdentifierCasing.Pascal(Name(group.First().Server!, group.Key)), "Address"),
                Literals.String(group.Key),
                ServerLowering.IsAbsolute(group.Key) || group.Key.StartsWith("//", StringComparison.Ordinal),
                new DocModel(
                    "The server of the operations that have one of their own, in place of <c>" + XmlDoc.Escape(group.Key) + "</c>."
                )
            ))
            .ToEquatableArray();

    /// <summary>After the document, or the first part of the host, or the path.</summary>
    private static string Name(OpenApiServer server, string url)
    {
        string name =
            ServerLowering.Asked(server)
            ?? (Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed) && parsed.Host.Length > 0 ? parsed.Host.Split('.')[0] : url);
        return name.EndsWith("server", StringComparison.OrdinalIgnoreCase) ? name : name + "Server";
    }

    private static ServerVariableModel Variable(ServerVariableDeclaration variable, NameScope names)
    {
        TypeRef type = TypeModels.Ref(variable.Use);
        return new ServerVariableModel(
            names.Give(IdentifierCasing.Camel(variable.WireName), "Value"),
            Literals.String(variable.WireName),
            type.Kind == TypeKind.Declared ? type.WithNullable(true) : null,
            Literals.String(variable.Default),
            variable.Description is { Length: > 0 } text
                ? DocText.Text(text)
                : "The variable <c>" + XmlDoc.Escape(variable.WireName) + "</c>."
        );
    }
}
