using OpenApiGen.Package.Tests.Harness;

namespace OpenApiGen.Package.Tests;

/// <summary>dotnet build -t:UpdateOpenApiSpecs: the description is the old one or the new one, whole, whatever the server does.</summary>
public sealed class UpdateTests(PackageFixture package)
{
    private static readonly string s_new = File.ReadAllText(Repository.JunctionSpec)
        .Replace("        - fitbit\n", "        - fitbit\n        - garmin_x\n", StringComparison.Ordinal);

    [Fact]
    public async Task A_new_text_takes_the_place_of_the_old_one_which_becomes_the_baseline()
    {
        using CannedServer server = CannedServer.Start("200 OK", s_new);
        ConsumerProject project = Project("Updated", server, """KeepBaseline="true" Baseline="junction.before.yaml" """);
        string old = File.ReadAllText(project.SpecFile);

        ToolResult update = (await UpdateAsync(project)).Succeeds();
        Assert.Contains("junction.yaml is updated.", update.Output, StringComparison.Ordinal);
        Assert.Equal(s_new, File.ReadAllText(project.SpecFile));
        Assert.Equal(old, File.ReadAllText(Path.Combine(project.Folder, "junction.before.yaml")));
        AssertNothingIsLeft(project);

        // And the build compares them: raised to a warning, since infos are not on the console.
        ToolResult build = await Tool.BuildAsync(project.Folder, "build", "-p:TreatWarningsAsErrors=false");
        Assert.Matches(@"junction\.yaml\(\d+,\d+\): warning OAG0124: The value 'garmin_x' of '\w+' was added", build.Succeeds().Output);

        Assert.Contains("junction.yaml is up to date.", (await UpdateAsync(project)).Succeeds().Output, StringComparison.Ordinal);
        Assert.Equal(old, File.ReadAllText(Path.Combine(project.Folder, "junction.before.yaml")));
    }

    [Theory]
    [InlineData("404 Not Found", "nothing here", null, "MSB3923")]
    [InlineData("200 OK", "openapi: 3.1.0\ninfo: {title: Cut", 5000, "MSB3923")]
    [InlineData("200 OK", "<html>Please log in</html>", null, "OAG0002")]
    [InlineData("200 OK", "openapi: 3.1.0\ninfo: {title: Cut", null, "OAG0001")]
    public async Task Whatever_else_comes_the_old_text_stays(string status, string body, int? promised, string error)
    {
        using CannedServer server = CannedServer.Start(status, body, promised);
        ConsumerProject project = Project("Refused" + error + (promised ?? 0), server, """KeepBaseline="true" """);
        string old = File.ReadAllText(project.SpecFile);

        ToolResult update = await UpdateAsync(project);
        Assert.NotEqual(0, update.ExitCode);
        Assert.Contains("error " + error, update.Output, StringComparison.Ordinal);
        Assert.Equal(old, File.ReadAllText(project.SpecFile));
        Assert.False(File.Exists(Path.Combine(project.Folder, "junction.baseline.yaml")));
        AssertNothingIsLeft(project);
    }

    private ConsumerProject Project(string name, CannedServer server, string metadata)
    {
        ConsumerProject project = new(package, name, "net10.0") { Properties = "<WarningsNotAsErrors>OAG0124</WarningsNotAsErrors>" };
        project.Write(
            $"""{project.PackageReference} <OpenApiSpec Include="junction.yaml" Namespace="Junction" SourceUrl="{server.Url}" {metadata}/>"""
        );
        File.WriteAllText(
            Path.Combine(project.Folder, "infos.globalconfig"),
            "is_global = true\ndotnet_diagnostic.OAG0124.severity = warning\n"
        );
        File.WriteAllText(
            Path.Combine(project.Folder, "Directory.Build.props"),
            """<Project><ItemGroup><GlobalAnalyzerConfigFiles Include="infos.globalconfig" /></ItemGroup></Project>"""
        );
        return project;
    }

    private static Task<ToolResult> UpdateAsync(ConsumerProject project) =>
        Tool.BuildAsync(project.Folder, "build", "-t:UpdateOpenApiSpecs", "-p:OpenApiGenDownloadRetries=0");

    private static void AssertNothingIsLeft(ConsumerProject project) =>
        Assert.Empty(Directory.EnumerateFiles(project.Folder, "*.download"));
}
