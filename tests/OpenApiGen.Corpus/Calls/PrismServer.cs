using System.Diagnostics;
using System.Globalization;

namespace OpenApiGen.Corpus.Calls;

/// <summary>
/// A server for one document that somebody else has written: Prism, which refuses requests that its document does not allow.
/// </summary>
internal sealed class PrismServer : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan s_agony = TimeSpan.FromSeconds(10);

    private readonly string _program;
    private readonly string _document;
    private readonly int _port = LoopbackPort.Free();
    private Process? _process;

    /// <summary>Starts one on a free port of this machine, and waits until it listens.</summary>
    /// <param name="tools">The folder that has <c>prism/</c>, with its packages.</param>
    public PrismServer(string tools, string document)
    {
        _program = Path.Combine(tools, "prism", "node_modules", "@stoplight", "prism-cli", "dist", "index.js");
        _document = Path.GetFullPath(document);
        // Also where this program is told to end: a server that nobody stops would stay.
        AppDomain.CurrentDomain.ProcessExit += End;
        Start();
    }

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    /// <summary>Starts it again where a request has been its end.</summary>
    public void Revive()
    {
        // The connection is gone a moment before the process is.
        if (_process?.WaitForExit(s_agony) == false)
            return;
        Stop();
        Start();
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        Stop();
    }

    private void End(object? sender, EventArgs e) => Stop();

    private void Stop()
    {
        if (_process is null)
            return;
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    private void Start()
    {
        ProcessStartInfo start = new(
            "node",
            [
                _program,
                "mock",
                "--errors",
                "--dynamic",
                "--seed",
                "1",
                "--verboseLevel",
                "fatal",
                "--host",
                "127.0.0.1",
                "--port",
                _port.ToString(CultureInfo.InvariantCulture),
                _document,
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start) ?? throw new IOException("node does not start.");
        // Read on and on: a pipe that is full would stop it.
        Task<string> errors = _process.StandardError.ReadToEndAsync();
        _ = _process.StandardOutput.ReadToEndAsync();
        Stopwatch watch = Stopwatch.StartNew();
        while (!LoopbackPort.Listens(_port))
        {
            if (_process.HasExited)
                throw new IOException("Prism ended: " + errors.Result);
            if (watch.Elapsed > s_patience)
            {
                Stop();
                throw new IOException($"Prism does not listen after {s_patience.TotalSeconds} s.");
            }

            Thread.Sleep(50);
        }
    }
}
