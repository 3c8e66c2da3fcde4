using Junction;
using Microsoft.AspNetCore.Http;
using OpenApiGen.Integration.Tests.Support;

namespace OpenApiGen.Integration.Tests.Http;

/// <summary>Cancelled calls, slow answers and answers that stop half way.</summary>
public sealed class InterruptionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancelled_before_nothing_is_sent()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, Samples.HistoricalPull);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            server.Client.Introspect.GetHistoricalPullsAsync(cancellationToken: cancelled)
        );

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Cancelled_while_waiting_for_the_answer()
    {
        var arrived = new TaskCompletionSource();
        var abandoned = new TaskCompletionSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(abandoned.SetResult);
            arrived.SetResult();
            await abandoned.Task;
        });
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);

        Task<UserHistoricalPullsResponse> call = server.Client.Introspect.GetHistoricalPullsAsync(cancellationToken: source.Token);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(20), Token);
        await source.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, cancelled.CancellationToken);
        await abandoned.Task.WaitAsync(TimeSpan.FromSeconds(20), Token);
    }

    [Fact]
    public async Task Cancelled_while_the_body_arrives()
    {
        var halfWay = new TaskCompletionSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            await SendHalf(context);
            halfWay.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);

        Task<UserHistoricalPullsResponse> call = server.Client.Introspect.GetHistoricalPullsAsync(cancellationToken: source.Token);
        await halfWay.Task.WaitAsync(TimeSpan.FromSeconds(20), Token);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task An_answer_cut_off_half_way_is_a_transport_error_that_names_the_operation()
    {
        using var headers = new HeadersSeen();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            await SendHalf(context);
            await headers.Seen.WaitAsync(TimeSpan.FromSeconds(20), Token);
            context.Abort();
        });
        using var http = new HttpClient(headers);
        var client = new JunctionClient(http, new() { Server = server.Address });

        var cut = await Assert.ThrowsAnyAsync<HttpRequestException>(() =>
            client.Introspect.GetHistoricalPullsAsync(cancellationToken: Token)
        );

        Assert.Contains("GET /v2/introspect/historical_pull", cut.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_answer_at_all_is_a_transport_error()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => server.Client.Introspect.GetHistoricalPullsAsync(cancellationToken: Token));
    }

    [Fact]
    public async Task An_answer_cut_off_without_a_length_is_a_transport_error_too()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(Samples.HistoricalPull[..200], Token);
            await context.Response.Body.FlushAsync(Token);
            context.Abort();
        });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => server.Client.Introspect.GetHistoricalPullsAsync(cancellationToken: Token));
    }

    private static async Task SendHalf(HttpContext context)
    {
        byte[] body = System.Text.Encoding.UTF8.GetBytes(Samples.HistoricalPull);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), Token);
        await context.Response.Body.FlushAsync(Token);
    }

    /// <summary>Tells when the status line and headers have arrived: a connection reset before that loses them, too.</summary>
    private sealed class HeadersSeen() : DelegatingHandler(new SocketsHttpHandler())
    {
        private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Seen => _seen.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            _seen.SetResult();
            return response;
        }
    }
}
