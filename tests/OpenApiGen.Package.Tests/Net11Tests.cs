using System.Runtime.InteropServices;
using OpenApiGen.Package.Tests.Harness;

namespace OpenApiGen.Package.Tests;

/// <summary>
/// An application of ASP.NET Core 11, and a client of .NET 11 and C# 15 that is made of the description which the application publishes.
/// Runtime,
/// references and compiler come as packages, since the SDK of this repository is of .NET 10.
/// </summary>
public sealed class Net11Tests(PackageFixture package)
{
    private const string Framework = "net11.0";

    // The build is of .NET 10: it has no list of what the framework brings, and no runtime to share.
    private const string Properties =
        "<LangVersion>preview</LangVersion><ImplicitUsings>enable</ImplicitUsings><AllowMissingPrunePackageData>true</AllowMissingPrunePackageData>"
        + "<SelfContained>true</SelfContained><RuntimeIdentifier>linux-x64</RuntimeIdentifier><UseAppHost>true</UseAppHost>";

    private const string Compiler =
        """<PackageReference Include="Microsoft.Net.Compilers.Toolset" Version="5.9.0" PrivateAssets="all" />""";

    [Fact]
    public async Task A_client_of_what_an_application_publishes_calls_it()
    {
        SkipWhen(
            RuntimeInformation.RuntimeIdentifier != "linux-x64",
            "the .NET 11 packages are taken for linux-x64 only, this is " + RuntimeInformation.RuntimeIdentifier
        );
        ConsumerProject server = new(package, "TodoServer", Framework)
        {
            IsProgram = true,
            Sdk = "Microsoft.NET.Sdk.Web",
            Properties =
                Properties
                + "<GenerateDocumentationFile>false</GenerateDocumentationFile><TreatWarningsAsErrors>false</TreatWarningsAsErrors>",
        };
        server.Write(Compiler + """<PackageReference Include="Microsoft.AspNetCore.OpenApi" Version="11.0.0" />""", "Net11Server.cs");
        WriteTargets(server);
        ToolResult restore = await Tool.BuildAsync(server.Folder, "restore");
        SkipWhen(
            restore.ExitCode != 0 && restore.Output.Contains("error NU", StringComparison.Ordinal),
            "the .NET 11 packages cannot be had:\n" + restore.Output
        );
        restore.Succeeds();
        (await Tool.BuildAsync(server.Folder, "build", "--no-restore")).Succeeds();

        using RunningProgram application = await RunningProgram.StartAsync(server.Folder, ProgramOf(server));
        using HttpClient http = new();
        string document = Path.Combine(server.Folder, "todos.json");
        await File.WriteAllBytesAsync(
            document,
            await http.GetByteArrayAsync(new Uri(application.Address, "/openapi/v1.json"), TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken
        );

        ConsumerProject client = new(package, "TodoClient", Framework)
        {
            IsProgram = true,
            Properties = Properties,
            Spec = document,
        };
        client.Write($"""{Compiler} {client.PackageReference} <OpenApiSpec Include="todos.json" Namespace="Todos" />""", "Net11Client.cs");
        WriteTargets(client);
        (await client.BuildAsync()).SucceedsWithoutWarnings();
        Assert.Equal(
            [
                "pet: Rex barks True",
                "pet: Tom has 9 lives",
                "vehicle: 4 doors",
                "vehicle: load 7.5",
                "sent: Truck",
                "todo: 9007199254740993 Write 1.25 True True 1,2",
                "todos: Todo 3 Green, Todo 4 Green",
                "refused: 400 Title",
                "missing: 404",
                "obsolete: OldTitle OAG9002",
                "obsolete: GetOldAsync OAG9003",
            ],
            (await Tool.RunAsync(client.Folder, ProgramOf(client), application.Address.ToString())).Succeeds().Lines
        );

        // What is [Obsolete] in the application warns whoever uses it in the client; here warnings are errors.
        await File.WriteAllTextAsync(
            Path.Combine(client.Folder, "Old.cs"),
            "internal static class Old { public static string? Of(Todos.Todo todo) => todo.OldTitle; public static object Get(Todos.ITodosClient todos) => todos.GetOldAsync(); }",
            TestContext.Current.CancellationToken
        );
        ToolResult obsolete = await client.BuildAsync();
        Assert.NotEqual(0, obsolete.ExitCode);
        Assert.Contains("error OAG9002: 'Todo.OldTitle' is obsolete", obsolete.Output, StringComparison.Ordinal);
        Assert.Contains("error OAG9003: 'ITodosClient.GetOldAsync(", obsolete.Output, StringComparison.Ordinal);
    }

    private static string ProgramOf(ConsumerProject project) =>
        Path.Combine(project.Folder, "bin", "Debug", Framework, "linux-x64", Path.GetFileNameWithoutExtension(project.ProjectFile));

    /// <summary>Tells the SDK of .NET 10 where .NET 11 is.</summary>
    private static void WriteTargets(ConsumerProject project) =>
        File.Copy(Repository.ConsumerSource("Net11.targets"), Path.Combine(project.Folder, "Directory.Build.targets"));

    /// <summary>The console of <c>dotnet test</c> tells that a test was skipped, not why: both are told here.</summary>
    private static void SkipWhen(bool condition, string reason)
    {
        if (condition)
            Console.Error.WriteLine(".NET 11 test skipped: " + reason);
        Assert.SkipWhen(condition, reason);
    }
}
