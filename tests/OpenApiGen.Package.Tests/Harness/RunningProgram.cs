using System.Diagnostics;

namespace OpenApiGen.Package.Tests.Harness;

/// <summary>A program that serves until it is disposed of; its first line is its address.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process _process;

    private RunningProgram(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<RunningProgram> StartAsync(string folder, string program)
    {
        ProcessStartInfo start = new(program) { WorkingDirectory = folder, RedirectStandardOutput = true };
        Process process = Process.Start(start)!;
        try
        {
            using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(TimeSpan.FromMinutes(1));
            string line = await process.StandardOutput.ReadLineAsync(patience.Token) ?? "nothing";
            Assert.True(Uri.TryCreate(line, UriKind.Absolute, out Uri? address), $"{program} does not say where it listens, but: {line}");
            return new RunningProgram(process, address);
        }
        catch
        {
            End(process);
            throw;
        }
    }

    public void Dispose() => End(_process);

    private static void End(Process process)
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
