using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.Diagnostics;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>
/// Makes every reference one to a component of the document itself: a reference into another file, to an anchor, or to
/// a place deep in the document moves what it leads to among the components and leaves a reference where it was. Files come from the
/// caller, who has them from the compiler; nothing is read here. What is to be visited is on a stack of its own, so that no depth and no
/// chain of references costs the stack of the thread.
/// </summary>
internal sealed partial class ReferenceBundler
{
    /// <summary>Members of a document that have no place for any object that could be referred to.</summary>
    private static readonly HashSet<string> s_data =
    [
        "openapi",
        "swagger",
        "info",
        "servers",
        "security",
        "tags",
        "externalDocs",
        "securityDefinitions",
    ];

    private readonly SpecFile _main;
    private readonly List<SpecDiagnostic> _diagnostics;
    private readonly SourceMap _map;
    private readonly ReferenceFinder _finder;
    private readonly bool _isSwagger;
    private readonly Dictionary<(SpecFile, string, ObjectKind), string> _moved = [];
    private readonly Dictionary<string, JsonNode> _movedNodes = new(StringComparer.Ordinal);
    private readonly HashSet<JsonNode> _visited = [];
    private readonly Stack<Item> _work = new();

    /// <summary>What the item at hand leads to, in the order in which it is visited.</summary>
    private readonly List<Item> _next = [];

    private ReferenceBundler(SpecFile main, Func<string, SpecFile?> open, List<SpecDiagnostic> diagnostics)
    {
        _main = main;
        _diagnostics = diagnostics;
        _map = new SourceMap(main);
        _finder = new ReferenceFinder(main, open);
        _isSwagger = main.Root is JsonObject root && root["swagger"] is not null;
    }

    /// <summary>Changes the nodes of <paramref name="main"/>; the result says where everything came from.</summary>
    public static SourceMap Bundle(SpecFile main, Func<string, SpecFile?> open, List<SpecDiagnostic> diagnostics)
    {
        ReferenceBundler bundler = new(main, open, diagnostics);
        if (main.Root is JsonObject root && BundleNeed.Of(root))
            bundler.VisitAll(root);
        PathKeys.Repair(main, bundler._map, diagnostics);
        if (main.Root is JsonObject document)
            SwaggerParameters.Settle(document);
        return bundler._map;
    }

    private void VisitAll(JsonObject root)
    {
        _work.Push(new Item(root, ObjectKind.Document, _main, SpecPointer.Root, null));
        while (_work.Count > 0)
        {
            Visit(_work.Pop());
            for (int i = _next.Count - 1; i >= 0; i--)
                _work.Push(_next[i]);
            _next.Clear();
        }
    }

    private void Visit(Item item)
    {
        if (item.Node is not JsonObject members || !_visited.Add(members))
            return;
        if (item.Kind is not (ObjectKind.Document or ObjectKind.Components) && References.Text(members["$ref"]) is { } reference)
            item = Reference(item, members, reference);
        if (item.Kind == ObjectKind.Schema)
            Mapping(members, item);
        foreach (KeyValuePair<string, JsonNode?> member in members.ToArray())
        {
            if (BundleKinds.TryGetChild(item.Kind, member.Key, out ObjectKind child, out ChildForm form))
                Children(item, member, child, form);
        }
    }

    private void Children(Item item, KeyValuePair<string, JsonNode?> member, ObjectKind child, ChildForm form)
    {
        SpecPointer at = item.Place[member.Key];
        if (member.Value is JsonArray items && form is ChildForm.List or ChildForm.OneOrList)
        {
            for (int i = 0; i < items.Count; i++)
                _next.Add(item with { Node = items[i], Kind = child, Place = at[i] });
        }
        else if (form is ChildForm.Map && member.Value is JsonObject map)
        {
            // Not in the specification, but in use: a whole map in a file of its own.
            Item whole = item with
            {
                Node = map,
                Kind = ObjectKind.Other,
                Place = at,
            };
            if (References.Text(map["$ref"]) is { } reference)
                whole = Inline(whole, map, reference);
            foreach (KeyValuePair<string, JsonNode?> entry in map.ToArray())
                _next.Add(whole with { Node = entry.Value, Kind = child, Place = at[entry.Key] });
        }
        else if (form is ChildForm.One or ChildForm.OneOrList)
        {
            _next.Add(item with { Node = member.Value, Kind = child, Place = at });
        }
    }

    /// <summary>The values of a discriminator's mapping are references too, unless they are plain component names.</summary>
    private void Mapping(JsonObject schema, Item item)
    {
        if (schema["discriminator"] is not JsonObject discriminator)
            return;
        SpecPointer place = item.Place["discriminator"];
        Mapped(discriminator, "defaultMapping", item with { Place = place });
        if (discriminator["mapping"] is not JsonObject mapping)
            return;
        foreach (KeyValuePair<string, JsonNode?> entry in mapping.ToArray())
            Mapped(mapping, entry.Key, item with { Place = place["mapping"] });
    }

    private void Mapped(JsonObject members, string key, Item item)
    {
        JsonObject? schemas = _finder.Step(_main.Root, BundleKinds.Home(ObjectKind.Schema, _isSwagger)!) as JsonObject;
        if (References.Text(members[key]) is not { } value || !BundleNeed.IsReference(value) || schemas?.ContainsKey(value) == true)
            return;
        if (Moved(value, item with { Kind = ObjectKind.Schema, Place = item.Place[key] }) is { } moved)
            members[key] = moved;
        else
            members.Remove(key);
    }

    /// <summary>Makes a reference one to a component; the result is the item as its children are to be visited.</summary>
    private Item Reference(Item item, JsonObject holder, string reference)
    {
        if (BundleKinds.Home(item.Kind, _isSwagger) is null)
        {
            bool isKept =
                item.File == _main
                && item.Kind is ObjectKind.SecurityScheme or ObjectKind.Example or ObjectKind.Link
                && References.IsPlain(reference)
                && reference.StartsWith(BundleKinds.Prefix(item.Kind, _isSwagger), StringComparison.Ordinal);
            return isKept ? item : Inline(item, holder, reference);
        }

        if (Moved(reference, item with { Place = item.Place["$ref"] }) is not { } moved)
            holder.Remove("$ref");
        else if (moved != reference)
            holder["$ref"] = moved;
        return item;
    }

    /// <summary>The reference to the component that something became; null when there is nothing, which is reported.</summary>
    private string? Moved(string reference, Item item)
    {
        ObjectKind kind = item.Kind;
        if (item.File == _main && IsComponent(reference, kind))
            return reference;
        ReferenceTarget target = _finder.Find(reference, item.File);
        JsonNode? node = target.Node;
        if (
            node is JsonObject { Count: 1 } alias
            && References.Text(alias["$ref"]) is { } on
            && _movedNodes.TryGetValue(on, out JsonNode? there)
        )
        {
            // Moved before: for the same kind it is that component, for another kind it is another one.
            if (IsComponent(on, kind))
                return on;
            node = there.DeepClone();
        }

        if (node is null || BundleKinds.Home(kind, _isSwagger) is not { } home || !IsOfKind(target, kind, home))
        {
            Unresolved(reference, item, node is null ? Nothing(target.File) : NoSuchKind(kind));
            return null;
        }

        string local = "#" + target.Pointer;
        if (target.File == _main && IsComponent(local, kind))
            return local;
        if (_moved.TryGetValue((target.File!, target.Pointer, kind), out string? known))
            return known;

        JsonObject components = Home(home);
        string name = BundleNames.Free(components, BundleNames.Of(target.File!, target.Pointer, node));
        string moved = "#/" + string.Join("/", home) + "/" + References.Encode(name);
        _moved.Add((target.File!, target.Pointer, kind), moved);
        node = Move(node, target, components, name, moved);
        SpecPointer at = SpecPointer.Parse(moved);
        _map.Add(at.ToString(), target.File!, target.Pointer);
        _visited.Remove(node);
        _next.Add(new Item(node, kind, target.File!, at, item.Inside));
        return moved;
    }

    private JsonNode Move(JsonNode node, ReferenceTarget target, JsonObject components, string name, string moved)
    {
        _movedNodes[moved] = node;
        if (ReferenceEquals(node, target.File!.Root) || (target.File == _main && IsHome(node.Parent)))
            _movedNodes[moved] = node = node.DeepClone();
        else if (node.Parent is JsonObject parent)
            parent[node.GetPropertyName()] = new JsonObject { ["$ref"] = moved };
        else if (node.Parent is JsonArray list)
            list[node.GetElementIndex()] = new JsonObject { ["$ref"] = moved };
        components[name] = node;
        return node;
    }

    /// <summary>
    /// Whether a place may have an object of a kind: whether it has it by the specification, or the specification says nothing. What holds
    /// the
    /// components cannot become one of them.
    /// </summary>
    private bool IsOfKind(ReferenceTarget target, ObjectKind kind, string[] home)
    {
        ObjectKind? found = _finder.KindAt(target.File!, target.Pointer);
        if (
            found != kind
            && (
                found != ObjectKind.Other
                || (target.File == _main && s_data.Contains(References.Segments(target.Pointer).FirstOrDefault() ?? ""))
            )
        )
            return false;
        if (
            target.Node is not JsonObject
            && !(
                kind == ObjectKind.Schema
                && target.Node is JsonValue value
                && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False
            )
        )
            return false;
        for (JsonNode? at = _finder.Step(_main.Root, home); at is not null; at = at.Parent)
        {
            if (ReferenceEquals(at, target.Node) && !ReferenceEquals(at, target.File!.Root))
                return false;
        }

        return true;
    }

    /// <summary>Whether it is the map of the components of some kind: what is in it stays there.</summary>
    private bool IsHome(JsonNode? map) =>
        map is JsonObject
        && (map.Parent == _main.Root || (map.Parent?.Parent == _main.Root && map.Parent!.GetPropertyName() == "components"));

    private bool IsComponent(string reference, ObjectKind kind)
    {
        if (BundleKinds.Home(kind, _isSwagger) is not { } home)
            return false;
        string prefix = BundleKinds.Prefix(kind, _isSwagger);
        return reference.StartsWith(prefix, StringComparison.Ordinal)
            && reference.IndexOf('/', prefix.Length) < 0
            && _finder.Step(_main.Root, [.. home, References.Decode(reference.Substring(prefix.Length))]) is not null;
    }

    private JsonObject Home(string[] home)
    {
        JsonObject at = (JsonObject)_main.Root!;
        foreach (string member in home)
        {
            if (at[member] is not JsonObject next)
                at[member] = next = new JsonObject();
            at = next;
        }

        return at;
    }

    private static string Nothing(SpecFile? file) =>
        file switch
        {
            null => "no AdditionalFiles item of the project is that file",
            { Text.IsBroken: true } => "the file cannot be read, or not so far",
            _ => "nothing exists at that location",
        };

    private static string NoSuchKind(ObjectKind kind) => "what is there is no " + BundleKinds.Word(kind);

    private void Unresolved(string reference, Item item, string why) =>
        _diagnostics.Add(
            SpecDiagnostic.AtValue(DiagnosticDescriptors.UnresolvedReference, item.Place.ToString(), reference, why, "any JSON")
        );

    /// <summary>An object to be visited.</summary>
    /// <param name="File">The file that references in it are relative to.</param>
    /// <param name="Inside">What was taken over in place around it.</param>
    private readonly record struct Item(JsonNode? Node, ObjectKind Kind, SpecFile File, SpecPointer Place, Inlined? Inside);

    private sealed record Inlined(SpecFile File, string Pointer, Inlined? Outer)
    {
        public int Depth { get; } = (Outer?.Depth ?? 0) + 1;
    }
}
