#if !NET
using System.Runtime.InteropServices;
#endif

namespace OpenApiGen.Http;

// What netstandard2.0 spells otherwise.
internal static class StreamCompat
{
#if NET
    public static Task WriteAllAsync(this Stream stream, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        stream.WriteAsync(bytes, cancellationToken).AsTask();
#else
    public static Task WriteAllAsync(this Stream stream, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (!MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> array))
            array = new(bytes.ToArray());
        return stream.WriteAsync(array.Array!, array.Offset, array.Count, cancellationToken);
    }
#endif
}
