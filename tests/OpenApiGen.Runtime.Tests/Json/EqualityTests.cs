using System.Text.Json;
using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

public sealed class EqualityTests
{
    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("100", "1e2", true)]
    [InlineData("-0.00", "0", true)]
    [InlineData("0.1", "1e-1", true)]
    [InlineData("12.50e3", "12500", true)]
    [InlineData("12345678901234567890123456789012345678901", "12345678901234567890123456789012345678902", false)]
    [InlineData("1e400", "10e399", true)]
    [InlineData("1e99999999999999999999999999999999", "1e99999999999999999999999999999999", true)]
    [InlineData("1", "-1", false)]
    [InlineData("1", "\"1\"", false)]
    [InlineData("\"\\u0061\"", "\"a\"", true)]
    [InlineData("{\"a\":1,\"b\":[true,null]}", "{\"b\":[true,null],\"a\":1.0}", true)]
    [InlineData("{\"a\":1,\"a\":2}", "{\"a\":2}", true)]
    [InlineData("{\"a\":2,\"a\":2}", "{\"a\":2,\"b\":3}", false)]
    [InlineData("{\"a\":1}", "{\"a\":1,\"b\":null}", false)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("[1]", "[1,1]", false)]
    [InlineData("true", "false", false)]
    [InlineData("null", "null", true)]
    public void Json_values(string left, string right, bool expected)
    {
        var a = new ValueJson(JsonDocument.Parse(left).RootElement);
        var b = new ValueJson(JsonDocument.Parse(right).RootElement);
        Assert.Equal(expected, a == b);
        Assert.Equal(expected, b == a);
        Assert.Equal(expected, new UnknownJson(a.Element).Equals(new UnknownJson(b.Element)));
        if (expected)
            Assert.Equal(a.GetHashCode(), b.GetHashCode());
    }

    [Fact]
    public void Null_is_not_a_json_null()
    {
        var nothing = new ValueJson((JsonElement?)null);
        Assert.Equal(default, nothing);
        Assert.Null(nothing.ElementOrNull);
        Assert.NotEqual(nothing, new ValueJson(JsonDocument.Parse("null").RootElement));
        Assert.Equal("", new UnknownJson(default).ToString());
        Assert.Equal("[1, 2]", new UnknownJson(JsonDocument.Parse("[1, 2]").RootElement).ToString());
    }

    [Fact]
    public void Lists()
    {
        var array = new ValueList<int>([1, 2]);
        Assert.True(array == new ValueList<int>(new List<int> { 1, 2 }));
        Assert.True(array != new ValueList<int>([2, 1]));
        Assert.True(array != new ValueList<int>([1, 2, 3]));
        Assert.True(default == new ValueList<int>(null));
        Assert.True(default != new ValueList<int>([]));
        Assert.Equal(array.GetHashCode(), new ValueList<int>(new List<int> { 1, 2 }).GetHashCode());
        Assert.Empty(default(ValueList<int>).Items);
        Assert.Null(default(ValueList<int>).ItemsOrNull);
    }

    [Fact]
    public void Maps()
    {
        var map = new ValueMap<string, int>(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 });
        Assert.True(map == new ValueMap<string, int>(new SortedDictionary<string, int> { ["b"] = 2, ["a"] = 1 }));
        Assert.True(
            map
                == new ValueMap<string, int>(
                    Read.As("{\"b\":2,\"a\":1}", static (ref Utf8JsonReader reader) => JsonRead.Map(ref reader, JsonRead.Int32))
                )
        );
        Assert.True(map != new ValueMap<string, int>(new Dictionary<string, int> { ["a"] = 1, ["b"] = 3 }));
        Assert.True(map != new ValueMap<string, int>(new Dictionary<string, int> { ["a"] = 1, ["c"] = 2 }));
        Assert.True(default != new ValueMap<string, int>(new Dictionary<string, int>()));
        Assert.Equal(map.GetHashCode(), new ValueMap<string, int>(new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 }).GetHashCode());
        Assert.Empty(default(ValueMap<string, int>).Items);
    }

    [Fact]
    public void Bytes()
    {
        Assert.True(new ValueBytes([1, 2]) == new ValueBytes([1, 2]));
        Assert.True(new ValueBytes([1, 2]) != new ValueBytes([1, 3]));
        Assert.True(default != new ValueBytes([]));
        Assert.True(default == new ValueBytes(null));
        Assert.Equal(new ValueBytes([1, 2]).GetHashCode(), new ValueBytes([1, 2]).GetHashCode());
        Assert.Empty(default(ValueBytes).Bytes);
    }

    [Fact]
    public void Collections_inside_collections()
    {
        static ValueList<IReadOnlyDictionary<string, IReadOnlyList<byte[]>>> Make(byte last, bool read) =>
            new([
                read
                    ? Read.As(
                        $"{{\"b\":[],\"a\":[\"{Convert.ToBase64String([1, last])}\"]}}",
                        static (ref Utf8JsonReader reader) =>
                            JsonRead.Map(ref reader, static (ref Utf8JsonReader item) => JsonRead.List(ref item, JsonRead.Bytes))
                    )
                    : new Dictionary<string, IReadOnlyList<byte[]>>
                    {
                        ["a"] = new List<byte[]> { new byte[] { 1, last } },
                        ["b"] = [],
                    },
            ]);
        Assert.Equal(Make(2, read: false), Make(2, read: true));
        Assert.Equal(Make(2, read: true), Make(2, read: false));
        Assert.Equal(Make(2, read: false).GetHashCode(), Make(2, read: true).GetHashCode());
        Assert.NotEqual(Make(2, read: false), Make(3, read: true));
    }

    [Fact]
    public void Anything()
    {
        Assert.True(ValueEquality.Equals<object?>(null, null));
        Assert.False(ValueEquality.Equals<object?>(null, "a"));
        Assert.False(ValueEquality.Equals<object>(Array.Empty<int>(), null!));
        Assert.True(ValueEquality.Equals<object>("a", new string('a', 1)));
        Assert.False(ValueEquality.Equals<object>(new List<int>(), new Dictionary<string, int>()));
        Assert.False(ValueEquality.Equals<object>(new Dictionary<string, int>(), new List<int>()));
        Assert.True(ValueEquality.Equals<object>(JsonDocument.Parse("1").RootElement, JsonDocument.Parse("1.0").RootElement));
        Assert.Equal(0, ValueEquality.GetHashCode<object?>(null));
    }
}
