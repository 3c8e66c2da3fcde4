using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

public sealed class CollectionTests
{
    private static readonly JsonReadFunc<IReadOnlyList<int>> s_list = static (ref Utf8JsonReader reader) =>
        JsonRead.List(ref reader, JsonRead.Int32);
    private static readonly JsonReadFunc<IReadOnlyDictionary<string, int>> s_map = static (ref Utf8JsonReader reader) =>
        JsonRead.Map(ref reader, JsonRead.Int32);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(100_000)]
    public void Lists_of_any_length(int length)
    {
        int[] expected = [.. Enumerable.Range(0, length)];
        string json = "[" + string.Join(",", expected) + "]";
        IReadOnlyList<int> list = Read.As(json, s_list);
        Assert.Equal(expected, Assert.IsType<int[]>(list));
        Assert.Equal(json, Write.Text(list, static (w, v) => JsonWrite.List(w, v, JsonWrite.Int32)));
        Assert.Equal(json, Write.Text<IReadOnlyList<int>>([.. list], static (w, v) => JsonWrite.List(w, v.ToList(), JsonWrite.Int32)));
    }

    [Fact]
    public void Lists_inside_lists_do_not_mix()
    {
        IReadOnlyList<IReadOnlyList<string?>> lists = Read.As(
            "[[\"a\",null],[],[\"b\",\"c\"]]",
            static (ref Utf8JsonReader reader) =>
                JsonRead.List(ref reader, static (ref Utf8JsonReader item) => JsonRead.List(ref item, JsonRead.StringOrNull))
        );
        Assert.Equal(
            [
                ["a", null],
                [],
                ["b", "c"],
            ],
            lists
        );
    }

    [Fact]
    public void Nulls()
    {
        Assert.Null(Read.As("null", static (ref Utf8JsonReader reader) => JsonRead.ListOrNull(ref reader, JsonRead.Int32)));
        Assert.Null(Read.As("null", static (ref Utf8JsonReader reader) => JsonRead.MapOrNull(ref reader, JsonRead.Int32)));
        Assert.Null(
            Read.As("null", static (ref Utf8JsonReader reader) => JsonRead.MapOrNull(ref reader, Color.Converter.Read, JsonRead.Int32))
        );
        Assert.Null(Read.As("null", static (ref Utf8JsonReader reader) => JsonRead.OrNull(ref reader, JsonRead.Uri)));
        Assert.Null(Read.As("null", static (ref Utf8JsonReader reader) => JsonRead.ValueOrNull(ref reader, Color.Converter.Read)));
        Assert.Equal(
            new Color("red"),
            Read.As("\"red\"", static (ref Utf8JsonReader reader) => JsonRead.ValueOrNull(ref reader, Color.Converter.Read))
        );
        Assert.Equal("null", Write.Text<IReadOnlyList<int>?>(null, static (w, v) => JsonWrite.ListOrNull(w, v, JsonWrite.Int32)));
        Assert.Equal(
            "null",
            Write.Text<IReadOnlyDictionary<string, int>?>(null, static (w, v) => JsonWrite.MapOrNull(w, v, JsonWrite.Int32))
        );
        Assert.Equal(
            "null",
            Write.Text<IReadOnlyDictionary<Color, int>?>(
                null,
                static (w, v) => JsonWrite.MapOrNull(w, v, static k => k.Value, JsonWrite.Int32)
            )
        );
        Assert.Equal("null", Write.Text<Color?>(null, static (w, v) => JsonWrite.ValueOrNull(w, v, Color.Converter.Write)));
        Assert.Equal("null", Write.Text<Uri?>(null, static (w, v) => JsonWrite.OrNull(w, v, JsonWrite.Uri)));
        Assert.Equal("$[1]", Read.Fails("[1,null]", s_list).Path);
        Assert.Equal("expected an array, found an object", Read.Fails("{}", s_list).Problem());
        Assert.Equal("expected an object, found an array", Read.Fails("[]", s_map).Problem());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1000)]
    public void Maps_of_any_size(int size)
    {
        string[] keys =
        [
            .. Enumerable.Range(0, size).Select(static i => "k" + ((i * 7919) % 100_003).ToString(CultureInfo.InvariantCulture)),
        ];
        string json = "{" + string.Join(",", keys.Select(static (k, i) => $"\"{k}\":{i}")) + "}";
        foreach (
            IReadOnlyDictionary<string, int> map in (IReadOnlyDictionary<string, int>[])[Read.As(json, s_map), Read.InPieces(json, s_map)]
        )
        {
            Assert.Equal(size, map.Count);
            Assert.Equal(keys, map.Keys);
            Assert.Equal(Enumerable.Range(0, size), map.Values);
            Assert.Equal(keys, map.Select(static pair => pair.Key));
            for (int i = 0; i < size; i++)
                Assert.Equal(i, map[keys[i]]);
            Assert.False(map.ContainsKey("absent"));
            Assert.False(map.TryGetValue("absent", out int none));
            Assert.Equal(0, none);
            Assert.Throws<KeyNotFoundException>(() => map["absent"]);
            Assert.Throws<ArgumentNullException>(() => map.ContainsKey(null!));
            Assert.Equal(json, Write.Text(map, static (w, v) => JsonWrite.Map(w, v, JsonWrite.Int32)));
            Assert.Equal(
                json,
                Write.Text<IReadOnlyDictionary<string, int>>(
                    new Dictionary<string, int>(map),
                    static (w, v) => JsonWrite.Map(w, v, JsonWrite.Int32)
                )
            );
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(40)]
    public void Of_equal_keys_the_last_one_counts_in_the_place_of_the_first(int size)
    {
        var json = new StringBuilder("{");
        for (int i = 0; i < size; i++)
            json.Append(CultureInfo.InvariantCulture, $"\"k{i}\":{i},");
        json.Append("\"\\u006b1\":-1}");
        IReadOnlyDictionary<string, int> map = Read.As(json.ToString(), s_map);
        Assert.Equal(size, map.Count);
        Assert.Equal(-1, map["k1"]);
        Assert.Equal("k1", map.Keys.ElementAt(1));
        Assert.Equal(size, map.Keys.Distinct().Count());
    }

    [Fact]
    public void Keys_of_other_types_that_become_equal()
    {
        IReadOnlyDictionary<int, string> map = Read.As(
            "{\"1\":\"a\",\"01\":\"b\",\"2\":\"c\"}",
            static (ref Utf8JsonReader reader) =>
                JsonRead.Map(
                    ref reader,
                    static (ref Utf8JsonReader key) => int.Parse(key.GetString()!, CultureInfo.InvariantCulture),
                    JsonRead.String
                )
        );
        Assert.Equal([new(1, "b"), new(2, "c")], map);
    }

    [Fact]
    public void Enumerations_as_keys()
    {
        IReadOnlyDictionary<Color, int?> map = Read.As(
            "{\"red\":1,\"puce\":null}",
            static (ref Utf8JsonReader reader) => JsonRead.Map(ref reader, Color.Converter.Read, JsonRead.Int32OrNull)
        );
        Assert.Equal(1, map[new Color("red")]);
        Assert.Null(map[new Color("puce")]);
        Assert.Equal(
            "{\"red\":1,\"puce\":null}",
            Write.Text(map, static (w, v) => JsonWrite.Map(w, v, static key => key.Value, JsonWrite.Int32))
        );
    }
}
