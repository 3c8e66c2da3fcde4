using System.Reflection;

namespace OpenApiGen.Package.Tests.Harness;

/// <summary>Where things are in the repository that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } =
        typeof(Repository)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static attribute => attribute.Key == "RepositoryRoot")
            .Value!;

    public static string RuntimeProject => Path.Combine(Root, "runtime", "OpenApiGen.Runtime.csproj");

    public static string JunctionSpec => Path.Combine(Root, "specs", "junction", "junction.yaml");

    public static string ConsumerSource(string file) => Path.Combine(Root, "tests", "OpenApiGen.Package.Tests", "Consumers", file);
}
