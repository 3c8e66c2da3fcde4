using System.Reflection;

namespace OpenApiGen.Generator.Tests.Infrastructure;

/// <summary>Where this project and the SDK were when it was built: goldens are rewritten in the source tree, not in bin.</summary>
internal static class Repository
{
    public static string TestProject { get; } = Metadata("ProjectDirectory");

    public static string SdkFolder { get; } = Metadata("SdkDirectory");

    /// <summary>The reference assemblies of netstandard2.0.</summary>
    public static string NetStandardReferences { get; } = Metadata("NetStandardReferences");

    public static string Root { get; } = Path.GetFullPath(Path.Combine(TestProject, "..", ".."));

    public static string Specs { get; } = Path.Combine(Root, "specs");

    public static string Goldens { get; } = Path.Combine(TestProject, "Golden");

    /// <summary>All files of a folder under specs/, in ordinal order so that every machine runs them alike.</summary>
    public static IEnumerable<string> SpecFiles(string folder, params string[] extensions) =>
        Directory
            .EnumerateFiles(Path.Combine(Specs, folder), "*", SearchOption.AllDirectories)
            .Where(file => extensions.Contains(Path.GetExtension(file)))
            .Order(StringComparer.Ordinal);

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
