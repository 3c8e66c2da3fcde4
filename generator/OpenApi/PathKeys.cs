using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.Diagnostics;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>A path without its slash, which the reader would leave out, gets one; what is told of it stands where it was.</summary>
internal static class PathKeys
{
    public static void Repair(SpecFile main, SourceMap map, List<SpecDiagnostic> diagnostics)
    {
        if (main.Root is not JsonObject root || root["paths"] is not JsonObject paths || paths.All(static p => IsPath(p.Key)))
            return;
        KeyValuePair<string, JsonNode?>[] entries = [.. paths];
        paths.Clear();
        foreach (KeyValuePair<string, JsonNode?> entry in entries)
        {
            string key = IsPath(entry.Key) ? entry.Key : "/" + entry.Key;
            if (key != entry.Key)
            {
                SpecPointer was = SpecPointer.Root["paths"][entry.Key];
                if (entries.Any(e => e.Key == key) || paths.ContainsKey(key))
                {
                    diagnostics.Add(
                        SpecDiagnostic.AtKey(
                            DiagnosticDescriptors.SpecificationError,
                            was.ToString(),
                            "a path begins with '/', and with it there is this path already; it is left out"
                        )
                    );
                    continue;
                }

                diagnostics.Add(
                    SpecDiagnostic.AtKey(
                        DiagnosticDescriptors.SpecificationError,
                        was.ToString(),
                        $"a path begins with '/'; it is read as '{key}'"
                    )
                );
                map.Add(SpecPointer.Root["paths"][key].ToString(), main, was.ToString());
            }

            paths.Add(key, entry.Value);
        }
    }

    private static bool IsPath(string key) =>
        key.StartsWith("/", StringComparison.Ordinal) || key.StartsWith("x-", StringComparison.Ordinal) || key == "$ref";
}
