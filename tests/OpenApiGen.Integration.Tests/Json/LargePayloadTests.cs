using System.Text;
using Junction;
using OpenApiGen.Integration.Tests.Support;
using OpenApiGen.Json;

namespace OpenApiGen.Integration.Tests.Json;

/// <summary>Texts of 100 MB.</summary>
[Collection(Alone.Name)]
public sealed class LargePayloadTests
{
    [Fact]
    public void A_string_of_100_MB_takes_memory_in_proportion()
    {
        byte[] json = Encoding.UTF8.GetBytes($$"""{"data":[],"next_cursor":"{{new string('x', 100_000_000)}}"}""");
        long before = GC.GetAllocatedBytesForCurrentThread();

        UserHistoricalPullsResponse page = JsonRoot.Read(json, UserHistoricalPullsResponse.Converter.Read, ApiReading.Tolerant);

        Assert.Equal(100_000_000, page.NextCursor!.Length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 3L * json.Length);
    }
}
