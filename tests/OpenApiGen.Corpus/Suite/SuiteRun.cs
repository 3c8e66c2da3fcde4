using System.Globalization;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Corpus.Examples;
using OpenApiGen.Generator.Model;
using OpenApiGen.Testing;

namespace OpenApiGen.Corpus.Suite;

/// <summary>
/// The JSON-Schema-Test-Suite: each schema is a component, each instance that is valid for it is read as its type and has to be written
/// back the same, with a type for each of its parts.
/// </summary>
internal static class SuiteRun
{
    /// <summary>The drafts, and the version of OpenAPI whose schemas are nearest to them.</summary>
    private static readonly (string Draft, string Version)[] s_drafts = [("draft2020-12", "3.1.1"), ("draft4", "3.0.4")];

    /// <summary>The files of the suite, with the name of the row of each.</summary>
    public static IReadOnlyList<(string Name, string File, string Version)> Files(string folder) =>
        [
            .. s_drafts.SelectMany(draft =>
            {
                string root = Path.Combine(folder, "tests", draft.Draft);
                return Directory
                    .EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Select(file => (draft.Draft + "/" + NameOf(root, file), file, draft.Version));
            }),
        ];

    private static string NameOf(string root, string file) =>
        Path.ChangeExtension(Path.GetRelativePath(root, file), null).Replace('\\', '/');

    /// <summary>One file of the suite: one document, and one more for each schema that needs its own.</summary>
    public static SpecRow Execute(string name, string file, string version, CorpusOptions options)
    {
        IReadOnlyList<SuiteSchema> schemas = [.. SuiteSchema.Read(file).Where(static s => s.Instances.Count > 0)];
        Dictionary<string, IReadOnlyList<string>> lost = new(StringComparer.Ordinal);
        SuiteSchema[] together = [.. schemas.Where(static s => !s.NamesPlaces)];
        foreach (SuiteSchema[] batch in schemas.Where(static s => s.NamesPlaces).Select(static s => new[] { s }).Prepend(together))
        {
            if (batch.Length > 0)
                Try(name, version, batch, options, lost);
        }

        return new SpecRow
        {
            Spec = name,
            Passed = true,
            Payloads = schemas.Sum(static s => s.Instances.Count),
            PayloadsLost = lost.Sum(static l => l.Value.Count),
            Differences = [.. lost.SelectMany(static l => l.Value.Select(v => $"{l.Key}: {v}"))],
            Lost = lost,
        };
    }

    /// <summary>Schemas in one document; where that gives nothing that can be run, each by itself.</summary>
    private static void Try(
        string name,
        string version,
        SuiteSchema[] schemas,
        CorpusOptions options,
        Dictionary<string, IReadOnlyList<string>> lost
    )
    {
        HolderDocument holders = new([Document(name, version, schemas, options)]);
        for (int i = 0; i < schemas.Length; i++)
            holders.Add(new JsonObject { ["$ref"] = "#" + PointerOf(i) });
        using MemoryStream image = new();
        (SpecRow row, ApiModel? model) = SpecRun.Compile(name, holders.ToFiles(), options, image);
        if (row.Clean && model is not null)
        {
            Check(name, image, model, schemas, options, lost);
            return;
        }

        string reason = "is not generated: " + string.Join("; ", row.Details.Take(2));
        if (schemas.Length == 1)
            lost[schemas[0].Name] = [.. schemas[0].Instances.Select(_ => reason)];
        else
            foreach (SuiteSchema schema in schemas)
                Try(name, version, [schema], options, lost);
    }

    private static void Check(
        string name,
        MemoryStream image,
        ApiModel model,
        SuiteSchema[] schemas,
        CorpusOptions options,
        Dictionary<string, IReadOnlyList<string>> lost
    )
    {
        image.Position = 0;
        AssemblyLoadContext context = new(name, isCollectible: true);
        try
        {
            System.Reflection.Assembly assembly = context.LoadFromStream(image);
            ReadShape shape = new(model, options.Namespace);
            for (int i = 0; i < schemas.Length; i++)
            {
                Type holder = assembly.GetType($"{options.Namespace}.{HolderDocument.NameOf(i)}", throwOnError: true)!;
                string[] faults = [.. schemas[i].Instances.Select(instance => Fault(holder, instance, shape)).OfType<string>()];
                if (faults.Length > 0)
                    lost[schemas[i].Name] = faults;
            }
        }
        finally
        {
            context.Unload();
        }
    }

    private static string? Fault(Type holder, (string Label, JsonNode? Json) instance, ReadShape shape)
    {
        using JsonDocument json = JsonDocument.Parse(instance.Json?.ToJsonString() ?? "null");
        IReadOnlyList<string> differences = ReadBack.Differences(holder, json.RootElement, out object? value, out _);
        if (differences is [string first, ..])
            return $"{instance.Label}: {first}";
        return shape.Of(value).Unknown is [string unknown, ..] ? $"{instance.Label}: UnknownJson at '{unknown}'" : null;
    }

    private static SpecFile Document(string name, string version, SuiteSchema[] schemas, CorpusOptions options)
    {
        JsonObject components = [];
        for (int i = 0; i < schemas.Length; i++)
            components[KeyOf(i)] = schemas[i].AsComponent(PointerOf(i));
        JsonObject document = new()
        {
            ["openapi"] = version,
            ["info"] = new JsonObject { ["title"] = name, ["version"] = "1" },
            ["paths"] = new JsonObject(),
            ["components"] = new JsonObject { ["schemas"] = components },
        };
        Dictionary<string, string> metadata = new()
        {
            ["OpenApiSpec"] = "true",
            ["OpenApiNamespace"] = options.Namespace,
            ["OpenApiGenerate"] = "Models",
        };
        return new SpecFile(Path.GetFullPath("suite.json"), SourceText.From(document.ToJsonString()), metadata);
    }

    private static string KeyOf(int index) => "Case" + index.ToString(CultureInfo.InvariantCulture);

    private static string PointerOf(int index) => "/components/schemas/" + KeyOf(index);
}
