using System.Net;
using System.Net.Http;

namespace OpenApiGen.Http;

/// <summary>
/// Follows redirects without taking credentials to another origin. Handlers of the framework take every header along but
/// <c>Authorization</c>: an API key in a
/// header of its own, and cookies set by hand. Here only headers that say nothing about the caller go to another scheme, host or port;
/// within the same origin all do.
/// </summary>
/// <remarks>
/// <c>Add…Client</c> of a generated client uses it. Elsewhere: <c>new HttpClient(new ApiRedirectHandler(new SocketsHttpHandler {
/// AllowAutoRedirect = false }))</c>. What
/// handlers inside this one add, they add to each request.
/// </remarks>
public sealed class ApiRedirectHandler : DelegatingHandler
{
    /// <summary>
    /// A switch of <see cref="AppContext"/> for applications whose own handlers send requests elsewhere, and know where: responses from
    /// there
    /// are then taken.
    /// </summary>
    public const string AllowOtherOrigins = "OpenApiGen.Http.AllowCredentialsAtOtherOrigins";

    private static readonly string[] s_harmless =
    [
        "Accept",
        "Accept-Charset",
        "Accept-Encoding",
        "Accept-Language",
        "Cache-Control",
        "Expect",
        "If-Match",
        "If-Modified-Since",
        "If-None-Match",
        "If-Range",
        "If-Unmodified-Since",
        "Pragma",
        "Prefer",
        "Range",
        "traceparent",
        "tracestate",
        "User-Agent",
    ];

    private readonly int _most;

    /// <summary>Around a handler that does not follow redirects itself.</summary>
    /// <param name="innerHandler">The handler.</param>
    /// <param name="maxRedirects">How many redirects of one request are followed; the response after is given as it is.</param>
    public ApiRedirectHandler(HttpMessageHandler innerHandler, int maxRedirects = 50)
        : base(innerHandler) => _most = maxRedirects;

    /// <summary>
    /// Takes redirects over from a handler of the framework. Any other, and one that follows none, is given back as it is.
    /// </summary>
    /// <param name="primary">The handler, before its first request.</param>
    public static HttpMessageHandler Around(HttpMessageHandler primary)
    {
        if (primary is HttpClientHandler { AllowAutoRedirect: true } client)
        {
            client.AllowAutoRedirect = false;
            return new ApiRedirectHandler(client, client.MaxAutomaticRedirections);
        }

#if NET
        if (primary is SocketsHttpHandler { AllowAutoRedirect: true } sockets)
        {
            sockets.AllowAutoRedirect = false;
            return new ApiRedirectHandler(sockets, sockets.MaxAutomaticRedirections);
        }
#endif
        return primary;
    }

    /// <summary>What to say where a handler has taken a credential to another origin; null where none did.</summary>
    internal static string? Leak(Uri sent, HttpResponseMessage response, List<GivenCredential> credentials)
    {
        if (response.RequestMessage is not { RequestUri: { IsAbsoluteUri: true } end } message || IsSameOrigin(sent, end))
            return null;
        foreach (GivenCredential credential in credentials)
        {
            if (
                credential.HeaderName is not { } name
                || !message.Headers.Contains(name)
                || (AppContext.TryGetSwitch(AllowOtherOrigins, out bool isAllowed) && isAllowed)
            )
                continue;
            return $"it came from {end.GetLeftPart(UriPartial.Authority)}, where a redirect has taken the credential in '{name}' along: that key is no secret any more. Use {nameof(ApiRedirectHandler)}, or a handler without AllowAutoRedirect";
        }

        return null;
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        for (int i = 0; i < _most && Target(request, response) is { } target; i++)
        {
            bool getsInstead = GetsInstead(response.StatusCode, request.Method);
            if (!getsInstead && !request.CanRepeat())
                break;
            response.Dispose();
            if (getsInstead)
            {
                request.Method = HttpMethod.Get;
                request.Content = null;
                request.Headers.TransferEncodingChunked = null;
            }

            if (!IsSameOrigin(request.RequestUri!, target))
                LeaveBehind(request);
            request.RequestUri = target;
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    private static Uri? Target(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (
            (int)response.StatusCode is not (300 or 301 or 302 or 303 or 307 or 308)
            || response.Headers.Location is not { } location
            || request.RequestUri is not { } from
        )
            return null;
        Uri target = location.IsAbsoluteUri ? location : new Uri(from, location);
        bool isWeb = target.Scheme == Uri.UriSchemeHttps || (target.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp);
        return isWeb ? target : null;
    }

    // RFC 9110 section 15.4, as browsers and the framework do it.
    private static bool GetsInstead(HttpStatusCode status, HttpMethod method) =>
        (int)status switch
        {
            300 or 301 or 302 => method == HttpMethod.Post,
            303 => method != HttpMethod.Get && method != HttpMethod.Head,
            _ => false,
        };

    private static void LeaveBehind(HttpRequestMessage request)
    {
        foreach (string name in request.Headers.Select(static header => header.Key).ToArray())
            if (!s_harmless.Contains(name, StringComparer.OrdinalIgnoreCase))
                request.Headers.Remove(name);
    }

    internal static bool IsSameOrigin(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
