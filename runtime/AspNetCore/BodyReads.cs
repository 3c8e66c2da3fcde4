using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using OpenApiGen.Http;
using OpenApiGen.Json;

namespace OpenApiGen.AspNetCore;

/// <summary>
/// How bodies are read, for emitted code. How long one may be is for the host to say (<c>KestrelServerLimits.MaxRequestBodySize</c>,
/// <c>FormOptions</c>).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BodyReads
{
    /// <summary>JSON.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="read">Reads it.</param>
    public static BodyRead<T> Json<T>(JsonReadFunc<T> read) =>
        (request, cancellationToken) => JsonRoot.ReadAsync(Utf8(request.Context.Request), read, int.MaxValue, cancellationToken);

    /// <summary><c>application/x-www-form-urlencoded</c>.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="shape">What its fields can be.</param>
    /// <param name="read">Reads their JSON.</param>
    /// <param name="encodings">Fields that are not written as usual.</param>
    public static BodyRead<T> Form<T>(WireShape shape, JsonReadFunc<T> read, params FormEncoding[] encodings) =>
        async (request, cancellationToken) =>
        {
            FormOptions limits = request.FormLimits;
            PooledBuffer body = new();
            try
            {
                if (
                    !await ResponseBody
                        .ReadAsync(
                            new BodyStream(request.Context.Request.Body),
                            body,
                            0,
                            Math.Min(limits.BufferBodyLengthLimit, 0x3FFFFFFF),
                            cancellationToken
                        )
                        .ConfigureAwait(false)
                )
                    throw new BadHttpRequestException(
                        $"The form is longer than {limits.BufferBodyLengthLimit} bytes.",
                        StatusCodes.Status413PayloadTooLarge
                    );
                WirePairs pairs = WireText.Pairs(WireText.StrictUtf8.GetString(body.WrittenSpan), limits);
                return FormBody.Read(pairs, shape, encodings).Read(shape, read);
            }
            finally
            {
                body.Clear();
            }
        };

    /// <summary><c>multipart/form-data</c>.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="shape">What its fields can be.</param>
    /// <param name="read">Reads their JSON.</param>
    /// <param name="encodings">Fields that are not written as usual.</param>
    public static BodyRead<T> Multipart<T>(WireShape shape, JsonReadFunc<T> read, params FormEncoding[] encodings) =>
        async (request, cancellationToken) =>
            (
                await MultipartBody
                    .ReadAsync(request.Context, request.FormLimits, shape, encodings, cancellationToken)
                    .ConfigureAwait(false)
            ).Read(shape, read);

    /// <summary>Text.</summary>
    public static BodyRead<string> Text() =>
        async (request, cancellationToken) =>
        {
            using StreamReader reader = new(
                new BodyStream(request.Context.Request.Body),
                Charset(request.Context.Request),
                detectEncodingFromByteOrderMarks: false,
                leaveOpen: true
            );
            return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        };

    /// <summary>Bytes, as they come.</summary>
    public static BodyRead<ApiFile> File() =>
        static (request, _) => Task.FromResult(new ApiFile(request.Context.Request.Body, null, request.Context.Request.ContentType));

    /// <summary>JSON texts one after another, as they come.</summary>
    /// <typeparam name="T">The type of one.</typeparam>
    /// <param name="read">Reads one.</param>
    public static BodyRead<IAsyncEnumerable<T>> Lines<T>(JsonReadFunc<T> read) =>
        (request, cancellationToken) => Task.FromResult(Items(request.Context.Request.Body, read, cancellationToken));

    private static async IAsyncEnumerable<T> Items<T>(
        Stream body,
        JsonReadFunc<T> read,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ItemReader reader = ItemReader.Of(ApiStreamFormat.Lines, body, JsonRoot.DefaultMaxLength);
        for (int i = 0; ; i++)
        {
            T item;
            try
            {
                if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    break;
                item = JsonRoot.Read(reader.Json, read);
            }
            catch (Exception fault) when (fault is InvalidDataException or ContentException)
            {
                throw new RefusedBodyException(new JsonException($"Item {i}: {fault.Message}", fault));
            }
            catch (JsonException fault)
            {
                throw new RefusedBodyException(
                    new JsonException($"Item {i}: {fault.Message}", fault.Path, fault.LineNumber, fault.BytePositionInLine, fault)
                );
            }

            yield return item;
        }
    }

    private static Stream Utf8(HttpRequest request)
    {
        Encoding charset = Charset(request);
        return charset.CodePage == Encoding.UTF8.CodePage
            ? new BodyStream(request.Body)
            : Encoding.CreateTranscodingStream(new BodyStream(request.Body), charset, Encoding.UTF8, leaveOpen: true);
    }

    private static Encoding Charset(HttpRequest request) =>
        WireText.EncodingOf(MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type) ? type.Charset.Value : null);
}
