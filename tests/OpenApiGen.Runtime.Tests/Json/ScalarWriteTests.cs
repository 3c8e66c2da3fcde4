using System.Text.Json;
using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

public sealed class ScalarWriteTests
{
    [Fact]
    public void Values()
    {
        Assert.Equal("\"a\\\"é+<\\uD83D\\uDE00\"", Write.Text("a\"é+<😀", JsonWrite.String));
        Assert.Equal("true", Write.Text(true, JsonWrite.Boolean));
        Assert.Equal("-2147483648", Write.Text(int.MinValue, JsonWrite.Int32));
        Assert.Equal("9223372036854775807", Write.Text(long.MaxValue, JsonWrite.Int64));
        Assert.Equal("18446744073709551615", Write.Text(ulong.MaxValue, JsonWrite.UInt64));
        Assert.Equal("0.1", Write.Text(0.1f, JsonWrite.Single));
        Assert.Equal("0.30000000000000004", Write.Text(0.1 + 0.2, JsonWrite.Double));
        Assert.Equal("1.2300", Write.Text(1.2300m, JsonWrite.Decimal));
        Assert.Equal("\"51cc7d2d-72e9-8ed4-eb63-e2b0864b39e3\"", Write.Text(new Guid("51CC7D2D72E98ED4EB63E2B0864B39E3"), JsonWrite.Guid));
        Assert.Equal("\"AQL/+w==\"", Write.Text<byte[]>([1, 2, 255, 251], JsonWrite.Bytes));
        Assert.Equal("\"/a b?c=d&e\"", Write.Text(new Uri("/a b?c=d&e", UriKind.Relative), JsonWrite.Uri));
        Assert.Equal("[1,{}]", Write.Text(JsonDocument.Parse("[1, {}]").RootElement, JsonWrite.Element));
    }

    [Fact]
    public void Times()
    {
        Assert.Equal(
            "\"2023-10-24T13:53:59Z\"",
            Write.Text(new DateTimeOffset(2023, 10, 24, 13, 53, 59, TimeSpan.Zero), JsonWrite.DateTimeOffset)
        );
        Assert.Equal(
            "\"2023-10-24T13:53:59.0012-11:45\"",
            Write.Text(new DateTimeOffset(2023, 10, 24, 13, 53, 59, new TimeSpan(-11, -45, 0)).AddTicks(12000), JsonWrite.DateTimeOffset)
        );
        Assert.Equal("\"0001-01-01T00:00:00Z\"", Write.Text(DateTimeOffset.MinValue, JsonWrite.DateTimeOffset));
        Assert.Equal("\"9999-12-31T23:59:59.9999999Z\"", Write.Text(DateTimeOffset.MaxValue, JsonWrite.DateTimeOffset));
        Assert.Equal("\"2023-01-02\"", Write.Text(new DateTime(2023, 1, 2, 23, 0, 0), JsonWrite.Date));
        Assert.Equal("\"2023-01-02\"", Write.Text(new DateOnly(2023, 1, 2), JsonWrite.DateOnly));
        Assert.Equal("\"01:02:03\"", Write.Text(new TimeOnly(1, 2, 3), JsonWrite.TimeOnly));
        Assert.Equal("\"01:02:03.5\"", Write.Text(new TimeOnly(1, 2, 3, 500), JsonWrite.TimeOnly));
        Assert.Equal("\"PT0S\"", Write.Text(TimeSpan.Zero, JsonWrite.TimeSpan));
        Assert.Equal("\"-P1DT2H3M4.5S\"", Write.Text(-new TimeSpan(1, 2, 3, 4, 500), JsonWrite.TimeSpan));
        Assert.Equal("\"PT0.0000001S\"", Write.Text(new TimeSpan(1), JsonWrite.TimeSpan));
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    [InlineData(-1L)]
    [InlineData(864_000_000_000L * 400)]
    public void Durations_read_back(long ticks) =>
        Assert.Equal(new TimeSpan(ticks), Read.As(Write.Text(new TimeSpan(ticks), JsonWrite.TimeSpan), JsonRead.TimeSpan));

    [Fact]
    public void Nothing_is_null()
    {
        Assert.Equal("null", Write.Text<string?>(null, JsonWrite.String));
        Assert.Equal("null", Write.Text<bool?>(null, JsonWrite.Boolean));
        Assert.Equal("null", Write.Text<int?>(null, JsonWrite.Int32));
        Assert.Equal("null", Write.Text<long?>(null, JsonWrite.Int64));
        Assert.Equal("null", Write.Text<ulong?>(null, JsonWrite.UInt64));
        Assert.Equal("null", Write.Text<float?>(null, JsonWrite.Single));
        Assert.Equal("null", Write.Text<double?>(null, JsonWrite.Double));
        Assert.Equal("null", Write.Text<decimal?>(null, JsonWrite.Decimal));
        Assert.Equal("null", Write.Text<Guid?>(null, JsonWrite.Guid));
        Assert.Equal("null", Write.Text<DateTimeOffset?>(null, JsonWrite.DateTimeOffset));
        Assert.Equal("null", Write.Text<DateTime?>(null, JsonWrite.Date));
        Assert.Equal("null", Write.Text<DateOnly?>(null, JsonWrite.DateOnly));
        Assert.Equal("null", Write.Text<TimeOnly?>(null, JsonWrite.TimeOnly));
        Assert.Equal("null", Write.Text<TimeSpan?>(null, JsonWrite.TimeSpan));
        Assert.Equal("null", Write.Text<byte[]?>(null, JsonWrite.Bytes));
        Assert.Equal("null", Write.Text<Uri?>(null, JsonWrite.Uri));
        Assert.Equal("null", Write.Text<JsonElement?>(null, JsonWrite.Element));
        Assert.Equal("null", Write.Text(default(JsonElement), JsonWrite.Element));
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Numbers_json_has_not(double value, string name)
    {
        string expected = name + " cannot be written: JSON numbers are finite (RFC 8259 section 6)";
        Assert.Equal(expected, Assert.Throws<JsonException>(() => Write.Text(value, JsonWrite.Double)).Message);
        Assert.Equal(expected, Assert.Throws<JsonException>(() => Write.Text((float)value, JsonWrite.Single)).Message);
        Assert.Equal("1", Write.Text(1, JsonWrite.Int32)); // the writer that failed is whole again
    }

    [Fact]
    public void Indented_dates_stand_in_line()
    {
        IReadOnlyList<DateTimeOffset> dates = [DateTimeOffset.UnixEpoch];
        Assert.Equal(
            "[\n  \"1970-01-01T00:00:00Z\"\n]",
            Write.Indented(dates, static (w, v) => JsonWrite.List(w, v, JsonWrite.DateTimeOffset))
        );
    }

    [Fact]
    public void A_write_inside_a_write()
    {
        string text = Write.Text(
            1,
            static (w, v) =>
            {
                w.WriteStartArray();
                w.WriteStringValue(Write.Text(v, JsonWrite.Int32));
                w.WriteEndArray();
            }
        );
        Assert.Equal("[\"1\"]", text);
    }
}
