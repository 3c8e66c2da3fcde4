using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenApiGen.Package.Tests.Harness;

/// <summary>Answers on a loopback port with what OpenAI prints as the answers of the same operations.</summary>
internal sealed class OpenAIServer : IAsyncDisposable
{
    private readonly PrintedAnswers _printed;
    private readonly WebApplication _app;
    private byte[] _uploaded = [];

    private OpenAIServer(PrintedAnswers printed)
    {
        _printed = printed;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v1/chat/completions", ChatAsync);
        _app.MapPost("/v1/responses", ResponsesAsync);
        _app.MapPost("/v1/files", UploadAsync);
        _app.MapGet("/v1/files", context => JsonAsync(context, printed.Json("/files", "get")));
        _app.MapGet("/v1/files/{id}", context => JsonAsync(context, printed.Json("/files/{file_id}", "get")));
        _app.MapGet("/v1/files/{id}/content", ContentAsync);
    }

    public string Url => _app.Urls.First() + "/v1";

    /// <summary>What was asked for, in order: the path, and what matters of the body.</summary>
    public List<string> Requests { get; } = [];

    public static async Task<OpenAIServer> StartAsync(PrintedAnswers printed)
    {
        OpenAIServer server = new(printed);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>The printed tool call as a stream brings it: its name in a chunk of its own, then its arguments in two parts.</summary>
    private static string ToolStream(JsonNode printed)
    {
        JsonNode call = printed["choices"]![0]!["message"]!["tool_calls"]![0]!;
        string arguments = (string)call["function"]!["arguments"]!;
        JsonObject first = new()
        {
            ["index"] = 0,
            ["id"] = (string)call["id"]!,
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = (string)call["function"]!["name"]!, ["arguments"] = "" },
        };
        JsonNode[] deltas =
        [
            new JsonObject
            {
                ["role"] = "assistant",
                ["content"] = null,
                ["tool_calls"] = new JsonArray(first),
                ["refusal"] = null,
            },
            Part(arguments[..9]),
            Part(arguments[9..]),
            new JsonObject(),
        ];
        return string.Concat(
                deltas.Select((delta, i) => $"data: {Chunk(delta, i == deltas.Length - 1 ? "tool_calls" : null).ToJsonString()}\n\n")
            ) + "data: [DONE]\n\n";

        JsonObject Part(string text) =>
            new()
            {
                ["tool_calls"] = new JsonArray(
                    new JsonObject
                    {
                        ["index"] = 0,
                        ["function"] = new JsonObject { ["arguments"] = text },
                    }
                ),
            };

        JsonObject Chunk(JsonNode delta, string? reason) =>
            new()
            {
                ["id"] = (string)printed["id"]!,
                ["object"] = "chat.completion.chunk",
                ["created"] = (long)printed["created"]!,
                ["model"] = (string)printed["model"]!,
                ["choices"] = new JsonArray(
                    new JsonObject
                    {
                        ["index"] = 0,
                        ["delta"] = delta,
                        ["logprobs"] = null,
                        ["finish_reason"] = reason,
                    }
                ),
            };
    }

    private async Task ChatAsync(HttpContext context)
    {
        JsonNode body = (await JsonNode.ParseAsync(context.Request.Body))!;
        bool isStream = (bool?)body["stream"] ?? false;
        bool hasTools = body["tools"] is not null;
        Requests.Add(
            $"chat {body["messages"]![0]!["role"]}{(isStream ? " stream" : "")}{(hasTools ? " " + body["tools"]![0]!["type"] : "")} {context.Request.Headers.Authorization}"
        );
        JsonNode printed = _printed.Json("/chat/completions", "post", hasTools ? "Functions" : "Default");
        if (!isStream)
            await JsonAsync(context, printed);
        else if (hasTools)
            await EventsAsync(context, ToolStream(printed));
        else
        {
            // Printed without the "data:" that is on the wire, and with dots for what is left out.
            IEnumerable<string> lines = _printed
                .Text("/chat/completions", "post", "Streaming")
                .Split('\n')
                .Where(static line => line.StartsWith('{'));
            await EventsAsync(context, string.Concat(lines.Select(static line => $"data: {line}\n\n")) + "data: [DONE]\n\n");
        }
    }

    private async Task ResponsesAsync(HttpContext context)
    {
        JsonNode body = (await JsonNode.ParseAsync(context.Request.Body))!;
        if ((bool?)body["stream"] ?? false)
            await EventsAsync(context, _printed.Text("/responses", "post", "Streaming") + "\n\n");
        else
            await JsonAsync(context, _printed.Json("/responses", "post", (string)body["input"]!));
    }

    private async Task UploadAsync(HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync();
        IFormFile file = form.Files["file"]!;
        using MemoryStream content = new();
        await file.CopyToAsync(content);
        _uploaded = content.ToArray();
        Requests.Add($"upload {file.FileName} {file.Length} for {form["purpose"]}");
        await JsonAsync(context, _printed.Json("/files", "post"));
    }

    private async Task ContentAsync(HttpContext context)
    {
        context.Response.ContentType = "application/octet-stream";
        await context.Response.Body.WriteAsync(_uploaded);
    }

    private static Task JsonAsync(HttpContext context, JsonNode json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json.ToJsonString());
    }

    private static Task EventsAsync(HttpContext context, string events)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        return context.Response.WriteAsync(events);
    }
}
