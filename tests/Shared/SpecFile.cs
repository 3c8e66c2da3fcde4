using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace OpenApiGen.Testing;

/// <summary>A document as the compiler hands it to a generator: an AdditionalFile with metadata of its item.</summary>
internal sealed class SpecFile(string path, SourceText text, IReadOnlyDictionary<string, string> metadata) : AdditionalText
{
    public SpecFile(string path, string text, string @namespace)
        : this(path, SourceText.From(text), new Dictionary<string, string> { ["OpenApiSpec"] = "true", ["OpenApiNamespace"] = @namespace })
    { }

    public override string Path { get; } = path;

    /// <summary>Item metadata, by the name it has in MSBuild.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; } = metadata;

    public override SourceText GetText(CancellationToken cancellationToken = default) => text;

    public SpecFile WithText(string changed) => new(Path, SourceText.From(changed), Metadata);
}
