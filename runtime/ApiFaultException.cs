namespace OpenApiGen;

/// <summary>
/// A required property was used that the received JSON does not have, or has of another kind than declared. See
/// <see cref="ApiReading.Tolerant"/>.
/// </summary>
public sealed class ApiFaultException : InvalidOperationException
{
    internal ApiFaultException(ApiFault fault, Type type)
        : base(Describe(fault, type))
    {
        Fault = fault;
        ExpectedType = type;
    }

    /// <summary>What was wrong, and where.</summary>
    public ApiFault Fault { get; }

    /// <summary>The type of the property.</summary>
    public Type ExpectedType { get; }

    private static string Describe(ApiFault fault, Type type) =>
        $"'{fault.Member}' of {fault.Type} has no value to give as {type.Name}: {fault.Message} Path: {fault.Path}{(fault.Operation is null ? "" : $" of the response to {fault.Operation}")}. "
        + "The JSON that came is in Fault.Json, and is written back as it came.";
}
