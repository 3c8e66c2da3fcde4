using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

/// <summary>Numbers that are read from a number or from a string that spells one.</summary>
public sealed class NumberOrTextTests
{
    [Theory]
    [InlineData("12", 12)]
    [InlineData("\"12\"", 12)]
    [InlineData("\"-2147483648\"", int.MinValue)]
    public void Reads_integers(string json, int expected)
    {
        Assert.Equal(expected, Read.As(json, JsonRead.Int32OrText));
        Assert.Equal(expected, Read.As(json, JsonRead.Int64OrText));
        Assert.Equal(expected, Read.As(json, JsonRead.BigIntegerOrText));
        Assert.Equal(expected, Read.As(json, JsonRead.DoubleOrText));
        Assert.Equal(expected, Read.As(json, JsonRead.DecimalOrText));
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("\"1.5\"")]
    [InlineData("\"15e-1\"")]
    public void Reads_fractions(string json)
    {
        Assert.Equal(1.5, Read.As(json, JsonRead.DoubleOrText));
        Assert.Equal(1.5f, Read.As(json, JsonRead.SingleOrText));
        Assert.Equal(1.5m, Read.As(json, JsonRead.DecimalOrText));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"x\"")]
    [InlineData("\" 1\"")]
    [InlineData("\"1,000\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("\"NaN\"")]
    [InlineData("true")]
    public void Fails_on_what_is_no_number(string json)
    {
        Read.Fails(json, JsonRead.Int32OrText);
        Read.Fails(json, JsonRead.Int64OrText);
        Read.Fails(json, JsonRead.UInt64OrText);
        Read.Fails(json, JsonRead.BigIntegerOrText);
        Read.Fails(json, JsonRead.DoubleOrText);
        Read.Fails(json, JsonRead.SingleOrText);
        Read.Fails(json, JsonRead.DecimalOrText);
    }

    [Fact]
    public void Fails_on_what_does_not_fit()
    {
        Read.Fails("\"2147483648\"", JsonRead.Int32OrText);
        Read.Fails("\"-1\"", JsonRead.UInt64OrText);
        Read.Fails("\"1e400\"", JsonRead.DoubleOrText);
        Read.Fails("\"0.1\"", JsonRead.Int64OrText);
        Assert.Equal(ulong.MaxValue, Read.As("\"18446744073709551615\"", JsonRead.UInt64OrText));
        Assert.Null(Read.As("null", JsonRead.Int32OrTextOrNull));
    }
}
