using System;
using System.Buffers;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace OpenApiGen.Generator.Text;

/// <summary>A text as UTF-8 in a rented buffer, with the way back from a byte to a character of the text.</summary>
internal sealed class Utf8Text : IDisposable
{
    private const char ByteOrderMark = '\uFEFF';
    private const int ChunkLength = 16 * 1024;

    private readonly int _skipped;
    private readonly bool _isAscii;
    private byte[] _bytes;
    private int _length;
    private int _knownByte;
    private int _knownChar;

    public Utf8Text(SourceText text)
    {
        _skipped = text.Length > 0 && text[0] == ByteOrderMark ? 1 : 0;
        int chars = text.Length - _skipped;

        // Most descriptions are ASCII but for a few characters; the buffer grows for those that are not.
        _bytes = ArrayPool<byte>.Shared.Rent(chars + (chars / 16) + (ChunkLength * 3));
        char[] chunk = ArrayPool<char>.Shared.Rent(ChunkLength);
        try
        {
            Encode(text, chunk);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chunk);
        }

        _isAscii = _length == chars;
    }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>What <see cref="Bytes"/> lies at the start of: decoding on netstandard2.0 wants an array.</summary>
    public byte[] Buffer => _bytes;

    /// <summary>The character of the text a byte belongs to. Cheap when asked in ascending order.</summary>
    public int CharAt(int byteOffset)
    {
        byteOffset = Math.Min(byteOffset, _length);
        if (_isAscii)
            return byteOffset + _skipped;
        if (byteOffset < _knownByte)
            _knownByte = _knownChar = 0;

        _knownChar += Encoding.UTF8.GetCharCount(_bytes, _knownByte, byteOffset - _knownByte);
        _knownByte = byteOffset;
        return _knownChar + _skipped;
    }

    public TextSpan SpanOf(int startByte, int endByte)
    {
        int start = CharAt(startByte);
        return TextSpan.FromBounds(start, CharAt(endByte));
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _length = 0;
    }

    private void Encode(SourceText text, char[] chunk)
    {
        // An encoder, not Encoding.GetBytes: a surrogate pair may lie across two chunks.
        Encoder encoder = Encoding.UTF8.GetEncoder();
        for (int at = _skipped; at < text.Length; )
        {
            int count = Math.Min(ChunkLength, text.Length - at);
            text.CopyTo(at, chunk, 0, count);
            at += count;
            if (_bytes.Length - _length < (count + 1) * 3)
                Grow();
            _length += encoder.GetBytes(chunk, 0, count, _bytes, _length, flush: at == text.Length);
        }
    }

    private void Grow()
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(_bytes.Length + (_bytes.Length / 2) + (ChunkLength * 3));
        System.Buffer.BlockCopy(_bytes, 0, larger, 0, _length);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
