using System.Text;
using System.Text.RegularExpressions;
using OpenApiGen.Generator.Tests.Infrastructure;

namespace OpenApiGen.Generator.Tests.Junction;

/// <summary>
/// The sample payloads of the deprecation notice among the seeds, as published. Two things keep them from being JSON, and only these are
/// changed: <c>/** … **/</c> comments are taken out, and the placeholders <c>[...]</c> and <c>{...}</c> are filled in.
/// </summary>
internal static partial class Seeds
{
    public static readonly string[] Stages = ["original", "current", "future"];

    public static readonly string[] Titles = ["daily.data.steps.created", "Profile", "provider.connection.created"];

    /// <summary>What <c>[...]</c> stands for: the values of the data event, here one.</summary>
    private const string FilledList =
        """[{"start":"2022-08-04T10:00:00+00:00","end":"2022-08-04T10:01:00+00:00","unit":"count","value":42}]""";

    /// <summary>What <c>{...}</c> stands for: the availability by resource, here of one.</summary>
    private const string FilledObject = """{"activity":{"status":"available"}}""";

    /// <summary>The payload with that title in that stage, as JSON.</summary>
    public static string Payload(string title, string stage) => ToJson(Published(title, stage));

    /// <summary>The same, as published: comments and placeholders in it.</summary>
    public static string Published(string title, string stage)
    {
        string text = File.ReadAllText(SharedFiles.Seed("004"));
        string heading = $"{title} ({char.ToUpperInvariant(stage[0])}{stage[1..]})\n";
        int start = text.IndexOf(heading, StringComparison.Ordinal);
        Assert.True(start >= 0, $"The seed has no '{heading.Trim()}'.");
        start += heading.Length;
        int end = text.IndexOf("\n}\n", start, StringComparison.Ordinal);
        return text[start..(end + 2)];
    }

    public static string ToJson(string published) =>
        Comment()
            .Replace(published, "")
            .Replace("[...]", FilledList, StringComparison.Ordinal)
            .Replace("{...}", FilledObject, StringComparison.Ordinal);

    /// <summary>Every payload in every stage: title and stage.</summary>
    public static TheoryData<string, string, string> Combinations()
    {
        TheoryData<string, string, string> all = [];
        foreach (string title in Titles)
        {
            foreach (string payload in Stages)
            {
                foreach (string code in Stages)
                    all.Add(title, payload, code);
            }
        }

        return all;
    }

    /// <summary>How many payloads the notice has: none may be left out by the titles above.</summary>
    public static int Count() => Heading().Count(File.ReadAllText(SharedFiles.Seed("004"), Encoding.UTF8));

    [GeneratedRegex(@"/\*\*.*?\*\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^.* \((Original|Current|Future)\)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
