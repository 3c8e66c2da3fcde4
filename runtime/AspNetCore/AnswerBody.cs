using System.ComponentModel;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using OpenApiGen.Http;
using OpenApiGen.Json;

namespace OpenApiGen.AspNetCore;

/// <summary>The body of a response, for emitted code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class AnswerBody
{
    private protected AnswerBody() { }

    /// <summary>JSON.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="mediaType">Its media type.</param>
    public static AnswerBody Json<T>(T value, JsonWriteAction<T> write, string mediaType = "application/json") =>
        new Written(context =>
        {
            // Written whole before the status goes out: a value that can not be written is an error, and not half a response.
            byte[] json = JsonRoot.ToUtf8(value, write);
            context.Response.ContentType = mediaType;
            context.Response.ContentLength = json.Length;
            return context.Response.Body.WriteAsync(json, context.RequestAborted).AsTask();
        });

    /// <summary>Text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mediaType">Its media type.</param>
    public static AnswerBody Text(string text, string mediaType) =>
        new Written(context =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            context.Response.ContentType = mediaType.Contains("charset", StringComparison.OrdinalIgnoreCase)
                ? mediaType
                : mediaType + "; charset=utf-8";
            context.Response.ContentLength = bytes.Length;
            return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
        });

    /// <summary>Bytes.</summary>
    /// <param name="file">The bytes; a name that it has is suggested to who saves it.</param>
    /// <param name="mediaType">Their media type where the file has none.</param>
    public static AnswerBody File(ApiFile file, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new Written(context =>
        {
            context.Response.ContentType = file.ContentType ?? mediaType;
            context.Response.ContentLength = file.Length;
            if (file.FileName is { } name)
            {
                ContentDispositionHeaderValue disposition = new("attachment");
                disposition.SetHttpFileName(name);
                context.Response.Headers.ContentDisposition = disposition.ToString();
            }

            return file.WriteAsync(context.Response.Body, context.RequestAborted);
        });
    }

    /// <summary>JSON texts one after another, each sent when it is there.</summary>
    /// <typeparam name="T">The type of one.</typeparam>
    /// <param name="items">Those.</param>
    /// <param name="write">Writes one.</param>
    /// <param name="mediaType">Their media type.</param>
    public static AnswerBody Lines<T>(IAsyncEnumerable<T> items, JsonWriteAction<T> write, string mediaType) =>
        new Written(context =>
        {
            Begin(context, mediaType);
            return JsonLines.Of(items, write, mediaType, canRepeat: false).WriteAsync(context.Response.Body, context.RequestAborted);
        });

    /// <summary><c>text/event-stream</c>: an event for each item, sent when it is there.</summary>
    /// <typeparam name="T">The type of one.</typeparam>
    /// <param name="items">Those.</param>
    /// <param name="write">Writes the JSON of one.</param>
    /// <param name="format">What an event is made of; the event that ends the stream, where one is described, is written after the
    /// last.</param>
    public static AnswerBody Events<T>(IAsyncEnumerable<T> items, JsonWriteAction<T> write, ApiEvents format) =>
        new Written(async context =>
        {
            Begin(context, "text/event-stream");
            context.Response.Headers.CacheControl = "no-cache";
            await context.Response.StartAsync(context.RequestAborted).ConfigureAwait(false);
            await foreach (T item in items.WithCancellation(context.RequestAborted).ConfigureAwait(false))
            {
                await context
                    .Response.Body.WriteAsync(EventText.Of(JsonRoot.ToUtf8(item, write), format), context.RequestAborted)
                    .ConfigureAwait(false);
                await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            }

            if (format.End is { } end)
                await context.Response.Body.WriteAsync(EventText.OfData(end), context.RequestAborted).ConfigureAwait(false);
        });

    internal abstract Task WriteAsync(HttpContext context);

    private static void Begin(HttpContext context, string mediaType)
    {
        context.Response.ContentType = mediaType;
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    private sealed class Written(Func<HttpContext, Task> write) : AnswerBody
    {
        internal override Task WriteAsync(HttpContext context) => write(context);
    }
}
