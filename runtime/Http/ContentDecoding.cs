using System.IO.Compression;
using System.Net.Http;

namespace OpenApiGen.Http;

// Content-Encoding (RFC 9110 section 8.4) where the handler did not decode: AutomaticDecompression takes the header away when it does.
internal static class ContentDecoding
{
    public static async Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken)
    {
#if NET
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        cancellationToken.ThrowIfCancellationRequested();
        Stream stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        if (content.Headers.ContentEncoding.Count == 0 || !CanDecode(content)) return stream;
        foreach (string encoding in content.Headers.ContentEncoding.Reverse()) stream = Decode(encoding, stream)!;
        return stream;
    }

    /// <summary>Whether every encoding is one that this framework undoes; else nothing is undone.</summary>
    public static bool CanDecode(HttpContent content) => content.Headers.ContentEncoding.All(static e => Decode(e, Stream.Null) is not null);

    private static Stream? Decode(string encoding, Stream stream) => encoding.ToLowerInvariant() switch
    {
        "gzip" or "x-gzip" => new GZipStream(stream, CompressionMode.Decompress),
#if NET
        "deflate" => new ZLibStream(stream, CompressionMode.Decompress),
        "br" => new BrotliStream(stream, CompressionMode.Decompress),
#endif
        "identity" or "" => stream,
        _ => null,
    };
}
