namespace OpenApiGen.AspNetCore;

/// <summary>What an endpoint is in the description: metadata of each that is mapped, for filters, conventions and middleware.</summary>
/// <param name="Group">The group of the operation.</param>
/// <param name="Name">Its method name in that group.</param>
/// <param name="Method">Its HTTP method.</param>
/// <param name="Path">Its path as the description has it.</param>
public sealed record ServerOperation(string Group, string Name, string Method, string Path);
