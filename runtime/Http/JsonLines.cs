using OpenApiGen.Json;

namespace OpenApiGen.Http;

// JSON texts one after another, each sent as soon as its item is there.
internal static class JsonLines
{
    public static ApiFile Of<T>(IAsyncEnumerable<T> items, JsonWriteAction<T> write, string mediaType, bool canRepeat)
    {
        bool isSequence = MediaTypeText.Essence(mediaType).EndsWith("json-seq", StringComparison.OrdinalIgnoreCase);
        return new(
            async (stream, cancellationToken) =>
            {
                var buffer = new PooledBuffer();
                await foreach (T item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
                {
                    if (isSequence)
                        Add(buffer, 0x1E);
                    JsonRoot.Write(buffer, item, write);
                    Add(buffer, (byte)'\n');
                    await stream.WriteAllAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
                    buffer.Clear();

                    // At once: who reads at the other end may be waiting for this very item.
                    await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
                }
            },
            canRepeat
        );
    }

    public static IAsyncEnumerable<T> Each<T>(IEnumerable<T> items) => new AtOnce<T>(items);

    private static void Add(PooledBuffer buffer, byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
    }

    // Items that are there, for those who wait for each. An iterator would be ten times as large.
    private sealed class AtOnce<T>(IEnumerable<T> items) : IAsyncEnumerable<T>, IAsyncEnumerator<T>
    {
        private IEnumerator<T>? _at;

        public T Current => _at!.Current;

        public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new AtOnce<T>(items);

        public ValueTask<bool> MoveNextAsync() => new((_at ??= items.GetEnumerator()).MoveNext());

        public ValueTask DisposeAsync()
        {
            _at?.Dispose();
            return default;
        }
    }
}
