using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

public sealed class ValueTimeTests
{
    [Theory]
    [InlineData("2023-10-24T13:53:59.1234567+00:00")]
    [InlineData("2023-10-24T13:53:59-09:30")]
    [InlineData("0001-01-01T00:00:00+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999+00:00")]
    [InlineData("2000-02-29T00:00:00+14:00")]
    public void Gives_back_what_it_keeps(string text)
    {
        DateTimeOffset time = DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        DateTimeOffset? kept = new ValueTime(time).TimeOrNull;
        Assert.Equal(time, kept);
        Assert.Equal(time.Offset, kept!.Value.Offset);
    }

    [Fact]
    public void None_is_none_and_the_default()
    {
        Assert.Null(new ValueTime(null).TimeOrNull);
        Assert.Null(default(ValueTime).TimeOrNull);
        Assert.Equal(default, new ValueTime(null));
        Assert.NotEqual(default, new ValueTime(DateTimeOffset.MinValue));
    }

    [Fact]
    public void Equality_is_that_of_instants()
    {
        DateTimeOffset utc = new(2024, 1, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(new ValueTime(utc), new ValueTime(utc.ToOffset(TimeSpan.FromHours(2))));
        Assert.Equal(new ValueTime(utc).GetHashCode(), new ValueTime(utc.ToOffset(TimeSpan.FromHours(2))).GetHashCode());
        Assert.Equal(16, System.Runtime.CompilerServices.Unsafe.SizeOf<ValueTime>());
    }
}
