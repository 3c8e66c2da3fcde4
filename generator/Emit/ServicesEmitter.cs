using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>Registers the client and its groups with the client factory of Microsoft.Extensions.Http, without reflection.</summary>
internal static class ServicesEmitter
{
    public static void Emit(ClientModel model, SourceWriter w)
    {
        w.Blank();
        w.Docs("summary", $"Registers <see cref=\"{model.Name}\"/> with an application's services.");
        using (w.Open($"{w.Access} static partial class {model.ServicesName}"))
        {
            w.Docs(
                "summary",
                "Registers the client, and each of its groups under its interface. The result takes handlers, retries among them, and the base address."
            );
            w.Docs("param name=\"services\"", "The services of the application.");
            w.Docs("param name=\"configure\"", "Sets the server and the credentials.");
            w.Lines(
                $"public static §IHttpClientBuilder Add{model.Name}(this §IServiceCollection services, §Action<{model.OptionsName}>? configure = null) =>"
            );
            using (w.Indented())
                w.Lines($"Add{model.Name}(services, (options, _) => configure?.Invoke(options));");
            w.Blank();
            w.Docs("summary", "Likewise, with what the application's services give.");
            w.Docs("param name=\"services\"", "The services of the application.");
            w.Docs("param name=\"configure\"", "Sets the server and the credentials; called for each client that is made.");
            using (
                w.Open(
                    $"public static §IHttpClientBuilder Add{model.Name}(this §IServiceCollection services, §Action<{model.OptionsName}, §IServiceProvider> configure)"
                )
            )
            {
                w.Lines("if (configure is null) throw new §ArgumentNullException(nameof(configure));");
                foreach (GroupReference group in model.Groups)
                    w.Lines(
                        $"services.AddTransient<{group.InterfaceName}>(static s => s.GetRequiredService<{model.Name}>().{group.PropertyName});"
                    );
                string name = Literals.String(w.Context.Namespace + "." + model.Name);
                using (w.Open($"services.Configure<§HttpClientFactoryOptions>({name}, static options =>", "});"))
                {
                    w.Lines(
                        "options.HttpMessageHandlerBuilderActions.Add(static handlers => handlers.PrimaryHandler = §ApiRedirectHandler.Around(handlers.PrimaryHandler));"
                    );
                    if (SecretHeaders(model) is { Length: > 0 } headers)
                        w.Lines(
                            $"options.ShouldRedactHeaderValue = §ApiSecurity.Hiding(options.ShouldRedactHeaderValue, {string.Join(", ", headers)});"
                        );
                }

                w.Lines(
                    $$"""
                    return services.AddHttpClient({{name}}).AddTypedClient((http, provider) =>
                    {
                        {{model.OptionsName}} options = new();
                        configure(options, provider);
                        return new {{model.Name}}(http, options);
                    });
                    """
                );
            }
        }
    }

    private static string[] SecretHeaders(ClientModel model) =>
        [
            .. model
                .Credentials.Select(static c =>
                    c.Kind switch
                    {
                        CredentialKind.Query => null,
                        CredentialKind.Header => c.WireLiteral,
                        CredentialKind.Cookie => "\"Cookie\"",
                        _ => "\"Authorization\"",
                    }
                )
                .OfType<string>()
                .Distinct(),
        ];
}
