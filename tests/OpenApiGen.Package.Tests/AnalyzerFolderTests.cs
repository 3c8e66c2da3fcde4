using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using OpenApiGen.Package.Tests.Harness;

namespace OpenApiGen.Package.Tests;

/// <summary>The compiler loads the generator from its folder: all that it needs is there or in every compiler, and no more.</summary>
public sealed class AnalyzerFolderTests(PackageFixture package)
{
    private const string Folder = "analyzers/dotnet/cs/";
    private const string CodeFixes = "OpenApiGen.CodeFixes";

    /// <summary>What the host looks for; all else is there for one of these.</summary>
    private static readonly string[] s_roots = ["OpenApiGen.Analyzers", CodeFixes, "OpenApiGen.Generator"];

    /// <summary>The oldest compiler that is supported, the one of the .NET 8 SDK.</summary>
    private static readonly Version s_oldestCompiler = new(4, 8, 0, 0);

    /// <summary>What that compiler has beside itself on .NET Framework, where the framework has none of it; on .NET all is there.</summary>
    private static readonly Dictionary<string, Version> s_compiler = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = s_oldestCompiler,
        ["Microsoft.CodeAnalysis.CSharp"] = s_oldestCompiler,
        ["System.Buffers"] = new(4, 0, 3, 0),
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 2),
        ["System.Numerics.Vectors"] = new(4, 1, 4, 0),
        ["System.Reflection.Metadata"] = new(7, 0, 0, 0),
        ["System.Runtime.CompilerServices.Unsafe"] = new(6, 0, 0, 0),
        ["System.Threading.Tasks.Extensions"] = new(4, 2, 0, 1),
    };

    /// <summary>
    /// Microsoft.OpenApi asks for the 4.0.2.0 of System.Memory in one method, OpenApiSchemaJsonConverter.Write. References are
    /// resolved when a method that needs them is compiled, and the generator writes no OpenAPI.
    /// </summary>
    private static readonly (string Assembly, string Reference) s_neverAskedFor = ("Microsoft.OpenApi", "System.Memory");

    [Fact]
    public void Every_reference_resolves_in_the_folder_or_in_the_oldest_compiler()
    {
        ImmutableDictionary<string, Assembly> folder = Load();
        List<string> missing = [];
        foreach (Assembly assembly in folder.Values.Where(static a => a.Name != CodeFixes))
        {
            foreach ((string name, Version version) in assembly.References)
            {
                if ((assembly.Name, name) == s_neverAskedFor)
                    continue;
                Version? found = folder.TryGetValue(name, out Assembly? beside) ? beside.Version : s_compiler.GetValueOrDefault(name);
                if (found is null || found < version)
                    missing.Add($"{assembly.Name} needs {name} {version}, there is {found?.ToString() ?? "none"}");
            }
        }

        Assert.Empty(missing);
    }

    /// <summary>
    /// The IDE has the Workspaces; the compiler has not, and never looks into an assembly that nothing it loads refers to.
    /// </summary>
    [Fact]
    public void Code_fixes_need_an_IDE_and_nothing_needs_them()
    {
        ImmutableDictionary<string, Assembly> folder = Load();
        string[] known = [.. s_compiler.Keys, "Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces"];
        Assert.DoesNotContain(
            folder[CodeFixes].References,
            r => !known.Contains(r.Name) && !r.Name.StartsWith("System.Composition", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(folder.Values, static a => a.References.Any(static r => r.Name == CodeFixes));
    }

    [Fact]
    public void Every_file_is_needed_by_the_host_or_by_what_it_loads()
    {
        ImmutableDictionary<string, Assembly> folder = Load();
        HashSet<string> needed = [.. s_roots];
        Queue<string> pending = new(needed);
        while (pending.TryDequeue(out string? name))
        {
            foreach ((string reference, _) in folder[name].References)
            {
                if (folder.ContainsKey(reference) && needed.Add(reference))
                    pending.Enqueue(reference);
            }
        }

        Assert.Equal(folder.Keys.Order(StringComparer.Ordinal), needed.Order(StringComparer.Ordinal));
    }

    private ImmutableDictionary<string, Assembly> Load()
    {
        using ZipArchive zip = package.OpenPackage();
        return zip
            .Entries.Where(static entry => entry.FullName.StartsWith(Folder, StringComparison.Ordinal))
            .Select(Read)
            .ToImmutableDictionary(static assembly => assembly.Name);
    }

    private static Assembly Read(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        MemoryStream bytes = new();
        stream.CopyTo(bytes);
        bytes.Position = 0;
        using PEReader file = new(bytes);
        MetadataReader metadata = file.GetMetadataReader();
        AssemblyDefinition definition = metadata.GetAssemblyDefinition();
        (string, Version)[] references =
        [
            .. metadata
                .AssemblyReferences.Select(metadata.GetAssemblyReference)
                .Select(reference => (metadata.GetString(reference.Name), reference.Version)),
        ];
        return new Assembly(metadata.GetString(definition.Name), definition.Version, references);
    }

    private sealed record Assembly(string Name, Version Version, IReadOnlyList<(string Name, Version Version)> References);
}
