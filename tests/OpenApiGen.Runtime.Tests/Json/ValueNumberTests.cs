using System.Text.Json;
using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

public class ValueNumberTests
{
    private static readonly double?[] s_numbers =
    [
        null,
        0,
        -0.0,
        1,
        -1,
        0.1,
        1e14,
        -1e14,
        99_999_999_999_999,
        double.MaxValue,
        double.Epsilon,
        double.NaN,
        double.PositiveInfinity,
        double.NegativeInfinity,
        BitConverter.Int64BitsToDouble(0x7FFC_0000_0000_0001),
        BitConverter.Int64BitsToDouble(unchecked((long)0xFFFC_0000_0000_0000)),
    ];

    [Fact]
    public void Any_number_is_given_back() => Assert.All(s_numbers, AssertGivenBack);

    private static void AssertGivenBack(double? number)
    {
        ValueNumber kept = new(number);
        Assert.Equal(number, kept.NumberOrNull);
        Assert.Equal(number.GetValueOrDefault(), kept.Number);
        Assert.Equal(number is 0 && double.IsNegative(number.Value), kept.NumberOrNull is 0 && double.IsNegative(kept.Number));
    }

    [Fact]
    public void None_is_the_default() => Assert.Null(default(ValueNumber).NumberOrNull);

    [Theory]
    [InlineData("61.0")]
    [InlineData("0.0")]
    [InlineData("-5.0")]
    [InlineData("99999999999999.0")]
    [InlineData("-9999999999999.0")]
    [InlineData("61")]
    [InlineData("61.5")]
    [InlineData("-0")]
    [InlineData("null")]
    public void A_spelling_is_written_as_it_came(string json)
    {
        ValueNumber value = Read.As(json, JsonRead.NumberOrNull);
        Assert.Equal($"{{\"n\":{json}}}", Member(value));
    }

    [Fact]
    public void Equality_is_of_the_numbers()
    {
        ValueNumber came = Read.As("61.0", JsonRead.Number),
            made = new(61);
        Assert.True(came == made);
        Assert.Equal(came.GetHashCode(), made.GetHashCode());
        Assert.NotEqual(came, Read.As("62.0", JsonRead.Number));
        Assert.NotEqual(default, new ValueNumber(0));
        Assert.Equal(new ValueNumber(double.NaN), new ValueNumber(double.NaN));
    }

    [Fact]
    public void Numbers_of_a_list_are_written_as_they_came()
    {
        foreach (string json in (string[])["[]", "[1,2]", "[1.0]", "[1,2.0,2.5,3]", "[1.0,2,3,4,5,6,7,8,9,10,11.0]"])
        {
            IReadOnlyList<double> list = Read.As(json, JsonRead.Numbers);
            Assert.Equal(JsonDocument.Parse(json).RootElement.EnumerateArray().Select(e => e.GetDouble()), list);
            Assert.Equal(json, Write.Text(list, static (w, v) => JsonWrite.List(w, v, JsonWrite.Double)));
        }

        Assert.IsType<double[]>(Read.As("[1,2.5]", JsonRead.Numbers));
    }

    private static string Member(ValueNumber value)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            JsonWrite.Double(writer, JsonEncodedText.Encode("n"), value);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
