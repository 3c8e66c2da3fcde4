using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>The root client with its options and its list of servers.</summary>
internal static class ClientEmitter
{
    public static void Emit(ClientModel model, SourceWriter w)
    {
        Client(model, w);
        w.Blank();
        Options(model, w);
        if (model.Servers.IsEmpty && model.RemovedServers.IsEmpty) return;
        w.Blank();
        Servers(model, w);
    }

    private static void Client(ClientModel model, SourceWriter w)
    {
        w.Docs(model.Docs);
        using (w.Open($"{w.Access} partial class {model.Name}"))
        {
            w.Docs("summary", "Creates a client.");
            w.Docs("param name=\"httpClient\"", "Sends the requests; it stays the caller's, as do its handlers, its timeout and its lifetime.");
            w.Docs("param name=\"options\"", "The server and the credentials; without a server, the base address of the client, then the first server of the description.");
            using (w.Open($"public {model.Name}(§HttpClient httpClient, {model.OptionsName}? options = null)"))
            {
                w.Lines("if (httpClient is null) throw new §ArgumentNullException(nameof(httpClient));\noptions ??= new();");
                string server = model.Servers.IsEmpty
                    ? "options.Server"
                    : $"options.Server ?? (httpClient.BaseAddress is null ? {model.ServerName}.{model.Servers[0].Name} : null)";
                w.Lines($"var transport = new §ApiTransport(httpClient, {server}{string.Concat(model.Credentials.Select(Credential))});");
                foreach (GroupReference group in model.Groups) w.Lines($"{group.PropertyName} = new {group.ClassName}(transport);");
            }

            foreach (GroupReference group in model.Groups)
            {
                w.Blank();
                w.Docs(group.Docs);
                w.Lines($$"""public virtual {{group.InterfaceName}} {{group.PropertyName}} { get; }""");
            }
        }
    }

    private static string Credential(CredentialModel model) => model.Kind switch
    {
        CredentialKind.Bearer => $", new §BearerCredential(options.{model.Name})",
        CredentialKind.Basic => $", new §BasicCredential(options.{model.Name}UserName, options.{model.Name}Password)",
        _ => $", new §ApiKeyCredential(§ApiKeyLocation.{model.Kind}, {model.WireLiteral}, options.{model.Name})",
    };

    private static void Options(ClientModel model, SourceWriter w)
    {
        w.Docs("summary", $"What a <see cref=\"{model.Name}\"/> needs to know.");
        using (w.Open($"{w.Access} sealed partial class {model.OptionsName}"))
        {
            w.Docs("summary", "The base address, which may have a path; see also the servers of the description.");
            w.Lines("public §Uri? Server { get; set; }");
            foreach (CredentialModel credential in model.Credentials)
            {
                w.Blank();
                w.Docs(credential.Docs);
                if (credential.Kind != CredentialKind.Basic)
                {
                    w.Lines($$"""public string? {{credential.Name}} { get; set; }""");
                    continue;
                }

                w.Lines($$"""public string? {{credential.Name}}UserName { get; set; }""");
                w.Docs("summary", "The password that goes with the user name.");
                w.Lines($$"""public string? {{credential.Name}}Password { get; set; }""");
            }
        }
    }

    private static void Servers(ClientModel model, SourceWriter w)
    {
        w.Docs("summary", "The servers that the description lists.");
        using (w.Open($"{w.Access} static class {model.ServerName}"))
        {
            foreach (ServerModel server in model.Servers)
            {
                w.Docs(server.Docs);
                w.Lines($$"""public static §Uri {{server.Name}} { get; } = new({{server.UrlLiteral}});""");
            }

            foreach (RemovedPropertyModel server in model.RemovedServers)
            {
                w.Removed(server.Message);
                w.Lines($"public static {server.Type} {server.Name} => null!;");
            }
        }
    }
}
