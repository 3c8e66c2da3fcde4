using System.Net.Http;

namespace OpenApiGen.Http;

/// <summary>
/// Sends requests of emitted clients over an <see cref="HttpClient"/> of the application's making: its handlers, proxy, retries and
/// limits apply. Thread-safe.
/// </summary>
/// <remarks>
/// What can go wrong, for every call: <see cref="HttpRequestException"/> when there is no response or its body breaks off;
/// <see cref="ApiException"/> when the response is not a declared success or can not be read, <see cref="ApiException{TError}"/> when it
/// is a documented error; <see cref="OperationCanceledException"/> with the caller's token when the caller cancels;
/// <see cref="TaskCanceledException"/> around a <see cref="TimeoutException"/> when the time is up, as <see cref="HttpClient"/> does it.
/// </remarks>
public sealed partial class ApiTransport
{
    /// <summary>How long a body in memory may be where nobody has said: the 2 GiB of <see cref="HttpClient"/> are no limit.</summary>
    internal const long DefaultMaxBody = 256 * 1024 * 1024;

    private const long MaxErrorBody = 1024 * 1024;

    private readonly HttpClient _httpClient;
    private readonly Uri? _server;
    private readonly ApiCredential[] _credentials;
    private readonly Dictionary<string, Uri> _servers = new(StringComparer.Ordinal);
    private Uri[] _declared = [];

    /// <summary>A transport to one server.</summary>
    /// <param name="httpClient">Not disposed here. Its <see cref="HttpClient.MaxResponseContentBufferSize"/>, where set, bounds a body in
    /// memory; else 256 MiB do.</param>
    /// <param name="server">The base URL, which may have a path; a relative one, or null, goes by
    /// <see cref="HttpClient.BaseAddress"/>.</param>
    /// <param name="credentials">Sent with the requests that <see cref="Security"/>, or their own, asks them for.</param>
    public ApiTransport(HttpClient httpClient, Uri? server, params ApiCredential[] credentials)
    {
        _httpClient = httpClient ?? throw new ArgumentNullException(nameof(httpClient));
        _server = server;
        _credentials = (ApiCredential[])(credentials ?? throw new ArgumentNullException(nameof(credentials))).Clone();
    }

    /// <summary>The credentials of requests that say nothing about them: all that are given, unless set.</summary>
    public ApiSecurity Security { get; set; } = ApiSecurity.Given;

    /// <summary>What happens to a member of a response that is not what was declared.</summary>
    public ApiReading Reading { get; set; }

    /// <summary>Sends what goes to a server of its own elsewhere.</summary>
    /// <param name="declared">The server as the description has it: <see cref="ApiRequest.Server"/>.</param>
    /// <param name="server">The one to send to; null for the declared one.</param>
    public void Redirect(string declared, Uri? server)
    {
        if (server is not null)
            _servers[declared ?? throw new ArgumentNullException(nameof(declared))] = server;
    }

    /// <summary>
    /// Says which servers the description lists for the API. A client of one of these sends credentials to the servers that single
    /// operations have, as the description wants it; a client of any other, a proxy or a stand-in, only where <see cref="Redirect"/> says
    /// where to.
    /// </summary>
    /// <param name="servers">Absolute.</param>
    public void Declare(params Uri[] servers) => _declared = servers ?? [];

    /// <summary>Sends a request and reads the result.</summary>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="request">The request; it can be sent once.</param>
    /// <param name="responses">What the operation may return.</param>
    /// <param name="call">Extra input and output of this call.</param>
    /// <param name="cancellationToken">Cancels the call at any stage, reading the body included.</param>
    /// <exception cref="ApiException">The response is not a declared success, or can not be read.</exception>
    /// <exception cref="HttpRequestException">There is no response, or its body breaks off.</exception>
    public Task<T> SendAsync<T>(ApiRequest request, ApiResponses<T> responses, ApiCall? call, CancellationToken cancellationToken) =>
        SendAsync<T>(request, (responses ?? throw new ArgumentNullException(nameof(responses))).Table, call, cancellationToken);

    /// <summary>Sends a request of an operation without a result.</summary>
    /// <param name="request">The request; it can be sent once.</param>
    /// <param name="responses">What the operation may return.</param>
    /// <param name="call">Extra input and output of this call.</param>
    /// <param name="cancellationToken">Cancels the call at any stage.</param>
    /// <exception cref="ApiException">The response is not a success.</exception>
    /// <exception cref="HttpRequestException">There is no response.</exception>
    public Task SendAsync(ApiRequest request, ApiResponses responses, ApiCall? call, CancellationToken cancellationToken) =>
        SendAsync<object?>(request, (responses ?? throw new ArgumentNullException(nameof(responses))).Table, call, cancellationToken);

    private async Task<T> SendAsync<T>(ApiRequest request, ResponseTable responses, ApiCall? call, CancellationToken cancellationToken)
    {
        using ApiAnswer answer = await ExchangeAsync(request, responses, false, call, cancellationToken).ConfigureAwait(false);
        return answer.Rule is SuccessRule<T> rule ? rule.Read(answer) : default!;
    }

    // Everything that does not depend on the result's type, so that the machine code of it exists once. Gives successes only.
    private async Task<ApiAnswer> ExchangeAsync(
        ApiRequest request,
        ResponseTable responses,
        bool opens,
        ApiCall? call,
        CancellationToken cancellationToken
    )
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));
        request.Start();
        call?.Begin();
        cancellationToken.ThrowIfCancellationRequested();

        // HttpClient.Timeout ends with the headers; a body that stalls would hang for ever.
        TimeSpan timeout = call?.Timeout ?? _httpClient.Timeout;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (timeout != Timeout.InfiniteTimeSpan)
            limit.CancelAfter(timeout);
        try
        {
            return await ExchangeCoreAsync(request, responses, opens, call, limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (limit.IsCancellationRequested && IsInterrupted(e))
        {
            if (cancellationToken.IsCancellationRequested)
                throw Cancelled(request, e, cancellationToken);
            string message = $"{request} did not end within {timeout.TotalSeconds:0.###} s.";
            throw new TaskCanceledException(message, new TimeoutException(message, e));
        }
    }

    private async Task<ApiAnswer> ExchangeCoreAsync(
        ApiRequest request,
        ResponseTable responses,
        bool opens,
        ApiCall? call,
        CancellationToken cancellationToken
    )
    {
        string server = Server(request.Server, out string? home);
        Uri shown = request.ToUri(server);
        List<GivenCredential> credentials = await (request.Security ?? Security)
            .ChooseAsync(_credentials, cancellationToken)
            .ConfigureAwait(false);
        if (home is not null && credentials.Count > 0)
            throw new InvalidOperationException(
                $"{request} goes to {server}, and this client to {home}, which the description does not list: set the option of that server "
                    + "to where the credentials may go."
            );
        for (bool isFirst = true; ; isFirst = false)
        {
            HttpResponseMessage response = await SendOnceAsync(request, server, credentials, call, cancellationToken).ConfigureAwait(false);
            var answer = new ApiAnswer(request, shown, response, responses.Find((int)response.StatusCode), credentials)
            {
                Reading = Reading,
                Call = call,
            };
            try
            {
                if (
                    isFirst
                    && answer.StatusCode == 401
                    && request.CanRepeat
                    && (await GivenCredential.AskAsync([credentials], all: false, cancellationToken).ConfigureAwait(false)).Count > 0
                )
                {
                    answer.Dispose();
                    continue;
                }

#if !NET
                // Streams of .NET Framework do not hear a token while they wait.
                using var _ = cancellationToken.Register(static state => ((IDisposable)state!).Dispose(), response);
#endif
                call?.Received(response);
                if (ApiRedirectHandler.Leak(shown, response, credentials) is { } leak)
                    throw answer.Failure(leak);
                bool isError = answer.Rule is ErrorRule || (answer.Rule is null && !responses.IsBareSuccess(answer.StatusCode));
                if (Bound(answer, isError, opens, call) is not { } bound)
                    return answer;
                await answer.ReadAsync(bound, cancellationToken).ConfigureAwait(false);
                if (isError)
                    throw Error(answer, call);
                if (Unread(answer, bound, call) is { } failure)
                    throw failure;
                if (bound >= 0 && call is { KeepBody: true })
                    call.Body = answer.Body.WrittenSpan.ToArray();
                return answer;
            }
            catch
            {
                answer.Dispose();
                throw;
            }
        }
    }

    private Task<HttpResponseMessage> SendOnceAsync(
        ApiRequest request,
        string server,
        List<GivenCredential> credentials,
        ApiCall? call,
        CancellationToken cancellationToken
    )
    {
        // The message is not disposed: its content may still be on its way when the response is here, and it has nothing to release.
        HttpRequestMessage message = request.ToMessage(server, credentials, call);
#if NET
        message.Version = _httpClient.DefaultRequestVersion;
        message.VersionPolicy = _httpClient.DefaultVersionPolicy;
#endif
        return SendAsync(message, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await _httpClient.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e) when (HeaderText.NotAscii(message) is { } name)
        {
            // Whether it can be sent is the handler's matter (SocketsHttpHandler.RequestHeaderEncodingSelector); its own message names no
            // header.
            throw new HttpRequestException($"{e.Message} The value of '{name}' has others.", e);
        }
    }

    // How much of the body is read: -1 where it is opened and handed over, null where nobody wants it.
    private long? Bound(ApiAnswer answer, bool isError, bool opens, ApiCall? call)
    {
        if (isError)
            return MaxErrorBody;
        if (opens || answer.Rule is { OpensBody: true })
            return -1;
        if (answer.Rule is not { ReadsBody: true } && call is not { KeepBody: true })
            return null;
        long bound = call?.MaxBodyLength ?? _httpClient.MaxResponseContentBufferSize;
        // An array holds one byte more.
        return call?.MaxBodyLength is null && bound == int.MaxValue ? DefaultMaxBody : Math.Min(bound, 0x7FFFFFC6);
    }

    private static Exception? Unread(ApiAnswer answer, long bound, ApiCall? call)
    {
        if (answer.Broken is null && !answer.IsCut)
            return null;
        if (answer.Broken is ContentException undecoded)
            return answer.Failure(undecoded.Message, undecoded);
        if (answer.Broken is { } broken)
            return BrokenOff($"{answer}, and its body broke off after {answer.Body.WrittenSpan.Length} bytes.", broken);
        if (bound == DefaultMaxBody && call?.MaxBodyLength is null)
            return new HttpRequestException(
                $"{answer}, and its body is longer than {bound} bytes: set ApiCall.MaxBodyLength to read more."
            );
        string limit = call?.MaxBodyLength is null ? "HttpClient.MaxResponseContentBufferSize" : "ApiCall.MaxBodyLength";
        return new HttpRequestException($"{answer}, and its body is longer than {limit} ({bound} bytes).");
    }

    // A status that tells of an error is worth more than the rest of its body: what has come by the bound or the break is shown.
    private static ApiException Error(ApiAnswer answer, ApiCall? call, string? problem = null)
    {
        if (call is { KeepBody: true })
            call.Body = answer.Body.WrittenSpan.ToArray();
        if (answer.Broken is { } broken)
            return answer.Failure(broken is ContentException ? broken.Message : "its body broke off", broken);
        if (answer.Rule is ErrorRule rule)
            return rule.Read(answer);
        return answer.Failure(
            problem ?? (ResponseTable.IsSuccess(answer.StatusCode) ? "the API's description does not declare that status" : null)
        );
    }

    private static HttpRequestException BrokenOff(string message, Exception inner) =>
#if NET
        new(HttpRequestError.ResponseEnded, message, inner);
#else
        new(message, inner);
#endif

    private static OperationCanceledException Cancelled(ApiRequest request, Exception inner, CancellationToken cancellationToken) =>
        new($"{request} was cancelled.", inner, cancellationToken);

    private static bool IsInterrupted(Exception e) =>
        e is OperationCanceledException or IOException or HttpRequestException or ObjectDisposedException;

    // Where a request goes. Gives the server of the client where that is another one which nobody has named: neither the application,
    // by the option of the operation's server, nor the description, as a server of the API.
    private string Server(string? own, out string? home)
    {
        home = null;
        Uri? server = _server;
        if (server is not { IsAbsoluteUri: true } && _httpClient.BaseAddress is { } address)
            server = server is null ? address : new Uri(address, server);
        if (own is not null)
        {
            bool isGiven = _servers.TryGetValue(own, out Uri? other);
            other ??= new Uri(own, UriKind.RelativeOrAbsolute);
            if (server is { IsAbsoluteUri: true } from)
            {
                other = new Uri(from, other);
                if (!isGiven && !_declared.Append(other).Any(declared => ApiRedirectHandler.IsSameOrigin(from, declared)))
                    home = from.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
            }

            server = other;
        }

        return server is { IsAbsoluteUri: true }
            ? server.GetLeftPart(UriPartial.Path).TrimEnd('/')
            : throw new InvalidOperationException("There is no server to send to: give an absolute one, or set HttpClient.BaseAddress.");
    }
}
