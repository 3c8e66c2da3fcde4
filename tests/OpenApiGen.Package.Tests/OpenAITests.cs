using System.Text.Json.Nodes;
using OpenApiGen.Package.Tests.Harness;

namespace OpenApiGen.Package.Tests;

/// <summary>
/// The description of OpenAI, as it is published, in a project with the package alone: chat, Responses and files, called at a server that
/// answers with
/// what OpenAI prints in that description.
/// </summary>
public sealed class OpenAITests(PackageFixture package)
{
    [Fact]
    public async Task Chat_responses_and_files_are_typed_from_the_file_as_published()
    {
        string document = Path.Combine(
            Environment.GetEnvironmentVariable("OPENAPIGEN_CORPUS") ?? Path.Combine(Repository.Root, "..", "shared", "corpus"),
            "openai.yaml"
        );
        const string Reason = "the description of OpenAI, openai.yaml, is not in OPENAPIGEN_CORPUS (default: ../shared/corpus)";
        if (!File.Exists(document))
            Console.Error.WriteLine("OpenAI test skipped: " + Reason);
        Assert.SkipUnless(File.Exists(document), Reason);

        ConsumerProject console = new(package, "OpenAIConsole", "net10.0")
        {
            IsProgram = true,
            Spec = document,
            Properties = "<ImplicitUsings>enable</ImplicitUsings>",
        };
        console.Write(
            $"""{console.PackageReference} <OpenApiSpec Include="openai.yaml" Namespace="OpenAI" IncludeTags="Chat; Responses; Files" />""",
            "OpenAI.cs"
        );
        (await console.BuildAsync()).SucceedsWithoutWarnings();

        PrintedAnswers printed = new(document);
        await using OpenAIServer server = await OpenAIServer.StartAsync(printed);
        string[] lines = (await console.RunAsync(server.Url)).Succeeds().Lines;
        Assert.Equal(Expected(printed), lines);
        Assert.Equal(
            [
                "chat user Bearer sk-test",
                "chat user function Bearer sk-test",
                "chat user stream Bearer sk-test",
                "chat user stream function Bearer sk-test",
                "upload mydata.jsonl 32 for fine-tune",
            ],
            server.Requests
        );
    }

    /// <summary>What the program has to print: the same values, taken out of the printed JSON.</summary>
    private static string[] Expected(PrintedAnswers printed)
    {
        List<string> lines = [.. Chat(printed)];
        foreach (string title in (string[])["Text input", "Web search", "File search", "Functions"])
            lines.AddRange(Response(printed.Json("/responses", "post", title)));
        lines.AddRange(Events(printed.Text("/responses", "post", "Streaming")));
        JsonNode file = printed.Json("/files", "post");
        JsonNode list = printed.Json("/files", "get");
        lines.Add($"uploaded: {file["id"]} {file["filename"]} {file["bytes"]} {(string?)file["purpose"] == "fine-tune"}");
        lines.Add(
            $"listed: {string.Join(", ", list["data"]!.AsArray().Select(static f => $"{f!["filename"]} {f["purpose"]}"))}, more False"
        );
        JsonNode found = printed.Json("/files/{file_id}", "get");
        lines.Add($"found: {found["id"]} {found["created_at"]}");
        lines.Add("""content: {"prompt": "a"}|{"prompt": "b"}|""");
        // The printed texts have line ends in them.
        return
        [
            .. lines.SelectMany(static line => line.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        ];
    }

    private static IEnumerable<string> Chat(PrintedAnswers printed)
    {
        JsonNode chat = printed.Json("/chat/completions", "post", "Default");
        JsonNode message = chat["choices"]![0]!["message"]!;
        yield return $"chat: {chat["id"]} {chat["model"]} {message["role"]}: {message["content"]}";
        yield return $"chat: stopped True, {chat["usage"]!["total_tokens"]} tokens";
        JsonNode tool = printed.Json("/chat/completions", "post", "Functions")["choices"]![0]!["message"]!["tool_calls"]![0]!;
        yield return $"tool: {tool["id"]} {tool["function"]!["name"]} {tool["function"]!["arguments"]}";
        yield return "chat stream: Hello (null, null, stop)";
        yield return $"tool stream: {tool["function"]!["name"]} {tool["function"]!["arguments"]} (null, null, null, tool_calls)";
    }

    private static IEnumerable<string> Response(JsonNode response)
    {
        int faults = 0;
        List<string> items = [];
        foreach (JsonNode? item in response["output"]!.AsArray())
        {
            switch ((string?)item!["type"])
            {
                case "message":
                    // The description requires logprobs; what it prints has none.
                    faults += item["content"]!.AsArray().Count(static part => part!["logprobs"] is null);
                    items.Add($"item: message {item["id"]}: {item["content"]![0]!["text"]}");
                    break;
                case "function_call":
                    items.Add($"item: function {item["name"]} {item["arguments"]}");
                    break;
                case "web_search_call":
                    faults += item["action"] is null ? 1 : 0;
                    items.Add($"item: web search {item["status"]}");
                    break;
                case "file_search_call":
                    items.Add($"item: file search {string.Join("; ", item["queries"]!.AsArray())}");
                    break;
            }
        }

        if (response["usage"]!["input_tokens_details"] is null)
            faults++;
        return [$"response: {response["id"]} {response["status"]} {faults} faults", .. items];
    }

    private static IEnumerable<string> Events(string printed)
    {
        JsonNode[] events =
        [
            .. printed
                .Split('\n')
                .Where(static line => line.StartsWith("data: ", StringComparison.Ordinal))
                .Select(static line => JsonNode.Parse(line[6..])!),
        ];
        foreach (JsonNode e in events)
        {
            // response.output_text.delta is ResponseTextDeltaEvent; the others are called as their types.
            string type = ((string)e["type"]!).Replace("output_text", "text", StringComparison.Ordinal);
            yield return $"event: {string.Concat(type.Split('.', '_').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]))}Event";
        }

        JsonNode delta = events.Single(static e => (string?)e["type"] == "response.output_text.delta");
        JsonNode done = events.Single(static e => (string?)e["type"] == "response.output_item.done");
        JsonNode completed = events.Single(static e => (string?)e["type"] == "response.completed")["response"]!;
        yield return $"response stream: {delta["delta"]} | {done["item"]!["content"]![0]!["text"]} | {completed["id"]} {completed["status"]}";
    }
}
