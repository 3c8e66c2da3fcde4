using System;
using System.Runtime.InteropServices;
using System.Text;

namespace OpenApiGen.Generator.Text;

/// <summary>
/// Gives the same string for the same short text. A description repeats a few thousand words hundreds of thousands of
/// times ("type", "string", "application/json"), and everything after the reader compares and hashes them.
/// </summary>
internal sealed class Utf8StringCache
{
    private const int MaxLength = 64;
    private const int Slots = 16 * 1024;

    private readonly string?[] _slots = new string?[Slots];

    public string Get(byte[] buffer, int start, int length)
    {
        if (length == 0)
            return "";
        if (length > MaxLength)
            return Encoding.UTF8.GetString(buffer, start, length);

        // One string per slot, the latest: a collision costs an allocation, not correctness.
        ReadOnlySpan<byte> utf8 = buffer.AsSpan(start, length);
        ref string? slot = ref _slots[Hash(utf8) & (Slots - 1)];
        if (slot is not null && IsSame(slot, utf8))
            return slot;
        return slot = Encoding.UTF8.GetString(buffer, start, length);
    }

    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        ulong hash = (ulong)utf8.Length;
        while (utf8.Length >= sizeof(ulong))
        {
            hash = Mix(hash, MemoryMarshal.Read<ulong>(utf8));
            utf8 = utf8.Slice(sizeof(ulong));
        }

        ulong tail = 0;
        foreach (byte b in utf8)
            tail = (tail << 8) | b;
        hash = Mix(hash, tail);
        return (uint)(hash >> 32);
    }

    private static ulong Mix(ulong hash, ulong value)
    {
        hash = unchecked((hash ^ value) * 0x9E3779B97F4A7C15UL);
        return hash ^ (hash >> 29);
    }

    private static bool IsSame(string cached, ReadOnlySpan<byte> utf8)
    {
        // Equal lengths and equal units: true for ASCII only, which is what repeats.
        if (cached.Length != utf8.Length)
            return false;
        for (int i = 0; i < utf8.Length; i++)
        {
            if (cached[i] != utf8[i] || utf8[i] > 0x7F)
                return false;
        }

        return true;
    }
}
