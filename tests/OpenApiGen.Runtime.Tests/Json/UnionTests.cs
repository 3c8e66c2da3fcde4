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
            Assert.Equal(value == "cat", JsonUnion.MemberEquals(reader, "kind"u8, "cat"u8));
            Assert.Equal(before, reader.TokenType);
            Assert.True(reader.TrySkip());
            return value;
        };
        Assert.Equal(expected, Read.As(json, peek));
        Assert.Equal(expected, Read.InPieces(json, peek));
    }

    [Theory]
    [InlineData("{\"name\":[{}],\"other\":{\"size\":1},\"kind\":0}", 2, 0b101UL)]
    [InlineData("{}", 0, 0UL)]
    [InlineData("[]", -1, 0UL)]
    [InlineData("3", -1, 0UL)]
    public void Members_are_counted_at_the_top_level(string json, int count, ulong all)
    {
        Assert.Equal(count, Read.As(json, static (ref Utf8JsonReader reader) =>
        {
            int known = JsonUnion.CountMembers(reader, s_members);
            Assert.True(reader.TrySkip());
            return known;
        }));
        for (ulong mask = 0; mask < 8; mask++)
        {
            Assert.Equal(count >= 0 && (all & mask) == mask, Read.As(json, (ref Utf8JsonReader reader) =>
            {
                bool has = JsonUnion.HasMembers(reader, s_members, mask);
                Assert.True(reader.TrySkip());
                return has;
            }));
        }
    }

    [Fact]
    public void A_try_that_fails_leaves_the_reader_where_it_was()
    {
        JsonReadFunc<object> read = static (ref Utf8JsonReader reader) =>
            JsonUnion.TryRead(ref reader, static (ref Utf8JsonReader r) => JsonRead.List(ref r, JsonRead.Int32), out IReadOnlyList<int>? numbers) ? numbers!
            : JsonUnion.TryRead(ref reader, JsonRead.Guid, out Guid id) ? id
            : UnknownJson.Read(ref reader);
        Assert.Equal([1, 2], Assert.IsType<int[]>(Read.As("[1,2]", read)));
        Assert.Equal(Guid.Empty, Read.As("\"00000000-0000-0000-0000-000000000000\"", read));
        UnknownJson unknown = Assert.IsType<UnknownJson>(Read.As("[1,{\"a\":2.50}]", read));
        Assert.Equal("[1,{\"a\":2.50}]", Write.Text(unknown, UnknownJson.Write));
        Assert.Equal("$[1]", Read.Fails("[1,?]", read).Path);
    }
}
