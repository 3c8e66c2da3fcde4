using System.Collections.Generic;

namespace OpenApiGen.Generator.Emit;

/// <summary>
/// The names of the framework and of the runtime that emitted code uses, with their namespaces. In emitters and type
/// names they carry the mark <c>§</c>, and <see cref="SourceWriter"/> decides for each file whether the short name does or the
/// document has a type that hides it.
/// </summary>
internal static class FrameworkNames
{
    public const char Mark = '§';

    private static readonly Dictionary<string, string> s_namespaces = Build(
        ("Microsoft.AspNetCore.Builder", "IEndpointConventionBuilder"),
        ("Microsoft.AspNetCore.Http", "HttpContext IResult"),
        ("Microsoft.AspNetCore.Routing", "IEndpointRouteBuilder RouteGroupBuilder"),
        ("Microsoft.Extensions.DependencyInjection", "IHttpClientBuilder IServiceCollection ServiceProviderServiceExtensions"),
        ("Microsoft.Extensions.Http", "HttpClientFactoryOptions"),
        (
            "System",
            "Action ArgumentNullException DateOnly DateTime DateTimeOffset Exception Func Guid IEquatable IServiceProvider Obsolete ReadOnlySpan Span StringComparer StringComparison TimeOnly TimeSpan Type Uri UriKind"
        ),
        ("System.Collections.Immutable", "ImmutableArray"),
        ("System.Collections.Generic", "IAsyncEnumerable IReadOnlyDictionary IReadOnlyList KeyValuePair Dictionary"),
        ("System.Diagnostics.CodeAnalysis", "NotNullWhen SetsRequiredMembers"),
        ("System.IO", "Stream"),
        ("System.Net.Http", "HttpClient HttpContent"),
        ("System.Numerics", "BigInteger"),
        ("System.Runtime.CompilerServices", "Union"),
        ("System.Text", "StringBuilder"),
        ("System.Text.Json", "JsonElement JsonSerializerOptions JsonTokenType Utf8JsonReader Utf8JsonWriter"),
        ("System.Text.Json.Serialization", "JsonConverter"),
        ("System.Text.Json.Serialization.Metadata", "IJsonTypeInfoResolver JsonMetadataServices JsonTypeInfo"),
        ("System.Threading", "CancellationToken"),
        ("System.Threading.Tasks", "Task"),
        (
            "OpenApiGen",
            "ApiFault ApiFile ApiReading ApiStream ApiTokenProvider Deprecated IApiRecord IOpenEnum RemovedParameter UnknownJson"
        ),
        (
            "OpenApiGen.AspNetCore",
            "AnswerBody BodyReads ServerAnswer ServerBody ServerOperation ServerRoutes WebhookReceiver WebhookVerifier WireShape"
        ),
        (
            "OpenApiGen.Http",
            "ApiCall ApiEvents ApiHeader ApiHeaderForm ApiKeyCredential ApiKeyLocation BasicCredential BearerCredential ApiMethods ApiPaging ApiRedirectHandler ApiRequest ApiResponses ApiSecurity ApiStreamFormat ApiTransport FormEncoding ParameterStyle ParameterValue ServerUrl"
        ),
        (
            "OpenApiGen.Json",
            "EnumConverter EnumNumbers EnumValues ExtraMembers JsonMembers JsonRead JsonRoot JsonTuple JsonUnion JsonWrite ModelConverter UnionShape ValueBytes ValueEquality ValueJson ValueList ValueMap ValueNumber ValueTime"
        )
    );

    /// <summary>Whether a type of this name in the document's namespace would hide one that emitted code uses.</summary>
    public static bool IsUsed(string name) => s_namespaces.ContainsKey(name) || s_namespaces.ContainsKey(WithoutAttribute(name));

    public static string NamespaceOf(string name) => s_namespaces[name];

    private static string WithoutAttribute(string name) =>
        name.EndsWith("Attribute", System.StringComparison.Ordinal) ? name.Substring(0, name.Length - 9) : name;

    private static Dictionary<string, string> Build(params (string Namespace, string Names)[] rows)
    {
        Dictionary<string, string> result = [];
        foreach ((string space, string names) in rows)
        {
            foreach (string name in names.Split(' '))
                result.Add(name, space);
        }

        return result;
    }
}
