using System.Text.Json;
using OpenApiGen.Http;

namespace OpenApiGen.Json;

public static partial class JsonRoot
{
    /// <summary>How long a text from a stream may be when nothing else is said: 16 MiB.</summary>
    public const int DefaultMaxLength = 16 * 1024 * 1024;

    /// <summary>Reads one JSON text from a stream, to the stream's end: a webhook's request body, say.</summary>
    /// <typeparam name="T">What the JSON value becomes.</typeparam>
    /// <param name="utf8Json">The stream; it is not disposed.</param>
    /// <param name="read">Reads the value; the reader stands on its first token.</param>
    /// <param name="maxLength">How many bytes may come, from 1 on. Whoever sends more is not read on: the text is in memory while it is
    /// read.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="JsonException">Not JSON, not a <typeparamref name="T"/>, or longer than <paramref name="maxLength"/>.</exception>
    /// <exception cref="IOException">The stream breaks off.</exception>
    public static Task<T> ReadAsync<T>(Stream utf8Json, JsonReadFunc<T> read, int maxLength, CancellationToken cancellationToken) =>
        ReadAsync(utf8Json, read, maxLength, ApiReading.Strict, cancellationToken);

    /// <inheritdoc cref="ReadAsync{T}(Stream, JsonReadFunc{T}, int, CancellationToken)"/>
    /// <param name="utf8Json">As there.</param>
    /// <param name="read">As there.</param>
    /// <param name="maxLength">As there.</param>
    /// <param name="reading">What happens to members that are not what was declared.</param>
    /// <param name="cancellationToken">As there.</param>
    public static async Task<T> ReadAsync<T>(
        Stream utf8Json,
        JsonReadFunc<T> read,
        int maxLength,
        ApiReading reading,
        CancellationToken cancellationToken
    )
    {
        if (utf8Json is null)
            throw new ArgumentNullException(nameof(utf8Json));
        if (read is null)
            throw new ArgumentNullException(nameof(read));
        if (maxLength < 1)
            throw new ArgumentOutOfRangeException(nameof(maxLength));

        var buffer = new PooledBuffer();
        try
        {
            // An array holds one byte more than may come: that is how too much is noticed.
            long bound = Math.Min(maxLength, 0x7FFFFFC6);
            if (!await ResponseBody.ReadAsync(utf8Json, buffer, 0, bound, cancellationToken).ConfigureAwait(false))
                throw new JsonException(
                    $"the JSON is longer than {maxLength} bytes, which is as much as is read of a stream here.",
                    "$",
                    null,
                    null
                );
            return Read(buffer.WrittenSpan, read, reading);
        }
        finally
        {
            buffer.Clear();
        }
    }
}
