using System.IO.Compression;
using OpenApiGen.Package.Tests.Harness;

[assembly: AssemblyFixture(typeof(PackageFixture))]
// One after another: each test is a build, and a build takes the machine.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace OpenApiGen.Package.Tests.Harness;

/// <summary>Packs once, into a folder outside the repository where the consumers are built too; all of it is deleted at the end.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    /// <summary>Never packed before, so that no cache has an older package of that name.</summary>
    internal string Version { get; } = $"0.1.0-test.{DateTime.UtcNow.Ticks}";

    internal string Root { get; } = Directory.CreateTempSubdirectory("openapigen-package-").FullName;

    internal string PackagePath => Path.Combine(Root, "feed", $"OpenApiGen.{Version}.nupkg");

    public async ValueTask InitializeAsync()
    {
        // The folder of packages comes on top of the sources the machine has; the empty files end the search further up.
        File.WriteAllText(
            Path.Combine(Root, "nuget.config"),
            """
            <configuration>
              <packageSources>
                <add key="package-under-test" value="feed" />
              </packageSources>
            </configuration>
            """
        );
        foreach (string file in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
            File.WriteAllText(Path.Combine(Root, file), "<Project />");
        File.WriteAllText(Path.Combine(Root, ".editorconfig"), "root = true\n");

        (
            await Tool.BuildAsync(
                Root,
                "pack",
                Repository.RuntimeProject,
                "-c",
                "Release",
                $"-p:Version={Version}",
                "-o",
                Path.Combine(Root, "feed"),
                "--artifacts-path",
                Path.Combine(Root, "artifacts")
            )
        ).Succeeds();
    }

    internal ZipArchive OpenPackage() => ZipFile.OpenRead(PackagePath);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        string cache =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        string unpacked = Path.Combine(cache, "openapigen", Version);
        if (Directory.Exists(unpacked))
            Directory.Delete(unpacked, recursive: true);
        return ValueTask.CompletedTask;
    }
}
