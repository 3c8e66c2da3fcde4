using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Junction;

/// <summary>The provider of historical_pull was published as one enum and as a choice of two: one user code fits both.</summary>
public sealed class HistoricalPullShapesTests
{
    private const string UserCode = """
        using System;
        using System.Threading.Tasks;
        using Junction;

        internal static class UserCode
        {
            public static async Task<int> CountAsync(JunctionClient junction)
            {
                int count = (await junction.Introspect.GetHistoricalPullsAsync(provider: Providers.WhoopV2, userLimit: 10)).Data.Count;
                await foreach (SingleUserHistoricalPullResponse user in junction.Introspect.EnumerateHistoricalPullsAsync(provider: new Providers("not_invented_yet"))) count += user.Provider.Count;
                return count;
            }
        }
        """;

    [Theory]
    [InlineData("historical-pull.page.yaml")]
    [InlineData("junction.yaml")]
    public void One_code_fits_both_shapes(string file)
    {
        string path = Path.Combine(Repository.Specs, "junction", file);
        GeneratorRun run = GeneratorRun.Of(Consumer.Net10Latest, new SpecFile(path, File.ReadAllText(path), Evolution.Namespace));

        CleanCompilation.Assert(run);
        Assert.Empty(Evolution.Compile(run, UserCode));
    }
}
