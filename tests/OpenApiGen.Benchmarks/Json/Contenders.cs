using System.Text.Json;
using Junction;
using OpenApiGen.Json;
using EnumPage = OpenApiGen.Benchmarks.Json.RivalPage<
    OpenApiGen.Benchmarks.Json.EnumProviders,
    OpenApiGen.Benchmarks.Json.EnumResource,
    OpenApiGen.Benchmarks.Json.EnumStatus,
    OpenApiGen.Benchmarks.Json.EnumError?
>;
using PlainPage = OpenApiGen.Benchmarks.Json.RivalPage<string, string, string, string?>;

namespace OpenApiGen.Benchmarks.Json;

/// <summary>One page, read and written in every way that is compared.</summary>
internal static class Contenders
{
    private static readonly byte[] s_page = HistoricalPage.Bytes;
    private static readonly PlainPage s_plain = SourceGenerated();
    private static readonly EnumPage s_enums = SourceGeneratedEnums();
    private static readonly UserHistoricalPullsResponse s_emitted = EmittedDirect();

    public static int BareScan()
    {
        Utf8JsonReader reader = new(s_page);
        int tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }

    public static PlainPage SourceGenerated() => JsonSerializer.Deserialize(s_page, RivalContext.Default.Plain)!;

    public static EnumPage SourceGeneratedEnums() => JsonSerializer.Deserialize(s_page, RivalContext.Default.Enums)!;

    /// <summary>Through the converter that the attribute of the type names.</summary>
    public static UserHistoricalPullsResponse EmittedThroughSerializer() =>
        JsonSerializer.Deserialize<UserHistoricalPullsResponse>(s_page)!;

    public static UserHistoricalPullsResponse EmittedDirect() => JsonRoot.Read(s_page, UserHistoricalPullsResponse.Converter.Read);

    public static byte[] WriteSourceGenerated() => JsonSerializer.SerializeToUtf8Bytes(s_plain, RivalContext.Default.Plain);

    public static byte[] WriteSourceGeneratedEnums() => JsonSerializer.SerializeToUtf8Bytes(s_enums, RivalContext.Default.Enums);

    public static byte[] WriteEmittedThroughSerializer() => JsonSerializer.SerializeToUtf8Bytes(s_emitted);

    public static byte[] WriteEmittedDirect() => JsonRoot.ToUtf8(s_emitted, UserHistoricalPullsResponse.Converter.Write);

    /// <summary>Times mean nothing for JSON that is not the same: all must write what the page says.</summary>
    public static void Check()
    {
        using JsonDocument page = JsonDocument.Parse(s_page);
        foreach (byte[] written in (byte[][])[WriteEmittedThroughSerializer(), WriteEmittedDirect()])
        {
            using JsonDocument copy = JsonDocument.Parse(written);
            if (!JsonElement.DeepEquals(page.RootElement, copy.RootElement))
                throw new InvalidOperationException("The emitted types lose something of the page.");
        }

        // No "next":null there; the data is what counts.
        foreach (byte[] written in (byte[][])[WriteSourceGenerated(), WriteSourceGeneratedEnums()])
        {
            using JsonDocument copy = JsonDocument.Parse(written);
            int users = page.RootElement.GetProperty("data").GetArrayLength();
            if (copy.RootElement.GetProperty("data").GetArrayLength() != users)
                throw new InvalidOperationException("The plain records lose users.");
        }
    }
}
