using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using OpenApiGen.Generator.Configuration;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator;

/// <summary>
/// The pipeline, step by step. Only the model crosses it; diagnostics go another way, so a comment that moves lines in a
/// description emits nothing anew.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class OpenApiGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<Capabilities> capabilities = context
            .CompilationProvider.Select(static (compilation, _) => CapabilitiesReader.Read(compilation))
            .WithTrackingName(TrackingNames.Capabilities);

        IncrementalValuesProvider<SpecInput> specs = Specs(context);
        IncrementalValuesProvider<SpecResult> built = specs
            .Combine(capabilities)
            .Combine(Files(context))
            .Select(static (pair, cancellationToken) => SpecBuild.Build(pair.Left.Left, pair.Left.Right, pair.Right, cancellationToken))
            .WithTrackingName(TrackingNames.Build);

        IncrementalValuesProvider<EquatableArray<DiagnosticInfo>> diagnostics = built
            .Select(static (result, _) => result.Diagnostics)
            .WithTrackingName(TrackingNames.Diagnostics);

        IncrementalValuesProvider<ApiModel> models = built.Select(static (result, _) => result.Model).WithTrackingName(TrackingNames.Model);

        context.RegisterSourceOutput(
            diagnostics,
            static (output, found) =>
            {
                foreach (DiagnosticInfo diagnostic in found)
                    output.ReportDiagnostic(diagnostic.ToDiagnostic());
            }
        );
        RegisterModels(context, models);
        context.RegisterSourceOutput(
            Polyfills(specs, capabilities),
            static (output, missing) =>
            {
                if (!missing.IsEmpty)
                    output.AddSource("OpenApiGen.Polyfills.g.cs", PolyfillEmitter.Emit(missing));
            }
        );
    }

    private static IncrementalValuesProvider<SpecInput> Specs(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ImmutableArray<AdditionalText>> baselines = context
            .AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => OptionsReader.IsBaseline(pair.Right.GetOptions(pair.Left)))
            .Select(static (pair, _) => pair.Left)
            .Collect()
            .WithTrackingName(TrackingNames.Baselines);

        return context
            .AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair =>
                pair.Right.GetOptions(pair.Left) is var options && OptionsReader.IsSpec(options) && !OptionsReader.IsBaseline(options)
            )
            .Select(static (pair, _) => SpecInput.Create(pair.Left, pair.Right))
            .Collect()
            .SelectMany(static (all, _) => SpecInput.Apart(all))
            .Combine(baselines)
            .Select(static (pair, _) => pair.Left.With(pair.Right))
            .WithTrackingName(TrackingNames.Specs);
    }

    /// <summary>The documents that a description may refer to.</summary>
    private static IncrementalValueProvider<ImmutableArray<AdditionalText>> Files(IncrementalGeneratorInitializationContext context) =>
        context
            .AdditionalTextsProvider.Where(static text => OptionsReader.IsDocument(text.Path))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => !OptionsReader.IsBaseline(pair.Right.GetOptions(pair.Left)))
            .Select(static (pair, _) => pair.Left)
            .Collect()
            .WithTrackingName(TrackingNames.Files);

    /// <summary>One output for each model, so that a change emits only the files of the models that it changed.</summary>
    private static void RegisterModels(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ApiModel> models)
    {
        context.RegisterSourceOutput(
            models.SelectMany(static (model, _) => model.Files).WithTrackingName(TrackingNames.Types),
            static (output, file) => Add(output, file.HintName, file, TypeFileEmitter.Emit)
        );
        context.RegisterSourceOutput(
            models.SelectMany(static (model, _) => One(model.Json)).WithTrackingName(TrackingNames.Json),
            static (output, model) => Add(output, model.HintName, model, static m => FileOf(m.Context, m, JsonContextEmitter.Emit))
        );
        context.RegisterSourceOutput(
            models.SelectMany(static (model, _) => One(model.Client)).WithTrackingName(TrackingNames.Clients),
            static (output, model) => Add(output, model.HintName, model, static m => FileOf(m.Context, m, ClientEmitter.Emit))
        );
        context.RegisterSourceOutput(
            models.SelectMany(static (model, _) => model.Groups).WithTrackingName(TrackingNames.Groups),
            static (output, model) => Add(output, model.HintName, model, static m => FileOf(m.Context, m, GroupEmitter.Emit))
        );
        context.RegisterSourceOutput(
            models.SelectMany(static (model, _) => One(model.Removed)).WithTrackingName(TrackingNames.Removed),
            static (output, model) => Add(output, model.HintName, model, static m => FileOf(m.Context, m, RemovedEmitter.Emit))
        );
        context.RegisterSourceOutput(
            models.SelectMany(static (model, _) => One(model.Server)).WithTrackingName(TrackingNames.Servers),
            static (output, model) => Add(output, model.HintName, model, static m => FileOf(m.Context, m, ServerEmitter.Emit))
        );
        context.RegisterSourceOutput(
            models.SelectMany(static (model, _) => model.Handlers).WithTrackingName(TrackingNames.Handlers),
            static (output, model) => Add(output, model.HintName, model, static m => FileOf(m.Context, m, HandlerEmitter.Emit))
        );
        context.RegisterSourceOutput(
            models.SelectMany(static (model, _) => One(model.Shapes)).WithTrackingName(TrackingNames.Shapes),
            static (output, model) => Add(output, model.HintName, model, static m => FileOf(m.Context, m, WireShapesEmitter.Emit))
        );
    }

    private static IncrementalValueProvider<EquatableArray<string>> Polyfills(
        IncrementalValuesProvider<SpecInput> specs,
        IncrementalValueProvider<Capabilities> capabilities
    ) =>
        specs
            .Select(static (_, _) => true)
            .Collect()
            .Select(static (all, _) => all.Length > 0)
            .Combine(capabilities)
            .Select(static (pair, _) => pair.Left && pair.Right.CSharp11 ? pair.Right.Polyfills : default);

    /// <summary>
    /// Emits one file. Roslyn drops all that a generator gives where one of its outputs throws: what fails here is this file alone.
    /// </summary>
    private static void Add<T>(
        SourceProductionContext output,
        string hintName,
        T model,
        System.Func<T, Microsoft.CodeAnalysis.Text.SourceText> emit
    )
    {
        try
        {
            output.AddSource(hintName, emit(model));
        }
        catch (System.Exception failure) when (failure is not System.OperationCanceledException)
        {
            output.ReportDiagnostic(
                DiagnosticInfo
                    .Create(DiagnosticDescriptors.PartFailure, null, hintName, failure.GetType().Name, failure.Message)
                    .ToDiagnostic()
            );
        }
    }

    private static Microsoft.CodeAnalysis.Text.SourceText FileOf<T>(EmitContext context, T model, System.Action<T, SourceWriter> emit)
    {
        SourceWriter writer = new(context);
        emit(model, writer);
        return writer.ToSourceText();
    }

    private static IEnumerable<T> One<T>(T? value)
        where T : class => value is null ? [] : [value];
}
