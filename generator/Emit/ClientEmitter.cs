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
        if (!model.Servers.IsEmpty || !model.RemovedServers.IsEmpty)
        {
            w.Blank();
            Servers(model, w);
        }

        if (model.ServicesName.Length > 0)
            ServicesEmitter.Emit(model, w);
        if (!model.Headers.IsEmpty)
            HeadersEmitter.Emit(model, w);
    }

    private static void Client(ClientModel model, SourceWriter w)
    {
        w.Docs(model.Docs);
        using (w.Open($"{w.Access} partial class {model.Name}"))
        {
            w.Docs("summary", "Creates a client.");
            w.Docs(
                "param name=\"httpClient\"",
                "Sends the requests; it stays the caller's, as do its handlers, its timeout and its lifetime."
            );
            w.Docs(
                "param name=\"options\"",
                "The server and the credentials; without a server, the base address of the client, then the first server of the description."
            );
            using (w.Open($"public {model.Name}(§HttpClient httpClient, {model.OptionsName}? options = null)"))
            {
                w.Lines("if (httpClient is null) throw new §ArgumentNullException(nameof(httpClient));\noptions ??= new();");
                w.Lines(
                    $"var transport = new §ApiTransport(httpClient, {Server(model)}{string.Concat(model.Credentials.Select(Credential))});"
                );
                if (model.Security is { } security)
                    w.Lines($"transport.Security = {Security(security)};");
                w.Lines("transport.Reading = options.Reading;");
                ServerModel[] listed = [.. model.Servers.Where(static s => s.IsAbsolute)];
                if (listed.Length > 0 && !model.Credentials.IsEmpty && model.OwnServers.Any(static o => o.IsElsewhere))
                    w.Lines($"transport.Declare({string.Join(", ", listed.Select(s => Server(model, s)))});");
                foreach (OwnServerModel own in model.OwnServers)
                    w.Lines($"transport.Redirect({own.UrlLiteral}, options.{own.Name});");
                foreach (GroupReference group in model.Groups)
                    w.Lines($"{group.PropertyName} = new {group.ClassName}(transport);");
            }

            foreach (GroupReference group in model.Groups)
            {
                w.Blank();
                w.Docs(group.Docs);
                w.Lines($$"""public virtual {{group.InterfaceName}} {{group.PropertyName}} { get; }""");
            }
        }
    }

    /// <summary>The first server that is a whole URL, where neither the options nor the client say where to.</summary>
    private static string Server(ClientModel model)
    {
        ServerModel? first = model.Servers.FirstOrDefault(static s => s.IsAbsolute);
        return first is null ? "options.Server" : $"options.Server ?? (httpClient.BaseAddress is null ? {Server(model, first)} : null)";
    }

    /// <summary>A server with the defaults of its variables.</summary>
    private static string Server(ClientModel model, ServerModel server) =>
        $"{model.ServerName}.{server.Name}{(server.Variables.IsEmpty ? "" : "()")}";

    private static string Credential(CredentialModel model) =>
        model.Kind switch
        {
            CredentialKind.Bearer => $", new §BearerCredential(options.{model.Name}, options.{model.ProviderName})",
            CredentialKind.Basic => $", new §BasicCredential(options.{model.Name}UserName, options.{model.Name}Password)",
            _ => $", new §ApiKeyCredential(§ApiKeyLocation.{model.Kind}, {model.WireLiteral}, options.{model.Name})",
        } + $" {{ Scheme = {model.SchemeLiteral} }}";

    public static string Security(SecurityModel security) =>
        security.Alternatives.IsEmpty
            ? "§ApiSecurity.None"
            : "new §ApiSecurity()" + string.Concat(security.Alternatives.Select(static a => $".Or({string.Join(", ", a.SchemeLiterals)})"));

    private static void Options(ClientModel model, SourceWriter w)
    {
        w.Docs("summary", $"What a <see cref=\"{model.Name}\"/> needs to know.");
        using (w.Open($"{w.Access} sealed partial class {model.OptionsName}"))
        {
            w.Docs("summary", "The base address, which may have a path; see also the servers of the description.");
            w.Lines("public §Uri? Server { get; set; }\n");
            w.Docs(
                "summary",
                "What happens to a member of a response that is missing though required, or not of the kind that the description says."
            );
            w.Lines(
                $$"""public §ApiReading Reading { get; set; }{{(w.Context.Reading == "Tolerant" ? "" : $" = §ApiReading.{w.Context.Reading};")}}"""
            );
            foreach (OwnServerModel own in model.OwnServers)
            {
                w.Blank();
                w.Docs(own.Docs);
                w.Lines($$"""public §Uri? {{own.Name}} { get; set; }""");
            }

            foreach (CredentialModel credential in model.Credentials)
            {
                w.Blank();
                w.Docs(credential.Docs);
                if (credential.Kind != CredentialKind.Basic)
                {
                    w.Lines($$"""public string? {{credential.Name}} { get; set; }""");
                    if (credential.ProviderName is null)
                        continue;
                    w.Docs(
                        "summary",
                        $"Asked for the token at every request, in place of <see cref=\"{credential.Name}\"/>, and once more when the server returns 401."
                    );
                    w.Lines($$"""public §ApiTokenProvider? {{credential.ProviderName}} { get; set; }""");
                    continue;
                }

                w.Lines($$"""public string? {{credential.Name}}UserName { get; set; }""");
                w.Docs("summary", "The password that goes with the user name.");
                w.Lines($$"""public string? {{credential.Name}}Password { get; set; }""");
            }
        }
    }

    /// <summary>The parameters of a server with variables, as text.</summary>
    public static string Parameters(ServerModel server) =>
        string.Join(
            ", ",
            server.Variables.Select(static v =>
                v.Type is { } type ? $"{type.CSharp} {v.Name} = null" : $"string {v.Name} = {v.DefaultLiteral}"
            )
        );

    private static void Servers(ClientModel model, SourceWriter w)
    {
        JsonCode json = new(w.Context.Namespace, static _ => false);
        w.Docs("summary", "The servers that the description lists.");
        using (w.Open($"{w.Access} static class {model.ServerName}"))
        {
            foreach (ServerModel server in model.Servers)
            {
                w.Docs(server.Docs);
                if (server.Variables.IsEmpty)
                {
                    w.Lines(
                        $$"""public static §Uri {{server.Name}} { get; } = new({{server.UrlLiteral}}{{(server.IsAbsolute ? "" : ", §UriKind.Relative")}});"""
                    );
                    continue;
                }

                foreach (ServerVariableModel variable in server.Variables)
                    w.Docs($"param name=\"{variable.Name.TrimStart('@')}\"", variable.Docs);
                string values = string.Join(
                    ", ",
                    server.Variables.Select(v =>
                        $"({v.WireLiteral}, {(v.Type is null ? v.Name : $"{json.Text(v.Type, v.Name)} ?? {v.DefaultLiteral}")})"
                    )
                );
                w.Lines($"public static §Uri {server.Name}({Parameters(server)}) => §ServerUrl.Expand({server.UrlLiteral}, {values});");
            }

            foreach (RemovedPropertyModel server in model.RemovedServers)
            {
                w.Removed(server.Message);
                w.Lines($"public static {server.Type} {server.Name} => null!;");
            }
        }
    }
}
