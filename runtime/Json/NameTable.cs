using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace OpenApiGen.Json;

// A fixed set of names, found by their UTF-8 bytes. Open addressing, at most half full.
internal sealed class NameTable
{
    private readonly byte[][] _names;
    private readonly int[] _slots; // index + 1, 0 is free

    public NameTable(string[] names)
    {
        if (names is null)
            throw new ArgumentNullException(nameof(names));
        _names = new byte[names.Length][];
        int size = 4;
        while (size < names.Length * 2)
            size *= 2;
        _slots = new int[size];
        for (int i = 0; i < names.Length; i++)
        {
            byte[] name = _names[i] = Encoding.UTF8.GetBytes(names[i]);
            if (Find(name) >= 0)
                continue; // listed twice: the first one counts
            uint slot = Hash(name) & (uint)(size - 1);
            while (_slots[slot] != 0)
                slot = (slot + 1) & (uint)(size - 1);
            _slots[slot] = i + 1;
        }
    }

    /// <summary>The names as UTF-8, in the order given.</summary>
    public byte[][] Utf8 => _names;

    /// <summary>Index of a name, or -1.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        int[] slots = _slots;
        uint mask = (uint)slots.Length - 1;
        for (uint slot = Hash(name) & mask; ; slot = (slot + 1) & mask)
        {
            int index = slots[slot] - 1;
            if (index < 0 || name.SequenceEqual(_names[index]))
                return index;
        }
    }

    /// <summary>Index of a string or name that is escaped or in pieces, or -1.</summary>
    public int FindEscaped(ref Utf8JsonReader reader)
    {
        int max = Utf8Text.MaxLength(ref reader);
        Span<byte> room = max <= Utf8Text.ShortLength ? stackalloc byte[Utf8Text.ShortLength] : new byte[max];
        return Find(room.Slice(0, reader.CopyString(room)));
    }

    public int Find(string name)
    {
        if (name is null)
            return -1;
        int max = Encoding.UTF8.GetMaxByteCount(name.Length);
#if NET
        Span<byte> buffer = max <= 256 ? stackalloc byte[256] : new byte[max];
        return Find(buffer.Slice(0, Encoding.UTF8.GetBytes(name, buffer)));
#else
        byte[] buffer = new byte[max];
        return Find(buffer.AsSpan(0, Encoding.UTF8.GetBytes(name, 0, name.Length, buffer, 0)));
#endif
    }

    // Every byte takes part, eight at a time: names that differ in one place only, such as numbered ones, must not share a chain.
    // The names come from the API description, not from the wire, so the hash needs no secret.
    public static uint Hash(ReadOnlySpan<byte> text)
    {
        const ulong Mix = 0x9E3779B97F4A7C15;
        int length = text.Length;
        ulong hash = (ulong)length * 0xC2B2AE3D27D4EB4F;
        if (length >= 8)
        {
            int at = 0;
            do
            {
                hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text.Slice(at))) * Mix;
                hash ^= hash >> 29;
                at += 8;
            } while (at + 8 <= length);
            hash ^= BinaryPrimitives.ReadUInt64LittleEndian(text.Slice(length - 8));
        }
        else if (length >= 4)
        {
            hash ^=
                BinaryPrimitives.ReadUInt32LittleEndian(text)
                | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(text.Slice(length - 4)) << 32);
        }
        else if (length > 0)
        {
            hash ^= text[0] | ((uint)text[length >> 1] << 8) | ((uint)text[length - 1] << 16);
        }

        return (uint)((hash * Mix) >> 32);
    }
}
