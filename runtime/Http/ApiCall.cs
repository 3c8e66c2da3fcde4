using System.Net;
using System.Net.Http;

namespace OpenApiGen.Http;

/// <summary>
/// Goes into one call and comes back out of it: extra headers and a time limit in; status, headers and raw body out. It can serve
/// one call after another (each overwrites what came out), not several at once.
/// </summary>
public sealed class ApiCall
{
    private Dictionary<string, string>? _headers;
    private HttpResponseMessage? _response;
    private IReadOnlyDictionary<string, IReadOnlyList<string>>? _responseHeaders;

    /// <summary>In: headers to send besides, or in place of, those of the operation. Names are not case-sensitive.</summary>
    public IDictionary<string, string> Headers => _headers ??= new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// In: the media types to ask for in place of those of the operation, such as <c>image/jpeg</c> of several that it declares; null for
    /// those. It does
    /// not change what the response is read as: another kind of response has a method of its own.
    /// </summary>
    public string? Accept { get; set; }

    /// <summary>
    /// In: limit for the whole call, body included; null means <see cref="HttpClient.Timeout"/>,
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>
    /// none of its own. It can not prolong <see cref="HttpClient.Timeout"/>, which keeps limiting the time until headers arrive.
    /// </summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>
    /// In: how many bytes the response's body may have, decoded, and one line or event of a streamed response; null for
    /// <see cref="HttpClient.MaxResponseContentBufferSize"/>, and 16 MiB for a line or event. Streams that are handed over are not counted.
    /// </summary>
    public long? MaxBodyLength { get; set; }

    /// <summary>
    /// In: whether <see cref="Body"/> is kept; not of a response that is handed over as a stream, or streamed item by item.
    /// </summary>
    public bool KeepBody { get; set; }

    /// <summary>Out, while an event stream is enumerated: the event that the last item came of.</summary>
    public ServerSentEvent? LastEvent { get; internal set; }

    /// <summary>Out: the status, as soon as the server has responded, also when the call then throws; null before.</summary>
    public HttpStatusCode? StatusCode => _response?.StatusCode;

    /// <summary>
    /// Out: headers of the response, content headers included. Names are not case-sensitive. Empty before the server has responded.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ResponseHeaders => _responseHeaders ??= ResponseHeaderMap.Of(_response);

    /// <summary>Out: the raw body when <see cref="KeepBody"/> was set; of an error at most its first MiB.</summary>
    public ReadOnlyMemory<byte> Body { get; internal set; }

    /// <summary>
    /// Out: what is wrong with the JSON of the response, to be logged; see <see cref="ApiReading.Tolerant"/>. While a stream is enumerated,
    /// with its last
    /// item. Empty for most responses.
    /// </summary>
    public IReadOnlyList<ApiFault> Faults { get; internal set; } = [];

    /// <summary>The status alone; header values may be secret.</summary>
    public override string ToString() => StatusCode is { } status ? $"returned {(int)status}" : "no response yet";

    internal void Begin()
    {
        Received(null);
        Body = default;
        LastEvent = null;
        Faults = [];
    }

    internal void AddHeaders(ApiRequest request)
    {
        if (Accept is { } mediaTypes)
            request.Accept(mediaTypes);
        if (_headers is null)
            return;
        foreach (var pair in _headers)
            request.SetHeader(pair.Key, pair.Value ?? "");
    }

    internal void Received(HttpResponseMessage? response)
    {
        _response = response;
        _responseHeaders = null;
    }
}
