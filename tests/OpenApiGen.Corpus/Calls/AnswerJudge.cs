using System.Text.Json;

namespace OpenApiGen.Corpus.Calls;

/// <summary>An answer that a client did not read.</summary>
internal sealed record UnreadAnswer(string Method, string Path, int Status, string MediaType, string Body, string Problem);

/// <summary>Prism makes its answers up, and some are not valid: the word on that is ajv's.</summary>
internal static class AnswerJudge
{
    /// <summary>What is not valid about each answer; null where it is valid.</summary>
    /// <param name="tools">The folder that has <c>instances/</c>, with its packages.</param>
    public static IReadOnlyList<string?> Judge(string tools, string document, IReadOnlyList<UnreadAnswer> answers)
    {
        if (answers.Count == 0)
            return [];
        string verdicts = NodeTool.RunOver(tools, "answers", JsonSerializer.Serialize(answers, JsonSerializerOptions.Web), document);
        return JsonSerializer.Deserialize<string?[]>(verdicts)!;
    }
}
