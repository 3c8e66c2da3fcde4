using System.Text.Json;

namespace OpenApiGen.Corpus.Examples;

/// <summary>A value that was not read as its type entirely.</summary>
/// <param name="Pointer">Where its schema stands.</param>
/// <param name="Extras">JSON pointers to its members that no declaration took.</param>
internal sealed record SuspectValue(string Pointer, JsonElement Value, IReadOnlyList<string> Extras);

/// <summary>What ajv says about a value.</summary>
/// <param name="Problem">Why it is not valid; null where it is.</param>
/// <param name="Declared">Those of the extras that the schema declares.</param>
internal sealed record ValueVerdict(string? Problem, IReadOnlyList<string>? Declared);

/// <summary>Only of a valid value every part has to have its type: the word on that is ajv's.</summary>
internal static class ValueJudge
{
    /// <param name="tools">The folder that has <c>instances/</c>, with its packages.</param>
    /// <param name="document">The document that the schemas stand in.</param>
    /// <param name="values">The values.</param>
    public static IReadOnlyList<ValueVerdict> Judge(string tools, string document, IReadOnlyList<SuspectValue> values)
    {
        if (values.Count == 0)
            return [];
        string verdicts = NodeTool.RunOver(tools, "judge", JsonSerializer.Serialize(values, JsonSerializerOptions.Web), document);
        return JsonSerializer.Deserialize<ValueVerdict[]>(verdicts, JsonSerializerOptions.Web)!;
    }
}
