using System.Reflection;
using System.Text.RegularExpressions;

namespace OpenApiGen.Spector;

/// <summary>What was generated for one document: a client, and handlers that call it.</summary>
internal sealed partial class RelayedApi
{
    private readonly Type[] _types;
    private readonly MethodInfo _map;
    private readonly string _prefix;

    private RelayedApi(MethodInfo map, Type[] types, string prefix)
    {
        _map = map;
        _types = types;
        _prefix = prefix;
    }

    public static IEnumerable<RelayedApi> All()
    {
        Assembly assembly = typeof(RelayedApi).Assembly;
        ILookup<string?, Type> spaces = assembly.GetTypes().ToLookup(static t => t.Namespace);
        foreach (string document in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            string space = "Spector." + NotInNames().Replace(document, "_");
            foreach (
                MethodInfo method in spaces[space].Where(static t => t.IsAbstract && t.IsSealed).SelectMany(static t => t.GetMethods())
            )
            {
                // The overload that takes handlers: MapApi(routes, params IApiHandler[]).
                if (
                    !method.IsGenericMethod
                    && method.GetParameters() is [{ ParameterType: var routes }, { ParameterType.IsArray: true }]
                    && routes == typeof(IEndpointRouteBuilder)
                )
                    yield return new RelayedApi(method, [.. spaces[space]], Prefix(document));
            }
        }
    }

    public void Map(IEndpointRouteBuilder routes, HttpClient http, Uri upstream)
    {
        ConstructorInfo constructor = _types
            .SelectMany(static t => t.GetConstructors())
            .First(static c => c.GetParameters() is [{ ParameterType: var first }, _] && first == typeof(HttpClient));
        object client = constructor.Invoke([http, Options(constructor.GetParameters()[1].ParameterType, new Uri(upstream, _prefix))]);
        Type marker = _map.GetParameters()[1].ParameterType.GetElementType()!;
        Type[] handlers = [.. _types.Where(t => t.IsInterface && t != marker && marker.IsAssignableFrom(t))];
        Array all = Array.CreateInstance(marker, handlers.Length);
        for (int i = 0; i < handlers.Length; i++)
            all.SetValue(RelayProxy.Of(handlers[i], client), i);
        _map.Invoke(null, [_prefix.Length > 1 ? routes.MapGroup(_prefix) : routes, all]);
    }

    /// <summary>The credentials that the suite accepts.</summary>
    private static object Options(Type type, Uri server)
    {
        object options = Activator.CreateInstance(type)!;
        bool isOAuth = type.Namespace!.Contains("oauth2", StringComparison.Ordinal);
        foreach (PropertyInfo property in type.GetProperties())
        {
            if (property.Name == "Server")
                property.SetValue(options, server);
            else if (property.PropertyType == typeof(string))
                property.SetValue(
                    options,
                    isOAuth || property.Name.Contains("auth", StringComparison.OrdinalIgnoreCase)
                        ? "https://security.microsoft.com/.default"
                        : "valid-key"
                );
        }

        return options;
    }

    /// <summary>The path of the document's server; its variables are the endpoint, and the version that the file is named after.</summary>
    private static string Prefix(string document)
    {
        using StreamReader reader = new(typeof(RelayedApi).Assembly.GetManifestResourceStream(document)!);
        Match server = ServerUrl().Match(reader.ReadToEnd());
        string url = server.Success
            ? server.Groups["url"].Value.Replace("{endpoint}", "http://localhost", StringComparison.Ordinal)
            : "http://localhost";
        string version = document[(document.LastIndexOf('/') + 1)..].Replace("openapi.", "", StringComparison.Ordinal);
        return new Uri(
            url.Replace("{version}", version, StringComparison.Ordinal).Replace("{apiVersion}", version, StringComparison.Ordinal)
        ).AbsolutePath;
    }

    [GeneratedRegex("[^A-Za-z0-9]")]
    private static partial Regex NotInNames();

    [GeneratedRegex(@"^servers:\s+- url: '?(?<url>[^'\s]*)'?", RegexOptions.Multiline)]
    private static partial Regex ServerUrl();
}
