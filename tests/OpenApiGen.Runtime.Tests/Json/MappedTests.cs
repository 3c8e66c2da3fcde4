using System.Numerics;
using System.Text.Json;
using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

/// <summary>Types that a project maps a format to: what they hold comes back as it was, what they do not hold is an error.</summary>
public sealed class MappedTests
{
    [Theory]
    [InlineData("\"2024-02-29T12:00:00Z\"")]
    [InlineData("\"2024-02-29T14:00:00+02:00\"")]
    [InlineData("\"2024-02-29T12:00:00\"")]
    public void A_date_time_is_an_instant(string json)
    {
        DateTime value = Read.As(json, JsonRead.DateTime);
        Assert.Equal(new DateTime(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc), value);
        Assert.Equal(DateTimeKind.Utc, value.Kind);
        Assert.Equal("\"2024-02-29T12:00:00Z\"", Write.Text(value, JsonWrite.DateTime));
        Assert.Equal("\"2024-02-29T12:00:00Z\"", Write.Text(value.ToLocalTime(), JsonWrite.DateTime));
        Assert.Equal("\"2024-02-29T12:00:00Z\"", Write.Text(DateTime.SpecifyKind(value, DateTimeKind.Unspecified), JsonWrite.DateTime));
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("1e3", "1000")]
    [InlineData("1.0", "1")]
    [InlineData("-123456789012345678901234567890", "-123456789012345678901234567890")]
    public void Large_integers(string json, string written)
    {
        Read.Everywhere(json, BigInteger.Parse(written, System.Globalization.CultureInfo.InvariantCulture), JsonRead.BigInteger);
        Assert.Equal(written, Write.Text(Read.As(json, JsonRead.BigInteger), JsonWrite.BigInteger));
    }

    [Fact]
    public void Integers_of_no_end_are_refused()
    {
        Assert.Equal(new string('9', 1000), Write.Text(Read.As(new string('9', 1000), JsonRead.BigInteger), JsonWrite.BigInteger));
        Assert.StartsWith(
            "expected an integer (of up to 1000 digits), found number 9999",
            Read.Fails(new string('9', 1001), JsonRead.BigInteger).Problem(),
            StringComparison.Ordinal
        );
        Assert.Equal("expected an integer (of up to 1000 digits), found number 1e400", Read.Fails("1e400", JsonRead.BigInteger).Problem());
        Assert.Equal("expected an integer (of up to 1000 digits), found number 1.5", Read.Fails("1.5", JsonRead.BigInteger).Problem());
    }

    [Theory]
    [InlineData("\"0\"")]
    [InlineData("\"-5\"")]
    [InlineData("\"2147483647\"")]
    public void Integers_as_text(string json)
    {
        Assert.Equal(json, Write.Text(Read.As(json, JsonRead.Int32Text), JsonWrite.Int32Text));
        Assert.Equal(json, Write.Text(Read.As(json, JsonRead.Int64Text), JsonWrite.Int64Text));
        Assert.Equal(json, Write.Text(Read.As(json, JsonRead.DecimalText), JsonWrite.DecimalText));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("\"\"")]
    [InlineData("\"+5\"")]
    [InlineData("\"05\"")]
    [InlineData("\"-0\"")]
    [InlineData("\" 5\"")]
    [InlineData("\"5e3\"")]
    [InlineData("\"1,000\"")]
    [InlineData("\"99999999999999999999999999999999\"")]
    public void Text_that_would_be_written_otherwise(string json)
    {
        Read.Fails(json, JsonRead.Int32Text);
        Read.Fails(json, JsonRead.Int64Text);
        Read.Fails(json, JsonRead.DecimalText);
    }

    [Theory]
    [InlineData("\"1.50\"")]
    [InlineData("\"-0.10\"")]
    [InlineData("\"79228162514264337593543950335\"")]
    public void Decimals_as_text_keep_their_zeros(string json) =>
        Assert.Equal(json, Write.Text(Read.As(json, JsonRead.DecimalText), JsonWrite.DecimalText));

    [Theory]
    [InlineData("0.1")]
    [InlineData("16777216")]
    [InlineData("3.4028235E+38")]
    public void Floats_that_hold_what_is_written(string json) =>
        Assert.Equal(json, Write.Text(Read.As(json, JsonRead.Single), JsonWrite.Single), ignoreCase: true);

    [Theory]
    [InlineData("16777217")]
    [InlineData("0.123456789")]
    public void Floats_that_do_not(string json) => Read.Fails(json, JsonRead.Single);

    [Fact]
    public void Null()
    {
        Assert.Null(Read.As("null", JsonRead.DateTimeOrNull));
        Assert.Null(Read.As("null", JsonRead.BigIntegerOrNull));
        Assert.Null(Read.As("null", JsonRead.Int32TextOrNull));
        Assert.Null(Read.As("null", JsonRead.Int64TextOrNull));
        Assert.Null(Read.As("null", JsonRead.DecimalTextOrNull));
        Assert.Equal("null", Write.Text<DateTime?>(null, JsonWrite.DateTime));
        Assert.Equal("null", Write.Text<BigInteger?>(null, JsonWrite.BigInteger));
        Assert.Equal("null", Write.Text<int?>(null, JsonWrite.Int32Text));
        Assert.Equal("null", Write.Text<long?>(null, JsonWrite.Int64Text));
        Assert.Equal("null", Write.Text<decimal?>(null, JsonWrite.DecimalText));
        Assert.Equal("expected a string (decimal), found null", Read.Fails("null", JsonRead.DecimalText).Problem());
    }
}
