using System.Net;
using System.Net.Http;

namespace OpenApiGen;

/// <summary>
/// The server responded, and the response is not one the operation promises: a status outside its successes, or a body that
/// cannot be read. Transport failures (no connection, cut-off body) are <see cref="HttpRequestException"/> instead.
/// </summary>
public class ApiException : Exception
{
    /// <summary>How much of a body is kept in <see cref="Body"/>: 64 Ki UTF-16 units.</summary>
    public const int MaxBodyLength = 64 * 1024;

    private const int BodyInMessage = 500;

    /// <summary>Describes a response.</summary>
    /// <param name="method">The request's method.</param>
    /// <param name="requestUri">The request's URI. Query values that are credentials must have been removed; user info is removed
    /// here.</param>
    /// <param name="statusCode">The status of the response.</param>
    /// <param name="headers">Headers of the response, content headers included; <see langword="null"/> for none.</param>
    /// <param name="body">The body as text; cut after <see cref="MaxBodyLength"/>.</param>
    /// <param name="problem">What is wrong when the status alone does not tell, such as "the body is not JSON"; goes into the
    /// message.</param>
    /// <param name="innerException">What reading the body threw, if it did.</param>
    public ApiException(
        HttpMethod method,
        Uri? requestUri,
        HttpStatusCode statusCode,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? headers,
        string? body,
        string? problem = null,
        Exception? innerException = null
    )
        : base(Describe(method, requestUri, statusCode, body, problem), innerException)
    {
        Method = method;
        RequestUri = WithoutUserInfo(requestUri);
        StatusCode = statusCode;
        Headers = headers ?? new Dictionary<string, IReadOnlyList<string>>();
        Body = Cut(body, MaxBodyLength);
    }

    /// <summary>The request's method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The request's URI, without credentials.</summary>
    public Uri? RequestUri { get; }

    /// <summary>The status of the response.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Headers of the response, content headers included. Never <see langword="null"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>The body as text, at most <see cref="MaxBodyLength"/> units of it; <see langword="null"/> if there was none.</summary>
    public string? Body { get; }

    private static string Describe(HttpMethod method, Uri? uri, HttpStatusCode status, string? body, string? problem)
    {
        if (method is null)
            throw new ArgumentNullException(nameof(method));

        // The query stays out of the message: messages are logged, and user data travels in queries.
        string path =
            uri is null ? "(no URI)"
            : uri.IsAbsoluteUri ? uri.AbsolutePath
            : uri.OriginalString.Split('?')[0];
        string text = $"{method.Method} {path} returned {(int)status} {Reason(status)}";
        if (problem is not null)
            text += $", but {problem}";
        return string.IsNullOrWhiteSpace(body)
            ? text + "."
            : $"{text}: {Cut(body, BodyInMessage)}{(body!.Length > BodyInMessage ? "…" : "")}";
    }

    // RFC 9110 section 15 spells the reason with spaces, HttpStatusCode without: "UnprocessableEntity".
    private static string Reason(HttpStatusCode status)
    {
        string name =
            status == (HttpStatusCode)422 ? "UnprocessableEntity"
            : status == (HttpStatusCode)429 ? "TooManyRequests"
            : status.ToString();
        var words = new System.Text.StringBuilder(name.Length + 4);
        for (int i = 0; i < name.Length; i++)
        {
            if (char.IsDigit(name[i]))
                return "(no standard name)";
            if (i > 0 && char.IsUpper(name[i]) && char.IsLower(name[i - 1]))
                words.Append(' ');
            words.Append(name[i]);
        }

        return words.ToString();
    }

    private static string? Cut(string? text, int length)
    {
        if (text is null || text.Length <= length)
            return text;
        if (char.IsHighSurrogate(text[length - 1]))
            length--;
        return text.Substring(0, length);
    }

    private static Uri? WithoutUserInfo(Uri? uri) =>
        uri is { IsAbsoluteUri: true, UserInfo.Length: > 0 } ? new UriBuilder(uri) { UserName = "", Password = "" }.Uri : uri;
}
