using System.Diagnostics;

namespace OpenApiGen.Corpus;

/// <summary>Runs the scripts of <c>instances/</c>, which know JSON Schema by code that is not ours.</summary>
internal static class NodeTool
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(300);

    /// <summary>What <c>main.mjs</c> writes to its output.</summary>
    /// <param name="tools">The folder that has <c>instances/</c>, with its packages.</param>
    /// <param name="arguments">Of the script.</param>
    public static string Run(string tools, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new("node", arguments.Prepend(Path.Combine(tools, "instances", "main.mjs")))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start) ?? throw new IOException("node does not start.");
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new IOException("A script of instances/ failed: " + errors.Result);
        return output.Result;
    }

    /// <summary>What it writes to its output about a file with the text.</summary>
    public static string RunOver(string tools, string command, string text, string document)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            return Run(tools, command, file, document);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
