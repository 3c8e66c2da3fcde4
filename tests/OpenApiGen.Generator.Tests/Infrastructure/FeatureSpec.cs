using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Infrastructure;

/// <summary>A file of specs/features, named by its path without extension: area/feature.</summary>
/// <remarks>
/// Metadata of the item stands in its first lines: <c># option: OpenApiAccess = internal</c>. A sibling area/feature.json holds samples, by
/// C# type name:
/// <code>
/// {
///   "Type":     [ json that is read and written back the same, ... ],
///   "rewrites": { "Type": [ [read, written], ... ] },
///   "unset":    { "Type": { "Member": json of what it reads as when nothing is set, ... } },
///   "errors":   { "Type": [ { "json": ..., "path": "$.x", "message": "all of it, optional" }, ... ] }
/// }
/// </code>
/// </remarks>
internal sealed record FeatureSpec(string Name)
{
    public const string Namespace = "Acme.Api";

    public const int MaxLines = 40;

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Repository
            .SpecFiles("features", ".yaml")
            .Select(static file =>
                Path.ChangeExtension(Path.GetRelativePath(Path.Combine(Repository.Specs, "features"), file), null).Replace('\\', '/')
            ),
    ];

    public static TheoryData<string> All { get; } = new(Names);

    public static TheoryData<string> WithSamples { get; } = new(Names.Where(static name => File.Exists(new FeatureSpec(name).SamplesPath)));

    public string YamlPath => Path.Combine(Repository.Specs, "features", Name + ".yaml");

    public string SamplesPath => Path.Combine(Repository.Specs, "features", Name + ".json");

    public SpecFile ToFile()
    {
        string text = File.ReadAllText(YamlPath);
        return new SpecFile("specs/features/" + Name + ".yaml", SourceText.From(text), SpecDirectives.Options(text, Namespace));
    }

    public GeneratorRun Run(Consumer consumer)
    {
        SpecFile file = ToFile();
        bool isServer = file.Metadata.TryGetValue("OpenApiGenerate", out string? what) && what.Contains("Server", StringComparison.Ordinal);
        return GeneratorRun.Of(isServer ? consumer.Web : consumer, file);
    }

    /// <summary>Client and server of it, where they can be.</summary>
    public GeneratorRun RunBothSides() =>
        GeneratorRun.Of(
            Consumer.Net10Latest.Web,
            new SpecFile(
                "specs/features/" + Name + ".yaml",
                ToFile().GetText(),
                new Dictionary<string, string>(ToFile().Metadata) { ["OpenApiGenerate"] = "Client, Server" }
            )
        );

    public JsonElement Samples()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SamplesPath));
        return document.RootElement.Clone();
    }
}
