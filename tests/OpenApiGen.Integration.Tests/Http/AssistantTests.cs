using System.Text;
using OpenApiGen.Integration.Tests.Support;
using OperationsAssistant;

namespace OpenApiGen.Integration.Tests.Http;

/// <summary>
/// An API of language models: one body for an answer in one piece and for events, which it asks for by a flag; unions of events; files.
/// </summary>
public sealed class AssistantTests
{
    private const string Chunks = """
        data: {"id":"c","choices":[{"delta":{"content":"Hi"},"finish_reason":null}]}

        data: {"id":"c","choices":[{"delta":{"tool_calls":[{"index":0,"id":"t","type":"function","function":{"name":"weather","arguments":"{"}}]},"finish_reason":null}]}

        data: {"id":"c","choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"}"}}]},"finish_reason":null}]}

        data: {"id":"c","choices":[{"delta":{},"finish_reason":"tool_calls"}]}

        data: [DONE]


        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static CreateChatCompletionRequest Question =>
        new()
        {
            Model = "small",
            Messages = [new() { Role = CreateChatCompletionRequestMessagesItemRole.User, Content = "Is it raining?" }],
        };

    [Fact]
    public async Task The_method_that_streams_sets_the_flag_and_the_other_sends_what_is_set()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static context =>
            context.Request.Headers.Accept == "text/event-stream"
                ? LoopbackServer.Answer(context, 200, Chunks, "text/event-stream")
                : LoopbackServer.Answer(
                    context,
                    200,
                    """{"id":"c","choices":[{"message":{"content":null,"tool_calls":[{"index":0,"function":{"name":"weather","arguments":"{}"}}]},"finish_reason":"tool_calls"}]}"""
                )
        );
        using HttpClient http = new() { BaseAddress = server.Address };
        var chat = new OperationsAssistantClient(http).Chat;

        ChatCompletion whole = await chat.CreateChatCompletionAsync(Question, cancellationToken: Token);
        StringBuilder arguments = new();
        string? text = null,
            name = null,
            finish = null;
        await foreach (
            ChatCompletionChunk chunk in chat.CreateChatCompletionStreamAsync(Question with { Stream = false }, cancellationToken: Token)
        )
        {
            text += chunk.Choices[0].Delta.Content;
            foreach (ToolCall call in chunk.Choices[0].Delta.ToolCalls ?? [])
            {
                name ??= call.Function?.Name;
                arguments.Append(call.Function?.Arguments);
            }

            finish = chunk.Choices[0].FinishReason?.Value;
        }

        Assert.Equal("weather", whole.Choices[0].Message.ToolCalls![0].Function!.Name);
        Assert.Equal(("Hi", "weather", "{}", "tool_calls"), (text, name, arguments.ToString(), finish));
        Assert.Equal(
            [
                """{"model":"small","messages":[{"role":"user","content":"Is it raining?"}]}""",
                """{"model":"small","messages":[{"role":"user","content":"Is it raining?"}],"stream":true}""",
            ],
            server.Requests.Select(static r => r.Body)
        );
    }

    [Fact]
    public async Task Events_are_a_union_by_their_type()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static context =>
            LoopbackServer.Answer(
                context,
                200,
                """
                event: response.created
                data: {"type":"response.created","response":{"id":"r","output":[{"type":"function_call","name":"f"}]}}

                event: response.output_text.delta
                data: {"type":"response.output_text.delta","delta":"Hi"}

                event: response.later
                data: {"type":"response.later","sequence":3}


                """,
                "text/event-stream"
            )
        );
        using HttpClient http = new() { BaseAddress = server.Address };
        List<string> seen = [];

        await foreach (
            ResponseStreamEvent item in new OperationsAssistantClient(http).Responses.CreateResponseStreamAsync(
                new() { Model = "small" },
                cancellationToken: Token
            )
        )
        {
            if (item.TryGetValue(out ResponseCreated? created))
                seen.Add(created.Response.Output[0].TryGetValue(out FunctionCall? call) ? call.Name : "?");
            else if (item.TryGetValue(out ResponseTextDelta? delta))
                seen.Add(delta.Delta);
            else
                seen.Add(item.TryGetValue(out UnknownJson? later) ? later.ToString() : "nothing");
        }

        Assert.Equal(["f", "Hi", """{"type":"response.later","sequence":3}"""], seen);
        Assert.Equal("""{"model":"small","stream":true}""", server.Request.Body);
    }

    [Fact]
    public async Task Files_go_up_and_come_down()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static context =>
            context.Request.Method == "POST"
                ? LoopbackServer.Answer(context, 200, """{"id":"file-1","bytes":3}""")
                : LoopbackServer.Answer(context, 200, "abc", "application/octet-stream")
        );
        using HttpClient http = new() { BaseAddress = server.Address };
        var files = new OperationsAssistantClient(http).Files;

        OperationsAssistant.File file = await files.CreateFileAsync(
            new() { File = new ApiFile("abc"u8.ToArray(), "a.jsonl"), Purpose = CreateFileFormPurpose.Batch },
            cancellationToken: Token
        );
        await using ApiStream content = await files.DownloadFileAsync(file.Id, cancellationToken: Token);
        using StreamReader reader = new(content);

        Assert.Equal("abc", await reader.ReadToEndAsync(Token));
        Assert.Contains("name=\"file\"; filename=\"a.jsonl\"", server.Requests[0].Body, StringComparison.Ordinal);
        Assert.Equal("/files/file-1/content", server.Requests[1].Path);
    }
}
