using System.Diagnostics;
using System.Text.Json;

namespace OpenApiGen.Corpus.Calls;

/// <summary>An answer that a client did not read.</summary>
internal sealed record UnreadAnswer(string Method, string Path, int Status, string MediaType, string Body, string Problem);

/// <summary>Prism makes its answers up, and some are not valid: the word on that is ajv's.</summary>
internal static class AnswerJudge
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    /// <summary>What is not valid about each answer; null where it is valid.</summary>
    /// <param name="tools">The folder that has <c>instances/</c>, with its packages.</param>
    public static IReadOnlyList<string?> Judge(string tools, string document, IReadOnlyList<UnreadAnswer> answers)
    {
        if (answers.Count == 0) return [];
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, JsonSerializer.Serialize(answers, JsonSerializerOptions.Web));
            ProcessStartInfo start = new("node", [Path.Combine(tools, "instances", "main.mjs"), "answers", file, document])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using Process process = Process.Start(start) ?? throw new IOException("node does not start.");
            Task<string> errors = process.StandardError.ReadToEndAsync();
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(s_patience)) process.Kill(entireProcessTree: true);
            process.WaitForExit();
            if (process.ExitCode != 0) throw new IOException("The answers could not be judged: " + errors.Result);
            return JsonSerializer.Deserialize<string?[]>(output.Result)!;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
