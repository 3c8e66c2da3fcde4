using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace OpenApiGen.Testing;

/// <summary>
/// What the generated .editorconfig of a build says: metadata of AdditionalFiles and the visible properties. Looked up by
/// path, so that a changed text keeps the options of the file it replaces, as it does in a build.
/// </summary>
internal sealed class SpecOptionsProvider(IEnumerable<SpecFile> specs, string rootNamespace) : AnalyzerConfigOptionsProvider
{
    private readonly ImmutableDictionary<string, Options> _byPath = specs.ToImmutableDictionary(
        static spec => spec.Path,
        static spec => new Options(
            spec.Metadata.ToImmutableDictionary(
                static pair => "build_metadata.AdditionalFiles." + pair.Key,
                static pair => pair.Value,
                AnalyzerConfigOptions.KeyComparer
            )
        )
    );

    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Options(
            ImmutableDictionary.Create<string, string>(AnalyzerConfigOptions.KeyComparer).Add("build_property.RootNamespace", rootNamespace)
        );

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Options.None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        _byPath.TryGetValue(textFile.Path, out Options? options) ? options : Options.None;

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public static Options None { get; } = new(ImmutableDictionary<string, string>.Empty);

        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
