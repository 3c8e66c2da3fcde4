using System;

namespace OpenApiGen.Generator.Text;

/// <summary>Bytes that grow: the value of a scalar that is not written as it is.</summary>
internal sealed class Utf8Builder
{
    public byte[] Bytes { get; private set; } = new byte[256];

    public int Length { get; set; }

    public void Append(byte value)
    {
        if (Length == Bytes.Length)
            Grow(1);
        Bytes[Length++] = value;
    }

    public void Append(byte value, int count)
    {
        for (; count > 0; count--)
            Append(value);
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (Bytes.Length - Length < bytes.Length)
            Grow(bytes.Length);
        bytes.CopyTo(Bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>A code point, never half of a surrogate pair.</summary>
    public void AppendRune(int rune)
    {
        switch (rune)
        {
            case < 0x80:
                Append((byte)rune);
                break;
            case < 0x800:
                Append((byte)(0xC0 | (rune >> 6)));
                Append((byte)(0x80 | (rune & 0x3F)));
                break;
            case < 0x10000:
                Append((byte)(0xE0 | (rune >> 12)));
                Append((byte)(0x80 | ((rune >> 6) & 0x3F)));
                Append((byte)(0x80 | (rune & 0x3F)));
                break;
            default:
                Append((byte)(0xF0 | (rune >> 18)));
                Append((byte)(0x80 | ((rune >> 12) & 0x3F)));
                Append((byte)(0x80 | ((rune >> 6) & 0x3F)));
                Append((byte)(0x80 | (rune & 0x3F)));
                break;
        }
    }

    /// <summary>Takes blanks from the end, but none before <paramref name="from"/>.</summary>
    public void TrimBlanks(int from)
    {
        while (Length > from && Bytes[Length - 1] is (byte)' ' or (byte)'\t')
            Length--;
    }

    private void Grow(int more)
    {
        byte[] larger = new byte[Math.Max(Bytes.Length * 2, Length + more)];
        Buffer.BlockCopy(Bytes, 0, larger, 0, Length);
        Bytes = larger;
    }
}
