using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Junction;
using OpenApiGen.Integration.Tests.Support;

namespace OpenApiGen.Integration.Tests.Json;

/// <summary>JsonSerializer with the generated resolver and nothing else: no reflection, no context written by hand.</summary>
public sealed class ResolverTests
{
    private static readonly JsonSerializerOptions s_options = new() { TypeInfoResolver = JunctionJson.Default };

    [Fact]
    public void It_is_a_resolver()
    {
        var resolver = Assert.IsType<IJsonTypeInfoResolver>(JunctionJson.Default, exactMatch: false);

        Assert.NotNull(resolver.GetTypeInfo(typeof(UserHistoricalPullsResponse), s_options));
        Assert.Null(resolver.GetTypeInfo(typeof(Version), s_options));
    }

    [Fact]
    public void There_is_no_fall_back_to_reflection() =>
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new Version(1, 2), s_options.GetTypeInfo(typeof(Version))));

    [Fact]
    public void Records_enums_and_unions_resolve()
    {
        JsonAssert.Same(Samples.HistoricalPull, Rewrite<UserHistoricalPullsResponse>(Samples.HistoricalPull));
        Assert.Equal("\"oura\"", Rewrite<Providers>("\"oura\""));
        Assert.Equal("\"quest\"", Rewrite<ProvidersOrLabs>("\"quest\""));
    }

    [Fact]
    public async Task A_stream_in_small_pieces_reads_the_same()
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Samples.HistoricalPullUnknown));
        var options = new JsonSerializerOptions { TypeInfoResolver = JunctionJson.Default, DefaultBufferSize = 16 };

        var page = await JsonSerializer.DeserializeAsync(
            stream,
            (JsonTypeInfo<UserHistoricalPullsResponse>)options.GetTypeInfo(typeof(UserHistoricalPullsResponse)),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(Wire.Read<UserHistoricalPullsResponse>(Samples.HistoricalPullUnknown), page);
    }

    private static string Rewrite<T>(string json)
    {
        var info = (JsonTypeInfo<T>)s_options.GetTypeInfo(typeof(T));
        return JsonSerializer.Serialize(JsonSerializer.Deserialize(json, info)!, info);
    }
}
