namespace OpenApiGen.Generator.Tests.Infrastructure;

/// <summary>Documents that are not part of the project but stand beside it: tests that need them are skipped where they do not.</summary>
internal static class SharedFiles
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(Repository.TestProject, "..", "..", "..", "shared"));

    /// <summary>A file of the corpus; the test is skipped, and says so, without it.</summary>
    public static string Corpus(string name) =>
        Existing(
            Path.Combine(
                Environment.GetEnvironmentVariable("OPENAPIGEN_CORPUS") is { Length: > 0 } folder ? folder : Path.Combine(s_root, "corpus"),
                name
            )
        );

    /// <summary>The YAML test suite; the test is skipped, and says so, without it.</summary>
    public static string YamlSuite()
    {
        string path = Environment.GetEnvironmentVariable("OPENAPIGEN_YAML_SUITE") is { Length: > 0 } folder
            ? folder
            : Path.Combine(s_root, "yaml-test-suite");
        string source = Path.Combine(path, "src");
        Assert.SkipUnless(
            Directory.Exists(source),
            $"There is no {source}: it is shared beside the checkout (OPENAPIGEN_YAML_SUITE), not part of it."
        );
        return source;
    }

    /// <summary>The only file of the seeds that begins with a text.</summary>
    public static string Seed(string start) =>
        Existing(
            Directory.Exists(Path.Combine(s_root, "seeds"))
                ? Directory.EnumerateFiles(Path.Combine(s_root, "seeds"), start + "*").FirstOrDefault()
                    ?? Path.Combine(s_root, "seeds", start)
                : Path.Combine(s_root, "seeds", start)
        );

    private static string Existing(string path)
    {
        Assert.SkipUnless(File.Exists(path), $"There is no {path}: it is shared beside the checkout (OPENAPIGEN_CORPUS), not part of it.");
        return path;
    }
}
