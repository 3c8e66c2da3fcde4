using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Naming;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>A server with its variables, before type names are settled.</summary>
/// <param name="Url">As it is in the document.</param>
/// <param name="IsAbsolute">Whether it is a whole URL, with the defaults.</param>
internal sealed record ServerDeclaration(
    string Url,
    bool IsAbsolute,
    string Name,
    string? Description,
    IReadOnlyList<ServerVariableDeclaration> Variables
);

/// <param name="Use">A string, or the enum of its values.</param>
internal sealed record ServerVariableDeclaration(string WireName, SchemaUse Use, string Default, string? Description);

/// <summary>The servers of the document, and those that single operations have.</summary>
internal sealed class ServerLowering(SchemaLowering schemas)
{
    private readonly Dictionary<string, SchemaUse> _enums = new(StringComparer.Ordinal);

    private LoweringContext Context => schemas.Context;

    public List<ServerDeclaration> Lower()
    {
        List<ServerDeclaration> found = [];
        NameScope names = new([Context.Options.ApiName + "Server", Context.Options.ApiName + "ServerApi", .. ReservedNames.Object]);
        IList<OpenApiServer> servers = Context.Document.Servers ?? [];
        for (int i = 0; i < servers.Count; i++)
        {
            if (servers[i] is null || !IsUsable(WithDefaults(servers[i])) || servers[i].Url is not { Length: > 0 } url)
                continue;
            string name = Asked(servers[i]) ?? (servers.Count == 1 ? "Default" : "Server" + (i + 1).ToString(CultureInfo.InvariantCulture));
            found.Add(
                new ServerDeclaration(
                    url,
                    IsAbsolute(WithDefaults(servers[i])),
                    names.Give(IdentifierCasing.Pascal(name), "Server"),
                    servers[i].Description,
                    Variables(servers[i], SpecPointer.Root["servers"][i]["variables"])
                )
            );
        }

        Context.RunPending();
        return found;
    }

    /// <summary>
    /// The server that an operation has in place of the API's; null where that which a client takes by itself is among its servers.
    /// </summary>
    public static OpenApiServer? Own(OpenApiDocument document, IOpenApiPathItem path, OpenApiOperation operation)
    {
        IList<OpenApiServer>? servers =
            operation.Servers is { Count: > 0 } mine ? mine
            : path.Servers is { Count: > 0 } shared ? shared
            : null;
        if (servers?[0] is not { } own || !IsUsable(WithDefaults(own)))
            return null;
        string[] listed = [.. (document.Servers ?? []).Where(static s => s is not null).Select(WithDefaults).Where(IsUsable)];
        string? first = listed.FirstOrDefault(IsAbsolute) ?? listed.FirstOrDefault();
        return servers.Any(s => s is not null && WithDefaults(s) == first) ? null : own;
    }

    public static string WithDefaults(OpenApiServer server)
    {
        string url = server.Url ?? "";
        foreach (
            KeyValuePair<string, OpenApiServerVariable> variable in server.Variables ?? new Dictionary<string, OpenApiServerVariable>()
        )
        {
            url = url.Replace("{" + variable.Key + "}", variable.Value?.Default ?? "");
        }

        return url;
    }

    /// <summary>What the document calls a server; null where it has no short name for it.</summary>
    public static string? Asked(OpenApiServer server) =>
        SchemaFacts.TextExtension(server.Extensions, "x-csharp-name")
        ?? SchemaFacts.TextExtension(server.Extensions, "x-fern-server-name")
        ?? server.Name
        ?? (server.Description is { Length: > 0 and <= 24 } description ? description : null);

    /// <summary>An HTTP address, or a relative one that says something.</summary>
    private static bool IsUsable(string url) =>
        IsAbsolute(url) || (url.Length > 1 && url.IndexOf(':') < 0 && url.IndexOf('{') < 0 && Uri.TryCreate(url, UriKind.Relative, out _));

    public static bool IsAbsolute(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed) && (parsed.Scheme is "http" or "https");

    private List<ServerVariableDeclaration> Variables(OpenApiServer server, SpecPointer place)
    {
        List<ServerVariableDeclaration> variables = [];
        foreach (KeyValuePair<string, OpenApiServerVariable> entry in server.Variables ?? new Dictionary<string, OpenApiServerVariable>())
        {
            if (entry.Value is null || server.Url?.IndexOf("{" + entry.Key + "}", StringComparison.Ordinal) is null or < 0)
                continue;
            variables.Add(
                new ServerVariableDeclaration(
                    entry.Key,
                    Type(entry.Key, entry.Value, place[entry.Key]),
                    entry.Value.Default ?? "",
                    entry.Value.Description
                )
            );
        }

        return variables;
    }

    private SchemaUse Type(string name, OpenApiServerVariable variable, SpecPointer place)
    {
        if (variable.Enum is not { Count: > 0 } values)
            return new SchemaUse(new PrimitiveShape(Primitive.String), false);
        string key = name + "\n" + string.Join("\n", values);
        if (_enums.TryGetValue(key, out SchemaUse known))
            return known;
        OpenApiSchema schema = new()
        {
            Type = JsonSchemaType.String,
            Enum = [.. values.Select(static v => (JsonNode)JsonValue.Create(v)!)],
            Description = variable.Description,
        };
        SchemaUse use = schemas.Lower(new SchemaSite(schema, place, NameHint.Operation("Server" + IdentifierCasing.Pascal(name))));
        _enums.Add(key, use);
        return use;
    }
}
