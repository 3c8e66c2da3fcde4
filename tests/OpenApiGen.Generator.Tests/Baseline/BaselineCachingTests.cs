using Microsoft.CodeAnalysis;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Baseline;

/// <summary>A baseline costs its own description a comparison, and no other step or description anything.</summary>
public sealed class BaselineCachingTests
{
    private const string Old = """
        openapi: 3.1.0
        info: {title: Pets, version: '1.0'}
        paths: {}
        components:
          schemas:
            Pet: {type: object, properties: {name: {type: string}, nick: {type: string}}}
            Owner: {type: object, properties: {name: {type: string}, age: {type: integer}}}
            Kind: {type: string, enum: [cat, dog, cow]}
        """;

    private const string New = """
        openapi: 3.1.0
        info: {title: Pets, version: '2.0'}
        paths: {}
        components:
          schemas:
            Pet: {type: object, properties: {name: {type: string}}}
            Kind: {type: string, enum: [cat, cow]}
        """;

    private static readonly SpecFile s_other = new("other.yaml", Old, "Other");

    [Fact]
    public void Nothing_runs_again_for_the_same_input() => TrackedSteps.AssertNothingRan(Run().Again());

    [Fact]
    public void Nothing_runs_for_an_edit_of_CSharp() => TrackedSteps.AssertNothingRan(Run().EditCSharp());

    [Fact]
    public void Only_values_cross_the_pipeline()
    {
        GeneratorRun run = Run();
        TrackedSteps.AssertTracked(run, TrackingNames.Baselines, TrackingNames.Removed);
        foreach (string name in (string[])[TrackingNames.Diagnostics, TrackingNames.Model, TrackingNames.Removed, TrackingNames.Types])
        {
            foreach ((object value, IncrementalStepRunReason _) in run.Result.TrackedSteps[name].SelectMany(static step => step.Outputs))
                ModelGraph.AssertOnlyValues(value);
        }
    }

    [Fact]
    public void Moving_the_lines_of_the_baseline_moves_its_diagnostics_and_emits_nothing()
    {
        GeneratorRun before = Run();
        GeneratorRun after = before.EditSpec("api.old.yaml", static text => "# A comment.\n" + text);
        Assert.Empty(after.EmittedSince(before));
        TrackedSteps.AssertReasons(after, TrackingNames.Model, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached);
        Assert.NotEqual(BaselineRun.Changes(before), BaselineRun.Changes(after));
    }

    [Fact]
    public void Only_the_description_that_names_it_is_built_again()
    {
        GeneratorRun after = Run().EditSpec("api.old.yaml", static text => text.Replace("nick", "nock", StringComparison.Ordinal));
        IncrementalStepRunReason[] reasons =
        [
            .. after.Result.TrackedSteps[TrackingNames.Build].SelectMany(static s => s.Outputs).Select(static o => o.Reason).Order(),
        ];
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], reasons);
    }

    [Fact]
    public void An_edit_of_the_baseline_emits_what_is_removed_and_nothing_else()
    {
        GeneratorRun before = Run();
        GeneratorRun after = before.EditSpec("api.old.yaml", static text => text.Replace("nick", "nock", StringComparison.Ordinal));
        Assert.Equal("Acme.AcmeRemoved.g.cs", Assert.Single(after.EmittedSince(before)));
    }

    /// <summary>But for the values that an enum has no more: their constants stand among the others.</summary>
    [Fact]
    public void The_rest_of_the_code_is_what_it_is_without_a_baseline()
    {
        Dictionary<string, string> alone = GeneratorRun
            .Of(Consumer.Net10Latest, new SpecFile("api.yaml", New, BaselineRun.Namespace))
            .Sources.ToDictionary(static s => s.HintName, static s => s.SourceText.ToString());
        Dictionary<string, string> update = BaselineRun
            .Of(Old, New)
            .Sources.ToDictionary(static s => s.HintName, static s => s.SourceText.ToString());
        Assert.Equal(["Acme.AcmeRemoved.g.cs"], update.Keys.Except(alone.Keys));
        Assert.Equal(["Acme.Kind.g.cs"], alone.Where(a => update[a.Key] != a.Value).Select(static a => a.Key));
    }

    [Fact]
    public void A_baseline_that_is_the_same_changes_nothing()
    {
        GeneratorRun alone = GeneratorRun.Of(Consumer.Net10Latest, new SpecFile("api.yaml", New, BaselineRun.Namespace));
        GeneratorRun update = BaselineRun.Of(New, New);
        Assert.Empty(update.Diagnostics);
        Assert.Equal(GoldenFile.Render(alone), GoldenFile.Render(update));
    }

    private static GeneratorRun Run() =>
        BaselineRun.Of(
            Consumer.Net10Latest,
            new SpecFile("api.yaml", New, BaselineRun.Namespace),
            new SpecFile("api.old.yaml", Old, BaselineRun.Namespace),
            s_other
        );
}
