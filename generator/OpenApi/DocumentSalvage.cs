using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.Diagnostics;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>
/// Takes out of a document what its reader fails on even after <see cref="DocumentRepair"/>: as little as can be, told where it stood. Each
/// path
/// and each component is read in a document of its own; one that fails is put together anew, and what makes the reader fail stays out.
/// </summary>
internal sealed class DocumentSalvage(JsonObject root, Action<JsonNode> read, List<SpecDiagnostic> diagnostics)
{
    /// <summary>So many children of broken entries are tried; then what is broken goes out as a whole.</summary>
    private const int MostTries = 2000;

    private static readonly HashSet<string> s_versions = ["openapi", "swagger"];

    private static readonly HashSet<string> s_maps = ["paths", "webhooks", "definitions", "parameters", "responses", "securityDefinitions"];

    private int _tries;
    private bool _isRebuilt;

    public void Apply()
    {
        Head();
        foreach (KeyValuePair<string, JsonNode?> member in root.ToArray())
        {
            if (s_maps.Contains(member.Key))
                Map([member.Key], member.Value);
            else if (member.Key == "components" && member.Value is JsonObject components)
            {
                foreach (KeyValuePair<string, JsonNode?> map in components.ToArray())
                    Map([member.Key, map.Key], map.Value);
            }
        }
    }

    /// <summary>All that is no map of entries, together: the host and the schemes of 2.0, say, fail only as a pair.</summary>
    private void Head()
    {
        JsonObject shell = Shell();
        foreach (KeyValuePair<string, JsonNode?> member in root.ToArray())
        {
            string key = member.Key;
            if (s_maps.Contains(key) || s_versions.Contains(key) || key == "components")
                continue;
            _isRebuilt = false;
            if (!Add(shell, member.Value, SpecPointer.Root[key], value => shell[key] = value))
                shell.Remove(key);
            if (!shell.TryGetPropertyValue(key, out JsonNode? rest))
                root.Remove(key);
            else if (_isRebuilt)
                root[key] = rest?.DeepClone();
        }
    }

    private JsonObject Shell()
    {
        JsonObject shell = [];
        foreach (string version in s_versions)
        {
            if (root[version] is { } node)
                shell[version] = node.DeepClone();
        }

        return shell;
    }

    private void Map(string[] path, JsonNode? node)
    {
        if (node is not JsonObject map)
            return;
        foreach (KeyValuePair<string, JsonNode?> entry in map.ToArray())
            Entry(map, path, entry.Key, entry.Value);
    }

    private void Entry(JsonObject map, string[] path, string key, JsonNode? node)
    {
        JsonObject shell = Shell();
        JsonObject holder = shell;
        SpecPointer place = SpecPointer.Root;
        foreach (string step in path)
        {
            place = place[step];
            JsonObject inner = [];
            holder[step] = inner;
            holder = inner;
        }

        _isRebuilt = false;
        if (!Add(shell, node, place[key], value => holder[key] = value))
            map.Remove(key);
        else if (_isRebuilt)
            map[key] = holder[key]?.DeepClone();
    }

    /// <summary>Puts a node together from those of its children that the reader takes; null when it takes not even an empty one.</summary>
    private JsonNode? Rebuild(JsonObject shell, JsonNode? node, SpecPointer place, Action<JsonNode?> put)
    {
        _isRebuilt = true;
        JsonNode? built = node switch
        {
            JsonObject => new JsonObject(),
            JsonArray => new JsonArray(),
            _ => null,
        };
        if (built is null || _tries > MostTries)
            return null;
        put(built);
        if (Failure(shell) is not null)
            return null;
        if (node is JsonObject members)
        {
            foreach (KeyValuePair<string, JsonNode?> member in members)
            {
                JsonObject target = (JsonObject)built;
                if (++_tries > MostTries || !Add(shell, member.Value, place[member.Key], value => target[member.Key] = value))
                    target.Remove(member.Key);
            }
        }
        else if (node is JsonArray items)
        {
            JsonArray target = (JsonArray)built;
            for (int i = 0; i < items.Count; i++)
            {
                int index = target.Count;
                target.Add(null);
                if (++_tries > MostTries || !Add(shell, items[i], place[i], value => target[index] = value))
                    target.RemoveAt(index);
            }
        }

        return built;
    }

    /// <summary>Whether the reader takes a child, or a part of it.</summary>
    private bool Add(JsonObject shell, JsonNode? child, SpecPointer place, Action<JsonNode?> put)
    {
        put(child?.DeepClone());
        if (Failure(shell) is not { } failure || Rebuild(shell, child, place, put) is not null)
            return true;
        Report(place, failure);
        return false;
    }

    private Exception? Failure(JsonObject shell)
    {
        try
        {
            read(shell);
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return failure;
        }
    }

    private void Report(SpecPointer place, Exception failure) =>
        diagnostics.Add(
            SpecDiagnostic.AtKey(
                DiagnosticDescriptors.SpecificationError,
                place.ToString(),
                "this part cannot be read and is left out (" + failure.Message.TrimEnd('.') + ")"
            )
        );
}
