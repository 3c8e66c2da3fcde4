using System.Collections.Generic;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>The security schemes of the document to options of the client.</summary>
internal static class CredentialLowering
{
    public static EquatableArray<CredentialModel> Credentials(OpenApiDocument document, NameScope names)
    {
        List<CredentialModel> models = [];
        if (document.Components?.SecuritySchemes is not { } schemes)
            return default;
        foreach (KeyValuePair<string, IOpenApiSecurityScheme> scheme in schemes)
        {
            if (scheme.Value is null || Kind(scheme.Value) is not { } kind)
                continue;
            string usual = kind switch
            {
                CredentialKind.Bearer => "BearerToken",
                CredentialKind.Basic => "Basic",
                _ => "ApiKey",
            };
            string name = names.IsFree(usual) ? names.Give(usual, "") : names.Give(IdentifierCasing.Pascal(scheme.Key), "Credential");
            models.Add(
                new CredentialModel(
                    name,
                    kind == CredentialKind.Bearer ? names.Give(name + "Provider", "Callback") : null,
                    kind,
                    Literals.String(scheme.Key),
                    Literals.String(scheme.Value.Type == SecuritySchemeType.ApiKey ? scheme.Value.Name ?? "" : "Authorization"),
                    new DocModel(Docs(scheme.Key, scheme.Value))
                )
            );
        }

        return models.ToEquatableArray();
    }

    /// <summary>Where the credential of a scheme travels; null for what the request has no part in, such as mutual TLS.</summary>
    public static CredentialKind? Kind(IOpenApiSecurityScheme scheme) =>
        scheme.Type switch
        {
            SecuritySchemeType.ApiKey when scheme.Name is { Length: > 0 } => scheme.In switch
            {
                ParameterLocation.Header => CredentialKind.Header,
                ParameterLocation.Query => CredentialKind.Query,
                ParameterLocation.Cookie => CredentialKind.Cookie,
                _ => null,
            },
            SecuritySchemeType.Http => scheme.Scheme?.ToLowerInvariant() switch
            {
                "basic" => CredentialKind.Basic,
                "bearer" or null or "" => CredentialKind.Bearer,
                _ => CredentialKind.Header,
            },
            SecuritySchemeType.OAuth2 or SecuritySchemeType.OpenIdConnect => CredentialKind.Bearer,
            _ => null,
        };

    private static string Docs(string key, IOpenApiSecurityScheme scheme) =>
        scheme.Description is { Length: > 0 } text ? DocText.Text(text)
        : scheme.Type == SecuritySchemeType.Http && Kind(scheme) == CredentialKind.Header
            ? "The value of the header <c>Authorization</c>, scheme included: <c>" + XmlDoc.Escape(scheme.Scheme ?? "") + " …</c>."
        : "The credential of the security scheme <c>" + XmlDoc.Escape(key) + "</c>.";
}
