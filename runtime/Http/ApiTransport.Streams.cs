using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OpenApiGen.Json;

namespace OpenApiGen.Http;

public sealed partial class ApiTransport
{
    /// <summary>
    /// Sends a request when the enumeration begins, and gives the items of its response as they come. Each enumeration sends anew.
    /// </summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <param name="request">Makes the request.</param>
    /// <param name="format">What the items are made of.</param>
    /// <param name="read">Reads an item.</param>
    /// <param name="responses">Which errors are documented; any 2xx is read.</param>
    /// <param name="call">Extra input and output; its <see cref="ApiCall.Timeout"/>, where set, counts until headers arrive, as that of
    /// <see cref="HttpClient"/> does.</param>
    /// <param name="cancellationToken">Cancels at any stage; beside it counts the token given by <c>WithCancellation</c>.</param>
    /// <returns>
    /// A sequence that throws what other calls throw: <see cref="ApiException"/> also for an item that can not be read,
    /// <see cref="HttpRequestException"/> when the connection breaks off. It ends where the server ends it; it does not connect anew.
    /// </returns>
    public IAsyncEnumerable<T> StreamAsync<T>(
        Func<ApiRequest> request,
        ApiEvents format,
        JsonReadFunc<T> read,
        ApiResponses responses,
        ApiCall? call,
        CancellationToken cancellationToken = default
    )
    {
        if (responses is null)
            throw new ArgumentNullException(nameof(responses));
        return StreamAsync(request, format, read, responses.Table, call, cancellationToken);
    }

    /// <summary>Likewise, of an operation that has a response in one piece as well.</summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <typeparam name="TWhole">The response in one piece, which is not read here.</typeparam>
    /// <inheritdoc cref="StreamAsync{T}(Func{ApiRequest}, ApiEvents, JsonReadFunc{T}, ApiResponses, ApiCall?, CancellationToken)"/>
    public IAsyncEnumerable<T> StreamAsync<T, TWhole>(
        Func<ApiRequest> request,
        ApiEvents format,
        JsonReadFunc<T> read,
        ApiResponses<TWhole> responses,
        ApiCall? call,
        CancellationToken cancellationToken = default
    )
    {
        if (responses is null)
            throw new ArgumentNullException(nameof(responses));
        return StreamAsync(request, format, read, responses.Table, call, cancellationToken);
    }

    private async IAsyncEnumerable<T> StreamAsync<T>(
        Func<ApiRequest> request,
        ApiEvents format,
        JsonReadFunc<T> read,
        ResponseTable responses,
        ApiCall? call,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));
        if (format is null)
            throw new ArgumentNullException(nameof(format));
        using ApiAnswer answer = await ExchangeAsync(request(), responses, true, call, cancellationToken).ConfigureAwait(false);
#if !NET
        using var _ = cancellationToken.Register(static state => ((IDisposable)state!).Dispose(), answer.Response);
#endif
        if (
            format.Format != ApiStreamFormat.Lines
            && answer.StatusCode != 204
            && !string.Equals(answer.MediaType, "text/event-stream", StringComparison.OrdinalIgnoreCase)
        )
        {
            await answer.ReadAsync(MaxErrorBody, cancellationToken).ConfigureAwait(false);
            throw Error(answer, call, $"its body is {answer.MediaType ?? "of no media type"} where text/event-stream is declared");
        }

        ItemReader items = ItemReader.Of(format, answer.Stream, call?.MaxBodyLength ?? JsonRoot.DefaultMaxLength);
        for (int count = 0; ; count++)
        {
            T item;
            try
            {
                if (!await items.ReadAsync(cancellationToken).ConfigureAwait(false))
                    break;
                if (call is not null)
                    call.LastEvent = items.Event;
                item = answer.Read(items.Json, read);
            }
            catch (Exception e) when (Failure(answer, count, e, cancellationToken) is { } failure)
            {
                throw failure;
            }

            yield return item;
        }
    }

    private static Exception? Failure(ApiAnswer answer, int count, Exception e, CancellationToken cancellationToken) =>
        e switch
        {
            _ when cancellationToken.IsCancellationRequested && IsInterrupted(e) => Cancelled(answer.Request, e, cancellationToken),
            JsonException => answer.Failure($"item {count} of its stream can not be read as declared: {e.Message.TrimEnd('.')}", e),
            ContentException => answer.Failure($"item {count} of its stream can not be read: {e.Message}", e),
            InvalidDataException => new HttpRequestException($"{answer}; item {count} of its stream: {e.Message}", e),
            _ when ApiAnswer.IsBroken(e) => BrokenOff($"{answer}, and its stream broke off after {count} items.", e),
            _ => null,
        };
}
