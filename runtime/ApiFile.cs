using System.Text;
using OpenApiGen.Http;

namespace OpenApiGen;

/// <summary>
/// Bytes to send: a whole body, or a part of a multipart form. A stream is sent from where it stands, not buffered and not disposed;
/// one that can not seek can be sent once. Two files are equal when their bytes, or their streams, and their names and types are.
/// </summary>
public sealed class ApiFile : IEquatable<ApiFile>
{
    private static readonly Dictionary<string, string> s_none = [];

    private readonly Stream? _stream;
    private readonly byte[]? _bytes;
    private readonly Func<Stream, CancellationToken, Task>? _write;
    private readonly long _start;
    private Dictionary<string, string>? _headers;
    private bool _started;

    /// <summary>A stream.</summary>
    /// <param name="content">Read when the request is sent; it stays the caller's.</param>
    /// <param name="fileName">The name that the server is told; null for that of a <see cref="FileStream"/>, else the name of the form's
    /// field.</param>
    /// <param name="contentType">The media type; null for the one that the API's description says.</param>
    /// <exception cref="ArgumentException">The stream can not be read.</exception>
    public ApiFile(Stream content, string? fileName = null, string? contentType = null)
    {
        _stream = content ?? throw new ArgumentNullException(nameof(content));
        if (!content.CanRead)
            throw new ArgumentException("The stream can not be read.", nameof(content));
        CanRepeat = content.CanSeek;
        if (CanRepeat)
            _start = content.Position;
        FileName = fileName ?? (content is FileStream file ? Path.GetFileName(file.Name) : null);
        ContentType = contentType;
    }

    /// <summary>Bytes in memory; they are not copied.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="fileName">The name that the server is told; null for the name of the form's field.</param>
    /// <param name="contentType">The media type; null for the one that the API's description says.</param>
    public ApiFile(byte[] content, string? fileName = null, string? contentType = null)
    {
        _bytes = content ?? throw new ArgumentNullException(nameof(content));
        CanRepeat = true;
        FileName = fileName;
        ContentType = contentType;
    }

    // What is made while it is sent.
    internal ApiFile(Func<Stream, CancellationToken, Task> write, bool canRepeat)
    {
        _write = write;
        CanRepeat = canRepeat;
    }

    /// <summary>The name that the server is told; null where the field's name is sent instead.</summary>
    public string? FileName { get; }

    /// <summary>The media type; null where the description's is sent.</summary>
    public string? ContentType { get; }

    /// <summary>
    /// Further headers of the part of a multipart form (RFC 7578 section 4.8). Not sent where the file is the whole body.
    /// </summary>
    public IDictionary<string, string> Headers => _headers ??= new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The content, for who is given a file: the stream itself, or the bytes as a stream.</summary>
    public Stream OpenRead() => _stream ?? new MemoryStream(_bytes!, writable: false);

    /// <summary>A stream as a file without a name.</summary>
    /// <param name="content">The stream.</param>
    public static implicit operator ApiFile(Stream content) => new(content);

    /// <summary>Bytes as a file without a name.</summary>
    /// <param name="content">The bytes.</param>
    public static implicit operator ApiFile(byte[] content) => new(content);

    /// <summary>A stream as a file without a name.</summary>
    /// <param name="content">The stream.</param>
    public static ApiFile FromStream(Stream content) => new(content);

    /// <summary>Bytes as a file without a name.</summary>
    /// <param name="content">The bytes.</param>
    public static ApiFile FromByteArray(byte[] content) => new(content);

    /// <inheritdoc/>
    public bool Equals(ApiFile? other) =>
        other is not null
        && FileName == other.FileName
        && ContentType == other.ContentType
        && ReferenceEquals(_stream, other._stream)
        && _bytes.AsSpan().SequenceEqual(other._bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ApiFile);

    /// <inheritdoc/>
    public override int GetHashCode() => (FileName, ContentType, _stream, _bytes?.Length ?? 0).GetHashCode();

    /// <summary>The name and the type, never the content.</summary>
    public override string ToString() => $"{FileName ?? "file"} ({ContentType ?? "no type of its own"})";

    internal Dictionary<string, string> PartHeaders => _headers ?? s_none;

    /// <summary>Whether it can be sent again.</summary>
    internal bool CanRepeat { get; }

    /// <summary>How many bytes will be sent; null when only the stream's end tells.</summary>
    internal long? Length =>
        _bytes is not null ? _bytes.Length
        : _stream is { CanSeek: true } ? Math.Max(0, _stream.Length - _start)
        : null;

    /// <summary>The content as text, for JSON, where a file has no other form.</summary>
    /// <exception cref="NotSupportedException">It is a stream.</exception>
    internal string Text =>
        _bytes is not null
            ? Encoding.UTF8.GetString(_bytes)
            : throw new NotSupportedException("A file from a stream can not be written as JSON.");

    internal Task WriteAsync(Stream target, CancellationToken cancellationToken)
    {
        if (_bytes is not null)
            return target.WriteAllAsync(_bytes, cancellationToken);
        if (_write is not null)
            return _write(target, cancellationToken);
        if (_stream!.CanSeek)
            _stream.Position = _start;
        else if (_started)
            throw new InvalidOperationException("The stream of this file has been sent already, and it can not go back to its start.");
        _started = true;
        return _stream.CopyToAsync(target, 81920, cancellationToken);
    }
}
