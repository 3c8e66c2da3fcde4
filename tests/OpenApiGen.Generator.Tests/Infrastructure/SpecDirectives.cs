namespace OpenApiGen.Generator.Tests.Infrastructure;

/// <summary>What the comments in the first lines of a spec say to the tests: <c># option: OpenApiDocs = false</c>.</summary>
internal static class SpecDirectives
{
    /// <summary>The metadata of the item, by the name it has on AdditionalFiles.</summary>
    public static Dictionary<string, string> Options(string text, string @namespace)
    {
        Dictionary<string, string> metadata = new() { ["OpenApiSpec"] = "true", ["OpenApiNamespace"] = @namespace };
        foreach (string directive in All(text, "# option: "))
        {
            string[] parts = directive.Split(" = ", 2);
            metadata[parts[0]] = parts[1];
        }

        return metadata;
    }

    public static IEnumerable<string> All(string text, string prefix) =>
        text.Split('\n')
            .TakeWhile(static line => line.StartsWith('#'))
            .Where(line => line.StartsWith(prefix, StringComparison.Ordinal))
            .Select(line => line[prefix.Length..].Trim());
}
