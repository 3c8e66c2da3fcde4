namespace OpenApiGen;

/// <summary>A place where JSON that was received is not what the API's description says.</summary>
public sealed class ApiFault
{
    internal ApiFault(string type, string member, string expected, string found, string? json, string message)
    {
        Type = type;
        Member = member;
        Expected = expected;
        Found = found;
        Json = json;
        Message = message;
    }

    /// <summary>Where it is: a JSONPath (RFC 9535) from the start of the text, such as <c>$.items[3].size</c>.</summary>
    public string Path { get; internal set; } = "$";

    /// <summary>The C# type that has the member.</summary>
    public string Type { get; }

    /// <summary>The member as it is spelled in JSON; what is wrong may be within its value, as the path tells.</summary>
    public string Member { get; }

    /// <summary>What should have been there.</summary>
    public string Expected { get; }

    /// <summary>What was there instead.</summary>
    public string Found { get; }

    /// <summary>The value of the member as it came; null where the member is missing.</summary>
    public string? Json { get; }

    /// <summary>What is wrong, without the place.</summary>
    public string Message { get; }

    /// <summary>
    /// The request that got this response, such as <c>GET /users/{id}</c>; null where the text did not come as a response.
    /// </summary>
    public string? Operation { get; internal set; }

    /// <summary>
    /// The faults of what was read: its own, and those within it. None for anything but a generated object that was read tolerantly.
    /// </summary>
    /// <param name="value">The object.</param>
    public static IReadOnlyList<ApiFault> Of(object? value) => (value as IApiRecord)?.Faults ?? [];

    /// <summary>The place and what is wrong there.</summary>
    public override string ToString() => $"{Path}: {Message}";
}
