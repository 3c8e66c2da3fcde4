using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.OpenApi;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>Which media type of several is used.</summary>
internal static class MediaTypes
{
    public const string UrlEncoded = "application/x-www-form-urlencoded";

    public static KeyValuePair<string, IOpenApiMediaType>? Json(IDictionary<string, IOpenApiMediaType>? content)
    {
        if (content is null) return null;
        foreach (KeyValuePair<string, IOpenApiMediaType> entry in content.OrderBy(static e => Essence(e.Key) == "application/json" ? 0 : 1))
        {
            if (entry.Value is null) continue;
            string type = Essence(entry.Key);
            if (type is "application/json" or "text/json" or "*/*" || type.EndsWith("+json", StringComparison.Ordinal)) return entry;
        }

        return null;
    }

    public static string? Text(IDictionary<string, IOpenApiMediaType>? content) =>
        content?.Keys.FirstOrDefault(static k => Essence(k).StartsWith("text/", StringComparison.Ordinal) && Essence(k) != "text/event-stream");

    private static string Essence(string type)
    {
        int end = type.IndexOf(';');
        return (end < 0 ? type : type.Substring(0, end)).Trim().ToLowerInvariant();
    }
}
