namespace OpenApiGen.Http;

// One item after another out of a stream: the bytes of a JSON text that the item is read from. The stream is taken by lines, without
// their ends, bounded. A line ends with LF or CR LF, and for events with CR alone too.
internal abstract class ItemReader(Stream stream, long bound, bool endsWithReturn)
{
    private byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;
    private bool _skipsFeed;

    public static ItemReader Of(ApiEvents events, Stream stream, long bound) =>
        events.Format == ApiStreamFormat.Lines ? new LineItems(stream, bound) : new EventItems(events, stream, bound);

    /// <summary>The event that the item came of; null for lines.</summary>
    public ServerSentEvent? Event { get; protected set; }

    /// <summary>The item; it stands until the next is read.</summary>
    public abstract ReadOnlySpan<byte> Json { get; }

    /// <returns>False at the end.</returns>
    /// <exception cref="InvalidDataException">The item is longer than the bound.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        for (int seen = 0; ; )
        {
            while (TryTakeLine(ref seen, out ReadOnlyMemory<byte> line))
                if (Complete(line))
                    return !IsLast;

            MakeRoom();
            cancellationToken.ThrowIfCancellationRequested(); // a stream that always has more at once may never look
            int count = await ResponseBody.ReadAsync(stream, _buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _end += count;
            if (count > 0)
                continue;
            ReadOnlyMemory<byte> rest = _buffer.AsMemory(_start, _end - _start);
            _start = _end;
            return CompleteCutOff(rest);
        }
    }

    /// <summary>Whether the item that is complete says that there is none, and that no other follows.</summary>
    protected virtual bool IsLast => false;

    /// <summary>Takes a line in.</summary>
    /// <returns>Whether the item is complete.</returns>
    protected abstract bool Complete(ReadOnlyMemory<byte> line);

    /// <summary>Takes in what stands behind the last line's end.</summary>
    protected abstract bool CompleteCutOff(ReadOnlyMemory<byte> line);

    protected void Bound(long length, string what)
    {
        if (length > bound)
            throw new InvalidDataException($"{what} is longer than {bound} bytes.");
    }

    // What has been seen has no end in it.
    private bool TryTakeLine(ref int seen, out ReadOnlyMemory<byte> line)
    {
        if (_skipsFeed && _start < _end)
        {
            if (_buffer[_start] == '\n')
                _start++;
            _skipsFeed = false;
        }

        ReadOnlySpan<byte> rest = _buffer.AsSpan(_start + seen, _end - _start - seen);
        int at = endsWithReturn ? rest.IndexOfAny((byte)'\n', (byte)'\r') : rest.IndexOf((byte)'\n');
        seen = at < 0 ? _end - _start : seen + at;
        Bound(seen, "A line");
        line = _buffer.AsMemory(_start, seen);
        if (at < 0)
            return false;
        _skipsFeed = _buffer[_start + seen] == '\r';
        _start += seen + 1;
        seen = 0;
        return true;
    }

    private void MakeRoom()
    {
        if (_end < _buffer.Length)
            return;
        byte[] target = _end - _start > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        _buffer.AsSpan(_start, _end - _start).CopyTo(target);
        _buffer = target;
        _end -= _start;
        _start = 0;
    }
}
