using System.Text.Json;

namespace OpenApiGen.AspNetCore;

/// <summary>An item of a body that is read item by item is not what the description says.</summary>
/// <param name="fault">What is wrong.</param>
internal sealed class RefusedBodyException(JsonException fault) : Exception(fault.Message, fault)
{
    public JsonException Fault { get; } = fault;
}
