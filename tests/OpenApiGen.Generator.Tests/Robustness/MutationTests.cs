using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Generator.Text;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Robustness;

/// <summary>
/// Every feature spec with one node of it replaced by something that should not be there, eight times over. Positions are
/// drawn with a seed from the name, so a failure is the same failure tomorrow. Nothing throws; what is generated compiles.
/// </summary>
public class MutationTests
{
    private const int Mutants = 8;

    private static readonly string?[] s_replacements =
    [
        "null",
        "12",
        "-0.5",
        "true",
        "\"text\"",
        "\"#/components/schemas/Nowhere\"",
        "[]",
        "{}",
        "[null]",
        "[12, \"a\", {}]",
        "{\"\": null}",
        "{\"$ref\": \"#/paths\"}",
        "{\"$ref\": \"#\"}",
        "{\"type\": \"object\", \"properties\": {\"class\": true}}",
        "\"*/ \\\" \\n #error\"",
        null,
    ];

    [Theory]
    [MemberData(nameof(FeatureSpec.All), MemberType = typeof(FeatureSpec))]
    public void A_wrong_node_anywhere_breaks_nothing(string feature)
    {
        SpecFile file = new FeatureSpec(feature).ToFile();
        Random random = new(feature.Aggregate(17, static (hash, c) => unchecked((hash * 31) + c)));
        SpecFile[] mutants =
        [
            .. Enumerable
                .Range(0, Mutants)
                .Select(i => new SpecFile(
                    $"mutant{i}.json",
                    Mutate(file, random),
                    string.Create(CultureInfo.InvariantCulture, $"Mutant{i}")
                )),
        ];
        GeneratorRun run = HostileRun.Of(Consumer.Net10Latest, HostileRun.DefaultSeconds, mutants);
        try
        {
            CleanCompilation.Assert(run);
        }
        catch (Xunit.Sdk.FailException exception)
        {
            Assert.Fail(exception.Message + "\n" + string.Join("\n", mutants.Select(static m => m.Path + ": " + m.GetText())));
        }
    }

    private static string Mutate(SpecFile file, Random random)
    {
        JsonNode root = SpecText.Read(file.Path, file.GetText(), CancellationToken.None).Root!;
        List<JsonNode> containers = [.. Containers(root)];
        string? replacement = s_replacements[random.Next(s_replacements.Length)];
        switch (containers[random.Next(containers.Count)])
        {
            case JsonObject { Count: > 0 } map:
                string key = map.ElementAt(random.Next(map.Count)).Key;
                if (replacement is null)
                    map.Remove(key);
                else
                    map[key] = JsonNode.Parse(replacement);
                break;
            case JsonArray { Count: > 0 } list:
                int index = random.Next(list.Count);
                if (replacement is null)
                    list.RemoveAt(index);
                else
                    list[index] = JsonNode.Parse(replacement);
                break;
        }

        return root.ToJsonString();
    }

    private static IEnumerable<JsonNode> Containers(JsonNode node)
    {
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject map => map.Select(static pair => pair.Value),
            JsonArray list => list,
            _ => [],
        };
        if (node is JsonObject or JsonArray)
            yield return node;
        foreach (JsonNode descendant in children.OfType<JsonNode>().SelectMany(Containers))
            yield return descendant;
    }
}
