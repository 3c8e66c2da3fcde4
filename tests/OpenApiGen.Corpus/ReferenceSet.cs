using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using OpenApiGen.Json;

namespace OpenApiGen.Corpus;

/// <summary>What emitted code is compiled against: the runtime of this build and .NET as installed here.</summary>
internal static class ReferenceSet
{
    public static ImmutableArray<MetadataReference> All { get; } =
    [
        .. Framework().Select(static file => MetadataReference.CreateFromFile(file)),
        MetadataReference.CreateFromFile(typeof(JsonRoot).Assembly.Location),
    ];

    /// <summary>The reference assemblies of the SDK; where only a runtime is installed, its implementation assemblies.</summary>
    private static IEnumerable<string> Framework()
    {
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string packs = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        string moniker = $"net{Environment.Version.Major}.0";
        if (Directory.Exists(packs))
        {
            string? newest = Directory.EnumerateDirectories(packs)
                .Select(version => Path.Combine(version, "ref", moniker))
                .Where(Directory.Exists)
                .Order(StringComparer.Ordinal)
                .LastOrDefault();
            if (newest is not null) return Directory.EnumerateFiles(newest, "*.dll").Order(StringComparer.Ordinal);
        }

        string platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return platform.Split(Path.PathSeparator).Where(file => Path.GetDirectoryName(file) == runtime);
    }
}
