using System.IO.Compression;
using System.Net.Http;

namespace OpenApiGen.Http;

// Content-Encoding (RFC 9110 section 8.4) where the handler did not decode: AutomaticDecompression takes the header away when it does.
internal static class ContentDecoding
{
    /// <summary>Whether every encoding is one that this framework undoes; else nothing is undone.</summary>
    public static bool TryDecode(HttpContent content, ref Stream stream)
    {
        Stream decoded = stream;
        foreach (string encoding in content.Headers.ContentEncoding.Reverse())
        {
            if (Decode(encoding, decoded) is not { } next) return false;
            decoded = next;
        }

        stream = decoded;
        return true;
    }

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
