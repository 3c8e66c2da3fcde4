using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Junction;

[assembly: CLSCompliant(false)]

namespace Consumer;

/// <summary>What a library does with the generated code: reads it, writes it, calls it.</summary>
public static class PageReader
{
    /// <summary>Names the providers of a page.</summary>
    /// <param name="json">A page of historical pulls.</param>
    /// <returns>One line; what the description does not know says so.</returns>
    public static string Describe(string json)
    {
        UserHistoricalPullsResponse page = Read(json);
        return string.Join(", ", page.Data.SelectMany(static user => user.Provider.Keys).Select(Name));
    }

    /// <summary>Reads a page and writes it back.</summary>
    /// <param name="json">A page of historical pulls.</param>
    /// <returns>The page.</returns>
    public static string Echo(string json) => JsonSerializer.Serialize(Read(json), JunctionJson.TypeInfo<UserHistoricalPullsResponse>());

    /// <summary>Asks a server for a page of Fitbit users.</summary>
    /// <param name="http">Sends the request.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>How many users there are.</returns>
    public static async Task<int> CountAsync(HttpClient http, CancellationToken cancellationToken)
    {
        JunctionClient junction = new(http, new JunctionClientOptions { ApiKey = "key", Server = JunctionServer.Sandbox });
        UserHistoricalPullsResponse page = await junction
            .Introspect.GetHistoricalPullsAsync(provider: Providers.Fitbit, userLimit: 2, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        return page.Data.Count;
    }

    private static string Name(Providers provider) => provider.IsKnown ? provider.Value : $"{provider.Value} (unknown)";

    private static UserHistoricalPullsResponse Read(string json) =>
        JsonSerializer.Deserialize(json, JunctionJson.TypeInfo<UserHistoricalPullsResponse>())
        ?? throw new JsonException("null is no page");
}
