using System.Net;
using System.Net.Http;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using OpenApiGen.Json;

namespace OpenApiGen.Http;

// One response. Its body is read into a pooled buffer, or handed over; what is left goes back on Dispose.
internal sealed class ApiAnswer(
    ApiRequest request,
    Uri uri,
    HttpResponseMessage response,
    ResponseRule? rule,
    List<GivenCredential> credentials
) : IDisposable
{
    private bool _handedOver;

    public ApiRequest Request => request;

    /// <summary>Without what credentials added.</summary>
    public Uri Uri => uri;

    public HttpStatusCode Status => response.StatusCode;

    public int StatusCode => (int)response.StatusCode;

    /// <summary>What the operation says about this status; null when nothing.</summary>
    public ResponseRule? Rule => rule;

    public ApiReading Reading { get; init; }

    public ApiCall? Call { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers => ResponseHeaderMap.Of(response);

    public PooledBuffer Body { get; } = new();

    public HttpResponseMessage Response => response;

    /// <summary>The body, decoded, once it is opened.</summary>
    public Stream Stream { get; private set; } = Stream.Null;

    /// <summary>What ended the reading of the body before the body did.</summary>
    public Exception? Broken { get; private set; }

    /// <summary>Whether the body is longer than the bound.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Opens the body, and reads it up to a bound.</summary>
    /// <param name="bound">How many bytes; negative to leave them to others.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task ReadAsync(long bound, CancellationToken cancellationToken)
    {
        if (response.Content is not { } content)
            return;
        try
        {
#if NET
            Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            cancellationToken.ThrowIfCancellationRequested();
            Stream stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            ContentDecoding.TryDecode(content, ref stream, isGuarded: bound == ApiTransport.DefaultMaxBody);
            Stream = stream;
            if (bound >= 0)
                IsCut = !await ResponseBody
                    .ReadAsync(Stream, Body, content.Headers.ContentLength ?? 0, bound, cancellationToken)
                    .ConfigureAwait(false);
        }
        catch (Exception e) when (IsBroken(e) && !cancellationToken.IsCancellationRequested)
        {
            Broken = e;
        }
    }

    public static bool IsBroken(Exception e) => e is IOException or HttpRequestException;

    /// <summary>Gives the body away, and with it the connection.</summary>
    public ApiStream HandOver()
    {
        _handedOver = true;
        return new ApiStream(response, Stream);
    }

    public bool IsEmpty => Body.WrittenSpan.IsEmpty;

    public string? MediaType => response.Content?.Headers.ContentType?.MediaType;

    /// <summary>
    /// The body for a JSON reader; from another charset where the response names one, though RFC 8259 section 8.1 wants UTF-8.
    /// </summary>
    public ReadOnlySpan<byte> Utf8() => Charset() is null ? Body.WrittenSpan : Encoding.UTF8.GetBytes(Text());

    /// <summary>Reads JSON of the body, and tells the call what is wrong with it.</summary>
    public T Read<T>(ReadOnlySpan<byte> utf8Json, JsonReadFunc<T> read)
    {
        T value = JsonRoot.Read(utf8Json, read, Reading, out IReadOnlyList<ApiFault> faults);
        if (Call is not null)
            Call.Faults = faults;
        for (int i = 0; i < faults.Count; i++)
            faults[i].Operation = request.ToString();
        return value;
    }

    public string Text()
    {
        ArraySegment<byte> bytes = Bytes();
        string text = (Charset() ?? Encoding.UTF8).GetString(bytes.Array!, bytes.Offset, bytes.Count);
        return text.Length > 0 && text[0] == '\uFEFF' ? text.Substring(1) : text;
    }

    /// <summary>
    /// The body where a JSON string is declared and its media type says that it is something else, as with the content of a file; null
    /// where it
    /// does not, where the body is no text, and in strict reading.
    /// </summary>
    /// <param name="orJson">Whether it may be mislabelled JSON: many servers call that text, so <c>text/*</c> is tried as JSON
    /// first.</param>
    public string? PlainText(bool orJson)
    {
        if (Reading == ApiReading.Strict || MediaType is not { } type || MediaTypeText.IsJson(type))
            return null;
        if (!orJson && type.StartsWith("text/", StringComparison.OrdinalIgnoreCase))
            return null;
        string text = Text();
        return text.IndexOf('\uFFFD') >= 0 ? null : text; // bytes that are no text would be lost
    }

    /// <summary>The start of the body as text for an exception; null when it is empty.</summary>
    public string? BodyStart()
    {
        // A character takes at most three bytes per UTF-16 unit; one unit more tells the exception that there is more.
        ArraySegment<byte> bytes = Bytes();
        return bytes.Count == 0
            ? null
            : Masked(Encoding.UTF8.GetString(bytes.Array!, bytes.Offset, Math.Min(bytes.Count, 3 * (ApiException.MaxBodyLength + 1))));
    }

    public ApiException Failure(string? problem = null, Exception? inner = null)
    {
        string? told = inner?.ToString();
        return new(
            request.Method,
            uri,
            Status,
            Headers,
            BodyStart(),
            problem is null ? null : Masked(problem),
            told is null || Masked(told) == told ? inner : null
        );
    }

    public ApiException Unreadable(JsonException failure)
    {
        string what = MediaType is { } mediaType ? $"its body ({mediaType}" : "its body (no media type";
        Stream decoded = Stream.Null;
        var encodings = response.Content?.Headers.ContentEncoding;
        if (encodings is not null && !ContentDecoding.TryDecode(response.Content!, ref decoded, isGuarded: false))
            what += $", still encoded as {string.Join(", ", encodings)}: turn on AutomaticDecompression of the client's handler";
        return Failure($"{what}) can not be read as declared: {failure.Message.TrimEnd('.')}", failure);
    }

    /// <summary>The beginning of a message.</summary>
    public override string ToString() => $"{request} returned {StatusCode}";

    public void Dispose()
    {
        Body.Clear();
        if (!_handedOver)
            response.Dispose();
    }

    // Exceptions are logged, and some servers repeat the key that they refuse.
    private string Masked(string text)
    {
        foreach (GivenCredential credential in credentials)
            if (credential.Secret is { Length: >= 4 } secret)
                text = text.Replace(secret, "***");
        return text;
    }

    private Encoding? Charset()
    {
        string? name = response.Content?.Headers.ContentType?.CharSet?.Trim('"', '\'', ' ');
        if (
            name is null or ""
            || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || name.Equals("utf8", StringComparison.OrdinalIgnoreCase)
        )
            return null;
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw Failure($"its charset '{name}' is not known here", e);
        }
    }

    private ArraySegment<byte> Bytes() =>
        MemoryMarshal.TryGetArray(Body.WrittenMemory, out ArraySegment<byte> bytes) && bytes.Array is not null
            ? bytes
            : new ArraySegment<byte>([]);
}
