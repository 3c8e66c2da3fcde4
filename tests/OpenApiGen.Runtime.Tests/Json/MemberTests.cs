using System.Globalization;
using System.Text.Json;
using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

public sealed class MemberTests
{
    private const string Id = "\"51cc7d2d-72e9-8ed4-eb63-e2b0864b39e3\"";

    [Theory]
    [InlineData("{\"data\":[]}")]
    [InlineData("{\"data\":[],\"new\":{\"a\":[1,2.50,null]},\"other\":null}")]
    [InlineData("{\"data\":[{\"user_id\":" + Id + ",\"counts\":{}}]}")]
    [InlineData("{\"data\":[{\"user_id\":" + Id + ",\"a.b\":null,\"counts\":{\"red\":1,\"violet\":2},\"x\":0}]}")]
    public void What_is_read_is_written(string json)
    {
        Assert.Equal(json, Write.Text(Read.As(json, Page.Converter.Read), Page.Converter.Write));
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Page>(json)));
        Assert.Equal(Read.As(json, Page.Converter.Read), Read.InPieces(json, Page.Converter.Read));
        Assert.Equal(Read.As(json, Page.Converter.Read).GetHashCode(), Read.InPieces(json, Page.Converter.Read).GetHashCode());
    }

    [Fact]
    public void Order_escapes_and_repetition_do_not_matter()
    {
        var expected = new User
        {
            UserId = new Guid("51cc7d2d-72e9-8ed4-eb63-e2b0864b39e3"),
            Note = "n",
            Counts = new Dictionary<Color, int> { [new("red")] = 1 },
        };
        Assert.Equal(expected, Read.As("{\"counts\":{\"red\":1},\"a.b\":\"n\",\"user_id\":" + Id + "}", User.Converter.Read));
        Assert.Equal(
            expected,
            Read.As("{\"\\u0075ser_id\":" + Id + ",\"a\\u002eb\":\"n\",\"counts\":{\"\\u0072ed\":1}}", User.Converter.Read)
        );
        Assert.Equal(
            expected,
            Read.As(
                "{\"a.b\":\"old\",\"user_id\":" + Id + ",\"counts\":{},\"counts\":{\"red\":2,\"red\":1},\"a.b\":\"n\"}",
                User.Converter.Read
            )
        );
    }

    [Fact]
    public void An_optional_member_is_written_if_and_only_if_it_was_set()
    {
        var user = new User { UserId = Guid.Empty, Counts = new Dictionary<Color, int>() };
        Assert.Equal("{\"user_id\":\"00000000-0000-0000-0000-000000000000\",\"counts\":{}}", Write.Text(user, User.Converter.Write));
        Assert.Equal(
            "{\"user_id\":\"00000000-0000-0000-0000-000000000000\",\"a.b\":null,\"counts\":{}}",
            Write.Text(user with { Note = null }, User.Converter.Write)
        );
    }

    [Fact]
    public void Extra_members_keep_order_and_the_last_of_a_name_and_never_shadow_a_declared_one()
    {
        Page page = Read.As("{\"z\":1,\"data\":[],\"a\":2,\"z\":3}", Page.Converter.Read);
        Assert.Equal(["z", "a"], page.AdditionalProperties.Keys);
        Assert.Equal("{\"data\":[],\"z\":3,\"a\":2}", Write.Text(page, Page.Converter.Write));

        JsonElement one = JsonDocument.Parse("1").RootElement;
        page = page with
        {
            AdditionalProperties = new Dictionary<string, JsonElement> { ["data"] = one, ["b"] = one },
        };
        Assert.Equal("{\"data\":[],\"b\":1}", Write.Text(page, Page.Converter.Write));
        Assert.Empty(new Page { Data = [] }.AdditionalProperties);
    }

    [Fact]
    public void Typed_extra_members()
    {
        var members = new JsonMembers("T", "known");
        ExtraMembers<int> extra = Read.As(
            "{\"a\":1,\"known\":5,\"b\":2,\"a\":3}",
            (ref Utf8JsonReader reader) =>
            {
                var read = new ExtraMembers<int>();
                int hint = 0;
                ulong seen = 0;
                members.Start(ref reader);
                while (members.Next(ref reader, ref hint, ref seen, out int member))
                    if (member < 0)
                        read.Read(ref reader, JsonRead.Int32);
                return read;
            }
        );
        Assert.Equal(new Dictionary<string, int> { ["a"] = 3, ["b"] = 2 }, extra.Items);
        Assert.Equal(
            "{\"a\":3,\"b\":2}",
            Write.Text(
                extra,
                (writer, value) =>
                {
                    writer.WriteStartObject();
                    value.Write(writer, members, JsonWrite.Int32);
                    writer.WriteEndObject();
                }
            )
        );
        Assert.Equal(new ExtraMembers<int>(new Dictionary<string, int> { ["b"] = 2, ["a"] = 3 }), extra);
        Assert.Equal(default, new ExtraMembers<int>(new Dictionary<string, int>()));
        Assert.NotEqual(default, extra);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(300)]
    public void Tables_of_any_size_find_every_name_in_any_order(int size)
    {
        string[] names =
        [
            .. Enumerable.Range(0, size).Select(static i => new string('n', i % 23) + i.ToString(CultureInfo.InvariantCulture)),
        ];
        var members = new JsonMembers("Wide", names);
        foreach (int step in (int[])[1, size - 1, 7, 12])
        {
            int[] order = [.. Enumerable.Range(0, size).Select(i => i * step % size).Distinct()];
            string json = "{\"?\":0," + string.Join(",", order.Select(i => $"\"{names[i]}\":{i}")) + "}";
            JsonReadFunc<int> read = (ref Utf8JsonReader reader) =>
            {
                members.Start(ref reader);
                int hint = 0,
                    count = 0;
                Span<ulong> seen = stackalloc ulong[5];
                while (members.Next(ref reader, ref hint, seen, out int member))
                {
                    if (member < 0)
                        reader.Read();
                    else if (reader.GetInt32() == member && (seen[member / 64] & (1UL << (member % 64))) != 0)
                        count++;
                }

                int bits = 0;
                foreach (ulong word in seen)
                    bits += System.Numerics.BitOperations.PopCount(word);
                Assert.Equal(count, bits);
                return count;
            };
            Assert.Equal(order.Length, Read.As(json, read));
            Assert.Equal(order.Length, Read.InPieces(json, read));
        }
    }

    [Fact]
    public void Required_members_beyond_the_sixty_fourth()
    {
        var members = new JsonMembers("Wide", [.. Enumerable.Range(0, 130).Select(static i => $"m{i}")]);
        JsonException failure = Read.Fails(
            "{}",
            (ref Utf8JsonReader reader) =>
            {
                int hint = 0;
                ulong seen = 0;
                members.Next(ref reader, ref hint, ref seen, out _);
                ulong all = ulong.MaxValue,
                    none = 0,
                    one = 1;
                members.Require(ref reader, hint, ref all, ulong.MaxValue, 0);
                members.Require(ref reader, hint, ref none, 0, 1);
                members.Require(ref reader, hint, ref one, 3, 2);
                return 0;
            }
        );
        Assert.Equal("$.m129", failure.Path);
        Assert.Equal("Wide: the required member 'm129' is missing", failure.Problem());
    }
}
