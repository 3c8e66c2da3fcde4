using System.IO.Compression;
using System.Net.Http;

namespace OpenApiGen.Http;

// Content-Encoding (RFC 9110 section 8.4) where the handler did not decode: AutomaticDecompression takes the header away when it does.
internal static class ContentDecoding
{
    /// <summary>Whether every encoding is one that this framework undoes; else nothing is undone.</summary>
    /// <param name="content">The content with its headers.</param>
    /// <param name="stream">What is decoded.</param>
    /// <param name="isGuarded">Whether to refuse what grows as only a bomb does.</param>
    public static bool TryDecode(HttpContent content, ref Stream stream, bool isGuarded)
    {
        WireStream wire = new(stream);
        Stream decoded = wire;
        foreach (string encoding in content.Headers.ContentEncoding.Reverse())
        {
            if (Decode(encoding, decoded) is not { } next)
                return false;
            if (next != decoded)
                decoded = new DecodedStream(next, wire, encoding, isGuarded);
        }

        if (decoded != wire)
            stream = decoded;
        return true;
    }

    private static Stream? Decode(string encoding, Stream stream) =>
        encoding.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(stream, CompressionMode.Decompress),
#if NET
            "deflate" => new ZLibStream(stream, CompressionMode.Decompress),
            "br" => new BrotliStream(stream, CompressionMode.Decompress),
#endif
            "identity" or "" => stream,
            _ => null,
        };

    private sealed class WireStream(Stream inner) : WrappedStream(inner)
    {
        public long Count { get; private set; }

        protected override int Passed(int count)
        {
            Count += count;
            return count;
        }
    }

    private sealed class DecodedStream(Stream inner, WireStream wire, string encoding, bool isGuarded) : WrappedStream(inner)
    {
        // What is short is let through however well it compresses; beyond, JSON of the same few words over and over reaches about 1:50.
        private const long Free = 16 * 1024 * 1024;
        private const int MostGrowth = 100;

        private long _count;

        protected override int Passed(int count)
        {
            _count += count;
            if (isGuarded && _count > Free && _count / MostGrowth > wire.Count)
                throw new ContentException(
                    $"its body grows more than {MostGrowth} times when its {encoding} is undone, which ApiCall.MaxBodyLength allows where it is set",
                    null
                );
            return count;
        }

        // A broken stream tells so with an IOException of its own; the Brotli decoder calls bad bytes an invalid operation.
        protected override Exception? Translate(Exception fault) =>
            fault is InvalidDataException || (fault is InvalidOperationException && fault is not ObjectDisposedException)
                ? new ContentException($"its body is not the {encoding} that its Content-Encoding says", fault)
                : null;
    }
}

// The body came whole and can not be decoded, or must not be.
internal sealed class ContentException(string problem, Exception? inner) : IOException(problem, inner);
