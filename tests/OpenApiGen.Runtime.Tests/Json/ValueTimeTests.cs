using System.Globalization;
using System.Text;
using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

public sealed class ValueTimeTests
{
    [Theory]
    [InlineData("2023-10-24T13:53:59.1234567+00:00")]
    [InlineData("2023-10-24T13:53:59-09:30")]
    [InlineData("2023-10-24T13:53:59.1234567+05:45")]
    [InlineData("1900-01-01T14:00:00.0000001+14:00")]
    [InlineData("1899-12-31T10:00:00.0000001-14:00")]
    [InlineData("2128-01-01T00:00:00.123+01:00")]
    [InlineData("1850-06-07T08:09:10.111-00:15")]
    [InlineData("2023-10-24T13:53:59.999+00:19")]
    [InlineData("2023-10-24T13:53:59.999-13:59")]
    [InlineData("0001-01-01T00:00:00+00:00")]
    [InlineData("0001-01-01T00:00:00-14:00")]
    [InlineData("0001-01-01T14:00:00.001+14:00")]
    [InlineData("9999-12-31T23:59:59.9999999+00:00")]
    [InlineData("9999-12-31T23:59:59.999+14:00")]
    [InlineData("9999-12-31T09:59:59.999-14:00")]
    [InlineData("2000-02-29T00:00:00+14:00")]
    public void Gives_back_what_it_keeps(string text)
    {
        DateTimeOffset time = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        ValueTime kept = new(time);
        Assert.True(time.EqualsExact(kept.Time));
        Assert.True(time.EqualsExact(kept.TimeOrNull!.Value));
        Assert.Equal(kept, Read.As($"\"{text}\"", JsonRead.Time));
        Assert.True(time.EqualsExact(Read.As($"\"{text}\"", JsonRead.TimeOrNull).Time));
    }

    [Theory]
    [InlineData("2023-10-24T13:53:59.1234567+00:19")]
    [InlineData("9999-12-31T23:59:59.9999999+01:00")]
    [InlineData("1850-06-07T08:09:10.1111+01:00")]
    public void The_instant_stays_where_there_is_no_room_for_the_offset(string text)
    {
        DateTimeOffset time = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        Assert.True(time.ToUniversalTime().EqualsExact(new ValueTime(time).Time));
    }

    [Fact]
    public void Every_offset_at_many_instants()
    {
        for (int minutes = -14 * 60; minutes <= 14 * 60; minutes++)
        {
            for (int year = 2; year < 9999; year += 97)
            {
                DateTimeOffset time = new DateTimeOffset(year, 3, 4, 5, 6, 7, TimeSpan.FromMinutes(minutes)).AddTicks(
                    8 * TimeSpan.TicksPerMillisecond
                );
                Assert.True(time.EqualsExact(new ValueTime(time).Time), time.ToString("O", CultureInfo.InvariantCulture));
            }
        }
    }

    [Fact]
    public void None_is_no_point_in_time()
    {
        ValueTime none = new(null);
        Assert.Null(none.TimeOrNull);
        Assert.Equal(none, Read.As("null", JsonRead.TimeOrNull));

        Assert.Equal(default, none);
        Assert.NotEqual(none, new ValueTime(DateTimeOffset.MinValue));
        Assert.NotEqual(none, new ValueTime(DateTimeOffset.MaxValue));
        Assert.NotEqual(none, new ValueTime(DateTimeOffset.MaxValue.ToOffset(TimeSpan.FromHours(-1))));
    }

    [Fact]
    public void Equality_is_that_of_instants()
    {
        DateTimeOffset utc = new(2024, 1, 1, 12, 0, 0, TimeSpan.Zero);
        foreach (int minutes in (int[])[120, -570, 7])
        {
            ValueTime other = new(utc.ToOffset(TimeSpan.FromMinutes(minutes)));
            Assert.Equal(new ValueTime(utc), other);
            Assert.Equal(new ValueTime(utc).GetHashCode(), other.GetHashCode());
            Assert.NotEqual(new ValueTime(utc.AddTicks(1)), other);
        }

        Assert.Equal(8, System.Runtime.CompilerServices.Unsafe.SizeOf<ValueTime>());
    }

    [Fact]
    public void Is_written_as_the_time_is()
    {
        Assert.Equal(
            "{\"at\":\"2023-10-24T13:53:59.5-09:30\"}",
            Member(new(new DateTimeOffset(2023, 10, 24, 13, 53, 59, 500, new TimeSpan(-9, -30, 0))))
        );
        Assert.Equal("{\"at\":null}", Member(new(null)));

        static string Member(ValueTime time) =>
            Write.Text(
                time,
                static (writer, value) =>
                {
                    writer.WriteStartObject();
                    JsonWrite.Time(writer, System.Text.Json.JsonEncodedText.Encode("at"), value);
                    writer.WriteEndObject();
                }
            );
    }

    // Servers on .NET spell + so: the encoder that System.Text.Json has by default guards against HTML.
    [Fact]
    public void An_escaped_plus_costs_no_memory()
    {
        byte[] plain = Encoding.UTF8.GetBytes("\"2023-10-24T13:53:59+02:00\"");
        byte[] escaped = Encoding.UTF8.GetBytes("\"2023-10-24T13:53:59\\u002B02:00\"");
        long Count(byte[] json)
        {
            var reader = new System.Text.Json.Utf8JsonReader(json);
            reader.Read();
            long before = GC.GetAllocatedBytesForCurrentThread();
            ValueTime time = JsonRead.Time(ref reader);
            long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.Equal(TimeSpan.FromHours(2), time.Time.Offset);
            return bytes;
        }

        Count(plain);
        Count(escaped);
        Assert.Equal(Count(plain), Count(escaped)); // not 0: code that is not optimized allocates for a constant table
    }
}
