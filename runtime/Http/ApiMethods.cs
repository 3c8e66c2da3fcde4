using System.Net.Http;

namespace OpenApiGen.Http;

/// <summary>The request methods of a Path Item Object. netstandard2.0 has no <see cref="HttpMethod"/> for some.</summary>
public static class ApiMethods
{
    /// <summary>GET.</summary>
    public static HttpMethod Get => HttpMethod.Get;

    /// <summary>PUT.</summary>
    public static HttpMethod Put => HttpMethod.Put;

    /// <summary>POST.</summary>
    public static HttpMethod Post => HttpMethod.Post;

    /// <summary>DELETE.</summary>
    public static HttpMethod Delete => HttpMethod.Delete;

    /// <summary>OPTIONS.</summary>
    public static HttpMethod Options => HttpMethod.Options;

    /// <summary>HEAD.</summary>
    public static HttpMethod Head => HttpMethod.Head;

    /// <summary>PATCH (RFC 5789).</summary>
    public static HttpMethod Patch { get; } = new("PATCH");

    /// <summary>TRACE.</summary>
    public static HttpMethod Trace => HttpMethod.Trace;

    /// <summary>QUERY, a safe request with a body (OpenAPI 3.2).</summary>
    public static HttpMethod Query { get; } = new("QUERY");

    /// <summary>Any other method (OpenAPI 3.2 <c>additionalOperations</c>).</summary>
    /// <param name="name">The method as it goes over the wire; methods are case-sensitive (RFC 9110 section 9.1).</param>
    /// <exception cref="FormatException">Not a method name.</exception>
    public static HttpMethod Of(string name) => new(name);
}
