namespace OpenApiGen.Json;

// What the readers of values tell whoever began the reading on this thread, who looks when it is done.
[Flags]
internal enum ReadMarks
{
    None = 0,

    /// <summary>The whole text is at hand, and is checked once if <see cref="Raw"/> is set, so that its values need not be.</summary>
    Whole = 1,

    /// <summary>A part of the text was kept without being looked at.</summary>
    Raw = 2,

    /// <summary>A value would be written in another spelling than the one it came in.</summary>
    Unusual = 4,
}
