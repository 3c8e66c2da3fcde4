namespace OpenApiGen.Http;

/// <summary>What the items of a streamed response are made of.</summary>
public enum ApiStreamFormat
{
    /// <summary>A JSON text on each line (JSON Lines), or behind each record separator (RFC 7464).</summary>
    Lines,

    /// <summary>
    /// <c>text/event-stream</c>: the data of each event, which is JSON. Data that is just <c>[DONE]</c> ends the stream, as many servers do
    /// it.
    /// </summary>
    EventJson,

    /// <summary><c>text/event-stream</c>: the data of each event, which is text.</summary>
    EventText,

    /// <summary>
    /// <c>text/event-stream</c>: each event as an object with <c>event</c>, <c>data</c>, <c>id</c> and <c>retry</c>; the data is text.
    /// </summary>
    EventObject,

    /// <summary>Likewise; the data is JSON.</summary>
    EventObjectJson,
}
