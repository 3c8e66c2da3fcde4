using System.Net;
using System.Text;
using OpenApiGen.Http;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http.Support;

/// <summary>
/// Stands in for the network: remembers what was sent, answers what it is told, and sees whether the response was disposed.
/// </summary>
internal sealed class FakeHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<HttpRequestMessage> Requests { get; } = [];

    public HttpRequestMessage Request => Assert.Single(Requests);

    public TrackedContent? Content { get; private set; }

    public static FakeHandler Answering(int status, string body = "", string? mediaType = "application/json") =>
        Answering(status, Encoding.UTF8.GetBytes(body), mediaType);

    public static FakeHandler Answering(int status, byte[] body, string? mediaType = "application/json")
    {
        FakeHandler? handler = null;
        handler = new FakeHandler(_ => new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = handler!.Content = new TrackedContent(new MemoryStream(body), mediaType),
        });
        return handler;
    }

    /// <summary>Answers with bytes that are encoded, or are said to be.</summary>
    public static FakeHandler Encoded(string encoding, byte[] body, int status = 200) =>
        new(_ =>
        {
            HttpResponseMessage response = new((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            response.Content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
            return response;
        });

    public static FakeHandler Streaming(int status, Stream body)
    {
        FakeHandler? handler = null;
        handler = new FakeHandler(_ => new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = handler!.Content = new TrackedContent(body, "application/json"),
        });
        return handler;
    }

    public HttpClient Client() => new(this);

    public ApiTransport Transport(params ApiCredential[] credentials) => new(Client(), new Uri("https://api.test"), credentials);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        return Task.FromResult(answer(request));
    }
}

internal sealed class TrackedContent : StreamContent
{
    public TrackedContent(Stream body, string? mediaType)
        : base(body)
    {
        if (mediaType is not null)
            Headers.TryAddWithoutValidation("Content-Type", mediaType);
    }

    public bool IsDisposed { get; private set; }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
