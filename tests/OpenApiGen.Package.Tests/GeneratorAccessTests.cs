using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using OpenApiGen.Package.Tests.Harness;

namespace OpenApiGen.Package.Tests;

/// <summary>
/// The generator runs inside the compiler and the IDE. It must not touch files, the network, the environment, processes, clocks or anything
/// random: its metadata shows every type and member of other assemblies that its code can reach.
/// </summary>
public sealed class GeneratorAccessTests(PackageFixture package)
{
    private static readonly string[] s_forbiddenNamespaces =
    [
        "System.Net",
        "System.Net.Http",
        "System.Net.Sockets",
        "System.Diagnostics.Tracing",
        "System.IO.Pipes",
        "System.IO.IsolatedStorage",
        "System.IO.MemoryMappedFiles",
        "System.Security.Cryptography",
        "Microsoft.Win32",
        "System.Reflection.Emit",
        "System.Runtime.Loader",
    ];

    private static readonly string[] s_forbiddenTypes =
    [
        "System.IO.File",
        "System.IO.FileInfo",
        "System.IO.FileStream",
        "System.IO.Directory",
        "System.IO.DirectoryInfo",
        "System.IO.DriveInfo",
        "System.IO.FileSystemWatcher",
        "System.IO.StreamReader",
        "System.IO.StreamWriter",
        "System.Console",
        "System.Diagnostics.Process",
        "System.Diagnostics.Stopwatch",
        "System.Random",
        "System.TimeZoneInfo",
        "System.AppContext",
        "System.AppDomain",
        "System.Activator",
    ];

    /// <summary>
    /// Members of types that are otherwise harmless. Of threads BannedSymbols.txt sees to it that only DeepStack starts one, and that waits
    /// for it.
    /// </summary>
    private static readonly string[] s_forbiddenMembers =
    [
        "System.DateTime.get_Now",
        "System.DateTime.get_UtcNow",
        "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow",
        "System.Guid.NewGuid",
        "System.IO.Path.GetFullPath",
        "System.IO.Path.GetTempPath",
        "System.IO.Path.GetTempFileName",
        "System.IO.Path.GetRandomFileName",
        "System.Threading.Tasks.Task.Run",
        "System.Threading.Timer..ctor",
        "System.Threading.ThreadPool.QueueUserWorkItem",
        "System.Threading.Tasks.Task.get_Factory",
        "System.Reflection.Assembly.Load",
        "System.Reflection.Assembly.LoadFrom",
        "System.Reflection.Assembly.LoadFile",
        "System.Reflection.Assembly.get_Location",
        "System.Globalization.CultureInfo.get_CurrentCulture",
        "System.Globalization.CultureInfo.get_CurrentUICulture",
    ];

    [Fact]
    public void The_generator_reaches_no_file_network_process_clock_or_environment()
    {
        string[] reached = Reached();
        Assert.Contains("System.String.Concat", reached); // the list is that of a real assembly
        Assert.DoesNotContain(reached, IsForbidden);
    }

    private static bool IsForbidden(string member)
    {
        string type = member.Substring(0, member.LastIndexOf('.'));
        int dot = type.LastIndexOf('.');
        // Iterators that the C# compiler makes compare Environment.CurrentManagedThreadId; nothing else of Environment is needed.
        if (type == "System.Environment")
            return member != "System.Environment.get_CurrentManagedThreadId";
        // The key of an operation in Microsoft.OpenApi: the name of a method, and no request.
        if (type == "System.Net.Http.HttpMethod")
            return false;
        return s_forbiddenTypes.Contains(type)
            || s_forbiddenMembers.Contains(member)
            || (dot > 0 && s_forbiddenNamespaces.Contains(type.Substring(0, dot)));
    }

    /// <summary>Each member of another assembly that the generator refers to, as "Namespace.Type.Member".</summary>
    private string[] Reached()
    {
        using ZipArchive zip = package.OpenPackage();
        using Stream stream = zip.GetEntry("analyzers/dotnet/cs/OpenApiGen.Generator.dll")!.Open();
        MemoryStream bytes = new();
        stream.CopyTo(bytes);
        bytes.Position = 0;
        using PEReader file = new(bytes);
        MetadataReader metadata = file.GetMetadataReader();
        List<string> members = [];
        foreach (MemberReference member in metadata.MemberReferences.Select(metadata.GetMemberReference))
        {
            if (member.Parent.Kind != HandleKind.TypeReference)
                continue;
            TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
            members.Add($"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}");
        }

        return [.. members.Distinct()];
    }
}
