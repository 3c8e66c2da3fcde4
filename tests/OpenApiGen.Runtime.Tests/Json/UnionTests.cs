using System.Text.Json;
using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

public sealed class UnionTests
{
    private static readonly JsonMembers s_members = new("X", "kind", "size", "name");

    [Theory]
    [InlineData("{\"kind\":\"cat\"}", "cat")]
    [InlineData("{\"size\":{\"kind\":\"dog\"},\"list\":[{\"kind\":1}],\"\\u006bind\":\"c\\u0061t\"}", "cat")]
    [InlineData("{\"kind\":7}", null)]
    [InlineData("{\"kind\":null}", null)]
    [InlineData("{}", null)]
    [InlineData("[\"kind\"]", null)]
    [InlineData("\"kind\"", null)]
    public void A_discriminator_is_found_wherever_it_stands(string json, string? expected)
    {
        JsonReadFunc<string?> peek = static (ref Utf8JsonReader reader) =>
        {
            JsonTokenType before = reader.TokenType;
            bool found = JsonUnion.TryPeekString(reader, "kind"u8, out string? value);
            Assert.Equal(found, value is not null);
            Assert.Equal(before, reader.TokenType);
            Assert.True(reader.TrySkip());
            return value;
        };
        Assert.Equal(expected, Read.As(json, peek));
        Assert.Equal(expected, Read.InPieces(json, peek));
    }

    [Theory]
    [InlineData("{\"name\":[{}],\"other\":{\"size\":1},\"kind\":0}", 0b101UL)]
    [InlineData("{}", 0UL)]
    public void A_branch_fits_when_what_it_requires_is_there_at_the_top_level(string json, ulong there)
    {
        for (ulong mask = 0; mask < 8; mask++)
        {
            UnionShape[] shapes = [new UnionShape(s_members, [.. Enumerable.Range(0, 3).Where(i => (mask & (1UL << i)) != 0)])];
            Assert.Equal((there & mask) == mask ? [0] : [], Read.As(json, Ranked(shapes)));
        }
    }

    [Theory]
    [InlineData("{\"kind\":0}", new[] { 2, 0, 1 })] // all declare it; the fewer besides the better
    [InlineData("{\"kind\":0,\"size\":1}", new[] { 0, 1, 2 })]
    [InlineData("{\"kind\":0,\"color\":1}", new[] { 1, 2, 0 })]
    public void Branches_come_in_the_order_in_which_they_fit(string json, int[] expected)
    {
        UnionShape[] shapes = [new(s_members), new(new JsonMembers("Y", "kind", "size", "color")), new(new JsonMembers("Z", "kind"))];
        Assert.Equal(expected, Read.As(json, Ranked(shapes)));
        Assert.Equal(expected, Read.InPieces(json, Ranked(shapes)));
    }

    [Theory]
    [InlineData("{\"kind\":\"cat\",\"size\":1}", new[] { 0, 2 })]
    [InlineData("{\"kind\":\"d\\u006fg\",\"size\":2}", new[] { 1, 2 })]
    [InlineData("{\"kind\":\"fish\"}", new[] { 2 })]
    [InlineData("{\"size\":2}", new[] { 1, 2 })] // of what is not there nothing is said
    [InlineData("{\"size\":true}", new[] { 2 })]
    [InlineData("{\"kind\":null,\"name\":\"x\"}", new[] { 0, 1 })]
    public void A_value_of_another_branch_speaks_against_one(string json, int[] expected)
    {
        UnionShape[] shapes =
        [
            new UnionShape(s_members).With(0, "cat").With(1, "1"),
            new UnionShape(s_members).With(0, "dog").With(1, "2"),
            new UnionShape(s_members).Without(2, "x", "y"),
        ];
        Assert.Equal(expected, Read.As(json, Ranked(shapes)));
        Assert.Equal(expected, Read.InPieces(json, Ranked(shapes)));
    }

    [Theory]
    [InlineData("{\"size\":1}", 0b11UL)] // no discriminator: all are considered
    [InlineData("{\"kind\":\"?\",\"size\":1}", 0b00UL)] // both fit as well
    [InlineData("{\"kind\":\"?\",\"color\":1}", 0b10UL)]
    [InlineData("{\"kind\":\"?\",\"name\":1,\"size\":1}", 0b01UL)]
    public void A_kind_that_nobody_claims_leads_to_what_alone_fits_best(string json, ulong expected)
    {
        UnionShape[] shapes = [new(s_members), new(new JsonMembers("Y", "kind", "size", "color"))];
        JsonReadFunc<ulong> sole = (ref Utf8JsonReader reader) =>
        {
            ulong found = JsonUnion.Sole(reader, "kind"u8, shapes);
            Assert.True(reader.TrySkip());
            return found;
        };
        Assert.Equal(expected, Read.As(json, sole));
        Assert.Equal(expected, Read.InPieces(json, sole));
    }

    [Theory]
    [InlineData("{\"kind\":7}", "7")]
    [InlineData("{\"kind\":true}", "true")]
    [InlineData("{\"kind\":false}", "false")]
    [InlineData("{\"kind\":\"a\"}", "a")]
    [InlineData("{\"kind\":null}", null)]
    [InlineData("{\"kind\":{}}", null)]
    public void A_kind_may_be_a_number_or_a_boolean(string json, string? expected)
    {
        JsonReadFunc<string?> peek = static (ref Utf8JsonReader reader) =>
        {
            string? found = JsonUnion.PeekString(reader, "kind"u8);
            Assert.True(reader.TrySkip());
            return found;
        };
        Assert.Equal(expected, Read.As(json, peek));
        Assert.Equal(expected, Read.InPieces(json, peek));
    }

    private static JsonReadFunc<List<int>> Ranked(UnionShape[] shapes) =>
        (ref Utf8JsonReader reader) =>
        {
            List<int> ranked = [];
            ulong left = JsonUnion.All(shapes);
            while (JsonUnion.Best(reader, shapes, ref left, out int best))
                ranked.Add(best);
            Assert.True(reader.TrySkip());
            return ranked;
        };

    [Fact]
    public void A_try_that_fails_leaves_the_reader_where_it_was()
    {
        JsonReadFunc<object> read = static (ref Utf8JsonReader reader) =>
            JsonUnion.TryRead(
                ref reader,
                static (ref Utf8JsonReader r) => JsonRead.List(ref r, JsonRead.Int32),
                out IReadOnlyList<int>? numbers
            )
                ? numbers!
            : JsonUnion.TryRead(ref reader, JsonRead.Guid, out Guid id) ? id
            : UnknownJson.Read(ref reader);
        Assert.Equal([1, 2], Assert.IsType<int[]>(Read.As("[1,2]", read)));
        Assert.Equal(Guid.Empty, Read.As("\"00000000-0000-0000-0000-000000000000\"", read));
        UnknownJson unknown = Assert.IsType<UnknownJson>(Read.As("[1,{\"a\":2.50}]", read));
        Assert.Equal("[1,{\"a\":2.50}]", Write.Text(unknown, UnknownJson.Write));
        Assert.Equal("$[1]", Read.Fails("[1,?]", read).Path);
    }
}
