using System.Globalization;
using System.Text;
using OpenApiGen.Json;

namespace OpenApiGen.Http;

// text/event-stream (WHATWG HTML, 9.2.5 and 9.2.6), bounded. An event that the end of the stream cuts off is none.
internal sealed class EventReader(Stream stream, long bound) : IDisposable
{
    private static readonly byte[] s_mark = [0xEF, 0xBB, 0xBF];

    private readonly LineReader _lines = new(stream, bound, endsWithReturn: true);
    private readonly PooledBuffer _data = new();
    private bool _started;
    private string _type = "";
    private string _id = "";
    private TimeSpan? _retry;

    /// <summary>The event last read.</summary>
    public ServerSentEvent Event { get; private set; } = null!;

    /// <summary>Its data in UTF-8; it stands until the next is read.</summary>
    public ReadOnlySpan<byte> Data => _data.WrittenSpan.Slice(0, _data.WrittenSpan.Length - 1);

    /// <returns>False at the end.</returns>
    /// <exception cref="InvalidDataException">The event is longer than the bound.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        _data.Clear();
        _type = "";
        while (await _lines.ReadAsync(cancellationToken).ConfigureAwait(false) && !_lines.IsUnended)
        {
            ReadOnlyMemory<byte> line = _lines.Line;
            if (!_started && line.Span.StartsWith(s_mark)) line = line.Slice(3);
            _started = true;
            if (line.Length > 0) Field(line.Span);
            else if (_data.WrittenSpan.Length == 0) _type = ""; // an event without data is none
            else
            {
                Event = new ServerSentEvent(_type.Length == 0 ? "message" : _type, Text(Data), _id, _retry);
                return true;
            }
        }

        return false;
    }

    public void Dispose() => _data.Clear();

    private void Field(ReadOnlySpan<byte> line)
    {
        int colon = line.IndexOf((byte)':');
        ReadOnlySpan<byte> name = colon < 0 ? line : line.Slice(0, colon), value = colon < 0 ? default : line.Slice(colon + 1);
        if (value.Length > 0 && value[0] == ' ') value = value.Slice(1);
        if (name.SequenceEqual("data"u8)) Add(value);
        else if (name.SequenceEqual("event"u8)) _type = Text(value);
        else if (name.SequenceEqual("id"u8))
        {
            if (value.IndexOf((byte)0) < 0) _id = Text(value);
        }
        else if (name.SequenceEqual("retry"u8) && int.TryParse(Text(value), NumberStyles.None, CultureInfo.InvariantCulture, out int retry)) _retry = TimeSpan.FromMilliseconds(retry);
    }

    private void Add(ReadOnlySpan<byte> value)
    {
        if (_data.WrittenSpan.Length + value.Length > bound) throw new InvalidDataException($"An event is longer than {bound} bytes.");
        Span<byte> free = _data.GetSpan(value.Length + 1);
        value.CopyTo(free);
        free[value.Length] = (byte)'\n';
        _data.Advance(value.Length + 1);
    }

#if NET
    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);
#else
    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8.ToArray());
#endif
}
