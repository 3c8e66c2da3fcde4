using Junction;
using OpenApiGen.Integration.Tests.Support;

namespace OpenApiGen.Integration.Tests.Json;

/// <summary>Equality is by value, collections and unknown members included.</summary>
public sealed class EqualityTests
{
    [Fact]
    public void Two_readings_of_the_same_text_are_equal()
    {
        UserHistoricalPullsResponse one = Wire.Read<UserHistoricalPullsResponse>(Samples.HistoricalPullUnknown);
        UserHistoricalPullsResponse two = Wire.Read<UserHistoricalPullsResponse>(Samples.HistoricalPullUnknown);

        Assert.True(one == two);
        Assert.Equal(one.GetHashCode(), two.GetHashCode());
    }

    [Theory]
    [InlineData("\"days_with_data\": 41", "\"days_with_data\": 42")]
    [InlineData("\"paused\"", "\"stopped\"")]
    [InlineData("\"garmin_x\"", "\"garmin_y\"")]
    [InlineData("\"eu-west\"", "\"eu-east\"")]
    [InlineData("\"blood_ketones\"", "\"blood_sugar\"")]
    [InlineData("\"provider_maintenance\"", "\"provider_gone\"")]
    public void A_difference_anywhere_is_a_difference(string was, string becomes)
    {
        string changed = Samples.HistoricalPullUnknown.Replace(was, becomes, StringComparison.Ordinal);
        Assert.NotEqual(Samples.HistoricalPullUnknown, changed);

        Assert.NotEqual(
            Wire.Read<UserHistoricalPullsResponse>(Samples.HistoricalPullUnknown),
            Wire.Read<UserHistoricalPullsResponse>(changed)
        );
    }

    [Fact]
    public void Collections_compare_by_content_whatever_their_type()
    {
        var array = new UserHistoricalPullsResponse { Data = [], NextCursor = null };
        var list = new UserHistoricalPullsResponse { Data = new List<SingleUserHistoricalPullResponse>(), NextCursor = null };

        Assert.Equal(array, list);
    }

    [Fact]
    public void Enums_and_unions_compare_by_value()
    {
        Assert.Equal(Providers.Oura, new Providers("oura"));
        Assert.True(Providers.Oura == new Providers("oura"));
        Assert.Equal(new ProvidersOrLabs(Providers.Oura), (ProvidersOrLabs)Providers.Oura);
        Assert.NotEqual(new ProvidersOrLabs(Providers.Manual), new ProvidersOrLabs(Labs.Manual));
    }
}
