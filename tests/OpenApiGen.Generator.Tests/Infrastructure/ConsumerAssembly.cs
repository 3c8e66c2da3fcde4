using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.Emit;
using OpenApiGen.Json;

namespace OpenApiGen.Generator.Tests.Infrastructure;

/// <summary>Compiled emitted code, loaded: its types are used through JsonSerializer as a user would.</summary>
internal sealed class ConsumerAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context;
    private readonly Assembly _assembly;
    private readonly string _namespace;

    private ConsumerAssembly(AssemblyLoadContext context, Assembly assembly, string @namespace)
    {
        _context = context;
        _assembly = assembly;
        _namespace = @namespace;
    }

    public static ConsumerAssembly Load(GeneratorRun run, string @namespace)
    {
        using MemoryStream image = new();
        EmitResult emitted = run.Output.Emit(image);
        if (!emitted.Success)
            CleanCompilation.Assert(run);
        image.Position = 0;
        // The runtime and the framework come from the default context: those this process runs on.
        AssemblyLoadContext context = new(@namespace, isCollectible: true);
        return new ConsumerAssembly(context, context.LoadFromStream(image), @namespace);
    }

    public Type Find(string name) =>
        _assembly.GetType(_namespace + "." + name)
        ?? throw new ArgumentException(
            $"There is no type {_namespace}.{name}; there are: "
                + string.Join(", ", _assembly.GetExportedTypes().Select(static t => t.Name))
        );

    public object? Read(string typeName, string json) => JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(json), Find(typeName));

    /// <summary>As a client reads an answer.</summary>
    public object? ReadTolerantly(string typeName, string json, out IReadOnlyList<ApiFault> faults)
    {
        object?[] arguments =
        [
            Encoding.UTF8.GetBytes(json),
            Find(typeName).GetNestedType("Converter")!.GetMethod("Read", BindingFlags.Public | BindingFlags.Static)!,
            null,
        ];
        try
        {
            object? value = s_tolerant.MakeGenericMethod(Find(typeName)).Invoke(null, arguments);
            faults = (IReadOnlyList<ApiFault>)arguments[2]!;
            return value;
        }
        catch (TargetInvocationException exception) when (exception.InnerException is JsonException failure)
        {
            throw failure;
        }
    }

    private static readonly MethodInfo s_tolerant = typeof(ConsumerAssembly).GetMethod(
        nameof(Tolerant),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    private static T Tolerant<T>(byte[] json, MethodInfo read, out IReadOnlyList<ApiFault> faults) =>
        JsonRoot.Read(json, read.CreateDelegate<JsonReadFunc<T>>(), ApiReading.Tolerant, out faults);

    public string Write(string typeName, object? value) => JsonSerializer.Serialize(value, Find(typeName));

    public void Dispose() => _context.Unload();
}
