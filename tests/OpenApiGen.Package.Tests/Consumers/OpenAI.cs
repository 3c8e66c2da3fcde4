using System.Collections;
using System.Reflection;
using OpenAI;
using OpenApiGen;
using OpenApiGen.Http;

// Calls what the test serves, and prints what is typed of the answers, a line for each.
using HttpClient http = new();
OpenAIClient openai = new(http, new() { Server = new Uri(args[0]), BearerToken = "sk-test" });

await ChatAsync();
await ChatStreamsAsync();
await ResponsesAsync();
await ResponsesStreamAsync();
await FilesAsync();

async Task ChatAsync()
{
    CreateChatCompletionRequest request = new()
    {
        Model = "gpt-5.4",
        Messages = [new ChatCompletionRequestUserMessage { Content = "Hello!" }],
    };
    CreateChatCompletionResponse answer = Seen(await openai.Chat.CreateChatCompletionAsync(request));
    CreateChatCompletionResponseChoicesItem choice = answer.Choices[0];
    Console.WriteLine($"chat: {answer.Id} {answer.Model} {choice.Message.Role}: {choice.Message.Content}");
    Console.WriteLine(
        $"chat: stopped {choice.FinishReason == CreateChatCompletionResponseChoicesItemFinishReason.Stop}, {answer.Usage?.TotalTokens} tokens"
    );

    ChatCompletionTool weather = new()
    {
        Function = new() { Name = "get_current_weather", Parameters = new() },
    };
    answer = Seen(await openai.Chat.CreateChatCompletionAsync(request with { Tools = [weather] }));
    foreach (ChatCompletionMessageToolCallsItem call in answer.Choices[0].Message.ToolCalls ?? [])
    {
        if (call.TryGetValue(out ChatCompletionMessageToolCall? tool))
            Console.WriteLine($"tool: {tool.Id} {tool.Function.Name} {tool.Function.Arguments}");
    }
}

async Task ChatStreamsAsync()
{
    // The server tells them apart by the tools.
    CreateChatCompletionRequest request = new()
    {
        Model = "gpt-4o-mini",
        Messages = [new ChatCompletionRequestUserMessage { Content = "Hello!" }],
    };
    string text = "";
    List<string> reasons = [];
    await foreach (CreateChatCompletionStreamResponse chunk in openai.Chat.CreateChatCompletionStreamAsync(request))
    {
        text += Seen(chunk).Choices[0].Delta.Content;
        reasons.Add(chunk.Choices[0].FinishReason?.Value ?? "null");
    }

    Console.WriteLine($"chat stream: {text} ({string.Join(", ", reasons)})");

    string name = "";
    string arguments = "";
    reasons.Clear();
    request = request with { Tools = [new ChatCompletionTool { Function = new() { Name = "get_current_weather" } }] };
    await foreach (CreateChatCompletionStreamResponse chunk in openai.Chat.CreateChatCompletionStreamAsync(request))
    {
        foreach (ChatCompletionMessageToolCallChunk piece in Seen(chunk).Choices[0].Delta.ToolCalls ?? [])
        {
            name += piece.Function?.Name;
            arguments += piece.Function?.Arguments;
        }

        reasons.Add(chunk.Choices[0].FinishReason?.Value ?? "null");
    }

    Console.WriteLine($"tool stream: {name} {arguments} ({string.Join(", ", reasons)})");
}

async Task ResponsesAsync()
{
    foreach (string input in (string[])["Text input", "Web search", "File search", "Functions"])
    {
        ApiCall call = new();
        Response answer = Seen(await openai.Responses.CreateResponseAsync(new() { Model = "gpt-5.4", Input = input }, call));
        Console.WriteLine($"response: {answer.Id} {answer.Status} {call.Faults.Count} faults");
        foreach (OutputItem item in answer.Output)
        {
            Console.WriteLine(
                "item: "
                    + item.Value switch
                    {
                        OutputMessage message => $"message {message.Id}: {TextOf(message)}",
                        FunctionToolCall tool => $"function {tool.Name} {tool.Arguments}",
                        WebSearchToolCall search => $"web search {search.Status}",
                        FileSearchToolCall search => $"file search {string.Join("; ", search.Queries)}",
                        _ => "not expected here",
                    }
            );
        }
    }
}

async Task ResponsesStreamAsync()
{
    string text = "";
    await foreach (ResponseStreamEvent e in openai.Responses.CreateResponseStreamAsync(new() { Model = "gpt-5.4", Input = "Hello!" }))
    {
        Console.WriteLine("event: " + (Seen(e).Value?.GetType().Name ?? "none"));
        if (e.TryGetValue(out ResponseTextDeltaEvent? delta))
            text += delta.Delta;
        if (e.TryGetValue(out ResponseOutputItemDoneEvent? done) && done.Item.TryGetValue(out OutputMessage? message))
            text += $" | {TextOf(message)}";
        if (e.TryGetValue(out ResponseCompletedEvent? completed))
            text += $" | {completed.Response.Id} {completed.Response.Status}";
    }

    Console.WriteLine("response stream: " + text);
}

async Task FilesAsync()
{
    ApiFile jsonl = new("{\"prompt\": \"a\"}\n{\"prompt\": \"b\"}\n"u8.ToArray(), "mydata.jsonl");
    OpenAIFile uploaded = Seen(await openai.Files.CreateFileAsync(new() { File = jsonl, Purpose = CreateFileRequestPurpose.FineTune }));
    Console.WriteLine($"uploaded: {uploaded.Id} {uploaded.Filename} {uploaded.Bytes} {uploaded.Purpose == OpenAIFilePurpose.FineTune}");
    ListFilesResponse list = Seen(await openai.Files.ListFilesAsync());
    Console.WriteLine(
        $"listed: {string.Join(", ", list.Data.Select(static file => $"{file.Filename} {file.Purpose}"))}, more {list.HasMore}"
    );
    OpenAIFile found = Seen(await openai.Files.RetrieveFileAsync(uploaded.Id));
    Console.WriteLine($"found: {found.Id} {found.CreatedAt}");
    string content = await openai.Files.DownloadFileAsync(uploaded.Id);
    Console.WriteLine($"content: {content.ReplaceLineEndings("|")}");
}

static string TextOf(OutputMessage message) => message.Content[0].TryGetValue(out OutputTextContent? content) ? content.Text : "no text";

// Whatever is read without its type anywhere is printed, so that the test fails.
static T Seen<T>(T value)
{
    Stack<object?> open = new([value]);
    int seen = 0;
    while (open.TryPop(out object? next))
    {
        if (++seen > 100_000)
            throw new InvalidOperationException("There is no end to it, the last is " + next);
        if (next is UnknownJson unknown)
            Console.WriteLine("UnknownJson: " + unknown.Json);
        if (next is null or string or UnknownJson)
            continue;
        if (next is IEnumerable items)
            foreach (object? item in items)
                open.Push(item);
        else if (next.GetType().Namespace == "OpenAI")
            Push(next);
    }

    return value;

    void Push(object next)
    {
        foreach (PropertyInfo property in next.GetType().GetProperties())
        {
            if (property.GetIndexParameters().Length == 0 && property.GetMethod is { IsStatic: false })
                open.Push(Get(property, next));
        }
    }

    // What the answer lacks is listed as a fault, and counted above.
    static object? Get(PropertyInfo property, object owner)
    {
        try
        {
            return property.GetValue(owner);
        }
        catch (TargetInvocationException e) when (e.InnerException is ApiFaultException)
        {
            return null;
        }
    }
}
