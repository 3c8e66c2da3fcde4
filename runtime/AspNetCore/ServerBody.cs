using System.ComponentModel;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using OpenApiGen.Http;

namespace OpenApiGen.AspNetCore;

/// <summary>Reads a body of one media type.</summary>
/// <typeparam name="T">What it is read as.</typeparam>
/// <param name="request">The request.</param>
/// <param name="cancellationToken">Cancels reading.</param>
public delegate Task<T> BodyRead<T>(ServerRequest request, CancellationToken cancellationToken);

/// <summary>A body of a request, in each of its media types, for emitted code.</summary>
/// <typeparam name="T">What it is read as; null is a value of it where it is not required.</typeparam>
/// <param name="isRequired">Whether it must be there.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ServerBody<T>(bool isRequired)
{
    private readonly List<(MediaTypeHeaderValue Type, bool IsJson, BodyRead<T> Read)> _kinds = [];

    /// <summary>Adds a media type, or a range such as <c>image/*</c>.</summary>
    /// <param name="mediaType">The media type.</param>
    /// <param name="read">Reads a body of it.</param>
    public ServerBody<T> On(string mediaType, BodyRead<T> read)
    {
        if (MediaTypeHeaderValue.TryParse(mediaType, out MediaTypeHeaderValue? type))
            _kinds.Add((type, MediaTypeText.IsJson(mediaType), read));
        return this;
    }

    /// <summary>Whether the request has a body of one of the media types.</summary>
    /// <param name="request">The request.</param>
    public bool Takes(ServerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Find(request.Context.Request.ContentType) is not null;
    }

    /// <summary>Reads the body.</summary>
    /// <param name="request">The request; it notes what is wrong.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public async Task<T> ReadAsync(ServerRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        string? given = request.Context.Request.ContentType;
        bool isEmpty =
            request.Context.Request.ContentLength == 0
            || request.Context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false;
        (BodyRead<T> Read, bool IsJson)? found = Find(given);
        if (found is null && !(isEmpty && given is null))
        {
            request.Refuse(
                415,
                $"A body of {string.Join(" or ", _kinds.Select(static k => k.Type))} is expected{(given is null ? ", and its Content-Type has to say so." : ".")}"
            );
            return default!;
        }

        // Only JSON has no empty text; an optional body without one is not there, nor is one of which nothing is said.
        if (isEmpty && (given is null || !isRequired || found!.Value.IsJson))
        {
            if (isRequired)
                request.Fail("", "A body is required.");
            return default!;
        }

        try
        {
            return await found!.Value.Read(request, cancellationToken).ConfigureAwait(false);
        }
        catch (System.Text.Json.JsonException fault)
        {
            request.Fail(fault);
        }
        catch (InvalidDataException fault)
        {
            request.Fail("", fault.Message);
        }
        catch (DecoderFallbackException)
        {
            request.Fail("", "The body has bytes that are no text in its charset.");
        }
        catch (BadHttpRequestException fault)
        {
            request.Refuse(fault.StatusCode, fault.Message);
        }

        return default!;
    }

    private (BodyRead<T> Read, bool IsJson)? Find(string? given)
    {
        // Who sends no media type, where there is but one, can only mean that.
        if (given is null)
            return _kinds.Count == 1 ? (_kinds[0].Read, _kinds[0].IsJson) : null;
        if (!MediaTypeHeaderValue.TryParse(given, out MediaTypeHeaderValue? type))
            return null;
        foreach (var kind in _kinds)
            if (kind.Type.MediaType.Equals(type.MediaType, StringComparison.OrdinalIgnoreCase))
                return (kind.Read, kind.IsJson);
        foreach (var kind in _kinds.OrderByDescending(static k => k.Type.MediaType.Length))
        {
            bool isRange =
                kind.Type.MatchesAllTypes
                || (kind.Type.MatchesAllSubTypes && kind.Type.Type.Equals(type.Type, StringComparison.OrdinalIgnoreCase));
            // Who does not know which of a range it is says that it is bytes.
            if (
                isRange
                || (kind.Type.MatchesAllSubTypes && type.MediaType.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase))
                || (kind.IsJson && MediaTypeText.IsJson(given))
            )
                return (kind.Read, kind.IsJson);
        }

        return null;
    }
}
