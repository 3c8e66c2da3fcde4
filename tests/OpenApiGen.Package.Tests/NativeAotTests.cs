using System.Runtime.InteropServices;
using OpenApiGen.Package.Tests.Harness;

namespace OpenApiGen.Package.Tests;

public sealed class NativeAotTests(PackageFixture package)
{
    // TrimmerSingleWarn: each warning, and not one for the whole assembly.
    private const string Properties =
        "<PublishAot>true</PublishAot><InvariantGlobalization>true</InvariantGlobalization><TrimmerSingleWarn>false</TrimmerSingleWarn>";

    [Fact]
    public async Task A_NativeAOT_console_publishes_without_warnings_and_runs()
    {
        ConsumerProject console = new(package, "Native", "net10.0") { IsProgram = true, Properties = Properties };
        console.Write($"{console.PackageReference} {ConsumerProject.OpenApiSpec}", "PageReader.cs", "Program.cs");
        Assert.Equal(ConsumerTests.ExpectedOutput, (await PublishAndRunAsync(console, "Native")).Lines);
        Assert.False(File.Exists(Path.Combine(console.Folder, "native", "OpenApiGen.Runtime.dll")), "compiled in, not beside");
    }

    [Fact]
    public async Task A_NativeAOT_server_publishes_without_warnings_and_serves()
    {
        ConsumerProject web = new(package, "NativeWeb", "net9.0")
        {
            IsProgram = true,
            Sdk = "Microsoft.NET.Sdk.Web",
            Properties = Properties + "<ImplicitUsings>enable</ImplicitUsings>",
        };
        web.Write($"{web.PackageReference} {ServerTests.OpenApiSpec}", "Server.cs");
        Assert.Equal(ServerTests.ExpectedOutput, (await PublishAndRunAsync(web, "NativeWeb")).Lines);
    }

    private static async Task<ToolResult> PublishAndRunAsync(ConsumerProject program, string name)
    {
        SkipWhen(
            RuntimeInformation.RuntimeIdentifier != "linux-x64",
            "NativeAOT is published for linux-x64 only, this is " + RuntimeInformation.RuntimeIdentifier
        );
        SkipWhen(!IsOnPath("clang") && !IsOnPath("gcc"), "no C linker: neither clang nor gcc is on the path");

        ToolResult restore = await Tool.BuildAsync(program.Folder, "restore", "-r", "linux-x64");
        SkipWhen(
            restore.ExitCode != 0 && restore.Output.Contains("ILCompiler", StringComparison.OrdinalIgnoreCase),
            "no NativeAOT compiler to be had:\n" + restore.Output
        );
        restore.Succeeds();

        ToolResult publish = (
            await Tool.BuildAsync(program.Folder, "publish", "-c", "Release", "-r", "linux-x64", "-o", "native")
        ).Succeeds();
        Assert.DoesNotContain("warning", publish.Output, StringComparison.OrdinalIgnoreCase);
        return (await Tool.RunAsync(program.Folder, Path.Combine(program.Folder, "native", name))).Succeeds();
    }

    /// <summary>The console of <c>dotnet test</c> tells that a test was skipped, not why: both are told here.</summary>
    private static void SkipWhen(bool condition, string reason)
    {
        if (condition)
            Console.Error.WriteLine("NativeAOT test skipped: " + reason);
        Assert.SkipWhen(condition, reason);
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
