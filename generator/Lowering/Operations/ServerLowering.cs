using System;
using System.Collections.Generic;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>The servers and the security schemes of the document.</summary>
internal static class ServerLowering
{
    public static EquatableArray<ServerModel> Servers(OpenApiDocument document)
    {
        List<ServerModel> models = [];
        NameScope names = new(["Equals", "ReferenceEquals"]);
        IList<OpenApiServer> servers = document.Servers ?? [];
        for (int i = 0; i < servers.Count; i++)
        {
            string url = WithDefaults(servers[i]);
            if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed) || parsed.Scheme is not ("http" or "https")) continue;
            string? asked = SchemaFacts.TextExtension(servers[i].Extensions, "x-csharp-name")
                ?? SchemaFacts.TextExtension(servers[i].Extensions, "x-fern-server-name") ?? servers[i].Name;
            string name = asked ?? (servers[i].Description is { Length: > 0 and <= 24 } description ? description : servers.Count == 1 ? "Default" : "Server" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
            string docs = servers[i].Description is { Length: > 0 } text ? DocText.Text(text) : "<c>" + XmlDoc.Escape(url) + "</c>";
            models.Add(new ServerModel(names.Give(IdentifierCasing.Pascal(name), "Server"), Literals.String(url), new DocModel(docs)));
        }

        return models.ToEquatableArray();
    }

    private static string WithDefaults(OpenApiServer server)
    {
        string url = server.Url ?? "";
        if (server.Variables is { } variables)
        {
            foreach (KeyValuePair<string, OpenApiServerVariable> variable in variables) url = url.Replace("{" + variable.Key + "}", variable.Value.Default ?? "");
        }

        return url;
    }

    public static EquatableArray<CredentialModel> Credentials(OpenApiDocument document)
    {
        List<CredentialModel> models = [];
        NameScope names = new(["Server", "Equals", "GetHashCode", "GetType", "ToString"]);
        if (document.Components?.SecuritySchemes is not { } schemes) return default;
        foreach (KeyValuePair<string, IOpenApiSecurityScheme> scheme in schemes)
        {
            if (scheme.Value is null || Kind(scheme.Value) is not { } kind) continue;
            string usual = kind switch
            {
                CredentialKind.Bearer => "BearerToken",
                CredentialKind.Basic => "Basic",
                _ => "ApiKey",
            };
            string name = names.IsFree(usual) ? names.Give(usual, "") : names.Give(IdentifierCasing.Pascal(scheme.Key), "Credential");
            models.Add(new CredentialModel(name, kind, Literals.String(scheme.Value.Name ?? ""), new DocModel(Docs(scheme.Key, scheme.Value))));
        }

        return models.ToEquatableArray();
    }

    private static string Docs(string key, IOpenApiSecurityScheme scheme) =>
        scheme.Description is { Length: > 0 } text ? DocText.Text(text) : "The credential of the security scheme <c>" + XmlDoc.Escape(key) + "</c>.";

    private static CredentialKind? Kind(IOpenApiSecurityScheme scheme) => scheme.Type switch
    {
        SecuritySchemeType.ApiKey when scheme.Name is { Length: > 0 } => scheme.In switch
        {
            ParameterLocation.Header => CredentialKind.Header,
            ParameterLocation.Query => CredentialKind.Query,
            ParameterLocation.Cookie => CredentialKind.Cookie,
            _ => null,
        },
        SecuritySchemeType.Http => scheme.Scheme?.ToLowerInvariant() == "basic" ? CredentialKind.Basic : CredentialKind.Bearer,
        SecuritySchemeType.OAuth2 or SecuritySchemeType.OpenIdConnect => CredentialKind.Bearer,
        _ => null,
    };
}
