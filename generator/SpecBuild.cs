using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Baseline;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Lowering;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator;

/// <summary>What building one description gave: all that survives of it.</summary>
internal sealed record SpecResult(ApiModel Model, EquatableArray<DiagnosticInfo> Diagnostics);

/// <summary>Text to model, in one step of the pipeline: the document and its nodes do not outlive it.</summary>
internal static class SpecBuild
{
    /// <param name="files">The other files of the project that a description may refer to.</param>
    public static SpecResult Build(
        SpecInput input,
        Capabilities capabilities,
        ImmutableArray<AdditionalText> files,
        CancellationToken cancellationToken
    )
    {
        List<DiagnosticInfo> diagnostics = [.. input.Problems];
        if (!capabilities.CSharp11)
        {
            diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.LanguageVersion, null, capabilities.LanguageVersion));
            return new SpecResult(ApiModel.Empty, diagnostics.ToEquatableArray());
        }

        ApiModel model = ApiModel.Empty;
        if (input.IsShadowed)
            return new SpecResult(model, diagnostics.ToEquatableArray());
        try
        {
            SpecFiles read = new(files, cancellationToken);
            SpecFile main = read.Read(input.Text);
            diagnostics.AddRange(main.Text.Problems);
            if (main.Root is not null && (!main.Text.IsBroken || DocumentReader.IsDescription(main.Root)))
                model = Build(main, read, files, input, capabilities, diagnostics, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            diagnostics.Add(
                DiagnosticInfo.Create(
                    DiagnosticDescriptors.InternalFailure,
                    LocationInfo.StartOf(input.Text.Path),
                    failure.GetType().Name,
                    failure.Message + Where(failure)
                )
            );
        }

        return new SpecResult(model, diagnostics.ToEquatableArray());
    }

    /// <summary>The method that failed, for the report.</summary>
    private static string Where(Exception failure)
    {
        string frame = failure.StackTrace?.Split('\n').FirstOrDefault(static line => line.Contains(nameof(OpenApiGen)))?.Trim() ?? "";
        int file = frame.IndexOf(" in ", StringComparison.Ordinal);
        return frame.Length == 0 ? "" : " (" + (file < 0 ? frame : frame.Substring(0, file)) + ")";
    }

    private static ApiModel Build(
        SpecFile main,
        SpecFiles files,
        ImmutableArray<AdditionalText> parts,
        SpecInput input,
        Capabilities capabilities,
        List<DiagnosticInfo> diagnostics,
        CancellationToken cancellationToken
    )
    {
        List<SpecDiagnostic> found = [];
        SourceMap map = new(main);
        ApiModel model = ApiModel.Empty;
        try
        {
            DynamicReferences.Bind(main.Root);
            map = ReferenceBundler.Bundle(main, files.Open, found);
            diagnostics.AddRange(files.Problems);
            model = DeepStack.Run(
                files.Depth + (map.Nesting * 6),
                () => Lower(main, parts, input, capabilities, map, found, diagnostics, cancellationToken)
            );
        }
        catch (BudgetExceededException exceeded)
        {
            found.Add(exceeded.Diagnostic);
        }
        finally
        {
            // What is missing in a text that breaks off, or what a reference leads to, may stand behind the break.
            if (main.Text.IsBroken)
                found.RemoveAll(static d =>
                    d.Descriptor == DiagnosticDescriptors.UnresolvedReference || d.Descriptor == DiagnosticDescriptors.SpecificationError
                );
            diagnostics.AddRange(map.Locate(found).Distinct());
        }

        return model;
    }

    private static ApiModel Lower(
        SpecFile main,
        ImmutableArray<AdditionalText> parts,
        SpecInput input,
        Capabilities capabilities,
        SourceMap map,
        List<SpecDiagnostic> found,
        List<DiagnosticInfo> diagnostics,
        CancellationToken cancellationToken
    )
    {
        if (DocumentReader.Read(main.Root!, found) is not OpenApiDocument document)
            return ApiModel.Empty;
        BaselineApi? baseline = input.Baseline is { } earlier
            ? BaselineApi.Read(earlier, parts, input.Options, capabilities, diagnostics, cancellationToken)
            : null;
        Parts failing = new();
        (ApiModel model, LoweringContext context, ChangeReport? report) = failing.Run(() =>
        {
            LoweringContext context = new(document, main.Root!, input.Options, capabilities, cancellationToken)
            {
                Claims = baseline is null ? null : NameClaims.Of(baseline.Api, main.Root!),
                Parts = failing,
            };
            LoweredApi api = new DocumentLowering(context).Declare();
            ChangeReport? report = baseline is null ? null : ChangeReport.Of(ApiMatch.Of(baseline.Api, api));
            return (ApiModels.Of(api, report is null ? null : Tombstones.Of(report)), context, report);
        });
        if (report is not null)
            diagnostics.AddRange(ApiChange.Locate(report.Changes, map, baseline!.Map));
        found.AddRange(context.Diagnostics);
        found.AddRange(failing.Diagnostics);
        return model;
    }
}
