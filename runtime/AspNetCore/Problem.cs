using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenApiGen.Json;

namespace OpenApiGen.AspNetCore;

/// <summary>
/// The response to bad input: problem details (RFC 9457). An application that has <c>AddProblemDetails</c> decides what they look like.
/// </summary>
internal static class Problem
{
    private const string Title = "The request is not what the API's description asks for.";
    private const int MaxShown = 1000;

    /// <summary>What is wrong with JSON, by its JSON path.</summary>
    public static Dictionary<string, List<string>> Faults(JsonException fault)
    {
        Dictionary<string, List<string>> faults = [];
        foreach ((string path, string message) in Each(fault))
        {
            if (!faults.TryGetValue(path, out List<string>? messages))
                faults.Add(path, messages = []);
            messages.Add(message);
        }

        return faults;
    }

    /// <summary>Each of the faults that an exception tells of.</summary>
    public static IEnumerable<(string Path, string Message)> Each(JsonException fault) =>
        fault.InnerException is JsonFaultsException several
            ? several.Faults.Select(static f => (f.Path, f.Message))
            : [(fault.Path ?? "$", fault.Message)];

    public static async Task WriteAsync(HttpContext context, int status, Dictionary<string, List<string>> faults)
    {
        context.Response.StatusCode = status;
        faults = Shown(faults);
        if (context.RequestServices?.GetService<IProblemDetailsService>() is { } service)
        {
            HttpValidationProblemDetails details = new(faults.ToDictionary(static f => f.Key, static f => f.Value.ToArray()))
            {
                Title = Title,
                Status = status,
            };
            if (
                await service
                    .TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = details })
                    .ConfigureAwait(false)
            )
                return;
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
            foreach (string message in messages)
                writer.WriteStringValue(message);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        await writer.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    // What a client sent is told back to it: in Unicode that can be written, and not all of it if it is long.
    private static Dictionary<string, List<string>> Shown(Dictionary<string, List<string>> faults)
    {
        Dictionary<string, List<string>> shown = [];
        foreach ((string name, List<string> messages) in faults)
        {
            string key = Shown(name);
            if (!shown.TryGetValue(key, out List<string>? texts))
                shown.Add(key, texts = []);
            texts.AddRange(messages.Select(Shown));
        }

        return shown;
    }

    private static string Shown(string text)
    {
        Rune[] runes = [.. text.EnumerateRunes().Take(MaxShown + 1)]; // half of a pair of surrogates is U+FFFD
        return string.Concat(runes.Take(MaxShown)) + (runes.Length > MaxShown ? "…" : "");
    }
}
