using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Text;

namespace OpenApiGen.Generator.Tests.Text;

/// <summary>One text of the YAML test suite: what it is made of, the JSON that it is, or that it has to be refused.</summary>
internal sealed partial record YamlSuiteCase(string Id, string Yaml, string Tree, string? Json, bool MustFail)
{
    /// <summary>The cases of a file. What a later one does not say is as in the one before it.</summary>
    public static IEnumerable<YamlSuiteCase> ReadAll(string file)
    {
        JsonArray cases = (JsonArray)SpecText.Read(file, SourceText.From(File.ReadAllText(file)), CancellationToken.None).Root!;
        Dictionary<string, string?> fields = [];
        for (int i = 0; i < cases.Count; i++)
        {
            JsonObject members = (JsonObject)cases[i]!;
            foreach ((string name, JsonNode? value) in members)
                fields[name] = value?.ToString();
            yield return new YamlSuiteCase(
                $"{Path.GetFileNameWithoutExtension(file)}/{i}",
                Unmark(fields["yaml"]!),
                string.Join(
                    "\n",
                    Unmark(fields["tree"]!).Split('\n').Select(static line => line.TrimStart()).Where(static line => line.Length > 0)
                ),
                fields.GetValueOrDefault("json"),
                members["fail"]?.GetValue<bool>() == true
            );
        }
    }

    /// <summary>What is wrong with how the text is read; null when it is read as the suite says.</summary>
    public string? Fault()
    {
        string tree = Events(Yaml, out string? error);
        if (MustFail)
            return error is null ? "accepted" : null;
        if (error is not null)
            return "refused: " + error;
        if (tree != Tree)
            return "another tree";
        return Json is null || IsJson() ? null : "another value";
    }

    private bool IsJson()
    {
        // Of several documents the first one is read; a text may have none.
        if (Json!.Length == 0)
            return YamlTreeReader.Read(SourceText.From(Yaml), [], out _, out _, CancellationToken.None) is null;
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(Json), new JsonReaderOptions { AllowMultipleValues = true });
        JsonNode? expected = JsonNode.Parse(ref reader);
        return JsonNode.DeepEquals(
                expected,
                YamlTreeReader.Read(SourceText.From(Yaml), [], out _, out SpecReadException? problem, CancellationToken.None)
            ) && problem is null;
    }

    /// <summary>The events as the suite writes them.</summary>
    private static string Events(string yaml, out string? error)
    {
        StringBuilder tree = new("+STR\n");
        using YamlParser parser = new(SourceText.From(yaml));
        error = null;
        try
        {
            while (parser.Move())
                tree.Append(Print(parser)).Append('\n');
        }
        catch (SpecReadException exception)
        {
            error = exception.Message;
        }

        return tree.Append("-STR").ToString();
    }

    private static string Print(YamlParser parser)
    {
        YamlEvent current = parser.Current;
        string properties = (current.Anchor is null ? "" : " &" + current.Anchor) + (current.Tag is null ? "" : " <" + current.Tag + ">");
        return current.Kind switch
        {
            YamlEventKind.DocumentStart => "+DOC" + (current.IsExplicit ? " ---" : ""),
            YamlEventKind.DocumentEnd => "-DOC" + (current.IsExplicit ? " ..." : ""),
            YamlEventKind.MappingStart => "+MAP" + (current.Style == YamlStyle.Flow ? " {}" : "") + properties,
            YamlEventKind.SequenceStart => "+SEQ" + (current.Style == YamlStyle.Flow ? " []" : "") + properties,
            YamlEventKind.MappingEnd => "-MAP",
            YamlEventKind.SequenceEnd => "-SEQ",
            YamlEventKind.Alias => "=ALI *" + parser.Value,
            _ => "=VAL" + properties + " " + ":'\"|>"[(int)current.Style] + Escape(parser.Value),
        };
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\t", "\\t", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal)
            .Replace("\b", "\\b", StringComparison.Ordinal);

    /// <summary>The suite has signs for what does not show: blanks, tabs, a mark, a line end and the lack of one.</summary>
    private static string Unmark(string text)
    {
        string plain = Tabs()
            .Replace(text.Replace('\u2423', ' '), "\t")
            .Replace('\u2190', '\r')
            .Replace('\u21D4', '\uFEFF')
            .Replace("\u21B5", "", StringComparison.Ordinal);
        return plain.EndsWith("\u220E\n", StringComparison.Ordinal) ? plain[..^2] : plain;
    }

    [GeneratedRegex("\u2014*\u00BB")]
    private static partial Regex Tabs();
}
