using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>Names for what is moved among the components.</summary>
internal static class BundleNames
{
    /// <summary>
    /// The key in its file; for a whole file, the file's name; for a place deep in a document, the names on the way to it.
    /// </summary>
    public static string Of(SpecFile file, string pointer, JsonNode node)
    {
        string[] segments = [.. pointer.Split('/').Skip(1).Select(References.Decode)];
        if (segments.Length == 0)
        {
            string name = file.Path.Substring(file.Path.LastIndexOf('/') + 1);
            int dot = name.IndexOf('.');
            return IdentifierCasing.Pascal(dot > 0 ? name.Substring(0, dot) : name);
        }

        if (
            segments.Length <= 3 && segments[0] is "components" or "definitions" or "parameters" or "responses" or "$defs"
            || segments.Length == 1
        )
            return Key(segments[segments.Length - 1]);
        if (References.Text((node as JsonObject)?["title"]) is { Length: > 0 and < 60 } title)
            return IdentifierCasing.Pascal(title);
        IEnumerable<string> words = segments.Where(static s =>
            s
                is not (
                    "components"
                    or "schemas"
                    or "definitions"
                    or "$defs"
                    or "properties"
                    or "paths"
                    or "content"
                    or "schema"
                    or "responses"
                    or "application/json"
                    or "parameters"
                    or "200"
                    or "oneOf"
                    or "anyOf"
                    or "allOf"
                )
        );
        return string.Concat(words.Select(static s => IdentifierCasing.Pascal(s == "items" ? "item" : s)));
    }

    private static string Key(string text) =>
        text.All(static c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.') ? text : IdentifierCasing.Pascal(text);

    public static string Free(JsonObject components, string name)
    {
        string free = name;
        for (int number = 2; components.ContainsKey(free); number++)
            free = name + number.ToString(CultureInfo.InvariantCulture);
        return free;
    }
}
