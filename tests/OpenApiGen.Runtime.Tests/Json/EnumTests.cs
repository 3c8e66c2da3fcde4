using System.Text.Json;
using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

public sealed class EnumTests
{
    [Fact]
    public void Known_values_are_the_given_instances()
    {
        string known = new("green".AsSpan());
        var values = new EnumValues("red", known);
        Assert.Same(known, Read.As("\"green\"", values.Read));
        Assert.Same(known, Read.As("\"\\u0067reen\"", values.Read));
        Assert.Same(known, Read.InPieces("\"green\"", values.Read));
        Assert.Equal("puce", Read.As("\"puce\"", values.Read));
        Assert.Equal("", Read.As("\"\"", values.Read));
        Assert.Equal("expected a string, found number 1", Read.Fails("1", values.Read).Problem());
    }

    [Fact]
    public void A_known_value_allocates_nothing()
    {
        byte[] json = "[\"red\",\"green\",\"blue\"]"u8.ToArray();
        long Count()
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            long before = GC.GetAllocatedBytesForCurrentThread();
            while (reader.Read() && reader.TokenType == JsonTokenType.String)
                Color.Converter.Read(ref reader);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Count();
        Assert.Equal(0, Count());
    }

    [Fact]
    public void Large_tables_find_what_they_have_and_nothing_else()
    {
        string[] all = [.. Enumerable.Range(0, 5000).Select(static i => $"a_rather_long_common_prefix_{i:d5}_and_suffix")];
        var values = new EnumValues(all);
        Assert.All(all, value => Assert.True(values.IsKnown(value)));
        Assert.All(all, value => Assert.False(values.IsKnown(value + "x")));
        Assert.Same(all[4321], Read.As($"\"{all[4321]}\"", values.Read));
        Assert.False(values.IsKnown(""));
        Assert.False(new EnumValues().IsKnown("x"));
        Assert.True(new EnumValues("é", "").IsKnown("é"));
    }

    [Theory]
    [InlineData("\"red\"", true)]
    [InlineData("\"Red\"", false)]
    [InlineData("1", false)]
    [InlineData("null", false)]
    public void Matching_does_not_move(string json, bool expected)
    {
        Assert.Equal(
            expected,
            Read.As(
                json,
                static (ref Utf8JsonReader reader) =>
                {
                    JsonTokenType token = reader.TokenType;
                    bool matches = Color.Converter.Values.Matches(ref reader);
                    Assert.Equal(token, reader.TokenType);
                    return matches;
                }
            )
        );
    }

    [Fact]
    public void The_serializer_takes_them_as_values_and_as_keys()
    {
        var colors = new Dictionary<Color, Color?> { [new("red")] = new Color("puce"), [new("x y")] = null };
        string json = JsonSerializer.Serialize(colors);
        Assert.Equal("{\"red\":\"puce\",\"x y\":null}", json);
        Assert.Equal(colors, JsonSerializer.Deserialize<Dictionary<Color, Color?>>(json));
        Assert.Equal(
            "expected a string, found null. Path: $.",
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Color>("null")).Message
        );
        Assert.True(new Color("blue").IsKnown);
        Assert.False(default(Color).IsKnown);
    }
}
