using OpenApiGen.Generator.Model;
using Xunit;

namespace OpenApiGen.Generator.Tests.Diagnostics;

public class EquatableArrayTests
{
    [Fact]
    public void Arrays_compare_by_content()
    {
        EquatableArray<string> one = new(["a", "b"]);
        EquatableArray<string> same = new List<string> { "a", "b" }.ToEquatableArray();

        Assert.True(one == same);
        Assert.True(one.Equals((object)same));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.True(one != new EquatableArray<string>(["b", "a"]));
        Assert.True(one != new EquatableArray<string>(["a"]));
        Assert.False(one.Equals((object)"a"));
    }

    [Fact]
    public void Arrays_of_arrays_and_of_nulls_compare_by_content()
    {
        EquatableArray<EquatableArray<string?>> one = new([new([null, "a"]), default]);
        EquatableArray<EquatableArray<string?>> same = new([new([null, "a"]), new([])]);

        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
    }

    [Fact]
    public void The_default_is_the_empty_array()
    {
        EquatableArray<int> none = default;

        Assert.True(none.IsEmpty);
        Assert.Empty(none);
        Assert.Equal(none, new EquatableArray<int>([]));
        Assert.Equal(none.GetHashCode(), new EquatableArray<int>([]).GetHashCode());
        Assert.Equal(none, Enumerable.Empty<int>().Where(i => i > 0).ToEquatableArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => none[0]);
        foreach (int _ in none)
            Assert.Fail("There is nothing in it.");
    }

    [Fact]
    public void Items_are_read_in_order_by_index_by_span_and_by_enumeration()
    {
        EquatableArray<int> array = Enumerable.Range(1, 3).Where(i => i > 0).ToEquatableArray();

        Assert.Equal(2, array[1]);
        Assert.Equal(3, array.Length);
        Assert.Equal([1, 2, 3], array.AsSpan().ToArray());
        Assert.Equal([1, 2, 3], array.ToList());
        int sum = 0;
        foreach (int item in array)
            sum += item;
        Assert.Equal(6, sum);
    }
}
