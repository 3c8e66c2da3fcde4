using OpenApiGen.Http;
using OpenApiGen.Runtime.Tests.Http.Support;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

/// <summary>
/// What a server that fails leaves behind: nothing. The client has one connection, so the next call goes through only if the one before
/// let it go; and the server takes the next connection only when the one before is closed.
/// </summary>
public sealed class FaultTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private const string Events = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n";

    private static readonly ApiResponses s_responses = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Ty", typeof(HttpRequestException))]
    [InlineData("no HTTP at all\r\n\r\n", typeof(HttpRequestException))]
    [InlineData(Ok + "Content-Length: 100\r\n\r\n12", typeof(HttpRequestException))]
    [InlineData(Ok + "Transfer-Encoding: chunked\r\n\r\n2\r\n12\r\n", typeof(HttpRequestException))]
    [InlineData(Ok + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n12\r\n", typeof(HttpRequestException))]
    [InlineData("HTTP/1.1 500 No\r\nContent-Length: 100\r\n\r\n12", typeof(ApiException))]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n<html>no</html>", typeof(ApiException))]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n", typeof(ApiException))]
    public async Task A_server_that_cuts_off(string sent, Type expected) => await FailsAsync(sent, stalls: false, new ApiCall(), expected);

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Ty")]
    [InlineData(Ok + "Content-Length: 100\r\n\r\n12")]
    [InlineData(Ok + "Transfer-Encoding: chunked\r\n\r\n2\r\n12\r\n")]
    [InlineData("HTTP/1.1 500 No\r\nContent-Length: 100\r\n\r\n12")]
    public async Task A_server_that_stalls(string sent) =>
        await FailsAsync(sent, stalls: true, new ApiCall { Timeout = TimeSpan.FromMilliseconds(150) }, typeof(TaskCanceledException));

    [Theory]
    [InlineData(Ok + "Content-Length: 100\r\n\r\n12345")]
    [InlineData(Ok + "Transfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n")]
    public async Task A_server_that_sends_too_much(string sent) =>
        await FailsAsync(sent, stalls: true, new ApiCall { MaxBodyLength = 4 }, typeof(HttpRequestException));

    [Theory]
    [InlineData("Content-Length: 100\r\n\r\ndata: 1\n\ndata: 2", false)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n9\r\ndata: 1\n\n\r\n", false)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n9\r\ndata: 1\n\n\r\n", true)]
    public async Task A_stream_that_breaks_off_or_is_left(string rest, bool isLeft)
    {
        await using LoopbackServer server = Failing(Events + rest, stalls: isLeft);
        using HttpClient http = OneConnection();
        var transport = new ApiTransport(http, server.Address);
        List<int> items = [];
        Task read = ReadAsync(transport, items, isLeft);
        if (isLeft)
            await read;
        else
            await Assert.ThrowsAsync<HttpRequestException>(() => read);

        Assert.Equal([1], items);
        await SucceedsAsync(transport, server);
    }

    [Fact]
    public async Task A_stream_of_another_media_type()
    {
        await using LoopbackServer server = Failing(Ok + "Content-Length: 100\r\n\r\n12", stalls: false);
        using HttpClient http = OneConnection();
        var transport = new ApiTransport(http, server.Address);
        await Assert.ThrowsAsync<ApiException>(() => ReadAsync(transport, [], isLeft: false));
        await SucceedsAsync(transport, server);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_handed_over_and_not_read_to_its_end(bool isAsync)
    {
        await using LoopbackServer server = Failing(Ok + "Content-Length: 100\r\n\r\n12", stalls: true);
        using HttpClient http = OneConnection();
        var transport = new ApiTransport(http, server.Address);
        ApiStream stream = await transport.SendAsync(Answers.Get(), new ApiResponses<ApiStream>().Stream(200, static s => s), null, Token);
        Assert.Equal('1', stream.ReadByte());
        if (isAsync)
            await stream.DisposeAsync();
        else
            stream.Dispose();
        await SucceedsAsync(transport, server);
    }

    private static async Task FailsAsync(string sent, bool stalls, ApiCall call, Type expected)
    {
        await using LoopbackServer server = Failing(sent, stalls);
        using HttpClient http = OneConnection();
        var transport = new ApiTransport(http, server.Address);
        await Assert.ThrowsAsync(expected, () => transport.SendAsync(Answers.Get(), Answers.Number, call, Token));
        await SucceedsAsync(transport, server);
    }

    private static async Task SucceedsAsync(ApiTransport transport, LoopbackServer server)
    {
        Assert.Equal(42, await transport.SendAsync(Answers.Get(), Answers.Number, null, Token).WaitAsync(TimeSpan.FromSeconds(30), Token));
        Assert.Equal(2, server.Requests.Count);
    }

    private static async Task ReadAsync(ApiTransport transport, List<int> items, bool isLeft)
    {
        await foreach (int item in transport.StreamAsync(Answers.Get, ApiStreamFormat.EventJson, Answers.Int, s_responses, null, Token))
        {
            items.Add(item);
            if (isLeft)
                break;
        }
    }

    // To the first request this text, and then the end, or nothing until the client goes away; to the second an answer.
    private static LoopbackServer Failing(string sent, bool stalls)
    {
        int requests = 0;
        return new LoopbackServer(
            async (stream, _, token) =>
            {
                bool isFirst = requests++ == 0;
                await LoopbackServer.SendAsync(stream, isFirst ? sent : Ok + "Content-Length: 2\r\nConnection: close\r\n\r\n42", token);
                if (isFirst && stalls)
                    await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, token);
            }
        );
    }

    private static HttpClient OneConnection() =>
        new(new SocketsHttpHandler { MaxConnectionsPerServer = 1, ResponseDrainTimeout = TimeSpan.FromMilliseconds(100) });
}
