using System.Net;
using System.Net.Http;

namespace OpenApiGen.Http;

/// <summary>
/// Sends requests of emitted clients over an <see cref="HttpClient"/> of the application's making: its handlers, proxy, retries and
/// limits apply. Thread-safe.
/// </summary>
/// <remarks>
/// What can go wrong, for every call: <see cref="HttpRequestException"/> when there is no answer or its body breaks off;
/// <see cref="ApiException"/> when the answer is not a declared success or can not be read, <see cref="ApiException{TError}"/> when it
/// is a documented error; <see cref="OperationCanceledException"/> with the caller's token when the caller cancels;
/// <see cref="TaskCanceledException"/> around a <see cref="TimeoutException"/> when the time is up, as <see cref="HttpClient"/> does it.
/// </remarks>
public sealed partial class ApiTransport
{
    private const long MaxErrorBody = 1024 * 1024;

    private readonly HttpClient _httpClient;
    private readonly Uri? _server;
    private readonly ApiCredential[] _credentials;
    private readonly Dictionary<string, Uri> _servers = new(StringComparer.Ordinal);

    /// <summary>A transport to one server.</summary>
    /// <param name="httpClient">Not disposed here. Its <see cref="HttpClient.MaxResponseContentBufferSize"/> bounds a body in memory.</param>
    /// <param name="server">The base URL, which may have a path; a relative one, or null, goes by <see cref="HttpClient.BaseAddress"/>.</param>
    /// <param name="credentials">Sent with the requests that <see cref="Security"/>, or their own, asks them for.</param>
    public ApiTransport(HttpClient httpClient, Uri? server, params ApiCredential[] credentials)
    {
        _httpClient = httpClient ?? throw new ArgumentNullException(nameof(httpClient));
        _server = server;
        _credentials = (ApiCredential[])(credentials ?? throw new ArgumentNullException(nameof(credentials))).Clone();
    }

    /// <summary>The credentials of requests that say nothing about them: all that are given, unless set.</summary>
    public ApiSecurity Security { get; set; } = ApiSecurity.Given;

    /// <summary>Sends what goes to a server of its own elsewhere.</summary>
    /// <param name="declared">The server as the description has it: <see cref="ApiRequest.Server"/>.</param>
    /// <param name="server">The one to send to; null for the declared one.</param>
    public void Redirect(string declared, Uri? server)
    {
        if (server is not null) _servers[declared ?? throw new ArgumentNullException(nameof(declared))] = server;
    }

    /// <summary>Sends a request and reads the result.</summary>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="request">The request; it can be sent once.</param>
    /// <param name="responses">What the operation may answer.</param>
    /// <param name="call">Extra input and output of this call.</param>
    /// <param name="cancellationToken">Cancels the call at any stage, reading the body included.</param>
    /// <exception cref="ApiException">The answer is not a declared success, or can not be read.</exception>
    /// <exception cref="HttpRequestException">There is no answer, or its body breaks off.</exception>
    public async Task<T> SendAsync<T>(ApiRequest request, ApiResponses<T> responses, ApiCall? call, CancellationToken cancellationToken)
    {
        if (responses is null) throw new ArgumentNullException(nameof(responses));
        using ApiAnswer answer = await ExchangeAsync(request, responses.Table, false, call, cancellationToken).ConfigureAwait(false);
        return ((SuccessRule<T>)answer.Rule!).Read(answer);
    }

    /// <summary>Sends a request of an operation without a result.</summary>
    /// <param name="request">The request; it can be sent once.</param>
    /// <param name="responses">What the operation may answer.</param>
    /// <param name="call">Extra input and output of this call.</param>
    /// <param name="cancellationToken">Cancels the call at any stage.</param>
    /// <exception cref="ApiException">The answer is not a success.</exception>
    /// <exception cref="HttpRequestException">There is no answer.</exception>
    public async Task SendAsync(ApiRequest request, ApiResponses responses, ApiCall? call, CancellationToken cancellationToken)
    {
        if (responses is null) throw new ArgumentNullException(nameof(responses));
        (await ExchangeAsync(request, responses.Table, false, call, cancellationToken).ConfigureAwait(false)).Dispose();
    }

    // Everything that does not depend on the result's type, so that the machine code of it exists once. Gives successes only.
    private async Task<ApiAnswer> ExchangeAsync(ApiRequest request, ResponseTable responses, bool opens, ApiCall? call, CancellationToken cancellationToken)
    {
        if (request is null) throw new ArgumentNullException(nameof(request));
        request.Start();
        call?.Begin();
        cancellationToken.ThrowIfCancellationRequested();

        // HttpClient.Timeout ends with the headers; a body that stalls would hang for ever.
        TimeSpan timeout = call?.Timeout ?? _httpClient.Timeout;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (timeout != Timeout.InfiniteTimeSpan) limit.CancelAfter(timeout);
        try
        {
            return await ExchangeCoreAsync(request, responses, opens, call, limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (limit.IsCancellationRequested && IsInterrupted(e))
        {
            if (cancellationToken.IsCancellationRequested) throw new OperationCanceledException($"{request} was cancelled.", e, cancellationToken);
            string message = $"{request} did not end within {timeout.TotalSeconds:0.###} s.";
            throw new TaskCanceledException(message, new TimeoutException(message, e));
        }
    }

    private async Task<ApiAnswer> ExchangeCoreAsync(ApiRequest request, ResponseTable responses, bool opens, ApiCall? call, CancellationToken cancellationToken)
    {
        string server = Server(request.Server);
        Uri shown = request.ToUri(server);
        List<GivenCredential> credentials = await (request.Security ?? Security).ChooseAsync(_credentials, cancellationToken).ConfigureAwait(false);
        HttpResponseMessage response = await SendOnceAsync(request, server, credentials, call, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.Unauthorized && request.CanRepeat && await RenewAsync(credentials, response, cancellationToken).ConfigureAwait(false))
        {
            response.Dispose();
            response = await SendOnceAsync(request, server, credentials, call, cancellationToken).ConfigureAwait(false);
        }

#if !NET
        // Streams of .NET Framework do not hear a token while they wait.
        using var _ = cancellationToken.Register(static state => ((IDisposable)state!).Dispose(), response);
#endif
        call?.Received(response);
        ResponseRule? rule = responses.Find((int)response.StatusCode);
        var answer = new ApiAnswer(request.Method, shown, response, rule);
        try
        {
            if (rule is ErrorRule || (rule is null && !responses.IsBareSuccess((int)response.StatusCode)))
                throw await ReadErrorAsync(answer, response.Content, call, cancellationToken).ConfigureAwait(false);
            if (opens || rule is { OpensBody: true })
                answer.Stream = response.Content is null ? Stream.Null : await ContentDecoding.OpenAsync(response.Content, cancellationToken).ConfigureAwait(false);
            else if ((rule is { ReadsBody: true } || call is { KeepBody: true }) && response.Content is not null)
                await ReadSuccessAsync(request, answer, response.Content, call, cancellationToken).ConfigureAwait(false);
            if (call is { KeepBody: true }) call.Body = answer.Body.WrittenSpan.ToArray();
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private Task<HttpResponseMessage> SendOnceAsync(ApiRequest request, string server, List<GivenCredential> credentials, ApiCall? call, CancellationToken cancellationToken)
    {
        // The message is not disposed: its content may still be on its way when the answer is here, and it has nothing to release.
        HttpRequestMessage message = request.ToMessage(server, credentials, call);
#if NET
        message.Version = _httpClient.DefaultRequestVersion;
        message.VersionPolicy = _httpClient.DefaultVersionPolicy;
#endif
        return _httpClient.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private static async Task<bool> RenewAsync(List<GivenCredential> credentials, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        bool any = false;
        try
        {
            for (int i = 0; i < credentials.Count; i++)
            {
                if (await credentials[i].RenewAsync(cancellationToken).ConfigureAwait(false) is not { } renewed) continue;
                credentials[i] = renewed;
                any = true;
            }
        }
        catch
        {
            response.Dispose();
            throw;
        }

        return any;
    }

    private async Task ReadSuccessAsync(ApiRequest request, ApiAnswer answer, HttpContent content, ApiCall? call, CancellationToken cancellationToken)
    {
        long bound = Math.Min(call?.MaxBodyLength ?? _httpClient.MaxResponseContentBufferSize, 0x7FFFFFC6); // an array holds one byte more
        bool complete;
        try
        {
            complete = await ResponseBody.ReadAsync(content, answer.Body, bound, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsBroken(e) && !cancellationToken.IsCancellationRequested)
        {
            throw BrokenOff($"{request} answered {answer.StatusCode}, and its body broke off after {answer.Body.WrittenSpan.Length} bytes.", e);
        }

        string limit = call?.MaxBodyLength is null ? "HttpClient.MaxResponseContentBufferSize" : "ApiCall.MaxBodyLength";
        if (!complete) throw new HttpRequestException($"{request} answered {answer.StatusCode}, and its body is longer than {limit} ({bound} bytes).");
    }

    private static HttpRequestException BrokenOff(string message, Exception inner) =>
#if NET
        new(HttpRequestError.ResponseEnded, message, inner);
#else
        new(message, inner);
#endif

    // A status that tells of an error is worth more than the rest of its body: what has come by the bound or the break is shown.
    private static async Task<ApiException> ReadErrorAsync(ApiAnswer answer, HttpContent? content, ApiCall? call, CancellationToken cancellationToken, string? problem = null)
    {
        Exception? broken = null;
        try
        {
            if (content is not null) await ResponseBody.ReadAsync(content, answer.Body, MaxErrorBody, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsBroken(e) && !cancellationToken.IsCancellationRequested)
        {
            broken = e;
        }

        if (call is { KeepBody: true }) call.Body = answer.Body.WrittenSpan.ToArray();
        if (broken is not null) return answer.Failure("its body broke off", broken);
        if (answer.Rule is ErrorRule rule) return rule.Read(answer);
        return answer.Failure(problem ?? (ResponseTable.IsSuccess(answer.StatusCode) ? "the API's description does not declare that status" : null));
    }

    private static bool IsBroken(Exception e) => e is IOException or HttpRequestException or InvalidDataException;

    private static bool IsInterrupted(Exception e) => e is OperationCanceledException or IOException or HttpRequestException or ObjectDisposedException;

    private string Server(string? own)
    {
        Uri? server = _server;
        if (own is not null)
        {
            server = _servers.TryGetValue(own, out Uri? other) ? other : new Uri(own, UriKind.RelativeOrAbsolute);
            if (!server.IsAbsoluteUri && _server is { IsAbsoluteUri: true }) server = new Uri(_server, server);
        }

        if (server is not { IsAbsoluteUri: true })
        {
            Uri address = _httpClient.BaseAddress ?? throw new InvalidOperationException("There is no server to send to: give an absolute one, or set HttpClient.BaseAddress.");
            server = server is null ? address : new Uri(address, server);
        }

        return server.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }
}
