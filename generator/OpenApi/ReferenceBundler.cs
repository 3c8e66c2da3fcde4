using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>
/// Makes every reference one to a component of the document itself: a reference into another file, to an anchor, or to
/// a place deep in the document moves what it leads to among the components and leaves a reference where it was. Files come from the
/// caller, who has them from the compiler; nothing is read here.
/// </summary>
internal sealed class ReferenceBundler
{
    /// <summary>So many references may lead on from one place.</summary>
    private const int MostInlined = 32;

    private readonly SpecFile _main;
    private readonly Func<string, SpecFile?> _open;
    private readonly List<SpecDiagnostic> _diagnostics;
    private readonly SourceMap _map;
    private readonly bool _isSwagger;
    private readonly Dictionary<(SpecFile, string, ObjectKind), string> _moved = [];
    private readonly Dictionary<string, JsonNode> _movedNodes = new(StringComparer.Ordinal);
    private readonly HashSet<JsonNode> _visited = [];

    private ReferenceBundler(SpecFile main, Func<string, SpecFile?> open, List<SpecDiagnostic> diagnostics)
    {
        _main = main;
        _open = open;
        _diagnostics = diagnostics;
        _map = new SourceMap(main);
        _isSwagger = main.Root is JsonObject root && root["swagger"] is not null;
    }

    /// <summary>Changes the nodes of <paramref name="main"/>; the result says where everything came from.</summary>
    public static SourceMap Bundle(SpecFile main, Func<string, SpecFile?> open, List<SpecDiagnostic> diagnostics)
    {
        ReferenceBundler bundler = new(main, open, diagnostics);
        if (main.Root is { } root && IsNeeded(root)) bundler.Visit(root, ObjectKind.Document, main, SpecPointer.Root);
        PathKeys.Repair(main, bundler._map, diagnostics);
        if (main.Root is JsonObject document) SwaggerParameters.Settle(document);
        return bundler._map;
    }

    /// <summary>Whether any reference leads elsewhere than to a component: in most documents none does.</summary>
    private static bool IsNeeded(JsonNode node)
    {
        switch (node)
        {
            case JsonArray items:
                foreach (JsonNode? item in items)
                {
                    if (item is JsonObject or JsonArray && IsNeeded(item)) return true;
                }

                return false;
            case JsonObject members:
                foreach (KeyValuePair<string, JsonNode?> member in members)
                {
                    if (member.Value is JsonObject or JsonArray ? IsNeeded(member.Value) : member.Key == "$ref" && Text(member.Value) is { } reference && !IsPlain(reference)) return true;
                }

                return false;
            default:
                return false;
        }
    }

    /// <summary><c>#/components/schemas/Name</c> and its like, with nothing to decode.</summary>
    private static bool IsPlain(string reference)
    {
        if (reference.IndexOf('%') >= 0) return false;
        int start = reference.StartsWith("#/components/", StringComparison.Ordinal) ? reference.IndexOf('/', "#/components/".Length)
            : reference.StartsWith("#/definitions/", StringComparison.Ordinal) || reference.StartsWith("#/parameters/", StringComparison.Ordinal) || reference.StartsWith("#/responses/", StringComparison.Ordinal) ? reference.IndexOf('/', 2)
            : -1;
        return start > 0 && reference.IndexOf('/', start + 1) < 0;
    }

    private void Visit(JsonNode? node, ObjectKind kind, SpecFile file, SpecPointer place)
    {
        if (node is not JsonObject members || !_visited.Add(members)) return;
        if (kind is not (ObjectKind.Document or ObjectKind.Components) && Text(members["$ref"]) is { } reference) Reference(members, reference, kind, file, place);
        if (kind == ObjectKind.Schema) Mapping(members, file, place);
        foreach (KeyValuePair<string, JsonNode?> member in members.ToArray())
        {
            if (!BundleKinds.TryGetChild(kind, member.Key, out ObjectKind child, out ChildForm form)) continue;
            SpecPointer at = place[member.Key];
            if (member.Value is JsonArray items && form is ChildForm.List or ChildForm.OneOrList)
            {
                for (int i = 0; i < items.Count; i++) Visit(items[i], child, file, at[i]);
            }
            else if (form is ChildForm.Map && member.Value is JsonObject map)
            {
                // Not in the specification, but in use: a whole map in a file of its own.
                SpecFile home = Text(map["$ref"]) is { } whole ? Inline(map, whole, file, at) : file;
                foreach (KeyValuePair<string, JsonNode?> entry in map.ToArray()) Visit(entry.Value, child, home, at[entry.Key]);
            }
            else if (form is ChildForm.One or ChildForm.OneOrList) Visit(member.Value, child, file, at);
        }
    }

    /// <summary>The values of a discriminator's mapping are references too, unless they are plain component names.</summary>
    private void Mapping(JsonObject schema, SpecFile file, SpecPointer place)
    {
        if (schema["discriminator"] is not JsonObject discriminator || discriminator["mapping"] is not JsonObject mapping) return;
        foreach (KeyValuePair<string, JsonNode?> entry in mapping.ToArray())
        {
            if (Text(entry.Value) is not { } value || (value.IndexOf('#') < 0 && value.IndexOf('/') < 0 && value.IndexOf('.') < 0)) continue;
            if (Moved(value, ObjectKind.Schema, file, place["discriminator"]["mapping"][entry.Key], report: false) is { } moved) mapping[entry.Key] = moved;
        }
    }

    private void Reference(JsonObject holder, string reference, ObjectKind kind, SpecFile file, SpecPointer place)
    {
        if (BundleKinds.Home(kind, _isSwagger) is null)
        {
            if (file == _main && IsPlain(reference) && kind is ObjectKind.SecurityScheme or ObjectKind.Example or ObjectKind.Link) return;
            SpecFile home = Inline(holder, reference, file, place);
            _visited.Remove(holder);
            Visit(holder, kind, home, place);
            return;
        }

        if (Moved(reference, kind, file, place["$ref"], report: true) is { } moved)
        {
            if (moved != reference) holder["$ref"] = moved;
        }
        else holder.Remove("$ref");
    }

    /// <summary>
    /// What has no home among the components, such as a path item before 3.1, is taken over in place. Returns the file it came from,
    /// which the references in it are relative to.
    /// </summary>
    private SpecFile Inline(JsonObject holder, string reference, SpecFile file, SpecPointer place)
    {
        SpecFile from = file;
        for (int depth = 0; ; depth++)
        {
            holder.Remove("$ref");
            JsonObject? item = Find(reference, from, out SpecFile? target, out string pointer) as JsonObject;
            if (item is null || depth == MostInlined)
            {
                Unresolved(reference, place["$ref"], isFile: target is null);
                return from;
            }

            foreach (KeyValuePair<string, JsonNode?> member in item)
            {
                if (!holder.ContainsKey(member.Key)) holder[member.Key] = member.Value?.DeepClone();
            }

            _map.Add(place.ToString(), target!, pointer);
            from = target!;
            if (Text(holder["$ref"]) is not { } next) return from;
            reference = next;
        }
    }

    /// <summary>The reference to the component that something became; null when there is nothing.</summary>
    private string? Moved(string reference, ObjectKind kind, SpecFile file, SpecPointer place, bool report)
    {
        if (file == _main && IsComponent(reference, kind)) return reference;
        JsonNode? node = Find(reference, file, out SpecFile? target, out string pointer);
        if (node is JsonObject { Count: 1 } alias && Text(alias["$ref"]) is { } on && _movedNodes.TryGetValue(on, out JsonNode? there))
        {
            // Moved before: for the same kind it is that component, for another kind it is another one.
            if (IsComponent(on, kind)) return on;
            node = there.DeepClone();
        }

        if (node is null || BundleKinds.Home(kind, _isSwagger) is not { } home)
        {
            if (report) Unresolved(reference, place, target is null);
            return null;
        }

        string local = "#" + pointer;
        if (target == _main && IsComponent(local, kind)) return local;
        if (_moved.TryGetValue((target!, pointer, kind), out string? known)) return known;

        JsonObject components = Home(home);
        string name = Free(components, Name(target!, pointer, node));
        string moved = "#/" + string.Join("/", home) + "/" + name;
        _moved.Add((target!, pointer, kind), moved);
        _movedNodes[moved] = node;
        if (ReferenceEquals(node, target!.Root) || (target == _main && IsHome(node.Parent))) _movedNodes[moved] = node = node.DeepClone();
        else if (node.Parent is JsonObject parent) parent[node.GetPropertyName()] = new JsonObject { ["$ref"] = moved };
        else if (node.Parent is JsonArray list) list[node.GetElementIndex()] = new JsonObject { ["$ref"] = moved };
        components[name] = node;
        SpecPointer at = SpecPointer.Parse(moved);
        _map.Add(at.ToString(), target!, pointer);
        _visited.Remove(node);
        Visit(node, kind, target!, at);
        return moved;
    }

    /// <summary>Whether it is the map of the components of some kind: what is in it stays there.</summary>
    private bool IsHome(JsonNode? map) =>
        map is JsonObject && (map.Parent == _main.Root || (map.Parent?.Parent == _main.Root && map.Parent!.GetPropertyName() == "components"));

    private bool IsComponent(string reference, ObjectKind kind)
    {
        if (BundleKinds.Home(kind, _isSwagger) is not { } home) return false;
        string prefix = "#/" + string.Join("/", home) + "/";
        return reference.StartsWith(prefix, StringComparison.Ordinal) && reference.IndexOf('/', prefix.Length) < 0
            && Step(_main.Root, [.. home, Decode(reference.Substring(prefix.Length))]) is not null;
    }

    private JsonNode? Find(string reference, SpecFile from, out SpecFile? file, out string pointer)
    {
        int hash = reference.IndexOf('#');
        string path = hash < 0 ? reference : reference.Substring(0, hash);
        string fragment = hash < 0 ? "" : reference.Substring(hash + 1);
        file = path.Length == 0 ? from : _open(SpecFile.Resolve(from.Path, path));
        pointer = "";
        if (file is null)
        {
            // Not a file: the $id of a schema, here or in the document.
            file = from.Anchored(path) is not null ? from : _main.Anchored(path) is not null ? _main : null;
            if (file is null) return null;
            JsonNode start = file.Anchored(path)!;
            pointer = PointerOf(start);
            return fragment.Length == 0 ? start : null;
        }

        if (fragment.Length > 0 && fragment[0] != '/')
        {
            JsonNode? anchored = file.Anchored(fragment);
            if (anchored is not null) pointer = PointerOf(anchored);
            return anchored;
        }

        string[] segments = fragment.Length == 0 ? [] : [.. fragment.Substring(1).Split('/').Select(Decode)];
        pointer = string.Concat(segments.Select(static s => "/" + s.Replace("~", "~0").Replace("/", "~1")));
        return Step(file.Root, segments);
    }

    /// <summary>Goes down, following what has been moved.</summary>
    private JsonNode? Step(JsonNode? node, string[] segments)
    {
        for (int i = 0; i < segments.Length && node is not null; i++)
        {
            if (node is JsonObject members && !members.ContainsKey(segments[i]) && Text(members["$ref"]) is { } on && on.StartsWith("#/", StringComparison.Ordinal) && i > 0)
            {
                node = Step(_main.Root, [.. on.Substring(2).Split('/').Select(Decode)]);
            }

            node = node switch
            {
                JsonObject all => all[segments[i]],
                JsonArray items when int.TryParse(segments[i], NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < items.Count => items[index],
                _ => null,
            };
        }

        return node;
    }

    private static string PointerOf(JsonNode node)
    {
        if (node.Parent is JsonObject) return PointerOf(node.Parent) + "/" + node.GetPropertyName().Replace("~", "~0").Replace("/", "~1");
        return node.Parent is JsonArray ? PointerOf(node.Parent) + "/" + node.GetElementIndex().ToString(CultureInfo.InvariantCulture) : "";
    }

    private JsonObject Home(string[] home)
    {
        JsonObject at = (JsonObject)_main.Root!;
        foreach (string member in home)
        {
            if (at[member] is not JsonObject next) at[member] = next = new JsonObject();
            at = next;
        }

        return at;
    }

    /// <summary>The key in its file; for a whole file, the file's name; for a place deep in a document, the names on the way to it.</summary>
    private static string Name(SpecFile file, string pointer, JsonNode node)
    {
        string[] segments = [.. pointer.Split('/').Skip(1).Select(Decode)];
        if (segments.Length == 0)
        {
            string name = file.Path.Substring(file.Path.LastIndexOf('/') + 1);
            int dot = name.IndexOf('.');
            return IdentifierCasing.Pascal(dot > 0 ? name.Substring(0, dot) : name);
        }

        if (segments.Length <= 3 && segments[0] is "components" or "definitions" or "parameters" or "responses" or "$defs" || segments.Length == 1) return Key(segments[segments.Length - 1]);
        if (Text((node as JsonObject)?["title"]) is { Length: > 0 and < 60 } title) return IdentifierCasing.Pascal(title);
        IEnumerable<string> words = segments.Where(static s => s is not ("components" or "schemas" or "definitions" or "$defs" or "properties" or "paths" or "content" or "schema" or "responses" or "application/json" or "parameters" or "200" or "oneOf" or "anyOf" or "allOf"));
        return string.Concat(words.Select(static s => IdentifierCasing.Pascal(s == "items" ? "item" : s)));
    }

    private static string Key(string text) => text.All(static c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.') ? text : IdentifierCasing.Pascal(text);

    private static string Free(JsonObject components, string name)
    {
        string free = name;
        for (int number = 2; components.ContainsKey(free); number++) free = name + number.ToString(CultureInfo.InvariantCulture);
        return free;
    }

    private void Unresolved(string reference, SpecPointer place, bool isFile) => _diagnostics.Add(SpecDiagnostic.AtValue(
        DiagnosticDescriptors.UnresolvedReference, place.ToString(), reference,
        isFile ? "no AdditionalFiles item of the project is that file" : "there is nothing at that place", "any JSON"));

    private static string Decode(string segment) => Uri.UnescapeDataString(segment).Replace("~1", "/").Replace("~0", "~");

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
