using System.Text;
using System.Text.Json;
using OpenApiGen.Json;

namespace OpenApiGen.Http;

/// <summary>What the items of a streamed answer are made of.</summary>
public enum ApiStreamFormat
{
    /// <summary>A JSON text on each line (JSON Lines), or behind each record separator (RFC 7464).</summary>
    Lines,

    /// <summary><c>text/event-stream</c>: the data of each event, which is JSON. Data that is just <c>[DONE]</c> ends the stream, as many servers do it.</summary>
    EventJson,

    /// <summary><c>text/event-stream</c>: the data of each event, which is text.</summary>
    EventText,

    /// <summary><c>text/event-stream</c>: each event as an object with <c>event</c>, <c>data</c>, <c>id</c> and <c>retry</c>; the data is text.</summary>
    EventObject,

    /// <summary>Likewise; the data is JSON.</summary>
    EventObjectJson,
}

// One item after another out of a stream: the bytes of a JSON text that the item is read from.
internal abstract class ItemReader : IDisposable
{
    public static ItemReader Of(ApiStreamFormat format, Stream stream, long bound) => format == ApiStreamFormat.Lines ? new LineItems(stream, bound) : new EventItems(format, stream, bound);

    /// <summary>The event that the item came of; null for lines.</summary>
    public virtual ServerSentEvent? Event => null;

    public abstract ReadOnlySpan<byte> Json { get; }

    public abstract ValueTask<bool> ReadAsync(CancellationToken cancellationToken);

    public abstract void Dispose();

    private sealed class LineItems(Stream stream, long bound) : ItemReader
    {
        private readonly LineReader _lines = new(stream, bound, endsWithReturn: false);

        public override ReadOnlySpan<byte> Json => Text(_lines.Line.Span);

        public override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
        {
            while (await _lines.ReadAsync(cancellationToken).ConfigureAwait(false))
                if (Text(_lines.Line.Span).Length > 0) return true;
            return false;
        }

        public override void Dispose()
        {
            // There is nothing to give back; the stream is the answer's.
        }

        // Without white space and the separator of RFC 7464.
        private static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> line)
        {
            int start = 0, end = line.Length;
            while (start < end && line[start] is (byte)' ' or (byte)'\t' or (byte)'\r' or 0x1E) start++;
            while (end > start && line[end - 1] is (byte)' ' or (byte)'\t' or (byte)'\r' or 0x1E) end--;
            return line.Slice(start, end - start);
        }
    }

    private sealed class EventItems(ApiStreamFormat format, Stream stream, long bound) : ItemReader
    {
        private readonly EventReader _events = new(stream, bound);
        private byte[] _json = [];

        public override ServerSentEvent Event => _events.Event;

        public override ReadOnlySpan<byte> Json => format == ApiStreamFormat.EventJson ? _events.Data : _json;

        public override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
        {
            if (!await _events.ReadAsync(cancellationToken).ConfigureAwait(false)) return false;
            if (format is ApiStreamFormat.EventJson or ApiStreamFormat.EventObjectJson && Event.Data == "[DONE]") return false;
            if (format == ApiStreamFormat.EventText) _json = JsonRoot.ToUtf8(Event.Data, JsonWrite.String);
            else if (format != ApiStreamFormat.EventJson) _json = JsonRoot.ToUtf8(Event, Write);
            return true;
        }

        public override void Dispose() => _events.Dispose();

        private void Write(Utf8JsonWriter writer, ServerSentEvent item)
        {
            writer.WriteStartObject();
            writer.WriteString("event", item.Type);
            writer.WritePropertyName("data");
            if (format == ApiStreamFormat.EventObject) writer.WriteStringValue(item.Data);
            else
            {
                using JsonDocument data = JsonDocument.Parse(item.Data);
                data.RootElement.WriteTo(writer);
            }

            if (item.Id.Length > 0) writer.WriteString("id", item.Id);
            if (item.Retry is { } retry) writer.WriteNumber("retry", (long)retry.TotalMilliseconds);
            writer.WriteEndObject();
        }
    }
}
