namespace OpenApiGen.Http;

// A stream by lines, without their ends, bounded. A line ends with LF or CR LF, and for events with CR alone too.
internal sealed class LineReader(Stream stream, long bound, bool endsWithReturn)
{
    private byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;
    private bool _skipsFeed;
    private bool _atEnd;

    /// <summary>The last line read; it stands until the next is read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Whether the stream ended before the line did.</summary>
    public bool IsUnended { get; private set; }

    /// <returns>False at the end.</returns>
    /// <exception cref="InvalidDataException">The line is longer than the bound.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        for (int seen = 0; ;)
        {
            if (_skipsFeed && _start < _end)
            {
                if (_buffer[_start] == '\n') _start++;
                _skipsFeed = false;
            }

            ReadOnlySpan<byte> rest = _buffer.AsSpan(_start + seen, _end - _start - seen);
            int at = endsWithReturn ? rest.IndexOfAny((byte)'\n', (byte)'\r') : rest.IndexOf((byte)'\n');
            if (at >= 0)
            {
                int length = seen + at;
                _skipsFeed = _buffer[_start + length] == '\r';
                return Give(length, length + 1, unended: false);
            }

            seen = _end - _start;
            if (_atEnd) return seen > 0 && Give(seen, seen, unended: true);
            if (seen > bound) throw new InvalidDataException($"A line is longer than {bound} bytes.");
            MakeRoom();
            int count = await ResponseBody.ReadAsync(stream, _buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _atEnd = count == 0;
            _end += count;
        }
    }

    private bool Give(int length, int consumed, bool unended)
    {
        if (length > bound) throw new InvalidDataException($"A line is longer than {bound} bytes.");
        Line = _buffer.AsMemory(_start, length);
        IsUnended = unended;
        _start += consumed;
        return true;
    }

    private void MakeRoom()
    {
        if (_end < _buffer.Length) return;
        byte[] target = _end - _start > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        _buffer.AsSpan(_start, _end - _start).CopyTo(target);
        _buffer = target;
        _end -= _start;
        _start = 0;
    }
}
