using System;

namespace OpenApiGen;

/// <summary>
/// Says that the description of an API calls a parameter deprecated. C# has no <c>[Obsolete]</c> for a parameter: the analyzer of the
/// package
/// reports an argument that is passed for it as OAG9004.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DeprecatedAttribute : Attribute
{
    /// <summary>Marks the parameter.</summary>
    public DeprecatedAttribute(string message) => Message = message;

    /// <summary>What the description says: the reason, what to use instead, the day of the removal.</summary>
    public string Message { get; }
}
