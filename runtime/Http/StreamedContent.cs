using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using OpenApiGen.Json;

namespace OpenApiGen.Http;

// Content that is written while it is sent, and disposes nothing.
internal sealed class StreamedContent : HttpContent
{
    private readonly Func<Stream, CancellationToken, Task> _write;
    private readonly long? _length;

    public StreamedContent(string mediaType, long? length, Func<Stream, CancellationToken, Task> write)
    {
        _write = write;
        _length = length;
        Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
    }

    /// <summary>One JSON text after another: a line each, or behind a record separator (RFC 7464).</summary>
    public static StreamedContent Lines<T>(IAsyncEnumerable<T> items, JsonWriteAction<T> write, string mediaType)
    {
        bool isSequence = MediaTypeText.Essence(mediaType).EndsWith("json-seq", StringComparison.OrdinalIgnoreCase);
        return new StreamedContent(mediaType, null, async (stream, cancellationToken) =>
        {
            var buffer = new PooledBuffer();
            try
            {
                await foreach (T item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
                {
                    if (isSequence) Add(buffer, 0x1E);
                    JsonRoot.Write(buffer, item, write);
                    Add(buffer, (byte)'\n');
                    await stream.WriteAllAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
                    buffer.Clear();

                    // At once: who reads at the other end may be waiting for this very item.
                    await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
                }
            }
            finally
            {
                buffer.Clear();
            }
        });
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length ?? 0;
        return _length.HasValue;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _write(stream, CancellationToken.None);

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => _write(stream, cancellationToken);
#endif

    private static void Add(PooledBuffer buffer, byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
    }
}
