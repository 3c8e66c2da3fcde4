using OpenApiGen.Http;
using OpenApiGen.Runtime.Tests.Http.Support;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

/// <summary>
/// The table "Style Examples" of OpenAPI 3.1 and 3.2, cell by cell, on the wire. Its combinations "n/a" are at the end: undefined there,
/// and defined here so that they do not change by accident.
/// </summary>
public sealed class StyleTableTests
{
    private const string Nothing = "";

    private static ParameterValue Value(string column) => column switch
    {
        "empty" => "",
        "string" => "blue",
        "array" => ParameterValue.List(["blue", "black", "brown"]),
        "object" => ParameterValue.Map(("R", 100), ("G", 200), ("B", 150)),
        _ => default,
    };

    [Theory]
    [InlineData(ParameterStyle.Matrix, false, "empty", ";color")]
    [InlineData(ParameterStyle.Matrix, false, "string", ";color=blue")]
    [InlineData(ParameterStyle.Matrix, false, "array", ";color=blue,black,brown")]
    [InlineData(ParameterStyle.Matrix, false, "object", ";color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Matrix, true, "empty", ";color")]
    [InlineData(ParameterStyle.Matrix, true, "string", ";color=blue")]
    [InlineData(ParameterStyle.Matrix, true, "array", ";color=blue;color=black;color=brown")]
    [InlineData(ParameterStyle.Matrix, true, "object", ";R=100;G=200;B=150")]
    [InlineData(ParameterStyle.Label, false, "empty", "%2E")] // `.` in the table; a segment of a dot alone would be removed on its way
    [InlineData(ParameterStyle.Label, false, "string", ".blue")]
    [InlineData(ParameterStyle.Label, false, "array", ".blue,black,brown")]
    [InlineData(ParameterStyle.Label, false, "object", ".R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Label, true, "empty", "%2E")]
    [InlineData(ParameterStyle.Label, true, "string", ".blue")]
    [InlineData(ParameterStyle.Label, true, "array", ".blue.black.brown")]
    [InlineData(ParameterStyle.Label, true, "object", ".R=100.G=200.B=150")]
    [InlineData(ParameterStyle.Simple, false, "string", "blue")]
    [InlineData(ParameterStyle.Simple, false, "array", "blue,black,brown")]
    [InlineData(ParameterStyle.Simple, false, "object", "R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Simple, true, "string", "blue")]
    [InlineData(ParameterStyle.Simple, true, "array", "blue,black,brown")]
    [InlineData(ParameterStyle.Simple, true, "object", "R=100,G=200,B=150")]
    [InlineData(ParameterStyle.SpaceDelimited, false, "array", "blue%20black%20brown")] // these three: Swagger 2.0
    [InlineData(ParameterStyle.PipeDelimited, false, "array", "blue%7Cblack%7Cbrown")]
    [InlineData(ParameterStyle.TabDelimited, false, "array", "blue%09black%09brown")]
    public async Task Path(ParameterStyle style, bool explode, string column, string expected) =>
        Assert.Equal(expected, await Sent.PathAsync(Value(column), style, explode));

    [Theory]
    [InlineData(ParameterStyle.Form, false, "empty", "color=")]
    [InlineData(ParameterStyle.Form, false, "string", "color=blue")]
    [InlineData(ParameterStyle.Form, false, "array", "color=blue,black,brown")]
    [InlineData(ParameterStyle.Form, false, "object", "color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Form, true, "empty", "color=")]
    [InlineData(ParameterStyle.Form, true, "string", "color=blue")]
    [InlineData(ParameterStyle.Form, true, "array", "color=blue&color=black&color=brown")]
    [InlineData(ParameterStyle.Form, true, "object", "R=100&G=200&B=150")]
    [InlineData(ParameterStyle.SpaceDelimited, false, "array", "color=blue%20black%20brown")]
    [InlineData(ParameterStyle.SpaceDelimited, false, "object", "color=R%20100%20G%20200%20B%20150")]
    [InlineData(ParameterStyle.PipeDelimited, false, "array", "color=blue%7Cblack%7Cbrown")]
    [InlineData(ParameterStyle.PipeDelimited, false, "object", "color=R%7C100%7CG%7C200%7CB%7C150")]
    [InlineData(ParameterStyle.TabDelimited, false, "array", "color=blue%09black%09brown")]
    [InlineData(ParameterStyle.DeepObject, true, "object", "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")]
    public async Task Query(ParameterStyle style, bool explode, string column, string expected) =>
        Assert.Equal(expected, await Sent.QueryAsync(Value(column), style, explode));

    [Theory]
    [InlineData(false, "empty", "")]
    [InlineData(false, "string", "blue")]
    [InlineData(false, "array", "blue,black,brown")]
    [InlineData(false, "object", "R,100,G,200,B,150")]
    [InlineData(true, "empty", "")]
    [InlineData(true, "string", "blue")]
    [InlineData(true, "array", "blue,black,brown")]
    [InlineData(true, "object", "R=100,G=200,B=150")]
    public async Task Header(bool explode, string column, string expected) =>
        Assert.Equal(expected, await Sent.HeaderAsync(Value(column), explode));

    [Theory]
    [InlineData(ParameterStyle.Form, false, "empty", "color=")]
    [InlineData(ParameterStyle.Form, false, "string", "color=blue")]
    [InlineData(ParameterStyle.Form, false, "array", "color=blue,black,brown")]
    [InlineData(ParameterStyle.Form, false, "object", "color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Form, true, "array", "color=blue; color=black; color=brown")] // appendix D: never `&` in a cookie
    [InlineData(ParameterStyle.Form, true, "object", "R=100; G=200; B=150")]
    [InlineData(ParameterStyle.Cookie, false, "empty", "color=")]
    [InlineData(ParameterStyle.Cookie, false, "string", "color=blue")]
    [InlineData(ParameterStyle.Cookie, true, "empty", "color=")]
    [InlineData(ParameterStyle.Cookie, true, "string", "color=blue")]
    [InlineData(ParameterStyle.Cookie, true, "array", "color=blue; color=black; color=brown")]
    [InlineData(ParameterStyle.Cookie, true, "object", "R=100; G=200; B=150")]
    public async Task Cookie(ParameterStyle style, bool explode, string column, string expected) =>
        Assert.Equal(expected, await Sent.CookieAsync(Value(column), style, explode));

    [Theory]
    [InlineData(ParameterStyle.SpaceDelimited, false, "empty", "color=")]
    [InlineData(ParameterStyle.SpaceDelimited, false, "string", "color=blue")]
    [InlineData(ParameterStyle.SpaceDelimited, true, "array", "color=blue&color=black&color=brown")]
    [InlineData(ParameterStyle.SpaceDelimited, true, "object", "R=100&G=200&B=150")]
    [InlineData(ParameterStyle.PipeDelimited, false, "string", "color=blue")]
    [InlineData(ParameterStyle.PipeDelimited, true, "array", "color=blue&color=black&color=brown")]
    [InlineData(ParameterStyle.PipeDelimited, true, "object", "R=100&G=200&B=150")]
    [InlineData(ParameterStyle.DeepObject, false, "object", "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")]
    [InlineData(ParameterStyle.DeepObject, true, "empty", "color=")]
    [InlineData(ParameterStyle.DeepObject, true, "string", "color=blue")]
    [InlineData(ParameterStyle.DeepObject, true, "array", "color=blue&color=black&color=brown")]
    public async Task Undefined_combinations_of_a_query(ParameterStyle style, bool explode, string column, string expected) =>
        Assert.Equal(expected, await Sent.QueryAsync(Value(column), style, explode));

    [Theory]
    [InlineData(ParameterStyle.Form, true)]
    [InlineData(ParameterStyle.Form, false)]
    [InlineData(ParameterStyle.SpaceDelimited, false)]
    [InlineData(ParameterStyle.PipeDelimited, false)]
    [InlineData(ParameterStyle.DeepObject, true)]
    public async Task Nothing_and_no_items_send_nothing(ParameterStyle style, bool explode)
    {
        Assert.Equal(Nothing, await Sent.QueryAsync(default, style, explode));
        Assert.Equal(Nothing, await Sent.QueryAsync(ParameterValue.List(Array.Empty<string>()), style, explode));
        Assert.Equal(Nothing, await Sent.QueryAsync(ParameterValue.Map(), style, explode));
    }

    [Fact]
    public async Task Nothing_is_no_header_and_no_cookie()
    {
        Assert.Null(await Sent.HeaderAsync(default, false));
        Assert.Null(await Sent.HeaderAsync(ParameterValue.List(Array.Empty<string>()), false));
        Assert.Null(await Sent.CookieAsync(default, ParameterStyle.Form, true));
    }

    [Theory]
    [InlineData(ParameterStyle.Form)]
    [InlineData(ParameterStyle.DeepObject)]
    [InlineData(ParameterStyle.Cookie)]
    public async Task A_style_of_another_place_is_refused_in_a_path(ParameterStyle style)
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Sent.PathAsync("blue", style, false));
        Assert.Equal($"Parameter 'color': style {style} does not exist for a path parameter.", refused.Message);
    }

    [Theory]
    [InlineData(ParameterStyle.Simple)]
    [InlineData(ParameterStyle.Label)]
    [InlineData(ParameterStyle.Matrix)]
    [InlineData(ParameterStyle.Cookie)]
    public async Task A_style_of_another_place_is_refused_in_a_query(ParameterStyle style)
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Sent.QueryAsync("blue", style, false));
        Assert.Equal($"Parameter 'color': style {style} does not exist for a query parameter.", refused.Message);
    }
}
