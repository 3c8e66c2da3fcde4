using OpenApiGen.Package.Tests.Harness;

namespace OpenApiGen.Package.Tests;

/// <summary>Server stubs out of the package, which hands over their runtime where ASP.NET Core is, and nowhere else.</summary>
public sealed class ServerTests(PackageFixture package)
{
    public const string OpenApiSpec = """<OpenApiSpec Include="junction.yaml" Namespace="Junction" Generate="Client; Server" />""";

    public static readonly string[] ExpectedOutput = ["imported 1", "422 application/problem+json"];

    [Fact]
    public async Task A_web_application_serves_what_its_client_calls()
    {
        ConsumerProject web = new(package, "Web", "net10.0")
        {
            IsProgram = true,
            Sdk = "Microsoft.NET.Sdk.Web",
            Properties =
                "<ImplicitUsings>enable</ImplicitUsings><AnalysisLevel>latest-all</AnalysisLevel><NoWarn>CA1303;CA1812;CA1849;CA2000;CA2007;CA2234</NoWarn><EnableRequestDelegateGenerator>true</EnableRequestDelegateGenerator><IsAotCompatible>true</IsAotCompatible>",
        };
        web.Write($"{web.PackageReference} {OpenApiSpec}", "Server.cs");
        (await web.BuildAsync()).SucceedsWithoutWarnings();
        Assert.Equal(ExpectedOutput, (await web.RunAsync()).Succeeds().Lines);
        Assert.Contains("OpenApiGen.AspNetCore", web.References());
    }

    [Fact]
    public async Task A_library_of_handlers_has_only_the_server()
    {
        ConsumerProject library = new(package, "Handlers", "net8.0");
        library.Write(
            $"""{library.PackageReference} <FrameworkReference Include="Microsoft.AspNetCore.App" /> {OpenApiSpec.Replace("Client; ", "", StringComparison.Ordinal)}"""
        );
        (await library.BuildAsync()).SucceedsWithoutWarnings();
        Assert.Contains("Junction.IIntrospectHandler", library.PublicTypes());
        Assert.Contains("Junction.JunctionEndpoints", library.PublicTypes());
        Assert.DoesNotContain("Junction.JunctionClient", library.PublicTypes());
    }

    [Fact]
    public async Task Without_ASP_NET_Core_a_warning_says_what_is_missing()
    {
        ConsumerProject console = new(package, "NoWeb", "net10.0");
        console.Write($"{console.PackageReference} {OpenApiSpec}");
        ToolResult build = await console.BuildAsync();
        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("OAG0007", build.Output, StringComparison.Ordinal);
        Assert.Contains("Microsoft.AspNetCore.App", build.Output, StringComparison.Ordinal);
    }
}
