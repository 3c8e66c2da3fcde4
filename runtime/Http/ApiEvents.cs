namespace OpenApiGen.Http;

/// <summary>
/// What the items of a streamed response are made of, and what is said of events one by one (OpenAPI 3.2, <c>itemSchema</c>).
/// </summary>
public sealed class ApiEvents
{
    private readonly string[] _texts;

    /// <summary>For emitted code.</summary>
    /// <param name="format">What the items are made of.</param>
    /// <param name="end">The data of the event that ends the stream; null where none is described.</param>
    /// <param name="hasUnnamed">Whether events without a name are described; a server then writes those of the type <c>message</c> without
    /// one.</param>
    /// <param name="texts">The events whose data is text where that of others is JSON.</param>
    public ApiEvents(ApiStreamFormat format, string? end, bool hasUnnamed, params string[] texts)
    {
        Format = format;
        End = end;
        HasUnnamed = hasUnnamed;
        _texts = texts ?? throw new ArgumentNullException(nameof(texts));
    }

    internal ApiStreamFormat Format { get; }

    internal string? End { get; }

    internal bool HasUnnamed { get; }

    /// <summary>A format, where nothing is said of events one by one.</summary>
    /// <param name="format">What the items are made of.</param>
    public static implicit operator ApiEvents(ApiStreamFormat format) => FromApiStreamFormat(format);

    /// <summary>A format, where nothing is said of events one by one.</summary>
    /// <param name="format">What the items are made of.</param>
    public static ApiEvents FromApiStreamFormat(ApiStreamFormat format) => new(format, null, false);

    /// <summary>Whether the data of an event is text.</summary>
    internal bool IsText(string? type) =>
        Format is ApiStreamFormat.EventText or ApiStreamFormat.EventObject || Array.IndexOf(_texts, type) >= 0;
}
