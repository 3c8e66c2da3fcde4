using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace OpenApiGen.AspNetCore;

/// <summary>The answer to bad input: problem details (RFC 9457). An application that has <c>AddProblemDetails</c> decides what they look like.</summary>
internal static class Problem
{
    private const string Title = "The request is not what the API's description asks for.";

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
