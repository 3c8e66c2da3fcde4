using OpenApiGen.Package.Tests.Harness;

namespace OpenApiGen.Package.Tests;

/// <summary>
/// samples/Todos.Deprecation, with the package: from <c>[Obsolete]</c> in a server to the compiler's warning in its client.
/// </summary>
public sealed class DeprecationSampleTests(PackageFixture package)
{
    private const string Packages = """
        <PackageReference Include="Microsoft.AspNetCore.OpenApi" Version="10.0.12" />
        <PackageReference Include="Microsoft.Extensions.ApiDescription.Server" Version="10.0.12" PrivateAssets="all" />
        """;

    private static readonly string s_sample = Path.Combine(Repository.Root, "samples", "Todos.Deprecation");

    [Fact]
    public async Task What_is_obsolete_in_a_server_warns_in_its_client()
    {
        ConsumerProject server = new(package, "Todos.Server", "net10.0")
        {
            IsProgram = true,
            Sdk = "Microsoft.NET.Sdk.Web",
            Properties =
                "<ImplicitUsings>enable</ImplicitUsings><GenerateDocumentationFile>false</GenerateDocumentationFile><NoWarn>$(NoWarn);NU1603</NoWarn>"
                + "<OpenApiDocumentsDirectory>$(MSBuildProjectDirectory)</OpenApiDocumentsDirectory>",
        };
        server.Write(Packages);
        foreach (string file in (string[])["Program.cs", "Deprecation.cs"])
            File.Copy(Path.Combine(s_sample, "Server", file), Path.Combine(server.Folder, file));
        (await server.BuildAsync()).SucceedsWithoutWarnings();

        // The client of the sample is made of the file that is committed: it is what the server says today.
        string document = Path.Combine(server.Folder, "Todos.Server.json");
        string committed = await File.ReadAllTextAsync(Path.Combine(s_sample, "Todos.Server.json"), TestContext.Current.CancellationToken);
        Assert.Equal(
            committed.ReplaceLineEndings(),
            (await File.ReadAllTextAsync(document, TestContext.Current.CancellationToken)).ReplaceLineEndings()
        );

        ConsumerProject client = new(package, "Todos.Client", "net10.0")
        {
            IsProgram = true,
            Spec = document,
            Properties = "<ImplicitUsings>enable</ImplicitUsings>",
        };
        client.Write($"""{client.PackageReference} <OpenApiSpec Include="Todos.Server.json" Namespace="Todos" />""");
        string program = await File.ReadAllTextAsync(Path.Combine(s_sample, "Client", "Program.cs"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(client.Folder, "Program.cs"), program, TestContext.Current.CancellationToken);
        (await client.BuildAsync()).SucceedsWithoutWarnings();

        string open = program.Replace("#pragma warning disable", "// ", StringComparison.Ordinal);
        Assert.NotEqual(program, open);
        await File.WriteAllTextAsync(Path.Combine(client.Folder, "Program.cs"), open, TestContext.Current.CancellationToken);
        ToolResult build = await client.BuildAsync();
        Assert.NotEqual(0, build.ExitCode);
        Assert.Matches(@"error OAG9002: 'Todo\.OldTitle' is obsolete: 'Use Title instead\.'", build.Output);
        Assert.Matches(@"error OAG9003: 'ITodosClient\.GetFirstTodoAsync\(.*\)' is obsolete: 'Use GetTodo.* instead\.'", build.Output);
    }
}
