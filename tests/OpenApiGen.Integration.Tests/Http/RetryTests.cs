using System.Net;
using BodiesRaw;
using Junction.Resilience;
using OpenApiGen.Http;
using OpenApiGen.Integration.Tests.Support;

namespace OpenApiGen.Integration.Tests.Http;

/// <summary>The handler of samples/Junction.Resilience, and what it needs of a generated client.</summary>
public sealed class RetryTests
{
    private static readonly RetryLimits s_limits = new()
    {
        Retries = 2,
        FirstWait = TimeSpan.FromMilliseconds(1),
        LongestWait = TimeSpan.FromSeconds(2),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", 503, 2)]
    [InlineData("HEAD", 502, 2)]
    [InlineData("OPTIONS", 504, 2)]
    [InlineData("PUT", 408, 2)]
    [InlineData("DELETE", 429, 2)]
    [InlineData("GET", 500, 1)]
    [InlineData("GET", 404, 1)]
    [InlineData("GET", 200, 1)]
    [InlineData("POST", 503, 1)]
    [InlineData("PATCH", 503, 1)]
    [InlineData("POST with key", 503, 2)]
    [InlineData("POST with key", 500, 1)]
    public async Task Only_what_is_safe_is_sent_again_and_only_after_what_passes(string method, int status, int sent)
    {
        var network = new Network(_ => new((HttpStatusCode)status), static _ => new(HttpStatusCode.OK));
        using var request = new HttpRequestMessage(new HttpMethod(method.Split(' ')[0]), "http://localhost/");
        if (method.EndsWith("key", StringComparison.Ordinal))
            request.Headers.Add("Idempotency-Key", "1");
        using HttpResponseMessage answer = await network.Invoker.SendAsync(request, Token);
        Assert.Equal(sent, network.Sent);
        Assert.Equal(sent == 1 ? status : 200, (int)answer.StatusCode);
    }

    [Fact]
    public async Task No_answer_is_a_reason_too_and_the_last_failure_is_the_callers()
    {
        var network = new Network(static _ => throw new HttpRequestException("first"), static _ => new(HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.OK, (await network.GetAsync()).StatusCode);

        network = new Network(static _ => throw new HttpRequestException("all"));
        await Assert.ThrowsAsync<HttpRequestException>(network.GetAsync);
        Assert.Equal(3, network.Sent);

        network = new Network(static _ => new(HttpStatusCode.ServiceUnavailable));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await network.GetAsync()).StatusCode);
        Assert.Equal(3, network.Sent);
    }

    [Fact]
    public async Task Answers_that_nobody_gets_are_disposed()
    {
        var content = new Watched();
        var network = new Network(_ => new(HttpStatusCode.ServiceUnavailable) { Content = content }, static _ => new(HttpStatusCode.OK));
        await network.GetAsync();
        Assert.True(content.IsDisposed);
    }

    [Theory]
    [InlineData("1", 2, 0.9)]
    [InlineData("3", 1, 0)] // longer than the longest wait
    [InlineData("0", 2, 0)]
    [InlineData("date+1", 2, 0.9)]
    [InlineData("date+3", 1, 0)]
    [InlineData("date-100", 2, 0)]
    [InlineData("soon", 2, 0)]
    public async Task The_server_is_given_the_time_that_it_asks_for(string retryAfter, int sent, double seconds)
    {
        // A server whose clock is an hour late: its dates are compared with each other.
        DateTimeOffset date = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds()).AddHours(-1);
        var network = new Network(
            _ =>
            {
                var answer = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
                answer.Headers.Date = date;
                string value = retryAfter.StartsWith("date", StringComparison.Ordinal)
                    ? date.AddSeconds(int.Parse(retryAfter[4..])).ToString("R")
                    : retryAfter;
                answer.Headers.TryAddWithoutValidation("Retry-After", value);
                return answer;
            },
            static _ => new(HttpStatusCode.OK)
        );
        long start = Environment.TickCount64;
        await network.GetAsync();
        Assert.Equal(sent, network.Sent);
        Assert.True(Environment.TickCount64 - start >= seconds * 1000);
    }

    [Fact]
    public async Task A_body_is_sent_again_whole_from_where_its_stream_stood()
    {
        await using LoopbackServer server = await BusyOnceAsync();
        using HttpClient http = Client(server);
        var stream = new MemoryStream("skipped,sent"u8.ToArray()) { Position = 8 };
        await new BodiesRawClient(http).Bytes.PutBytesAsync(stream, cancellationToken: Token);
        Assert.Equal(["sent", "sent"], server.Requests.Select(static it => it.Body));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stream_that_can_not_go_back_is_sent_once_whether_its_length_is_told_or_not(bool tellsLength)
    {
        await using LoopbackServer server = await BusyOnceAsync();
        using HttpClient http = Client(server);
        var call = new ApiCall();
        if (tellsLength)
            call.Headers["Content-Length"] = "4";
        var refused = await Assert.ThrowsAsync<ApiException>(() =>
            new BodiesRawClient(http).Bytes.PutBytesAsync(new OneWay("sent"u8.ToArray()), call: call, cancellationToken: Token)
        );
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("sent", server.Request.Body);
    }

    [Fact]
    public async Task The_wait_ends_with_the_call_time_limit_and_cancellation()
    {
        await using LoopbackServer server = await BusyOnceAsync("2", times: 2);
        using HttpClient http = Client(server);
        var bytes = new BodiesRawClient(http).Bytes;
        var late = await Assert.ThrowsAsync<TaskCanceledException>(() =>
            bytes.PutBytesAsync("a"u8.ToArray(), new ApiCall { Timeout = TimeSpan.FromMilliseconds(300) }, Token)
        );
        Assert.IsType<TimeoutException>(late.InnerException);

        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task waiting = bytes.PutBytesAsync("b"u8.ToArray(), cancellationToken: cancellation.Token);
        while (server.Requests.Count < 2 && !waiting.IsCompleted)
            await Task.Delay(5, Token);
        await cancellation.CancelAsync();
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(cancellation.Token, cancelled.CancellationToken);
        Assert.Equal(2, server.Requests.Count);
    }

    private static HttpClient Client(LoopbackServer server) =>
        new(new RetryHandler(s_limits) { InnerHandler = new SocketsHttpHandler() }) { BaseAddress = server.Address };

    private static Task<LoopbackServer> BusyOnceAsync(string? retryAfter = null, int times = 1)
    {
        int seen = 0;
        return LoopbackServer.StartAsync(context =>
        {
            bool isBusy = Interlocked.Increment(ref seen) <= times;
            context.Response.StatusCode = isBusy ? 503 : 204;
            if (isBusy && retryAfter is not null)
                context.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        });
    }

    /// <summary>Answers in turn; the last answer is given ever after.</summary>
    private sealed class Network(params Func<HttpRequestMessage, HttpResponseMessage>[] answers) : HttpMessageHandler
    {
        public int Sent { get; private set; }

        public HttpMessageInvoker Invoker => new(new RetryHandler(s_limits) { InnerHandler = this });

        public Task<HttpResponseMessage> GetAsync() =>
            Invoker.SendAsync(new HttpRequestMessage(HttpMethod.Get, "http://localhost/"), Token);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answers[Math.Min(Sent++, answers.Length - 1)](request));
    }

    private sealed class Watched() : ByteArrayContent([])
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class OneWay(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
