namespace OpenApiGen;

/// <summary>An event of a <c>text/event-stream</c> (WHATWG HTML, "Server-sent events") as it came.</summary>
/// <param name="type">Its type.</param>
/// <param name="data">Its data.</param>
/// <param name="id">The last id.</param>
/// <param name="retry">The last reconnection time.</param>
public sealed class ServerSentEvent(string type, string data, string id, TimeSpan? retry)
{
    /// <summary>The event's type; <c>message</c> where the server gave none.</summary>
    public string Type { get; } = type;

    /// <summary>The data: its lines with a line feed between them.</summary>
    public string Data { get; } = data;

    /// <summary>
    /// The id of this event or the last one before it that had one; empty when none had. To go on from here, send it as the header
    /// <c>Last-Event-ID</c>.
    /// </summary>
    public string Id { get; } = id;

    /// <summary>How long the server asks clients to wait before they connect anew; null where it said nothing.</summary>
    public TimeSpan? Retry { get; } = retry;

    /// <summary>The type and the id; data may be personal.</summary>
    public override string ToString() => Id.Length == 0 ? Type : $"{Type} {Id}";
}
