using System.Net;
using OpenApiGen.Http;
using OpenApiGen.Runtime.Tests.Http.Support;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

/// <summary><see cref="ApiCall"/>: what goes into a call and comes out of it.</summary>
public sealed class CallTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Status_headers_and_body_come_out()
    {
        var handler = new FakeHandler(static _ =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent("42", System.Text.Encoding.UTF8, "application/json"),
            };
            response.Headers.Add("X-Request-Id", "r-1");
            response.Headers.Add("X-Many", ["a", "b"]);
            return response;
        });
        var call = new ApiCall { KeepBody = true };
        Assert.Null(call.StatusCode);
        Assert.Empty(call.ResponseHeaders);

        Assert.Equal(42, await handler.Transport().SendAsync(Answers.Get(), Answers.Number, call, Token));

        Assert.Equal(HttpStatusCode.OK, call.StatusCode);
        Assert.Equal(["r-1"], call.ResponseHeaders["x-request-id"]);
        Assert.Equal(["a", "b"], call.ResponseHeaders["X-Many"]);
        Assert.Equal(["application/json; charset=utf-8"], call.ResponseHeaders["Content-Type"]);
        Assert.Equal("42"u8.ToArray(), call.Body.ToArray());
        Assert.Equal("returned 200", call.ToString());
    }

    [Theory]
    [InlineData(422, "\"no\"")]
    [InlineData(500, "no")]
    [InlineData(200, "no")]
    public async Task They_come_out_of_a_failure_as_well(int status, string body)
    {
        var call = new ApiCall { KeepBody = true };
        await Assert.ThrowsAnyAsync<ApiException>(() =>
            FakeHandler.Answering(status, body).Transport().SendAsync(Answers.Get(), Answers.Number, call, Token)
        );
        Assert.Equal(status, (int)call.StatusCode!);
        Assert.Equal(body, System.Text.Encoding.UTF8.GetString(call.Body.Span));
        Assert.Equal(["application/json"], call.ResponseHeaders["Content-Type"]);
    }

    [Fact]
    public async Task The_body_is_kept_only_when_asked_for_and_then_also_where_no_one_reads_it()
    {
        var call = new ApiCall();
        await FakeHandler.Answering(200, "42").Transport().SendAsync(Answers.Get(), Answers.Number, call, Token);
        Assert.True(call.Body.IsEmpty);

        call.KeepBody = true;
        await FakeHandler.Answering(202, "later").Transport().SendAsync(Answers.Get(), Answers.None, call, Token);
        Assert.Equal("later", System.Text.Encoding.UTF8.GetString(call.Body.Span));
    }

    [Fact]
    public async Task One_object_can_serve_calls_one_after_another()
    {
        var call = new ApiCall { KeepBody = true };
        await FakeHandler.Answering(200, "42").Transport().SendAsync(Answers.Get(), Answers.Number, call, Token);
        var handler = new FakeHandler(static _ => throw new HttpRequestException("no route"));
        var failed = await Assert.ThrowsAsync<HttpRequestException>(() =>
            handler.Transport().SendAsync(Answers.Get(), Answers.Number, call, Token)
        );
        Assert.Equal("no route", failed.Message);
        Assert.Null(call.StatusCode);
        Assert.Empty(call.ResponseHeaders);
        Assert.True(call.Body.IsEmpty);
    }

    [Fact]
    public async Task Extra_headers_are_sent_and_replace_those_of_the_operation()
    {
        var handler = FakeHandler.Answering(200, "42");
        var request = new ApiRequest(ApiMethods.Post, "/x");
        request.Header("X-Version", "1");
        request.JsonBody(1, static (writer, value) => writer.WriteNumberValue(value));
        var call = new ApiCall
        {
            Headers =
            {
                ["x-version"] = "2",
                ["Authorization"] = "Bearer mine",
                ["Content-Type"] = "application/vnd.api+json",
                ["Idempotency-Key"] = "k",
            },
        };

        await handler.Transport(new BearerCredential("theirs")).SendAsync(request, Answers.Number, call, Token);

        var headers = handler.Request.Headers.NonValidated;
        Assert.Equal("2", headers["X-Version"].ToString());
        Assert.Equal("Bearer mine", headers["Authorization"].ToString());
        Assert.Equal("k", headers["Idempotency-Key"].ToString());
        Assert.Equal("application/vnd.api+json", handler.Request.Content!.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Extra_headers_are_checked_too()
    {
        ApiTransport transport = FakeHandler.Answering(200, "42").Transport();
        await Assert.ThrowsAsync<ArgumentException>(() =>
            transport.SendAsync(Answers.Get(), Answers.Number, new ApiCall { Headers = { ["X-A"] = "1\r\nX-B: 2" } }, Token)
        );
        var body = await Assert.ThrowsAsync<ArgumentException>(() =>
            transport.SendAsync(Answers.Get(), Answers.Number, new ApiCall { Headers = { ["Content-Type"] = "text/plain" } }, Token)
        );
        Assert.Equal("Header 'Content-Type' describes a body, and GET /things/all has none.", body.Message);
    }
}
