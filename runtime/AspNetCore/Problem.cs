using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenApiGen.Json;

namespace OpenApiGen.AspNetCore;

/// <summary>The answer to bad input: problem details (RFC 9457). An application that has <c>AddProblemDetails</c> decides what they look like.</summary>
internal static class Problem
{
    private const string Title = "The request is not what the API's description asks for.";

    /// <summary>What is wrong with JSON, by its JSON path.</summary>
    public static Dictionary<string, List<string>> Faults(JsonException fault)
    {
        Dictionary<string, List<string>> faults = [];
        foreach ((string path, string message) in Each(fault))
        {
            if (!faults.TryGetValue(path, out List<string>? messages)) faults.Add(path, messages = []);
            messages.Add(message);
        }

        return faults;
    }

    /// <summary>Each of the faults that an exception tells of.</summary>
    public static IEnumerable<(string Path, string Message)> Each(JsonException fault) =>
        fault.InnerException is JsonFaultsException several ? several.Faults.Select(static f => (f.Path, f.Message)) : [(fault.Path ?? "$", fault.Message)];

    public static async Task WriteAsync(HttpContext context, int status, Dictionary<string, List<string>> faults)
    {
        context.Response.StatusCode = status;
        if (context.RequestServices?.GetService<IProblemDetailsService>() is { } service)
        {
            HttpValidationProblemDetails details = new(faults.ToDictionary(static f => f.Key, static f => f.Value.ToArray())) { Title = Title, Status = status };
            if (await service.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = details }).ConfigureAwait(false)) return;
        }

        context.Response.ContentType = "application/problem+json";
        using Utf8JsonWriter writer = new(context.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteString("title", Title);
        writer.WriteNumber("status", status);
        writer.WriteStartObject("errors");
        foreach ((string name, List<string> messages) in faults)
        {
            writer.WriteStartArray(name);
            foreach (string message in messages) writer.WriteStringValue(message);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        await writer.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }
}
