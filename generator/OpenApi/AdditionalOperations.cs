using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>
/// Operations of methods that a version has no member for: 3.2 has <c>additionalOperations</c>, and documents of 3.0 and 3.1 say the same
/// with
/// <c>x-oai-additionalOperations</c>, as ASP.NET Core does of <c>QUERY</c>.
/// </summary>
internal static class AdditionalOperations
{
    public const string Extension = "x-oai-additionalOperations";

    public static void Add(JsonObject root, OpenApiDocument document)
    {
        if (root["paths"] is not JsonObject paths || document.Paths is null)
            return;
        foreach (KeyValuePair<string, JsonNode?> path in paths)
        {
            if (
                (path.Value as JsonObject)?[Extension] is not JsonObject methods
                || !document.Paths.TryGetValue(path.Key, out IOpenApiPathItem? found)
                || found is not OpenApiPathItem item
            )
                continue;
            foreach (KeyValuePair<string, JsonNode?> method in methods)
                Add(item, method.Key, method.Value, document);
        }
    }

    private static void Add(OpenApiPathItem item, string name, JsonNode? node, OpenApiDocument document)
    {
        if (node is not JsonObject members || !IsToken(name))
            return;
        HttpMethod method = new(name.ToUpperInvariant());
        item.Operations ??= [];
        if (item.Operations.ContainsKey(method))
            return;
        try
        {
            if (
                new OpenApiJsonReader().ReadFragment<OpenApiOperation>(members, OpenApiSpecVersion.OpenApi3_2, document, out _) is
                { } operation
            )
                item.Operations.Add(method, operation);
        }
        catch (Exception failure)
            when (failure
                    is NullReferenceException
                        or InvalidCastException
                        or IndexOutOfRangeException
                        or ArgumentException
                        or InvalidOperationException
                        or FormatException
                        or OpenApiException
            )
        {
            // What the reader fails on is no operation; in an extension anything may stand.
        }
    }

    /// <summary>The letters of a method's name (RFC 9110, 5.6.2).</summary>
    private static bool IsToken(string text)
    {
        foreach (char c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.'))
                return false;
        }

        return text.Length > 0;
    }
}
