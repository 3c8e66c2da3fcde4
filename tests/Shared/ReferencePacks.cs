namespace OpenApiGen.Testing;

/// <summary>The frameworks that emitted code is compiled against, as they are installed here.</summary>
internal static class ReferencePacks
{
    /// <summary>The reference assemblies of the SDK; where only a runtime is installed, its implementation assemblies.</summary>
    /// <param name="pack">The pack of a framework, such as <c>Microsoft.NETCore.App.Ref</c>.</param>
    /// <param name="known">A type of it.</param>
    public static IEnumerable<string> Files(string pack, Type known)
    {
        string runtime = Path.GetDirectoryName(known.Assembly.Location)!;
        string packs = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "packs", pack));
        string moniker = $"net{Environment.Version.Major}.0";
        if (Directory.Exists(packs))
        {
            string? newest = Directory
                .EnumerateDirectories(packs)
                .Select(version => Path.Combine(version, "ref", moniker))
                .Where(Directory.Exists)
                .Order(StringComparer.Ordinal)
                .LastOrDefault();
            if (newest is not null)
                return Directory.EnumerateFiles(newest, "*.dll").Order(StringComparer.Ordinal);
        }

        string platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return platform.Split(Path.PathSeparator).Where(file => Path.GetDirectoryName(file) == runtime);
    }
}
