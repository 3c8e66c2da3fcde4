namespace OpenApiGen.Http;

// Reads from another stream, looks at what comes, and says in its own words what went wrong. Forwards only.
internal abstract class WrappedStream(Stream inner) : Stream
{
    public sealed override bool CanRead => true;

    public sealed override bool CanSeek => false;

    public sealed override bool CanWrite => false;

    public sealed override long Length => throw new NotSupportedException();

    public sealed override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public sealed override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return Passed(buffer.AsSpan(offset, inner.Read(buffer, offset, count)));
        }
        catch (Exception fault) when (Translate(fault) is { } told)
        {
            throw told;
        }
    }

#if NET
    public sealed override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public sealed override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            int read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            return Passed(buffer.Span.Slice(0, read));
        }
        catch (Exception fault) when (Translate(fault) is { } told)
        {
            throw told;
        }
    }
#else
    public sealed override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        try
        {
            int read = await inner.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
            return Passed(buffer.AsSpan(offset, read));
        }
        catch (Exception fault) when (Translate(fault) is { } told)
        {
            throw told;
        }
    }
#endif

    public sealed override void Flush() { }

    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public sealed override void SetLength(long value) => throw new NotSupportedException();

    public sealed override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Sees what has come, and says how much.</summary>
    protected virtual int Passed(ReadOnlySpan<byte> bytes) => bytes.Length;

    /// <summary>What to throw instead; null for what was thrown.</summary>
    protected virtual Exception? Translate(Exception fault) => null;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
