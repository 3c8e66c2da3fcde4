using System.Diagnostics;
using System.Text;

namespace OpenApiGen.Package.Tests.Harness;

/// <summary>What a program printed, both streams in the order of arrival, and how it ended.</summary>
internal sealed record ToolResult(string Command, int ExitCode, string Output)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public ToolResult Succeeds()
    {
        Assert.True(ExitCode == 0, $"{Command} ended with {ExitCode}:\n{Output}");
        return this;
    }

    /// <summary>Succeeded, and the summary of the build says that nothing warned.</summary>
    public ToolResult SucceedsWithoutWarnings()
    {
        Succeeds();
        Assert.Contains("0 Warning(s)", Output, StringComparison.Ordinal);
        return this;
    }
}

/// <summary>Runs the dotnet command line and the programs it built.</summary>
internal static class Tool
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(8);

    public static Task<ToolResult> DotnetAsync(string folder, params string[] arguments) =>
        RunAsync(folder, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments);

    /// <summary>A command of MSBuild: plain log, nothing of it left running.</summary>
    public static Task<ToolResult> BuildAsync(string folder, string command, params string[] arguments) =>
        DotnetAsync(folder, [command, .. arguments, "-nologo", "-tl:off", "-nodeReuse:false", "-p:UseSharedCompilation=false"]);

    public static async Task<ToolResult> RunAsync(string folder, string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        // This very process may run inside a build: its variables would point the inner one at the wrong SDK parts.
        foreach (string name in start.Environment.Keys.Where(IsOfOuterBuild).ToArray())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_ROLL_FORWARD"] = "Major"; // one SDK, one runtime: a net8.0 program runs on what is there

        using Process process = new() { StartInfo = start };
        StringBuilder output = new();
        void Append(object sender, DataReceivedEventArgs line)
        {
            lock (output)
                output.Append(line.Data).Append('\n');
        }

        process.OutputDataReceived += Append;
        process.ErrorDataReceived += Append;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(s_patience);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        lock (output)
            return new ToolResult($"{Path.GetFileName(program)} {string.Join(' ', arguments)}", process.ExitCode, output.ToString());
    }

    private static bool IsOfOuterBuild(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase);
}
