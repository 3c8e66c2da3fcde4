using System.Text.Json;
using Junction;
using OpenApiGen.Integration.Tests.Support;

namespace OpenApiGen.Integration.Tests.Json;

/// <summary>The example of the seed document: it lacks a required member and breaks a format.</summary>
public sealed class SeedExampleTests
{
    [Fact]
    public void With_a_real_uuid_it_round_trips_although_it_lacks_the_deprecated_required_next()
    {
        UserHistoricalPullsResponse page = Wire.Read<UserHistoricalPullsResponse>(Samples.HistoricalPull);

#pragma warning disable OAG9002 // the deprecated member is the point
        Assert.Null(page.Next);
#pragma warning restore OAG9002
        string written = Wire.Write(page);
        JsonAssert.Same(Samples.HistoricalPull, written);
        Assert.DoesNotContain("\"next\"", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deprecated_member_that_is_sent_as_null_stays_null_and_not_absent() =>
        Wire.RoundTrips<UserHistoricalPullsResponse>("""{"data":[],"next":null,"next_cursor":null}""");

    [Fact]
    public void Unchanged_it_fails_naming_the_member_and_what_was_found()
    {
        var invalid = Assert.Throws<JsonException>(() => Wire.Read<UserHistoricalPullsResponse>(Samples.SeedExample));

        Assert.Equal("$.data[0].user_id", invalid.Path);
        Assert.Contains("$.data[0].user_id", invalid.Message, StringComparison.Ordinal);
        Assert.Contains("uuid", invalid.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"next_cursor":null}""", "$.data")]
    [InlineData("""{"data":[{"provider":{}}],"next_cursor":null}""", "$.data[0].user_id")]
    [InlineData("""{"data":null,"next_cursor":null}""", "$.data")]
    [InlineData("""{"data":{},"next_cursor":null}""", "$.data")]
    [InlineData("""{"data":[7],"next_cursor":null}""", "$.data[0]")]
    [InlineData("""{"data":[],"next_cursor":7}""", "$.next_cursor")]
    public void Never_a_guess_but_a_path(string json, string path)
    {
        var invalid = Assert.Throws<JsonException>(() => Wire.Read<UserHistoricalPullsResponse>(json));

        Assert.Equal(path, invalid.Path);
    }

    [Fact]
    public void The_path_goes_through_maps_with_enum_keys()
    {
        var invalid = Assert.Throws<JsonException>(() =>
            Wire.Read<SingleUserHistoricalPullResponse>(
                """
                {"user_id":"3c90c3cc-0d44-4b50-8888-8dd25736052a","provider":{"fitbit":{"not_pulled":[],"pulled":
                  {"sleep":{"status":"success","release":"1","timeline":{"scheduled_at":"yesterday"}}}}}}
                """
            )
        );

        Assert.Equal("$.provider.fitbit.pulled.sleep.timeline.scheduled_at", invalid.Path);
    }

    [Fact]
    public void A_required_nullable_member_may_be_absent_and_reads_as_null() =>
        Assert.Null(Wire.Read<UserHistoricalPullsResponse>("""{"data":[]}""").NextCursor);

    [Fact]
    public void Attribute_converters_do_the_same_without_the_resolver()
    {
        UserHistoricalPullsResponse page = JsonSerializer.Deserialize<UserHistoricalPullsResponse>(Samples.HistoricalPull)!;

        Assert.Equal(Wire.Read<UserHistoricalPullsResponse>(Samples.HistoricalPull), page);
        JsonAssert.Same(Samples.HistoricalPull, JsonSerializer.Serialize(page));
    }
}
