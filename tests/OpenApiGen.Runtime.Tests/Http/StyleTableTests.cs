using OpenApiGen.Http;
using OpenApiGen.Runtime.Tests.Http.Support;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

/// <summary>
/// The table "Style Examples" of OpenAPI 3.1 and 3.2, row by row, on the wire: empty, string, array, object. 3.1.0 and 3.2 differ in
/// spelling
/// (delimiters and brackets percent-encoded, which RFC 3986 asks for anyway), in the name of the first column, and in the rows of style
/// cookie, which are new in 3.2. What the table calls "n/a" is undefined there, and defined here so that it does not change by accident.
/// </summary>
public sealed class StyleTableTests
{
    private const string Nothing = "";

    private static ParameterValue Array => Values.List("blue", "black", "brown");

    private static ParameterValue Object => Values.Map(("R", 100), ("G", 200), ("B", 150));

    [Theory]
    [InlineData(ParameterStyle.Matrix, false, ";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Matrix, true, ";color", ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150")]
    // `.` in the table; a segment of a dot alone would be removed on its way
    [InlineData(ParameterStyle.Label, false, "%2E", ".blue", ".blue,black,brown", ".R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Label, true, "%2E", ".blue", ".blue.black.brown", ".R=100.G=200.B=150")]
    // Empty is refused: it would name another resource
    [InlineData(ParameterStyle.Simple, false, null, "blue", "blue,black,brown", "R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Simple, true, null, "blue", "blue,black,brown", "R=100,G=200,B=150")]
    public async Task Path(ParameterStyle style, bool explode, string? empty, string text, string array, string members)
    {
        if (empty is null)
            await Assert.ThrowsAsync<ArgumentException>(() => Sent.PathAsync("", style, explode));
        else
            Assert.Equal(empty, await Sent.PathAsync("", style, explode));
        Assert.Equal(text, await Sent.PathAsync("blue", style, explode));
        Assert.Equal(array, await Sent.PathAsync(Array, style, explode));
        Assert.Equal(members, await Sent.PathAsync(Object, style, explode));
    }

    [Theory]
    [InlineData(ParameterStyle.Form, false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Form, true, "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150")]
    [InlineData(
        ParameterStyle.SpaceDelimited,
        false,
        "color=" /* n/a */
        ,
        "color=blue" /* n/a */
        ,
        "color=blue%20black%20brown",
        "color=R%20100%20G%20200%20B%20150"
    )]
    [InlineData(
        ParameterStyle.SpaceDelimited,
        true,
        "color=" /* n/a */
        ,
        "color=blue" /* n/a */
        ,
        "color=blue&color=black&color=brown" /* n/a */
        ,
        "R=100&G=200&B=150" /* n/a */
    )]
    [InlineData(
        ParameterStyle.PipeDelimited,
        false,
        "color=" /* n/a */
        ,
        "color=blue" /* n/a */
        ,
        "color=blue%7Cblack%7Cbrown",
        "color=R%7C100%7CG%7C200%7CB%7C150"
    )]
    [InlineData(
        ParameterStyle.PipeDelimited,
        true,
        "color=" /* n/a */
        ,
        "color=blue" /* n/a */
        ,
        "color=blue&color=black&color=brown" /* n/a */
        ,
        "R=100&G=200&B=150" /* n/a */
    )]
    [InlineData(
        ParameterStyle.DeepObject,
        true,
        "color=" /* n/a */
        ,
        "color=blue" /* n/a */
        ,
        "color=blue&color=black&color=brown" /* n/a */
        ,
        "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"
    )]
    [InlineData(
        ParameterStyle.DeepObject,
        false,
        "color=" /* n/a */
        ,
        "color=blue" /* n/a */
        ,
        "color=blue&color=black&color=brown" /* n/a */
        ,
        "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"
    )]
    public async Task Query(ParameterStyle style, bool explode, string empty, string text, string array, string members)
    {
        Assert.Equal(empty, await Sent.QueryAsync("", style, explode));
        Assert.Equal(text, await Sent.QueryAsync("blue", style, explode));
        Assert.Equal(array, await Sent.QueryAsync(Array, style, explode));
        Assert.Equal(members, await Sent.QueryAsync(Object, style, explode));
    }

    // Swagger 2.0 has delimiters in paths, and one more in queries.
    [Theory]
    [InlineData(ParameterStyle.SpaceDelimited, "blue%20black%20brown")]
    [InlineData(ParameterStyle.PipeDelimited, "blue%7Cblack%7Cbrown")]
    [InlineData(ParameterStyle.TabDelimited, "blue%09black%09brown")]
    public async Task Delimited(ParameterStyle style, string array)
    {
        Assert.Equal(array, await Sent.PathAsync(Array, style, explode: false));
        Assert.Equal("color=" + array, await Sent.QueryAsync(Array, style, explode: false));
    }

    [Theory]
    [InlineData(false, "", "blue", "blue,black,brown", "R,100,G,200,B,150")]
    [InlineData(true, "", "blue", "blue,black,brown", "R=100,G=200,B=150")]
    public async Task Header(bool explode, string empty, string text, string array, string members)
    {
        Assert.Equal(empty, await Sent.HeaderAsync("", explode));
        Assert.Equal(text, await Sent.HeaderAsync("blue", explode));
        Assert.Equal(array, await Sent.HeaderAsync(Array, explode));
        Assert.Equal(members, await Sent.HeaderAsync(Object, explode));
    }

    [Theory]
    [InlineData(ParameterStyle.Form, false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150")]
    // Appendix D: never `&` in a cookie
    [InlineData(ParameterStyle.Form, true, "color=", "color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150")]
    [InlineData(ParameterStyle.Cookie, false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Cookie, true, "color=", "color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150")]
    public async Task Cookie(ParameterStyle style, bool explode, string empty, string text, string array, string members)
    {
        Assert.Equal(empty, await Sent.CookieAsync("", style, explode));
        Assert.Equal(text, await Sent.CookieAsync("blue", style, explode));
        Assert.Equal(array, await Sent.CookieAsync(Array, style, explode));
        Assert.Equal(members, await Sent.CookieAsync(Object, style, explode));
    }

    [Fact]
    public async Task A_whole_query_is_one_text()
    {
        // The examples of OpenAPI 3.2, "Parameter Object Examples".
        Assert.Equal(
            "/a?%24.a.b%5B1%3A1%5D",
            await Sent.TargetAsync("/a", static request => request.QueryString("selector", "$.a.b[1:1]"))
        );
        Assert.Equal(
            "/a?%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D",
            await Sent.TargetAsync("/a", static request => request.QueryString("json", """{"numbers":[1,2],"flag":null}"""))
        );
        Assert.Equal("/a", await Sent.TargetAsync("/a", static request => request.QueryString("json", default)));
        Assert.Equal(
            "/a?x&key=k",
            await Sent.TargetAsync(
                "/a",
                static request =>
                {
                    request.QueryString("json", "x");
                    request.Query("key", "k");
                }
            )
        );
    }

    [Theory]
    [InlineData(ParameterStyle.Form, true)]
    [InlineData(ParameterStyle.Form, false)]
    [InlineData(ParameterStyle.SpaceDelimited, false)]
    [InlineData(ParameterStyle.PipeDelimited, false)]
    [InlineData(ParameterStyle.DeepObject, true)]
    public async Task Nothing_and_no_items_send_nothing(ParameterStyle style, bool explode)
    {
        Assert.Equal(Nothing, await Sent.QueryAsync(default, style, explode));
        Assert.Equal(Nothing, await Sent.QueryAsync(Values.List(), style, explode));
        Assert.Equal(Nothing, await Sent.QueryAsync(Values.Map(), style, explode));
    }

    [Fact]
    public async Task Nothing_is_no_header_and_no_cookie()
    {
        Assert.Null(await Sent.HeaderAsync(default, false));
        Assert.Null(await Sent.HeaderAsync(Values.List(), false));
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
