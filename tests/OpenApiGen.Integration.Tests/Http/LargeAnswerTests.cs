using OpenApiGen.Integration.Tests.Support;
using ResponsesRaw;

namespace OpenApiGen.Integration.Tests.Http;

/// <summary>Answers that are larger than what may be in memory.</summary>
[Collection(Alone.Name)]
public sealed class LargeAnswerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_megabytes_are_not_in_memory()
    {
        const int Pieces = 1600;
        await using LoopbackServer server = await LoopbackServer.StartAsync(static async context =>
        {
            context.Response.ContentType = "image/png";
            byte[] piece = new byte[64 * 1024];
            for (int i = 0; i < Pieces; i++)
                await context.Response.Body.WriteAsync(piece);
        });
        using var http = new HttpClient { BaseAddress = server.Address };
        long before = GC.GetTotalAllocatedBytes();

        await using ApiStream image = await new ResponsesRawClient(http).Image.GetImageAsync(cancellationToken: Token);
        byte[] buffer = new byte[64 * 1024];
        long length = 0;
        for (int count; (count = await image.ReadAsync(buffer, Token)) > 0; )
            length += count;

        Assert.Equal(Pieces * 64L * 1024, length);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, length / 4);
    }
}
