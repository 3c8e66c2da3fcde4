using System.Text.RegularExpressions;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Junction;

/// <summary>The lists of values that the seeds publish are what the generated enums know.</summary>
public sealed partial class SeedListTests
{
    private static readonly Lazy<ConsumerAssembly> s_junction = new(static () =>
    {
        string path = Path.Combine(Repository.Specs, "junction", "junction.yaml");
        return ConsumerAssembly.Load(
            GeneratorRun.Of(Consumer.Net10Latest, new SpecFile(path, File.ReadAllText(path), Evolution.Namespace)),
            Evolution.Namespace
        );
    });

    /// <summary>The pages lag behind the OpenAPI document: it knows some that they do not list.</summary>
    [Theory]
    [InlineData("000", 37)]
    [InlineData("001", 34)]
    public void Every_provider_of_the_pages_is_known(string seed, int count)
    {
        string[] listed = Options(seed);
        Assert.Equal(count, listed.Length);
        Assert.Empty(listed.Except(Known("Providers")));
    }

    [Fact]
    public void Every_OAuth_provider_of_the_page_is_known_and_no_other() => Assert.Equal(Options("003"), Known("OAuthProviders"));

    [Theory]
    [InlineData("Providers", "Providers")]
    [InlineData("Labs", "Labs")]
    [InlineData("Resource", "ClientFacingResource")]
    [InlineData("HistoricalPullStatus", "HistoricalPullStatus")]
    [InlineData("HistoricalPullRetriableErrorDetails", "HistoricalPullRetriableErrorDetails")]
    [InlineData("HistoricalPullNonRetriableErrorDetails", "HistoricalPullNonRetriableErrorDetails")]
    public void Every_enum_of_the_document_is_complete_and_in_its_order(string schema, string type)
    {
        string text = File.ReadAllText(SharedFiles.Seed("historical_pull"));
        Match list = Regex.Match(text, $@"^    {schema}:\n      type: string\n      enum:\n((        - \w+\n)+)", RegexOptions.Multiline);
        Assert.True(list.Success);
        Assert.Equal(
            list.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static l => l.Trim(' ', '-')).Distinct(),
            Known(type)
        );
    }

    private static string[] Options(string seed)
    {
        Match list = AvailableOptions().Match(File.ReadAllText(SharedFiles.Seed(seed)));
        Assert.True(list.Success);
        return [.. list.Groups[1].Value.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    private static string[] Known(string type)
    {
        var known = (System.Collections.IEnumerable)s_junction.Value.Find(type).GetProperty("Known")!.GetValue(null)!;
        return [.. known.Cast<object>().Select(static v => (string)v.GetType().GetProperty("Value")!.GetValue(v)!)];
    }

    [GeneratedRegex(@"Available options:\n((?:\w+,\n)+\w+)\n")]
    private static partial Regex AvailableOptions();
}
