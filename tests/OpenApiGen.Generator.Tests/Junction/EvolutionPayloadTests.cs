using System.Text.Json;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Junction;

/// <summary>
/// Payloads of any stage, read by code of any stage: nothing is lost, and what a stage does not know is in AdditionalProperties.
/// </summary>
public sealed class EvolutionPayloadTests
{
    [Fact]
    public void Every_payload_of_the_notice_is_fed() => Assert.Equal(Seeds.Titles.Length * Seeds.Stages.Length, Seeds.Count());

    /// <summary>What is published is read as published: without comments and placeholders the texts are the same.</summary>
    [Fact]
    public void Only_comments_and_placeholders_are_changed()
    {
        foreach (string title in Seeds.Titles)
        {
            foreach (string stage in Seeds.Stages)
            {
                string published = Seeds.Published(title, stage);
                Assert.Equal(stage == "current", published.Contains("/**", StringComparison.Ordinal));
                Assert.Equal(
                    title != "Profile",
                    published.Contains("[...]", StringComparison.Ordinal) || published.Contains("{...}", StringComparison.Ordinal)
                );
                using JsonDocument parsed = JsonDocument.Parse(Seeds.ToJson(published));
                Assert.Equal(JsonValueKind.Object, parsed.RootElement.ValueKind);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds.Combinations), MemberType = typeof(Seeds))]
    public void Any_stage_reads_any_stage_without_loss(string title, string payload, string code)
    {
        string json = Seeds.Payload(title, payload);
        ConsumerAssembly assembly = Evolution.Assembly(code);
        string type = title == "Profile" ? "ClientFacingProfile" : "JunctionEvent";

        object value = assembly.Read(type, json)!;
        string written = assembly.Write(type, value);

        using JsonDocument expected = JsonDocument.Parse(json);
        using JsonDocument actual = JsonDocument.Parse(written);
        Assert.Empty(JsonComparison.Differences(expected.RootElement, actual.RootElement));
        Assert.Equal(Unknown(title, payload, code), Extra(title, title == "Profile" ? value : Get(value, "Value")));
    }

    /// <summary>The members of the source, or of the connection, that the code does not declare.</summary>
    private static string[] Unknown(string title, string payload, string code) =>
        (title, payload, code) switch
        {
            ("provider.connection.created", "current" or "future", "original") => ["provider"],
            ("provider.connection.created", "original" or "current", "future") => ["source"],
            ("provider.connection.created", _, _) => [],
            (_, "current" or "future", "original") => ["provider", "type", "app_id"],
            (_, "original" or "current", "future") => ["name", "slug", "logo"],
            _ => [],
        };

    private static string[] Extra(string title, object value)
    {
        object at = title switch
        {
            "Profile" => Get(value, "Source"),
            "provider.connection.created" => Get(value, "Data"),
            _ => Get(Get(value, "Data"), "Source"),
        };
        return [.. ((IEnumerable<KeyValuePair<string, JsonElement>>)Get(at, "AdditionalProperties")).Select(static p => p.Key)];
    }

    private static object Get(object value, string property) => value.GetType().GetProperty(property)!.GetValue(value)!;

    [Theory]
    [InlineData("original")]
    [InlineData("current")]
    [InlineData("future")]
    public void Is_final_is_kept_by_every_stage(string code)
    {
        const string Json =
            """{"event_type":"historical.data.sleep.created","user_id":"71937dd3-aebe-46b7-ab64-c287bd75b2a6","data":{"user_id":"71937dd3-aebe-46b7-ab64-c287bd75b2a6","start_date":"2024-01-01T00:00:00Z","end_date":"2024-01-31T00:00:00Z","is_final":true,"provider":"oura"}}""";
        foreach (string json in new[] { Json, Json.Replace("\"is_final\":true,", "", StringComparison.Ordinal) })
        {
            ConsumerAssembly assembly = Evolution.Assembly(code);
            object value = assembly.Read("JunctionEvent", json)!;
            Assert.Equal("ClientFacingSleepHistoricalPullCompleted", Get(value, "Value").GetType().Name);
            using JsonDocument expected = JsonDocument.Parse(json);
            using JsonDocument actual = JsonDocument.Parse(assembly.Write("JunctionEvent", value));
            Assert.Empty(JsonComparison.Differences(expected.RootElement, actual.RootElement));
        }
    }
}
