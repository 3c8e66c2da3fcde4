using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenApiGen.Json;

namespace OpenApiGen.Http;

// text/event-stream (WHATWG HTML, 9.2.5 and 9.2.6). An event that the end of the stream cuts off is none.
internal sealed class EventItems(ApiEvents events, Stream stream, long bound) : ItemReader(stream, bound, endsWithReturn: true)
{
    private static readonly byte[] s_mark = [0xEF, 0xBB, 0xBF];

    private readonly PooledBuffer _data = new();
    private byte[]? _json;
    private bool _isStarted;
    private bool _isGiven;
    private bool _hasId;
    private bool _hasRetry;
    private string _type = "";
    private string _id = "";
    private TimeSpan? _retry;

    public override ReadOnlySpan<byte> Json => _json ?? Data;

    // As many servers say that there is no more.
    protected override bool IsLast =>
        Event!.Data == (events.End ?? (events.Format is ApiStreamFormat.EventJson or ApiStreamFormat.EventObjectJson ? "[DONE]" : null));

    private ReadOnlySpan<byte> Data => _data.WrittenSpan.Slice(0, _data.WrittenSpan.Length - 1);

    protected override bool Complete(ReadOnlyMemory<byte> line)
    {
        if (_isGiven)
        {
            _data.Clear();
            _isGiven = _hasId = _hasRetry = false;
        }

        if (!_isStarted && line.Span.StartsWith(s_mark))
            line = line.Slice(3);
        _isStarted = true;
        if (line.Length > 0)
        {
            Field(line.Span);
            return false;
        }

        string type = _type;
        _type = "";
        if (_data.WrittenSpan.Length == 0)
            return false; // an event without data is none
        _isGiven = true;
        Event = new ServerSentEvent(type.Length == 0 ? "message" : type, Text(Data), _id, _retry);
        if (!IsLast)
            _json = events.Format switch
            {
                ApiStreamFormat.EventJson => null,
                ApiStreamFormat.EventText => JsonRoot.ToUtf8(Event.Data, JsonWrite.String),
                _ => JsonRoot.ToUtf8(Event, Write),
            };
        return true;
    }

    protected override bool CompleteCutOff(ReadOnlyMemory<byte> line)
    {
        _data.Clear();
        return false;
    }

    private void Field(ReadOnlySpan<byte> line)
    {
        int colon = line.IndexOf((byte)':');
        ReadOnlySpan<byte> name = colon < 0 ? line : line.Slice(0, colon),
            value = colon < 0 ? default : line.Slice(colon + 1);
        if (value.Length > 0 && value[0] == ' ')
            value = value.Slice(1);
        if (name.SequenceEqual("data"u8))
            Add(value);
        else if (name.SequenceEqual("event"u8))
            _type = Text(value);
        else if (name.SequenceEqual("id"u8))
        {
            if (value.IndexOf((byte)0) >= 0)
                return;
            _id = Text(value);
            _hasId = true;
        }
        else if (name.SequenceEqual("retry"u8) && int.TryParse(Text(value), NumberStyles.None, CultureInfo.InvariantCulture, out int retry))
        {
            _retry = TimeSpan.FromMilliseconds(retry);
            _hasRetry = true;
        }
    }

    private void Add(ReadOnlySpan<byte> value)
    {
        Bound(_data.WrittenSpan.Length + value.Length, "An event");
        Span<byte> free = _data.GetSpan(value.Length + 1);
        value.CopyTo(free);
        free[value.Length] = (byte)'\n';
        _data.Advance(value.Length + 1);
    }

    private void Write(Utf8JsonWriter writer, ServerSentEvent item)
    {
        writer.WriteStartObject();
        writer.WriteString("event", item.Type);
        writer.WritePropertyName("data");
        if (events.IsText(item.Type) || !TryWriteJson(writer, item.Data))
            writer.WriteStringValue(item.Data);

        // What the event itself has; ServerSentEvent has what an earlier one said as well.
        if (_hasId)
            writer.WriteString("id", item.Id);
        if (_hasRetry && item.Retry is { } retry)
            writer.WriteNumber("retry", (long)retry.TotalMilliseconds);
        writer.WriteEndObject();
    }

    // Data that is no JSON belongs to an event that is not known, and is kept as text; as that of a known one it can not be read.
    private static bool TryWriteJson(Utf8JsonWriter writer, string data)
    {
        try
        {
            JsonText.WriteRaw(writer, data);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

#if NET
    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);
#else
    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8.ToArray());
#endif
}
