using System.Globalization;
using System.Text.Json;
using OpenApiGen.Http;
using OpenApiGen.Runtime.Tests.Http.Support;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

public sealed class ParameterValueTests
{
    public static TheoryData<ParameterValue, string> Scalars =>
        new()
        {
            { "text", "text" },
            { true, "true" },
            { (bool?)false, "false" },
            { 1, "1" },
            { (int?)-2, "-2" },
            { (short)3, "3" },
            { 4u, "4" },
            { long.MinValue, "-9223372036854775808" },
            { ulong.MaxValue, "18446744073709551615" },
            { 0.1f, "0.1" },
            { 0.1, "0.1" },
            { 1e21, "1E%2B21" },
            { -0.5, "-0.5" },
            { 1.50m, "1.50" },
            { Guid.Parse("3C90C3CC-0D44-4B50-8888-8DD25736052A"), "3c90c3cc-0d44-4b50-8888-8dd25736052a" },
            { new DateTimeOffset(2023, 10, 24, 13, 53, 59, TimeSpan.Zero), "2023-10-24T13%3A53%3A59Z" },
            { new DateTimeOffset(2023, 10, 24, 13, 53, 59, 120, TimeSpan.FromHours(-2)), "2023-10-24T13%3A53%3A59.12-02%3A00" },
            { new DateTimeOffset(2023, 10, 24, 13, 53, 59, TimeSpan.FromMinutes(330)), "2023-10-24T13%3A53%3A59%2B05%3A30" },
            { new DateOnly(2023, 1, 2), "2023-01-02" },
            { new TimeOnly(1, 2, 3), "01%3A02%3A03" },
            { new TimeOnly(1, 2, 3, 450), "01%3A02%3A03.45" },
            { TimeSpan.Zero, "PT0S" },
            { new TimeSpan(1, 2, 0, 0, 500), "P1DT2H0.5S" },
            { new byte[] { 255, 254, 253 }, "%2F%2F79" },
            { new Uri("https://x.test/a b?c=d"), "https%3A%2F%2Fx.test%2Fa%20b%3Fc%3Dd" },
            { "", "" },
        };

    [Theory]
    [MemberData(nameof(Scalars), DisableDiscoveryEnumeration = true)]
    public async Task Scalars_are_spelled_as_in_JSON_whatever_the_culture(ParameterValue value, string expected)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.NumberFormat.NegativeSign = "~";
        odd.DateTimeFormat.TimeSeparator = "h";
        CultureInfo.CurrentCulture = odd;
        try
        {
            Assert.Equal("color=" + expected, await Sent.QueryAsync(value));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Null_is_nothing() =>
        Assert.All(
            new ParameterValue[]
            {
                (string?)null,
                (bool?)null,
                (int?)null,
                (uint?)null,
                (long?)null,
                (ulong?)null,
                (float?)null,
                (double?)null,
                (decimal?)null,
                (Guid?)null,
                (DateTimeOffset?)null,
                (TimeSpan?)null,
                (DateOnly?)null,
                (TimeOnly?)null,
                (byte[]?)null,
                (Uri?)null,
                default,
            },
            value => Assert.True(value.IsNothing)
        );

    [Fact]
    public async Task Items_and_members_that_are_null_are_left_out()
    {
        Assert.Equal("color=a&color=&color=b", await Sent.QueryAsync(Values.List("a", null, "", "b")));
        Assert.Equal("a=1&c=", await Sent.QueryAsync(Values.Map(("a", 1), ("b", (string?)null), ("c", ""))));
        Assert.True(Values.List([null]).IsNothing);
    }

    [Theory]
    [InlineData("\"a b\"", "color=a%20b")]
    [InlineData("1.50", "color=1.50")]
    [InlineData("true", "color=true")]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    [InlineData("[1,null,\"x\"]", "color=1&color=x")]
    [InlineData("{\"R\":100,\"n\":null,\"G\":\"g\\u0020h\"}", "R=100&G=g%20h")]
    [InlineData("{\"R\":[1,2],\"G\":3}", "R=1&R=2&G=3")]
    public async Task Through_JSON_any_type_takes_a_style(string json, string expected)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal(
            expected,
            await Sent.QueryAsync(ParameterValue.FromJson(document.RootElement, static (writer, value) => value.WriteTo(writer)))
        );
    }

    [Fact]
    public async Task A_deep_object_may_be_deeper()
    {
        using JsonDocument document = JsonDocument.Parse("""{"a":{"b":1,"c":[2,3]},"d":""}""");
        var value = ParameterValue.FromJson(document.RootElement, static (writer, it) => it.WriteTo(writer));
        Assert.Equal(
            "color%5Ba%5D%5Bb%5D=1&color%5Ba%5D%5Bc%5D=2&color%5Ba%5D%5Bc%5D=3&color%5Bd%5D=",
            await Sent.QueryAsync(value, ParameterStyle.DeepObject)
        );

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Sent.QueryAsync(value));
        Assert.Equal("Parameter 'color' has a list or object inside one; its style can not express that.", refused.Message);
    }

    [Fact]
    public void ToString_shows_no_value()
    {
        Assert.Equal("nothing", default(ParameterValue).ToString());
        Assert.Equal("text", ((ParameterValue)"secret").ToString());
        Assert.Equal("list of 2", Values.List("a", "b").ToString());
        Assert.Equal("map of 1", Values.Map(("a", 1)).ToString());
    }
}
