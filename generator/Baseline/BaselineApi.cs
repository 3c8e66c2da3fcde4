using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Configuration;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Lowering;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Baseline;

/// <summary>An earlier version of a description, lowered by the same code and with the same options as the present one.</summary>
/// <param name="Api">Its declarations and operations, named as the code generated from it alone was.</param>
/// <param name="Map">Where its parts stand in files.</param>
internal sealed record BaselineApi(LoweredApi Api, SourceMap Map)
{
    /// <summary>
    /// Reads the baseline. One that cannot be read is told about at its place, and the client is generated as without it.
    /// </summary>
    public static BaselineApi? Read(
        AdditionalText text,
        ImmutableArray<AdditionalText> parts,
        SpecOptions options,
        Capabilities capabilities,
        List<DiagnosticInfo> diagnostics,
        CancellationToken cancellationToken
    )
    {
        // Apart from those of the present description: bundling moves nodes.
        SpecFiles files = new(parts, cancellationToken);
        SpecFile main = files.Read(text);
        if (main.Root is null || main.Text.IsBroken)
        {
            diagnostics.AddRange(
                main.Text.Problems.Where(static p => p.IsError)
                    .Select(static p =>
                        Unusable(p.ToDiagnostic().GetMessage(System.Globalization.CultureInfo.InvariantCulture), p.Location)
                    )
            );
            return null;
        }

        // What the earlier text has to say of itself was said when it was the present one.
        List<SpecDiagnostic> found = [];
        DynamicReferences.Bind(main.Root);
        SourceMap map = ReferenceBundler.Bundle(main, files.Open, found);
        LoweredApi? api = DeepStack.Run(
            files.Depth + (map.Nesting * 6),
            () =>
                DocumentReader.Read(main.Root, found) is OpenApiDocument document
                    ? Lower(document, main.Root, options, capabilities, cancellationToken)
                    : null
        );
        if (api is not null)
            return new BaselineApi(api, map);
        SpecDiagnostic reason = found.FindLast(static d => d.Descriptor == DiagnosticDescriptors.NotOpenApi)!;
        diagnostics.Add(Unusable(reason.Arguments[0], LocationInfo.StartOf(text.Path)));
        return null;
    }

    private static LoweredApi Lower(
        OpenApiDocument document,
        System.Text.Json.Nodes.JsonNode root,
        SpecOptions options,
        Capabilities capabilities,
        CancellationToken cancellationToken
    )
    {
        Parts parts = new();
        return parts.Run(() =>
            new DocumentLowering(new LoweringContext(document, root, options, capabilities, cancellationToken) { Parts = parts }).Declare()
        );
    }

    private static DiagnosticInfo Unusable(string why, LocationInfo? place) =>
        DiagnosticInfo.Create(ChangeDescriptors.UnusableBaseline, place, why);
}
