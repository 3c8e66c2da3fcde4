using System.Text.Json;
using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

public sealed class NumberReadTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("1.0", 1)]
    [InlineData("-12.000", -12)]
    [InlineData("1e3", 1000)]
    [InlineData("1.5E+1", 15)]
    [InlineData("12000e-3", 12)]
    [InlineData("0.0e99999999999", 0)]
    public void Integers_of_32_bits(string json, int expected)
    {
        Read.Everywhere(json, expected, JsonRead.Int32);
        Read.Everywhere(json, expected, JsonRead.Int32OrNull);
        Read.Everywhere(json, expected, JsonRead.Int64);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    [InlineData("1e10")]
    [InlineData("1e-1")]
    [InlineData("1.00000000000000000000000000000000000001")]
    public void Int32_that_is_none(string json) =>
        Assert.Equal($"expected an integer (int32), found number {json}", Read.Fails(json, JsonRead.Int32).Problem());

    [Theory]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9223372036854775807.0", long.MaxValue)]
    [InlineData("-9.223372036854775808e18", long.MinValue)]
    [InlineData("1000000000000000000000e-3", 1000000000000000000L)]
    public void Integers_of_64_bits(string json, long expected)
    {
        Read.Everywhere(json, expected, JsonRead.Int64);
        Read.Everywhere(json, expected, JsonRead.Int64OrNull);
    }

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809.0")]
    [InlineData("1e19")]
    [InlineData("1e999999999999999999999999")]
    [InlineData("1e-999999999999999999999999")]
    public void Int64_that_is_none(string json) =>
        Assert.StartsWith("expected an integer (int64), found number ", Read.Fails(json, JsonRead.Int64).Message, StringComparison.Ordinal);

    [Fact]
    public void Integers_from_zero()
    {
        Read.Everywhere("18446744073709551615", ulong.MaxValue, JsonRead.UInt64);
        Read.Everywhere("18446744073709551615.00", ulong.MaxValue, JsonRead.UInt64);
        Read.Everywhere("-0.0", 0UL, JsonRead.UInt64);
        Assert.Null(Read.As("null", JsonRead.UInt64OrNull));
        Assert.Equal("expected an integer (uint64), found number -1", Read.Fails("-1", JsonRead.UInt64).Problem());
        Assert.Equal(
            "expected an integer (uint64), found number 18446744073709551616",
            Read.Fails("18446744073709551616", JsonRead.UInt64).Problem()
        );
    }

    [Fact]
    public void Floating_point()
    {
        Read.Everywhere("0.1", 0.1, JsonRead.Double);
        Read.Everywhere("1.7976931348623157e308", double.MaxValue, JsonRead.Double);
        Read.Everywhere("0.1", 0.1f, JsonRead.Single);
        Assert.Null(Read.As("null", JsonRead.DoubleOrNull));
        Assert.Null(Read.As("null", JsonRead.SingleOrNull));
        Assert.Equal("expected a number (double), found number 1e400", Read.Fails("1e400", JsonRead.Double).Problem());
        Assert.Equal("expected a number (float), found number -1e39", Read.Fails("-1e39", JsonRead.Single).Problem());
        Assert.Equal("expected a number (double), found string \"NaN\"", Read.Fails("\"NaN\"", JsonRead.Double).Problem());
        Assert.Equal("expected a number (double), found true", Read.Fails("true", JsonRead.Double).Problem());
    }

    [Fact]
    public void Decimals_keep_their_digits()
    {
        Read.Everywhere("79228162514264337593543950335", decimal.MaxValue, JsonRead.Decimal);
        Assert.Equal("1.2300", Read.As("1.2300", JsonRead.Decimal).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Null(Read.As("null", JsonRead.DecimalOrNull));
        Assert.Equal("expected a number (decimal), found number 1e30", Read.Fails("1e30", JsonRead.Decimal).Problem());
    }
}
