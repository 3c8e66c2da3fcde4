namespace OpenApiGen.Benchmarks.Generation;

/// <summary>Where the large descriptions are: <c>OPENAPIGEN_CORPUS</c>, or <c>../shared/corpus</c> beside the repository.</summary>
internal static class CorpusFolder
{
    /// <summary>Null where there is none.</summary>
    public static string? Path { get; } = Find();

    /// <summary>The two documents that the budgets name, and the largest YAML; those of them that are there.</summary>
    public static IReadOnlyList<string> Documents { get; } =
    [.. new[] { Named("github-api.json"), Named("stripe.json"), LargestYaml() }.OfType<string>()];

    public static string? Named(string file) =>
        Path is not null && File.Exists(System.IO.Path.Combine(Path, file)) ? System.IO.Path.Combine(Path, file) : null;

    private static string? LargestYaml() =>
        Path is null ? null : new DirectoryInfo(Path).EnumerateFiles("*.yaml").MaxBy(static file => (file.Length, file.Name))?.FullName;

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("OPENAPIGEN_CORPUS") is { Length: > 0 } named)
            return Directory.Exists(named) ? named : null;
        foreach (string start in (string[])[Environment.CurrentDirectory, AppContext.BaseDirectory])
        {
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            {
                string candidate = System.IO.Path.Combine(folder.FullName, "shared", "corpus");
                if (Directory.Exists(candidate))
                    return candidate;
            }
        }

        return null;
    }
}
