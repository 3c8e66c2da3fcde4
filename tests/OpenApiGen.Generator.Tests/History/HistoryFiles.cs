using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.History;

/// <summary>
/// The published descriptions of a real API, in their order. They stand beside the checkout, or where OPENAPIGEN_HISTORY says; tests are
/// skipped, and say so, without them.
/// </summary>
internal static class HistoryFiles
{
    private static readonly string s_folder = Environment.GetEnvironmentVariable("OPENAPIGEN_HISTORY") is { Length: > 0 } folder
        ? folder
        : Path.GetFullPath(Path.Combine(Repository.TestProject, "..", "..", "..", "shared", "junction-history"));

    private static readonly string[] s_names = Directory.Exists(s_folder)
        ? [.. Directory.EnumerateFiles(s_folder, "*.json").Select(static f => Path.GetFileName(f)).Order(StringComparer.Ordinal)]
        : [];

    public static TheoryData<string> All => s_names.Length == 0 ? new TheoryData<string>("") : new TheoryData<string>(s_names);

    /// <summary>Each with the one before it.</summary>
    public static TheoryData<string, string> Pairs
    {
        get
        {
            TheoryData<string, string> pairs = [];
            for (int i = 1; i < s_names.Length; i++)
                pairs.Add(s_names[i - 1], s_names[i]);
            if (s_names.Length < 2)
                pairs.Add("", "");
            return pairs;
        }
    }

    public static SpecFile File(string name)
    {
        Assert.SkipWhen(
            name.Length == 0,
            $"There is no {s_folder}: it is shared beside the checkout (OPENAPIGEN_HISTORY), not part of it."
        );
        return new SpecFile(name, System.IO.File.ReadAllText(Path.Combine(s_folder, name)), "Junction");
    }

    public static JsonObject Document(string name) => JsonNode.Parse(File(name).GetText().ToString())!.AsObject();

    /// <summary>The code of one, as the update of the other.</summary>
    public static GeneratorRun Update(string earlier, string later) => BaselineRun.Of(Consumer.Net10Latest, File(later), File(earlier));
}
