using System.Diagnostics;
using System.Globalization;
using OpenApiGen.Benchmarks.Quick;

namespace OpenApiGen.Benchmarks.Generation;

/// <summary>One measurement in a process of its own: nothing is jitted, nothing cached, but for the host and the file.</summary>
internal static class ColdProcess
{
    public const string Verb = "--cold-child";

    public static double Milliseconds(string what, string path)
    {
        string program = Environment.ProcessPath!;
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            start.ArgumentList.Add(typeof(ColdProcess).Assembly.Location);
        foreach (string argument in (string[])[Verb, what, path])
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? double.Parse(output, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"{what} of {path} failed in its own process: {output}");
    }

    public static int Child(string what, string path)
    {
        Document document = new(path);
        if (what == "generate")
            Document.WarmHost();
        double milliseconds = what == "generate" ? Interleaved.Time(document.Generate) : Interleaved.Time(document.Floor);
        Console.WriteLine(milliseconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }
}
