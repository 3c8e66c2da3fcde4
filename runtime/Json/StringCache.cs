#if NET
using System.Text;

namespace OpenApiGen.Json;

// Short strings repeat within a document (versions, types, keys of maps): the same text gives the same instance, and costs no
// second allocation. One slot per hash, per thread, emptied when the document is done so that nothing is kept alive.
internal static class StringCache
{
    private const int Slots = 64;
    private const int MaxLength = 40;

    [ThreadStatic]
    private static string?[]? s_strings;

    [ThreadStatic]
    private static bool s_used;

    /// <summary>The text as a string, or <see langword="null"/> if it is long or not ASCII.</summary>
    public static string? Get(ReadOnlySpan<byte> text)
    {
        if (text.Length > MaxLength)
            return null;
        string?[] strings = s_strings ??= new string?[Slots];
        ref string? slot = ref strings[NameTable.Hash(text) % Slots];
        if (slot is { } known && Ascii.Equals(text, known))
            return known;

        Span<char> characters = stackalloc char[MaxLength];
        if (Ascii.ToUtf16(text, characters, out int length) != System.Buffers.OperationStatus.Done)
            return null;
        s_used = true;
        return slot = new string(characters.Slice(0, length));
    }

    public static void Clear()
    {
        if (!s_used)
            return;
        s_used = false;
        Array.Clear(s_strings!);
    }
}
#endif
