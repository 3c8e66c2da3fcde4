using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>What the options of a client hold beside its server.</summary>
internal sealed record ClientAccess(EquatableArray<CredentialModel> Credentials, EquatableArray<OwnServerModel> Servers)
{
    public static ClientAccess Of(LoweredApi api)
    {
        NameScope names = new([api.OptionsName, .. ReservedNames.Options]);
        EquatableArray<CredentialModel> credentials = CredentialLowering.Credentials(api.Context.Document, names);
        return new ClientAccess(credentials, ServerModels.Own(api.Operations, names));
    }

    /// <summary>The properties of a credential, the one to be told first of them.</summary>
    public static IEnumerable<(string Type, string Name)> Properties(CredentialModel credential)
    {
        if (credential.Kind == CredentialKind.Basic)
            return [("string?", credential.Name + "UserName"), ("string?", credential.Name + "Password")];
        return credential.ProviderName is { } provider
            ? [("string?", credential.Name), ("§ApiTokenProvider?", provider)]
            : [("string?", credential.Name)];
    }

    public IEnumerable<string> Names =>
        Credentials.SelectMany(Properties).Select(static p => p.Name).Concat(Servers.Select(static s => s.Name)).Append("Server");
}
