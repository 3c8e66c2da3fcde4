using System.Globalization;
using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

public sealed class TimeReadTests
{
    [Theory]
    [InlineData("2023-10-24T13:53:59+00:00", "2023-10-24T13:53:59.0000000+00:00")]
    [InlineData("2023-10-24T13:53:59Z", "2023-10-24T13:53:59.0000000+00:00")]
    [InlineData("2023-10-24T13:53:59-00:00", "2023-10-24T13:53:59.0000000+00:00")]
    [InlineData("2023-10-24T13:53:59+05:30", "2023-10-24T13:53:59.0000000+05:30")]
    [InlineData("2023-10-24T13:53:59-11:45", "2023-10-24T13:53:59.0000000-11:45")]
    [InlineData("2023-10-24t13:53:59z", "2023-10-24T13:53:59.0000000+00:00")]
    [InlineData("2023-10-24 13:53:59+00:00", "2023-10-24T13:53:59.0000000+00:00")]
    [InlineData("2023-10-24 13:53:59Z", "2023-10-24T13:53:59.0000000+00:00")]
    [InlineData("2023-10-24T13:53:59", "2023-10-24T13:53:59.0000000+00:00")]
    [InlineData("2023-10-24T13:53", "2023-10-24T13:53:00.0000000+00:00")]
    [InlineData("2023-10-24T13:53Z", "2023-10-24T13:53:00.0000000+00:00")]
    [InlineData("2023-10-24", "2023-10-24T00:00:00.0000000+00:00")]
    [InlineData("2023-10-24T13:53:59.5Z", "2023-10-24T13:53:59.5000000+00:00")]
    [InlineData("2023-10-24T13:53:59.123456", "2023-10-24T13:53:59.1234560+00:00")]
    [InlineData("2023-10-24T13:53:59.123456789012Z", "2023-10-24T13:53:59.1234567+00:00")]
    [InlineData("2023-10-24T13:53:59.123+0200", "2023-10-24T13:53:59.1230000+02:00")]
    [InlineData("2023-10-24T13:53:59+02", "2023-10-24T13:53:59.0000000+02:00")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.0000000+00:00")]
    [InlineData("2016-12-31T23:59:60+00:00", "2017-01-01T00:00:00.0000000+00:00")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.0000000+00:00")]
    [InlineData("2000-02-29T00:00:00Z", "2000-02-29T00:00:00.0000000+00:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999+00:00")]
    [InlineData("2023-10-24T13:53:59+23:59", "2023-10-23T13:54:59.0000000+00:00")] // beyond DateTimeOffset's 14 hours: the instant stays
    public void Points_in_time(string text, string expected)
    {
        var value = DateTimeOffset.ParseExact(expected, "O", CultureInfo.InvariantCulture);
        Read.Everywhere($"\"{text}\"", value, JsonRead.DateTimeOffset);
        Assert.Equal(value.Offset, Read.As($"\"{text}\"", JsonRead.DateTimeOffset).Offset);
        Read.Everywhere($"\"{text}\"", value, JsonRead.DateTimeOffsetOrNull);
    }

    [Theory]
    [InlineData("")]
    [InlineData("None")]
    [InlineData("2023-10-24T")]
    [InlineData("2023-10-24T13")]
    [InlineData("2023-13-24T13:53:59Z")]
    [InlineData("2023-00-24T13:53:59Z")]
    [InlineData("2023-02-29T13:53:59Z")]
    [InlineData("1900-02-29T13:53:59Z")]
    [InlineData("2023-10-32T13:53:59Z")]
    [InlineData("2023-10-00T13:53:59Z")]
    [InlineData("0000-10-24T13:53:59Z")]
    [InlineData("2023-10-24T24:00:00Z")]
    [InlineData("2023-10-24T13:60:59Z")]
    [InlineData("2023-10-24T13:53:61Z")]
    [InlineData("2023-10-24T13:53:5:Z")]
    [InlineData("2O23-10-24T13:53:59Z")]
    [InlineData("2023/10/24T13:53:59Z")]
    [InlineData("2023-10-24T13-53-59Z")]
    [InlineData("2023-10-24T13:53:59.Z")]
    [InlineData("2023-10-24T13:53:59X")]
    [InlineData("2023-10-24T13:53:59*00:00")]
    [InlineData("2023-10-24T13:53:59+24:00")]
    [InlineData("2023-10-24T13:53:59+00:60")]
    [InlineData("2023-10-24T13:53:59+0O:00")]
    [InlineData("2023-10-24T13:53:59Z ")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    public void Points_in_time_that_are_none(string text) =>
        Assert.Equal(
            $"expected a string (date-time), found string \"{text}\"",
            Read.Fails($"\"{text}\"", JsonRead.DateTimeOffset).Problem()
        );

    [Fact]
    public void Every_day_of_eight_centuries_reads_back_as_written()
    {
        var day = new DateTimeOffset(1799, 12, 31, 23, 59, 58, TimeSpan.Zero);
        for (int i = 0; i < 300_000; i++, day = day.AddDays(1))
        {
            string json = $"\"{day:yyyy-MM-ddTHH:mm:ss}Z\"";
            Assert.Equal(day, Read.As(json, JsonRead.DateTimeOffset));
            Assert.Equal(json, Write.Text(day, JsonWrite.DateTimeOffset));
        }
    }

    [Fact]
    public void Dates()
    {
        Read.Everywhere("\"2023-10-24\"", new DateTime(2023, 10, 24), JsonRead.Date);
        Assert.Equal(DateTimeKind.Unspecified, Read.As("\"2023-10-24\"", JsonRead.Date).Kind);
        Read.Everywhere("\"2024-02-29\"", new DateOnly(2024, 2, 29), JsonRead.DateOnly);
        Assert.Null(Read.As("null", JsonRead.DateOnlyOrNull));
        Assert.Null(Read.As("null", JsonRead.DateOrNull));
        Assert.Equal(
            "expected a string (date), found string \"2023-10-24T00:00:00Z\"",
            Read.Fails("\"2023-10-24T00:00:00Z\"", JsonRead.DateOnly).Problem()
        );
        Assert.Equal("expected a string (date), found string \"2023-02-30\"", Read.Fails("\"2023-02-30\"", JsonRead.Date).Problem());
    }

    [Fact]
    public void Times()
    {
        Read.Everywhere("\"13:53:59\"", new TimeOnly(13, 53, 59), JsonRead.TimeOnly);
        Read.Everywhere("\"13:53\"", new TimeOnly(13, 53), JsonRead.TimeOnly);
        Read.Everywhere("\"13:53:59.25Z\"", new TimeOnly(13, 53, 59, 250), JsonRead.TimeOnly);
        Assert.Null(Read.As("null", JsonRead.TimeOnlyOrNull));
        Assert.StartsWith(
            "expected a string (time, without an offset other than UTC), found string \"13:53:59+02:00\"",
            Read.Fails("\"13:53:59+02:00\"", JsonRead.TimeOnly).Message,
            StringComparison.Ordinal
        );
        Read.Fails("\"23:59:60\"", JsonRead.TimeOnly);
    }

    [Theory]
    [InlineData("PT0S", 0)]
    [InlineData("P1D", 86400)]
    [InlineData("P2W", 1209600)]
    [InlineData("P1DT2H3M4.5S", 93784.5)]
    [InlineData("-PT1M", -60)]
    [InlineData("PT0.5H", 1800)]
    [InlineData("PT36H", 129600)]
    public void Durations(string text, double seconds) => Read.Everywhere($"\"{text}\"", TimeSpan.FromSeconds(seconds), JsonRead.TimeSpan);

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("PT1M1H")]
    [InlineData("PT1.5H1M")]
    [InlineData("P1H")]
    [InlineData("P99999999999999999999999D")]
    [InlineData("P10675200D")]
    [InlineData("1:00:00")]
    public void Durations_that_are_none(string text) =>
        Assert.Equal(
            $"expected a string (duration without years and months), found string \"{text}\"",
            Read.Fails($"\"{text}\"", JsonRead.TimeSpan).Problem()
        );
}
