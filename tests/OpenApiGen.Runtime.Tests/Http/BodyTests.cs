using System.IO.Compression;
using System.Text;
using OpenApiGen.Http;
using OpenApiGen.Json;
using OpenApiGen.Runtime.Tests.Http.Support;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

/// <summary>Bodies that are not forms: text, bytes, lines.</summary>
public sealed class BodyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("text/csv", "text/csv; charset=utf-8")]
    [InlineData("text/plain; charset=UTF-8", "text/plain; charset=UTF-8")]
    public async Task Text_is_UTF8_and_says_so(string mediaType, string sent)
    {
        HttpContent content = await ContentAsync(request => request.TextBody("ä;b", mediaType));
        Assert.Equal(sent, content.Headers.ContentType!.ToString());
        Assert.Equal("ä;b"u8.ToArray(), await content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task Null_is_no_body()
    {
        HttpRequestMessage message = await Sent.MessageAsync(
            "/x",
            static request =>
            {
                request.TextBody(null, "text/plain");
                request.FileBody(null, "image/png");
                request.LinesBody((IEnumerable<int>?)null, JsonWrite.Int32, "application/jsonl");
                request.LinesBody((IAsyncEnumerable<int>?)null, JsonWrite.Int32, "application/jsonl");
            }
        );
        Assert.Null(message.Content);
    }

    [Fact]
    public async Task A_handler_can_ask_whether_a_body_can_be_sent_twice()
    {
        Assert.True(await CanRepeatAsync(static _ => { }));
        Assert.True(await CanRepeatAsync(static request => request.TextBody("a", "text/plain")));
        Assert.True(await CanRepeatAsync(static request => request.FileBody(new MemoryStream([1]), "image/png")));
        Assert.True(await CanRepeatAsync(static request => request.LinesBody([1, 2], JsonWrite.Int32, "application/jsonl")));
        Assert.True(await CanRepeatAsync(static request => request.Body(new StringContent("a"))));
        Assert.False(
            await CanRepeatAsync(static request =>
                request.FileBody(new GZipStream(new MemoryStream(), CompressionMode.Decompress), "image/png")
            )
        );
        Assert.False(await CanRepeatAsync(static request => request.Body(new StreamContent(new MemoryStream([1])))));

        static async Task<bool> CanRepeatAsync(Action<ApiRequest> fill) => (await Sent.MessageAsync("/x", fill)).CanRepeat();
    }

    [Theory]
    [InlineData(null, "application/zip", "application/zip")]
    [InlineData("image/webp", "image/*", "image/webp")]
    [InlineData(null, "image/*", "application/octet-stream")]
    [InlineData(null, "*/*", "application/octet-stream")]
    public async Task Bytes_have_the_type_of_the_file_then_of_the_description(string? own, string declared, string sent)
    {
        HttpContent content = await ContentAsync(request => request.FileBody(new ApiFile([1, 2, 3], contentType: own), declared));
        Assert.Equal(sent, content.Headers.ContentType!.ToString());
        Assert.Equal(3, content.Headers.ContentLength);
        Assert.Equal([1, 2, 3], await content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task Lines_are_sent_one_by_one_as_they_come()
    {
        var source = new TaskCompletionSource<int>();
        HttpContent content = await ContentAsync(request => request.LinesBody(Items(source.Task), JsonWrite.Int32, "application/x-ndjson"));
        Assert.Equal("application/x-ndjson", content.Headers.ContentType!.ToString());
        Assert.Null(content.Headers.ContentLength);
        var target = new MemoryStream();
        Task copying = content.CopyToAsync(target, Token);
        while (target.Length < 2)
            await Task.Delay(5, Token);
        Assert.Equal("1\n", Encoding.UTF8.GetString(target.ToArray()));
        source.SetResult(2);
        await copying;
        Assert.Equal("1\n2\n", Encoding.UTF8.GetString(target.ToArray()));
    }

    [Theory]
    [InlineData("application/jsonl", "1\n2\n")]
    [InlineData("application/json-seq", "\u001E1\n\u001E2\n")] // RFC 7464 section 2.2
    public async Task A_list_is_lines_too(string mediaType, string sent) =>
        Assert.Equal(
            sent,
            await (await ContentAsync(request => request.LinesBody([1, 2], JsonWrite.Int32, mediaType))).ReadAsStringAsync(Token)
        );

    [Fact]
    public void Files_are_equal_by_content()
    {
        var stream = new MemoryStream();
        Assert.Equal(new ApiFile([1], "a"), new ApiFile([1], "a"));
        Assert.Equal(new ApiFile([1], "a").GetHashCode(), new ApiFile([1], "a").GetHashCode());
        Assert.NotEqual(new ApiFile([1], "a"), new ApiFile([2], "a"));
        Assert.NotEqual(new ApiFile([1], "a"), new ApiFile([1], "b"));
        Assert.Equal((ApiFile)stream, stream);
        Assert.NotEqual((ApiFile)stream, new MemoryStream());
        Assert.Equal("a.png (image/png)", new ApiFile([1], "a.png", "image/png").ToString());
    }

    private static async Task<HttpContent> ContentAsync(Action<ApiRequest> fill) =>
        (await Sent.MessageAsync("/x", fill, method: ApiMethods.Post)).Content!;

    private static async IAsyncEnumerable<int> Items(Task<int> second)
    {
        yield return 1;
        yield return await second;
    }
}
