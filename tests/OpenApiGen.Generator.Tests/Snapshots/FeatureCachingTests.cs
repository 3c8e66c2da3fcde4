using Microsoft.CodeAnalysis;
using OpenApiGen.Generator.Tests.Infrastructure;

namespace OpenApiGen.Generator.Tests.Snapshots;

/// <summary>What an IDE does all day: keys typed in C#, comments moved in YAML.</summary>
public class FeatureCachingTests
{
    [Theory]
    [MemberData(nameof(FeatureSpec.All), MemberType = typeof(FeatureSpec))]
    public void Nothing_runs_again_for_the_same_input(string feature)
    {
        GeneratorRun run = new FeatureSpec(feature).Run(Consumer.Net10Latest).Again();
        TrackedSteps.AssertTracked(run, TrackingNames.Specs, TrackingNames.Build, TrackingNames.Model, TrackingNames.Diagnostics);
        TrackedSteps.AssertNothingRan(run);
    }

    [Theory]
    [MemberData(nameof(FeatureSpec.All), MemberType = typeof(FeatureSpec))]
    public void Nothing_runs_for_an_edit_of_CSharp(string feature) =>
        TrackedSteps.AssertNothingRan(new FeatureSpec(feature).Run(Consumer.Net10Latest).EditCSharp());

    [Theory]
    [MemberData(nameof(FeatureSpec.All), MemberType = typeof(FeatureSpec))]
    public void Moving_every_line_down_emits_nothing(string feature)
    {
        GeneratorRun before = new FeatureSpec(feature).Run(Consumer.Net10Latest);
        GeneratorRun after = before.EditSpec(static text => (text.StartsWith('{') ? "\n" : "# A comment.\n") + text);

        TrackedSteps.AssertReasons(after, TrackingNames.Model, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached);
        TrackedSteps.AssertReasons(after, TrackingNames.Types, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached);
        TrackedSteps.AssertReasons(after, TrackingNames.Clients, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached);
        Assert.Empty(after.EmittedSince(before));
        Assert.Equal(before.Diagnostics.Length, after.Diagnostics.Length);
        // Diagnostics move with the lines they are about.
        Assert.All(
            before.Diagnostics.Zip(after.Diagnostics),
            static pair =>
                Assert.Equal(
                    pair.First.Location.GetLineSpan().StartLinePosition.Line + 1,
                    pair.Second.Location.GetLineSpan().StartLinePosition.Line
                )
        );
    }

    [Theory]
    [MemberData(nameof(FeatureSpec.All), MemberType = typeof(FeatureSpec))]
    public void Only_values_cross_the_pipeline(string feature)
    {
        GeneratorRun run = new FeatureSpec(feature).Run(Consumer.Net10Latest);
        // The first steps hold the texts they were given; the build step ends that.
        foreach (
            string name in TrackedSteps.Names.Except([
                TrackingNames.Specs,
                TrackingNames.Files,
                TrackingNames.Baselines,
                TrackingNames.Build,
            ])
        )
        {
            if (!run.Result.TrackedSteps.TryGetValue(name, out var steps))
                continue;
            foreach ((object value, IncrementalStepRunReason _) in steps.SelectMany(static step => step.Outputs))
                ModelGraph.AssertOnlyValues(value);
        }
    }
}
