namespace OpenApiGen;

/// <summary>What happens to JSON that is not what the API's description says.</summary>
public enum ApiReading
{
    /// <summary>
    /// A member that is missing though required, or of another kind than declared, is kept as it came and written back. An optional
    /// property reads as
    /// absent, a required one throws an <see cref="ApiFaultException"/> when it is used. All such faults are listed.
    /// </summary>
    Tolerant,

    /// <summary>A <see cref="System.Text.Json.JsonException"/> at once, which names every fault.</summary>
    Strict,
}
