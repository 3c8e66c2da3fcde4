using System.Net;
using OpenApiGen.Http;
using Polly;
using Polly.Retry;

namespace Junction.Resilience;

/// <summary>How often, and how long apart, a request is sent again.</summary>
internal sealed record RetryLimits
{
    /// <summary>How often after the first time.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>About how long the first wait is where the server says nothing; each further one is about twice as long.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>No wait is longer. A server that asks for more is not asked again: its answer goes to the caller.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>
/// Sends again what failed for the moment, where that does no harm: the method is idempotent, or a key lets the server know a repetition;
/// and the body can be
/// sent twice. A handler has its end when headers are there: a body that breaks off later is the caller's to ask for again.
/// </summary>
internal sealed class RetryHandler : DelegatingHandler
{
    public const string IdempotencyKey = "Idempotency-Key";

    private static readonly HttpMethod[] s_idempotent =
    [
        HttpMethod.Get,
        HttpMethod.Head,
        HttpMethod.Options,
        HttpMethod.Put,
        HttpMethod.Delete,
    ];

    private static readonly HttpStatusCode[] s_transient =
    [
        HttpStatusCode.RequestTimeout,
        HttpStatusCode.TooManyRequests,
        HttpStatusCode.BadGateway,
        HttpStatusCode.ServiceUnavailable,
        HttpStatusCode.GatewayTimeout,
    ];

    private readonly RetryLimits _limits;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public RetryHandler(RetryLimits limits)
    {
        _limits = limits;
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddRetry(
                new RetryStrategyOptions<HttpResponseMessage>
                {
                    MaxRetryAttempts = limits.Retries,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = limits.FirstWait,
                    MaxDelay = limits.LongestWait,
                    ShouldHandle = arguments => new(IsWorthAnother(arguments.Outcome)),
                    DelayGenerator = static arguments => new(AskedWait(arguments.Outcome.Result)), // null: as the lines above say
                }
            )
            .Build();
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        IsSafeTwice(request)
            ? _pipeline
                .ExecuteAsync(token => new ValueTask<HttpResponseMessage>(base.SendAsync(request, token)), cancellationToken)
                .AsTask()
            : base.SendAsync(request, cancellationToken);

    // CanRepeat knows the bodies of generated clients: a stream that can not seek is sent once.
    private static bool IsSafeTwice(HttpRequestMessage request) =>
        (s_idempotent.Contains(request.Method) || request.Headers.Contains(IdempotencyKey)) && request.CanRepeat();

    private bool IsWorthAnother(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { } answer
            ? s_transient.Contains(answer.StatusCode) && (AskedWait(answer) is not { } wait || wait <= _limits.LongestWait)
            : outcome.Exception is HttpRequestException;

    // Seconds, or a date, which is compared with the server's own clock where that is told. What is over already says nothing.
    private static TimeSpan? AskedWait(HttpResponseMessage? answer)
    {
        TimeSpan? wait = answer?.Headers.RetryAfter switch
        {
            { Delta: { } seconds } => seconds,
            { Date: { } date } => date - (answer.Headers.Date ?? DateTimeOffset.UtcNow),
            _ => null,
        };
        return wait > TimeSpan.Zero ? wait : null;
    }
}
