using System.IO.Compression;
using System.Xml.Linq;
using OpenApiGen.Package.Tests.Harness;

namespace OpenApiGen.Package.Tests;

public sealed class PackageContentTests(PackageFixture package)
{
    /// <summary>Bytes of OpenApiGen.Runtime.dll of any framework: 192 KB, which every application that uses the package carries.</summary>
    private const int RuntimeBudget = 192 * 1024;

    private static readonly string[] s_files =
    [
        "OpenApiGen.nuspec",
        "README.md",
        "THIRD-PARTY-NOTICES.txt",
        "analyzers/dotnet/cs/Microsoft.Bcl.AsyncInterfaces.dll",
        "analyzers/dotnet/cs/Microsoft.OpenApi.dll",
        "analyzers/dotnet/cs/OpenApiGen.Analyzers.dll",
        "analyzers/dotnet/cs/OpenApiGen.CodeFixes.dll",
        "analyzers/dotnet/cs/OpenApiGen.Generator.dll",
        "analyzers/dotnet/cs/System.Text.Encodings.Web.dll",
        "analyzers/dotnet/cs/System.Text.Json.dll",
        "aspnetcore/net8.0/OpenApiGen.AspNetCore.dll",
        "aspnetcore/net8.0/OpenApiGen.AspNetCore.xml",
        "build/OpenApiGen.Update.targets",
        "build/OpenApiGen.props",
        "build/OpenApiGen.targets",
        "buildTransitive/OpenApiGen.Update.targets",
        "buildTransitive/OpenApiGen.props",
        "buildTransitive/OpenApiGen.targets",
        "lib/net10.0/OpenApiGen.Runtime.dll",
        "lib/net10.0/OpenApiGen.Runtime.xml",
        "lib/net8.0/OpenApiGen.Runtime.dll",
        "lib/net8.0/OpenApiGen.Runtime.xml",
        "lib/netstandard2.0/OpenApiGen.Runtime.dll",
        "lib/netstandard2.0/OpenApiGen.Runtime.xml",
    ];

    [Fact]
    public void The_package_holds_exactly_these_files()
    {
        using ZipArchive zip = package.OpenPackage();
        IEnumerable<string> files = zip.Entries.Select(static entry => entry.FullName).Where(static name => !IsOfTheFormat(name));
        IEnumerable<string> pages = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "docs", "diagnostics"))
            .Select(static page => "docs/diagnostics/" + Path.GetFileName(page));
        Assert.Equal(s_files.Concat(pages).Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void The_runtime_is_small(string framework)
    {
        using ZipArchive zip = package.OpenPackage();
        long size = zip.GetEntry($"lib/{framework}/OpenApiGen.Runtime.dll")!.Length;
        Assert.InRange(size, 1, RuntimeBudget);
    }

    [Fact]
    public void Depends_on_what_the_frameworks_lack_and_on_nothing_else()
    {
        Dictionary<string, string[]> groups = Metadata()
            .Descendants()
            .Where(static element => element.Name.LocalName == "group")
            .ToDictionary(
                static group => group.Attribute("targetFramework")!.Value,
                static group =>
                    group.Elements().Select(static it => $"{it.Attribute("id")!.Value} {it.Attribute("version")!.Value}").ToArray()
            );
        Assert.Equal(["net10.0", "net8.0", ".NETStandard2.0"], groups.Keys);
        // Type forwards only, for programs over a netstandard2.0 library.
        Assert.Equal(["Microsoft.Bcl.AsyncInterfaces 8.0.0"], groups["net10.0"]);
        Assert.Equal(["Microsoft.Bcl.AsyncInterfaces 8.0.0"], groups["net8.0"]);
        Assert.Equal(["System.Text.Json 8.0.5"], groups[".NETStandard2.0"]);
    }

    [Theory]
    [InlineData("id", "OpenApiGen")]
    [InlineData("license", "MIT")]
    [InlineData("readme", "README.md")]
    public void The_package_says_what_it_is(string element, string value) =>
        Assert.Equal(value, Metadata().Descendants().Single(it => it.Name.LocalName == element).Value);

    private XDocument Metadata()
    {
        using ZipArchive zip = package.OpenPackage();
        using Stream nuspec = zip.GetEntry("OpenApiGen.nuspec")!.Open();
        return XDocument.Load(nuspec);
    }

    /// <summary>What every package has: the parts of the Open Packaging Conventions.</summary>
    private static bool IsOfTheFormat(string name) =>
        name is "[Content_Types].xml" or "_rels/.rels" || name.StartsWith("package/services/", StringComparison.Ordinal);
}
