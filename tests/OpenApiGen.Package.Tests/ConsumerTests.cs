using OpenApiGen.Package.Tests.Harness;

namespace OpenApiGen.Package.Tests;

/// <summary>Each builds a project outside the repository from the package alone, warnings as errors, and runs what can be run.</summary>
public sealed class ConsumerTests(PackageFixture package)
{
    /// <summary>What Consumers/Program.cs prints, on whatever it runs: an unknown provider is shown and written back.</summary>
    internal static readonly string[] ExpectedOutput =
    [
        "providers: fitbit, garmin_x (unknown)",
        """written: {"data":[{"user_id":"3c90c3cc-0d44-4b50-8888-8dd25736052a","provider":{"fitbit":{"pulled":{},"not_pulled":["blood_oxygen","blood_ketones"]},"garmin_x":{"pulled":{},"not_pulled":[]}},"region":"eu"}],"next_cursor":null,"total_users":1}""",
        "request: GET https://api.sandbox.us.junction.com/v2/introspect/historical_pull?provider=fitbit&user_limit=2 key",
        "users: 1",
    ];

    [Fact]
    public async Task A_net10_console_runs_and_sees_an_edit_of_the_description()
    {
        ConsumerProject console = new(package, "Console10", "net10.0") { IsProgram = true };
        console.Write($"{console.PackageReference} {ConsumerProject.OpenApiSpec}", "PageReader.cs", "Program.cs");
        (await console.BuildAsync()).SucceedsWithoutWarnings();
        Assert.Equal(ExpectedOutput, (await console.RunAsync()).Succeeds().Lines);

        string spec = File.ReadAllText(console.SpecFile);
        string edited = spec.Replace("        - fitbit\n", "        - fitbit\n        - garmin_x\n", StringComparison.Ordinal);
        Assert.NotEqual(spec, edited);
        File.WriteAllText(console.SpecFile, edited);
        (await console.BuildAsync()).SucceedsWithoutWarnings();
        Assert.Equal("providers: fitbit, garmin_x", (await console.RunAsync()).Succeeds().Lines[0]);
    }

    [Theory]
    [InlineData("net8.0", "net8.0")]
    [InlineData("netstandard2.0", "net8.0")] // compiled against one build of the runtime, run with another one
    public async Task A_library_builds_and_a_program_that_references_it_runs(string framework, string programFramework)
    {
        ConsumerProject library = new(package, "Library", framework);
        library.Write($"{library.PackageReference} {ConsumerProject.OpenApiSpec}", "PageReader.cs");
        ConsumerProject program = new(package, "ProgramOver." + framework, programFramework) { IsProgram = true };
        program.Write(program.ReferenceTo(library), "Program.cs");

        (await program.BuildAsync()).SucceedsWithoutWarnings();
        Assert.Equal(ExpectedOutput, (await program.RunAsync()).Succeeds().Lines);
        Assert.Contains("Junction.JunctionClient", library.PublicTypes());
        Assert.Contains(
            "build_metadata.AdditionalFiles.OpenApiNamespace = Junction",
            library.CompilerConfiguration(),
            StringComparison.Ordinal
        );

        // The package comes to the program through the library: the build of the program is what it would be without.
        Assert.DoesNotContain("build_metadata.AdditionalFiles", program.CompilerConfiguration(), StringComparison.Ordinal);
        Assert.DoesNotContain("Junction.JunctionClient", program.PublicTypes());
    }

    [Fact]
    public async Task A_net472_library_builds()
    {
        ConsumerProject library = new(package, "Library472", "net472");
        library.Write($"{library.PackageReference} {ConsumerProject.OpenApiSpec}", "PageReader.cs");
        (await library.BuildAsync()).SucceedsWithoutWarnings();
        Assert.Contains("Junction.UserHistoricalPullsResponse", library.PublicTypes());
        Assert.Contains("System.Text.Json", library.References());
        Assert.Contains("System.Net.Http", library.References());
    }

    [Fact]
    public async Task The_strictest_analysis_level_finds_nothing_in_generated_code()
    {
        ConsumerProject library = new(package, "Strict", "net10.0")
        {
            Properties = "<AnalysisLevel>latest-all</AnalysisLevel><EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>",
        };
        library.Write($"{library.PackageReference} {ConsumerProject.OpenApiSpec}", "PageReader.cs");
        (await library.BuildAsync()).SucceedsWithoutWarnings();
        Assert.Contains("Junction.JunctionClient", library.PublicTypes());
    }

    [Fact]
    public async Task A_plain_AdditionalFiles_item_does_the_same()
    {
        ConsumerProject library = new(package, "Plain", "net8.0");
        library.Write(
            $"""{library.PackageReference} <AdditionalFiles Include="junction.yaml" OpenApiNamespace="Junction" />""",
            "PageReader.cs"
        );
        (await library.BuildAsync()).SucceedsWithoutWarnings();
        Assert.Contains("Junction.JunctionClient", library.PublicTypes());
        Assert.DoesNotContain("Microsoft.OpenApi", library.References());
    }

    [Theory]
    [InlineData("OpenApiSpec", "")]
    [InlineData("AdditionalFiles", "OpenApi")]
    public async Task Options_reach_the_generator_semicolons_and_lines_included(string item, string prefix)
    {
        ConsumerProject library = new(package, "Options" + item, "net10.0");
        library.Write(
            $"""
            {library.PackageReference}
            <{item} Include="junction.yaml" {prefix}Namespace="Junction" {prefix}Access="internal" {prefix}ExcludeOperations="get_user_meal*; get_user_sleep*">
              <{prefix}IncludeTags>
                summary;
                link
              </{prefix}IncludeTags>
            </{item}>
            """
        );
        (await library.BuildAsync()).SucceedsWithoutWarnings();
        string[] types = library.Inspect(static metadata =>
            metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Select(type => metadata.GetString(type.Name)).ToArray()
        );
        Assert.Contains("ActivityClient", types);
        Assert.Contains("LinkClient", types);
        Assert.DoesNotContain("IntrospectClient", types);
        Assert.DoesNotContain("MealClient", types);
        Assert.Empty(library.PublicTypes());
    }

    [Fact]
    public async Task The_package_through_another_project_is_enough()
    {
        ConsumerProject middle = new(package, "Middle", "net10.0");
        middle.Write(middle.PackageReference);
        ConsumerProject outer = new(package, "Outer", "net10.0");
        outer.Write($"{outer.ReferenceTo(middle)} {ConsumerProject.OpenApiSpec}", "PageReader.cs");
        (await outer.BuildAsync()).SucceedsWithoutWarnings();
        Assert.Contains("Junction.JunctionClient", outer.PublicTypes());
        Assert.Empty(middle.PublicTypes());
    }
}
