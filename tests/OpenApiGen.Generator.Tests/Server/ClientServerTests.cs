using OpenApiGen.Generator.Tests.Infrastructure;

namespace OpenApiGen.Generator.Tests.Server;

/// <summary>
/// What the generated client sends, the generated server is given, and what that answers, the client reads: for each feature, over HTTP.
/// </summary>
public class ClientServerTests
{
    [Theory]
    [MemberData(nameof(FeatureSpec.All), MemberType = typeof(FeatureSpec))]
    public async Task Both_sides_see_the_same_objects(string feature)
    {
        GeneratorRun run = new FeatureSpec(feature).RunBothSides();
        CleanCompilation.Assert(run);
        if (!run.Sources.Any(static s => s.HintName.EndsWith("Handler.g.cs", StringComparison.Ordinal)))
            return; // without operations there are no sides
        await using BothSides sides = await BothSides.StartAsync(run);
        await sides.CallAllAsync();
        Assert.True(
            sides.Problems.Count == 0,
            $"{sides.Problems.Count} problems in {sides.Calls} calls:\n" + string.Join("\n", sides.Problems.Take(12))
        );
        Assert.True(sides.Calls > 0);
    }
}
