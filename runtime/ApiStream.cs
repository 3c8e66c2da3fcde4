using System.Net.Http;

namespace OpenApiGen;

/// <summary>
/// The body of a response, as it comes over the connection: nothing is buffered. Whoever gets it disposes it, and the connection with it.
/// Reading fails with an <see cref="IOException"/> or <see cref="HttpRequestException"/> where the connection breaks off.
/// </summary>
public sealed class ApiStream : Stream
{
    private readonly Stream _body;
    private readonly HttpResponseMessage? _owner;

    /// <summary>A body that did not come over HTTP, for tests and fakes.</summary>
    /// <param name="body">The bytes; disposed with this stream.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="fileName">The name that the server suggests.</param>
    public ApiStream(Stream body, string? contentType = null, string? fileName = null)
    {
        _body = body ?? throw new ArgumentNullException(nameof(body));
        ContentType = contentType;
        FileName = fileName;
    }

    internal ApiStream(HttpResponseMessage response, Stream body)
        : this(body, response.Content.Headers.ContentType?.ToString(), NameOf(response.Content))
    {
        _owner = response;
        ContentLength = response.Content.Headers.ContentEncoding.Count == 0 ? response.Content.Headers.ContentLength : null;
    }

    /// <summary>The media type with its parameters; null where the server gave none.</summary>
    public string? ContentType { get; }

    /// <summary>The file name that the server suggests (RFC 6266), without any folder; null where it suggests none.</summary>
    public string? FileName { get; }

    /// <summary>How many bytes will come, as far as the server said so; null when only the end tells.</summary>
    public long? ContentLength { get; }

    /// <inheritdoc/>
    public override bool CanRead => _body.CanRead;

    /// <inheritdoc/>
    public override bool CanSeek => _body.CanSeek;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override bool CanTimeout => _body.CanTimeout;

    /// <inheritdoc/>
    public override int ReadTimeout
    {
        get => _body.ReadTimeout;
        set => _body.ReadTimeout = value;
    }

    /// <inheritdoc/>
    public override long Length => _body.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _body.Position;
        set => _body.Position = value;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => _body.Read(buffer, offset, count);

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        _body.ReadAsync(buffer, offset, count, cancellationToken);

#if NET
    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => _body.Read(buffer);

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _body.ReadAsync(buffer, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => new(Task.WhenAll(_body.DisposeAsync().AsTask(), base.DisposeAsync().AsTask()));
#endif

    /// <inheritdoc/>
    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
        _body.CopyToAsync(destination, bufferSize, cancellationToken);

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => _body.Seek(offset, origin);

    /// <summary>Not possible.</summary>
    /// <param name="value">Not used.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Not possible.</summary>
    /// <param name="buffer">Not used.</param>
    /// <param name="offset">Not used.</param>
    /// <param name="count">Not used.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Does nothing: there is nothing to write.</summary>
    public override void Flush() { }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _body.Dispose();
            _owner?.Dispose();
        }

        base.Dispose(disposing);
    }

    // A server must not choose the folder that a careless caller writes to.
    private static string? NameOf(HttpContent content)
    {
        string? name = (content.Headers.ContentDisposition?.FileNameStar ?? content.Headers.ContentDisposition?.FileName)?.Trim('"');
        name = name?.Substring(name.LastIndexOfAny(['/', '\\']) + 1);
        return name is null or "" or "." or ".." ? null : name;
    }
}
