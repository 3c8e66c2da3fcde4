using Junction;
using OpenApiGen.Integration.Tests.Support;

namespace OpenApiGen.Integration.Tests.Json;

/// <summary>Optional members are written if and only if they were set, by the caller or by the wire.</summary>
public sealed class SetTrackingTests
{
    private static readonly SingleHistoricalPullStatistics s_minimal = new()
    {
        Status = HistoricalPullStatus.Scheduled,
        Timeline = new HistoricalPullTimeline { ScheduledAt = new DateTimeOffset(2025, 3, 1, 8, 0, 0, TimeSpan.Zero) },
        Release = "1",
    };

    [Fact]
    public void Nothing_set_writes_nothing() => Assert.Equal("{}", Wire.Write(new SingleResourceStatistics()));

    [Fact]
    public void Set_to_null_writes_null() =>
        Assert.Equal(
            """{"last_attempt":null,"sent_count":null}""",
            Wire.Write(new SingleResourceStatistics { LastAttempt = null, SentCount = null })
        );

    [Fact]
    public void With_counts_as_setting()
    {
        var empty = new SingleResourceStatistics();

        Assert.Equal("""{"sent_count":null}""", Wire.Write(empty with { SentCount = null }));
        Assert.Equal("{}", Wire.Write(empty));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"sent_count":null}""")]
    [InlineData("""{"last_attempt":null,"oldest_data":null,"newest_data":"2023-10-24T00:00:00+00:00","sent_count":0}""")]
    public void What_the_wire_set_is_what_is_written(string json) => Wire.RoundTrips<SingleResourceStatistics>(json);

    [Fact]
    public void Absent_and_null_are_not_equal() =>
        Assert.NotEqual(new SingleResourceStatistics(), new SingleResourceStatistics { SentCount = null });

    [Fact]
    public void A_default_is_what_an_unset_member_reads_as_and_is_not_sent()
    {
        Assert.Equal(0, s_minimal.DaysWithData);
        Assert.Equal("""{"status":"scheduled","timeline":{"scheduled_at":"2025-03-01T08:00:00Z"},"release":"1"}""", Wire.Write(s_minimal));
        Assert.Contains("\"days_with_data\":0", Wire.Write(s_minimal with { DaysWithData = 0 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_members_can_be_set_but_do_not_displace_declared_ones()
    {
        SingleResourceStatistics value = Wire.Read<SingleResourceStatistics>("""{"sent_count":1,"x":{"y":[1]}}""");

        Assert.Equal("""{"sent_count":2,"x":{"y":[1]}}""", Wire.Write(value with { SentCount = 2 }));
    }
}
