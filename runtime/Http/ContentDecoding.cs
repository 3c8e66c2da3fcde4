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
        WireStream input = wire;
        Stream decoded = wire;
        foreach (string encoding in content.Headers.ContentEncoding.Reverse())
        {
            if (decoded != input)
                input = new(decoded);
            if (Decode(encoding, input) is not { } next)
                return false;
            decoded = next == input ? next : new DecodedStream(next, wire, input, encoding, isGuarded);
        }

        stream = decoded;
        return true;
    }

    /// <summary>
    /// Whether a decoder, of this or of the client's handler, has met bytes that are not its own. That of Brotli calls them an invalid
    /// operation.
    /// </summary>
    public static bool IsUndecoded(Exception fault) =>
        fault is InvalidDataException || (fault is InvalidOperationException && fault is not ObjectDisposedException);

    private static ContentException? Undecoded(Exception fault, string what) =>
        IsUndecoded(fault) ? new($"its body is not {what} its Content-Encoding says", fault) : null;

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
        private uint _tail;
        private bool _isAtEnd;

        public long Count { get; private set; }

        // Decoders of .NET take the end of what they read for the end of what they give. Those of Brotli and zlib ask for nothing more
        // when they are done; gzip may be followed by more of it, and ends with the length that it has (RFC 1952 section 2.3.1), after 14
        // bytes at least.
        public bool IsCutOff(string encoding, long given) =>
            _isAtEnd && Count > 0 && (encoding.IndexOf("gzip", StringComparison.OrdinalIgnoreCase) < 0 || Count < 18 || _tail > given);

        protected override int Passed(ReadOnlySpan<byte> bytes)
        {
            Count += bytes.Length;
            _isAtEnd = bytes.IsEmpty;
            for (int i = Math.Max(0, bytes.Length - 4); i < bytes.Length; i++)
                _tail = (_tail >> 8) | ((uint)bytes[i] << 24);
            return bytes.Length;
        }

        protected override Exception? Translate(Exception fault) => Undecoded(fault, "what");
    }

    private sealed class DecodedStream(Stream inner, WireStream wire, WireStream input, string encoding, bool isGuarded)
        : WrappedStream(inner)
    {
        // What is short is let through however well it compresses; beyond, JSON of the same few words over and over reaches about 1:50.
        private const long Free = 16 * 1024 * 1024;
        private const int MostGrowth = 100;

        private long _count;

        protected override int Passed(ReadOnlySpan<byte> bytes)
        {
            _count += bytes.Length;
            if (bytes.IsEmpty && input.IsCutOff(encoding, _count))
                throw new ContentException($"its body ends before its {encoding} does", null);
            if (isGuarded && _count > Free && _count / MostGrowth > wire.Count)
                throw new ContentException(
                    $"its body grows more than {MostGrowth} times when its {encoding} is undone, which ApiCall.MaxBodyLength allows where it is set",
                    null
                );
            return bytes.Length;
        }

        protected override Exception? Translate(Exception fault) => Undecoded(fault, "the " + encoding + " that");
    }
}

// The body came whole and can not be decoded, or must not be.
internal sealed class ContentException(string problem, Exception? inner) : IOException(problem, inner);
