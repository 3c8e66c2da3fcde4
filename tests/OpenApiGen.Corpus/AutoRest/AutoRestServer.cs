using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace OpenApiGen.Corpus.AutoRest;

/// <summary>
/// The test server of AutoRest: it counts each call that is right in every detail, by the name of the point it stands for.
/// </summary>
internal sealed class AutoRestServer : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;

    /// <summary>Starts one on a free port of this machine, and waits until it listens.</summary>
    /// <param name="tools">The folder that has <c>autorest/</c>, with its packages.</param>
    public AutoRestServer(string tools)
    {
        string here = Path.GetFullPath(Path.Combine(tools, "autorest"));
        int port = LoopbackPort.Free();
        Address = new Uri($"http://127.0.0.1:{port}");
        string coverage = Directory.CreateTempSubdirectory().FullName;
        ProcessStartInfo start = new(
            "node",
            [
                "--import",
                Path.Combine(here, "loopback.mjs"),
                Path.Combine(PackageOf(tools), "dist", "cli", "cli.js"),
                "run",
                "--port=" + port.ToString(CultureInfo.InvariantCulture),
                "--coverageDirectory=" + coverage,
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start) ?? throw new IOException("node does not start.");
        Task<string> errors = _process.StandardError.ReadToEndAsync();
        _ = _process.StandardOutput.ReadToEndAsync();
        AppDomain.CurrentDomain.ProcessExit += End;
        Stopwatch watch = Stopwatch.StartNew();
        while (!LoopbackPort.Listens(port))
        {
            if (_process.HasExited)
                throw new IOException("The test server ended: " + errors.Result);
            if (watch.Elapsed > s_patience)
                throw new IOException("The test server does not listen.");
            Thread.Sleep(50);
        }
    }

    public Uri Address { get; }

    public static string PackageOf(string tools) =>
        Path.GetFullPath(Path.Combine(tools, "autorest", "node_modules", "@microsoft.azure", "autorest.testserver"));

    /// <summary>How often each point was reached.</summary>
    /// <param name="report"><c>report</c>, or <c>report/optional</c>.</param>
    public IReadOnlyDictionary<string, int> Points(string report)
    {
        using HttpClient http = new();
        using JsonDocument json = JsonDocument.Parse(http.GetStringAsync($"{Address}{report}").GetAwaiter().GetResult());
        return json.RootElement.EnumerateObject().ToDictionary(static p => p.Name, static p => p.Value.GetInt32(), StringComparer.Ordinal);
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        Stop();
    }

    private void End(object? sender, EventArgs e) => Stop();

    private void Stop()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
