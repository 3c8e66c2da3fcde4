using System.Net;
using Xunit;

namespace OpenApiGen.Runtime.Tests;

public sealed class ApiExceptionTests
{
    private static ApiException Make(int status, string? body, string? problem = null) =>
        new(HttpMethod.Get, new Uri("https://me:secret@example.com/v2/x?user=7"), (HttpStatusCode)status, null, body, problem);

    [Theory]
    [InlineData(422, "{\"detail\":1}", null, "GET /v2/x returned 422 Unprocessable Entity: {\"detail\":1}")]
    [InlineData(429, null, null, "GET /v2/x returned 429 Too Many Requests.")]
    [InlineData(200, "<html>", "the body is not JSON", "GET /v2/x returned 200 OK, but the body is not JSON: <html>")]
    [InlineData(505, " ", null, "GET /v2/x returned 505 Http Version Not Supported.")]
    [InlineData(599, null, null, "GET /v2/x returned 599 (no standard name).")]
    public void Messages(int status, string? body, string? problem, string expected) =>
        Assert.Equal(expected, Make(status, body, problem).Message);

    [Fact]
    public void Secrets_and_length_are_kept_down()
    {
        ApiException failure = Make(500, new string('b', 100_000));
        Assert.Equal(ApiException.MaxBodyLength, failure.Body!.Length);
        Assert.Equal("GET /v2/x returned 500 Internal Server Error: " + new string('b', 500) + "…", failure.Message);
        Assert.Equal("https://example.com/v2/x?user=7", failure.RequestUri!.AbsoluteUri);
        Assert.Empty(failure.Headers);
    }

    [Fact]
    public void A_body_is_never_cut_within_a_character()
    {
        string body = "b" + string.Concat(Enumerable.Repeat("😀", 40_000));
        Assert.Equal(ApiException.MaxBodyLength - 1, Make(500, body).Body!.Length);
    }

    [Fact]
    public void Typed_errors_carry_the_error()
    {
        var inner = new ApiException<int>(HttpMethod.Post, new Uri("/a?b", UriKind.Relative), HttpStatusCode.Conflict, null, "7", 7);
        Assert.Equal(7, inner.Error);
        Assert.Equal("POST /a returned 409 Conflict: 7", inner.Message);
    }
}
