using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;

namespace OpenApiGen.Http;

// Content of pieces that are written one after another while it is sent, and not disposed.
internal sealed class StreamedContent : HttpContent
{
    private readonly List<ApiFile> _pieces;

    public StreamedContent(string mediaType, List<ApiFile> pieces)
    {
        _pieces = pieces;
        Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
    }

    public bool CanRepeat => _pieces.TrueForAll(static piece => piece.CanRepeat);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        foreach (ApiFile piece in _pieces)
        {
            if (piece.Length is not { } more)
                return false;
            length += more;
        }

        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => WriteAsync(stream, CancellationToken.None);

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        WriteAsync(stream, cancellationToken);
#endif

    private async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        foreach (ApiFile piece in _pieces)
        {
            Task written = piece.WriteAsync(stream, cancellationToken);
#if NET
            // A stream of the caller may not listen to the token. What it gives later finds a connection that is closed.
            written = written.WaitAsync(cancellationToken);
#endif
            await written.ConfigureAwait(false);
        }
    }
}
