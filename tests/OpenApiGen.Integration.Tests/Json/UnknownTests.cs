using System.Text.Json;
using Junction;
using OpenApiGen.Integration.Tests.Support;

namespace OpenApiGen.Integration.Tests.Json;

/// <summary>What the description does not know is shown as such and survives.</summary>
public sealed class UnknownTests
{
    private static UserHistoricalPullsResponse Page => Wire.Read<UserHistoricalPullsResponse>(Samples.HistoricalPullUnknown);

    [Fact]
    public void It_all_survives() => JsonAssert.Same(Samples.HistoricalPullUnknown, Wire.Write(Page));

    [Fact]
    public void An_unknown_provider_is_a_key_like_any_other()
    {
        Providers provider = Assert.Single(Page.Data[0].Provider.Keys, it => !it.IsKnown);

        Assert.Equal("garmin_x", provider.Value);
        Assert.Equal(new Providers("garmin_x"), provider);
        Assert.True(Page.Data[0].Provider.ContainsKey(new Providers("garmin_x")));
    }

    [Fact]
    public void An_unknown_status_an_unknown_resource_and_an_unknown_error()
    {
        SingleProviderHistoricalPullResponse garmin = Page.Data[0].Provider[new Providers("garmin_x")];
        SingleHistoricalPullStatistics activity = garmin.Pulled[ClientFacingResource.Activity];

        Assert.Equal("paused", activity.Status.Value);
        Assert.False(activity.Status.IsKnown);
        Assert.Contains(new ClientFacingResource("skin_temperature"), garmin.Pulled.Keys);
        Assert.Equal([true, false], garmin.NotPulled.Select(it => it.IsKnown));
        Assert.Equal(
            "unknown provider_maintenance",
            activity.ErrorDetails!.Value.Match(
                historicalPullRetriableErrorDetails: _ => "retriable",
                historicalPullNonRetriableErrorDetails: _ => "final",
                unknown: it => $"unknown {it.Json}"
            )
        );
    }

    [Fact]
    public void A_known_error_is_the_branch_that_lists_it()
    {
        SingleHistoricalPullStatistics workouts = Page.Data[1].Provider[Providers.WhoopV2].Pulled[ClientFacingResource.Workouts];

        Assert.True(workouts.ErrorDetails!.Value.TryGetValue(out HistoricalPullNonRetriableErrorDetails error));
        Assert.Equal(HistoricalPullNonRetriableErrorDetails.RetryQuotaExhausted, error);
        Assert.False(workouts.ErrorDetails.Value.TryGetValue(out HistoricalPullRetriableErrorDetails _));
    }

    [Fact]
    public void Unknown_members_are_kept_by_name()
    {
        UserHistoricalPullsResponse page = Page;

        Assert.Equal(["total_users"], page.AdditionalProperties.Keys);
        Assert.Equal(2, page.AdditionalProperties["total_users"].GetInt32());
        Assert.Equal("eu-west", page.Data[0].AdditionalProperties["region"].GetProperty("name").GetString());
        Assert.Empty(page.Data[1].AdditionalProperties);
    }

    [Fact]
    public void A_value_listed_in_both_branches_is_the_first_and_is_written_the_same()
    {
        ProvidersOrLabs manual = Wire.Read<ProvidersOrLabs>("\"manual\"");

        Assert.True(manual.TryGetValue(out Providers provider));
        Assert.Equal(Providers.Manual, provider);
        Assert.Equal("\"manual\"", Wire.Write(manual));
        Assert.Equal("\"manual\"", Wire.Write<ProvidersOrLabs>(Labs.Manual));
    }

    [Theory]
    [InlineData("\"quest\"")]
    [InlineData("\"not_invented_yet\"")]
    [InlineData("17")]
    [InlineData("{\"slug\":\"oura\",\"tags\":[1,null]}")]
    public void A_union_takes_any_json(string json) => Wire.RoundTrips<ProvidersOrLabs>(json);

    [Fact]
    public void What_no_branch_takes_is_json()
    {
        ProvidersOrLabs odd = Wire.Read<ProvidersOrLabs>("{\"slug\":\"oura\"}");

        Assert.True(odd.TryGetValue(out UnknownJson? unknown));
        Assert.Equal(JsonValueKind.Object, unknown.Json.ValueKind);
    }

    [Fact]
    public void A_duplicate_in_the_description_is_one_value()
    {
        Assert.Single(ClientFacingResource.Known, it => it.Value == "hrv");
        Assert.Equal(69, ClientFacingResource.Known.Count);
        Assert.Equal("profile", ClientFacingResource.Known[0].Value);
    }

    [Fact]
    public void A_default_enum_has_a_value_that_is_not_null() => Assert.NotNull(default(HistoricalPullStatus).Value);
}
