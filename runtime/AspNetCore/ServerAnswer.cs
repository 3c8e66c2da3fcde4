using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using OpenApiGen.Http;

namespace OpenApiGen.AspNetCore;

/// <summary>
/// What an operation returns: a status, headers, a body. Emitted responses derive from it, with a method for each status that the
/// description
/// has.
/// </summary>
public abstract class ServerAnswer : IResult
{
    private readonly IResult? _other;
    private readonly AnswerBody? _body;
    private readonly List<KeyValuePair<string, string>> _headers = [];

    /// <summary>A response of the description, for emitted code.</summary>
    /// <param name="statusCode">The status.</param>
    /// <param name="body">The body; null for none.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ServerAnswer(int statusCode, AnswerBody? body)
    {
        StatusCode = statusCode;
        _body = body;
    }

    /// <summary>A response that the description does not have.</summary>
    /// <param name="other">Writes it.</param>
    protected ServerAnswer(IResult other)
    {
        ArgumentNullException.ThrowIfNull(other);
        _other = other;
        StatusCode = (other as IStatusCodeHttpResult)?.StatusCode ?? 0;
    }

    /// <summary>The status; 0 where only another result knows it.</summary>
    public int StatusCode { get; }

    /// <summary>The headers that are sent, besides those of the body.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers => _headers;

    /// <summary>Writes the response.</summary>
    /// <param name="httpContext">Where to.</param>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        if (_other is null)
            httpContext.Response.StatusCode = StatusCode;
        foreach ((string name, string value) in _headers)
            httpContext.Response.Headers.Append(name, value);
        if (_other is not null)
            return _other.ExecuteAsync(httpContext);
        return _body is null ? Task.CompletedTask : _body.WriteAsync(httpContext);
    }

    /// <summary>Adds a header.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; nothing for none.</param>
    /// <exception cref="FormatException">The value has a line break.</exception>
    protected void Add(string name, ParameterValue value)
    {
        if (value.IsNothing)
            return;
        string text = ParameterWriter.Header(name, value, explode: false);
        HeaderText.Check(name, text);
        _headers.Add(new(name, text));
    }
}
