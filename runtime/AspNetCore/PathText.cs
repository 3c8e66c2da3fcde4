using System.Buffers;
using System.Globalization;
using System.Text;

namespace OpenApiGen.AspNetCore;

/// <summary>A segment of a path, decoded (RFC 3986 section 2.1), that knows of each character what of the segment it was.</summary>
internal sealed class PathText
{
    private readonly string _raw;
    private readonly string _text;
    private readonly List<int> _starts = [];

    public PathText(string raw)
    {
        _raw = raw;
        StringBuilder text = new(raw.Length);
        for (int i = 0; i < raw.Length; )
        {
            int length = Decode(raw, i, out string decoded);
            foreach (char c in decoded)
            {
                text.Append(c);
                _starts.Add(i);
            }

            i += length;
        }

        _starts.Add(raw.Length);
        _text = text.ToString();
    }

    public int Length => _text.Length;

    /// <summary>What the client wrote between two characters.</summary>
    public string Raw(int start, int end) => _raw[_starts[start].._starts[end]];

    /// <summary>The place behind the character at a place; -1 where there is none.</summary>
    public int Next(int at)
    {
        if (at >= Length)
            return -1;
        return at + (at + 1 < Length && _starts[at + 1] == _starts[at] ? 2 : 1);
    }

    public bool StartsWith(string text, int at) => string.CompareOrdinal(_text, at, text, 0, text.Length) == 0;

    public int IndexOf(string text, int from) => _text.IndexOf(text, from, StringComparison.Ordinal);

    // One character, of up to four triples; what is no UTF-8 stays as it is.
    private static int Decode(string raw, int at, out string decoded)
    {
        Span<byte> bytes = stackalloc byte[4];
        int count = 0;
        while (count < 4 && Triple(raw, at + (3 * count), out byte value))
            bytes[count++] = value;
        if (count > 0 && Rune.DecodeFromUtf8(bytes[..count], out Rune rune, out int used) == OperationStatus.Done)
        {
            decoded = rune.ToString();
            return 3 * used;
        }

        int length = char.IsSurrogatePair(raw, at) ? 2 : 1;
        decoded = raw.Substring(at, length);
        return length;
    }

    private static bool Triple(string raw, int at, out byte value)
    {
        value = 0;
        return at + 2 < raw.Length
            && raw[at] == '%'
            && byte.TryParse(raw.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
