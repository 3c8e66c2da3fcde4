using System.Text.Json;
using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

/// <summary>Enumerations without a place for values that are not listed.</summary>
public sealed class ClosedEnumTests
{
    private static readonly EnumValues s_texts = new("red", "light-green", "");

    private static readonly EnumNumbers s_numbers = new(1, -5, long.MaxValue);

    [Theory]
    [InlineData("\"red\"", 0)]
    [InlineData("\"light-green\"", 1)]
    [InlineData("\"\"", 2)]
    public void Texts(string json, int index)
    {
        Read.Everywhere(json, index, static (ref Utf8JsonReader r) => s_texts.Index(ref r, "Color"));
        Assert.Equal(json, $"\"{s_texts.At(index, "Color")}\"");
    }

    [Theory]
    [InlineData("\"Red\"", "string \"Red\"")]
    [InlineData("1", "number 1")]
    [InlineData("null", "null")]
    [InlineData("[]", "an array")]
    public void Texts_that_are_not_listed(string json, string found) =>
        Assert.Equal(
            $"expected one of red, light-green,  (Color), found {found}",
            Read.Fails(json, static (ref Utf8JsonReader r) => s_texts.Index(ref r, "Color")).Problem()
        );

    [Theory]
    [InlineData("1", 1)]
    [InlineData("-5", -5)]
    [InlineData("-5.0", -5)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void Numbers(string json, long value)
    {
        Read.Everywhere(json, value, static (ref Utf8JsonReader r) => s_numbers.Read(ref r, "Level"));
        Assert.Equal(value, s_numbers.Listed(value, "Level"));
    }

    [Theory]
    [InlineData("2", "number 2")]
    [InlineData("1.5", "number 1.5")]
    [InlineData("\"1\"", "string \"1\"")]
    [InlineData("null", "null")]
    public void Numbers_that_are_not_listed(string json, string found) =>
        Assert.Equal(
            $"expected one of 1, -5, 9223372036854775807 (Level), found {found}",
            Read.Fails(json, static (ref Utf8JsonReader r) => s_numbers.Read(ref r, "Level")).Problem()
        );

    [Fact]
    public void What_a_cast_made_is_not_written()
    {
        Assert.Equal(
            "7 cannot be written as Color: its values are red, light-green, ",
            Assert.Throws<JsonException>(static () => s_texts.At(7, "Color")).Message
        );
        Assert.Throws<JsonException>(static () => s_texts.At(-1, "Color"));
        Assert.Equal(
            "2 cannot be written as Level: its values are 1, -5, 9223372036854775807",
            Assert.Throws<JsonException>(static () => s_numbers.Listed(2, "Level")).Message
        );
        Assert.Throws<JsonException>(static () => s_numbers.Text(2, "Level"));
        Assert.Equal("-5", s_numbers.Text(-5, "Level"));
    }

    [Fact]
    public void A_long_list_is_cut()
    {
        EnumValues many = new([.. Enumerable.Range(0, 100).Select(static i => "v" + i)]);
        string problem = Read.Fails("\"x\"", (ref Utf8JsonReader r) => many.Index(ref r, "Many")).Problem();
        Assert.EndsWith("v18, v19, … (Many), found string \"x\"", problem, StringComparison.Ordinal);
    }
}
