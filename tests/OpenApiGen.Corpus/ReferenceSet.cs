using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using OpenApiGen.Json;

namespace OpenApiGen.Corpus;

/// <summary>What emitted code is compiled against: the runtime of this build and .NET as installed here.</summary>
internal static class ReferenceSet
{
    public static ImmutableArray<MetadataReference> All { get; } =
    [
        .. Framework("Microsoft.NETCore.App.Ref", typeof(object)).Select(static file => MetadataReference.CreateFromFile(file)),
        MetadataReference.CreateFromFile(typeof(JsonRoot).Assembly.Location),
    ];

    /// <summary>With ASP.NET Core, for server stubs.</summary>
    public static ImmutableArray<MetadataReference> Web { get; } =
    [
        .. All,
        .. Framework("Microsoft.AspNetCore.App.Ref", typeof(Microsoft.AspNetCore.Http.HttpContext)).Select(static file => MetadataReference.CreateFromFile(file)),
        MetadataReference.CreateFromFile(typeof(AspNetCore.ServerRoutes).Assembly.Location),
    ];

    /// <summary>The reference assemblies of the SDK; where only a runtime is installed, its implementation assemblies.</summary>
    private static IEnumerable<string> Framework(string pack, Type known)
    {
        string runtime = Path.GetDirectoryName(known.Assembly.Location)!;
        string packs = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "packs", pack));
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
