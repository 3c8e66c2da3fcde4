using OpenApiGen.Generator.Tests.Infrastructure;

namespace OpenApiGen.Generator.Tests.Snapshots;

public class FeatureSnapshotTests
{
    [Theory]
    [MemberData(nameof(FeatureSpec.All), MemberType = typeof(FeatureSpec))]
    public void Output_is_as_reviewed(string feature)
    {
        GeneratorRun run = new FeatureSpec(feature).Run(Consumer.Net10Latest);
        GoldenFile.AssertMatches(feature, GoldenFile.Render(run));
    }

    [Fact]
    public void Every_golden_has_its_spec() => GoldenFile.AssertNoneStale(FeatureSpec.Names);

    [Theory]
    [MemberData(nameof(FeatureSpec.All), MemberType = typeof(FeatureSpec))]
    public void A_feature_is_short_and_says_what_it_is(string feature)
    {
        string[] lines = File.ReadAllLines(new FeatureSpec(feature).YamlPath);
        Assert.InRange(lines.Length, 1, FeatureSpec.MaxLines);
        // A JSON document has no comments to say it in.
        Assert.True(
            lines[0].StartsWith("# ", StringComparison.Ordinal) || lines[0].StartsWith('{'),
            "The first line says what the spec is about."
        );
    }

    [Fact]
    public void Every_file_of_samples_has_its_spec()
    {
        IEnumerable<string> orphans = Repository
            .SpecFiles("features", ".json")
            .Where(static file => !File.Exists(Path.ChangeExtension(file, ".yaml")));
        Assert.Empty(orphans);
    }

    [Theory]
    [MemberData(nameof(FeatureSpec.All), MemberType = typeof(FeatureSpec))]
    public void Same_input_gives_the_same_bytes(string feature)
    {
        GeneratorRun first = new FeatureSpec(feature).Run(Consumer.Net10Latest);
        GeneratorRun second = new FeatureSpec(feature).Run(Consumer.Net10Latest);
        Assert.Equal(GoldenFile.Render(first), GoldenFile.Render(second));
    }
}
