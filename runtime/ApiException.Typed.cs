using System.Net;
using System.Net.Http;

namespace OpenApiGen;

/// <summary>The server responded with an error that the API describes, and the body has been read as that type.</summary>
/// <typeparam name="TError">The documented type of the error body.</typeparam>
public sealed class ApiException<TError> : ApiException
{
    /// <summary>Describes a response; see <see cref="ApiException"/>.</summary>
    /// <param name="method">The request's method.</param>
    /// <param name="requestUri">The request's URI without credentials.</param>
    /// <param name="statusCode">The status of the response.</param>
    /// <param name="headers">Headers of the response.</param>
    /// <param name="body">The body as text.</param>
    /// <param name="error">The body as read.</param>
    public ApiException(
        HttpMethod method,
        Uri? requestUri,
        HttpStatusCode statusCode,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? headers,
        string? body,
        TError error
    )
        : base(method, requestUri, statusCode, headers, body) => Error = error;

    /// <summary>The error body.</summary>
    public TError Error { get; }
}
