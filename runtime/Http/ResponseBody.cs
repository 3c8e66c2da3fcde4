using OpenApiGen.Json;
#if !NET
using System.Runtime.InteropServices;
#endif

namespace OpenApiGen.Http;

// Reads a body, of a response or of a request that came in, to its end, or to a bound.
internal static class ResponseBody
{
    // A server may declare any length; only what has come is paid for beyond this.
    private const int MaxTrustedLength = 1024 * 1024;

    /// <returns>Whether that was all; false when the bound came first.</returns>
    /// <exception cref="IOException">The stream broke off.</exception>
    public static async Task<bool> ReadAsync(
        Stream stream,
        PooledBuffer target,
        long length,
        long bound,
        CancellationToken cancellationToken
    )
    {
        // One byte more, so that the read that finds the end needs no larger buffer.
        int expected = (int)Math.Min(length, Math.Min(bound, MaxTrustedLength));
        for (int hint = expected + 1; ; hint = 1)
        {
            Memory<byte> free = target.GetMemory(hint);
            long left = bound - target.WrittenSpan.Length;
            if (free.Length > left + 1)
                free = free.Slice(0, (int)left + 1);
            cancellationToken.ThrowIfCancellationRequested(); // a stream that always has more at once may never look
            int count = await ReadAsync(stream, free, cancellationToken).ConfigureAwait(false);
            if (count == 0)
                return true;
            if (count > left)
            {
                target.Advance((int)left);
                return false;
            }

            target.Advance(count);
        }
    }

#if NET
    public static ValueTask<int> ReadAsync(Stream stream, Memory<byte> free, CancellationToken cancellationToken) =>
        stream.ReadAsync(free, cancellationToken);
#else
    public static Task<int> ReadAsync(Stream stream, Memory<byte> free, CancellationToken cancellationToken)
    {
        MemoryMarshal.TryGetArray(free, out ArraySegment<byte> bytes);
        return stream.ReadAsync(bytes.Array!, bytes.Offset, bytes.Count, cancellationToken);
    }
#endif
}
