using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>Whether a document has references that <see cref="ReferenceBundler"/> has to do something about. Most have none.</summary>
internal static class BundleNeed
{
    /// <summary>Whether any reference leads elsewhere than to a component of its kind.</summary>
    public static bool Of(JsonObject root)
    {
        bool isSwagger = root["swagger"] is not null;
        Stack<(JsonNode? Node, ObjectKind Kind, ObjectKind Parent)> work = new();
        work.Push((root, ObjectKind.Document, ObjectKind.Other));
        while (work.Count > 0)
        {
            (JsonNode? node, ObjectKind kind, ObjectKind parent) = work.Pop();
            if (node is not JsonObject members)
                continue;
            foreach (KeyValuePair<string, JsonNode?> member in members)
            {
                if (member.Key == "$ref" && References.Text(member.Value) is { } reference)
                {
                    if (!IsFine(reference, kind, parent, isSwagger))
                        return true;
                }
                else if (member.Key == "discriminator" && kind == ObjectKind.Schema)
                {
                    if (HasOddMapping(member.Value, root, isSwagger))
                        return true;
                }
                else if (
                    BundleKinds.TryGetChild(kind, member.Key, out ObjectKind child, out ChildForm form)
                    && Push(work, member.Value, child, form, kind)
                )
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Puts the children on the stack; says whether a whole map is a reference.</summary>
    private static bool Push(
        Stack<(JsonNode? Node, ObjectKind Kind, ObjectKind Parent)> work,
        JsonNode? node,
        ObjectKind child,
        ChildForm form,
        ObjectKind parent
    )
    {
        switch (node)
        {
            case JsonArray items when form is ChildForm.List or ChildForm.OneOrList:
                foreach (JsonNode? item in items)
                    work.Push((item, child, parent));
                return false;
            case JsonObject map when form == ChildForm.Map:
                if (References.Text(map["$ref"]) is not null)
                    return true;
                foreach (KeyValuePair<string, JsonNode?> entry in map)
                    work.Push((entry.Value, child, parent));
                return false;
            case JsonObject when form is ChildForm.One or ChildForm.OneOrList:
                work.Push((node, child, parent));
                return false;
            default:
                return false;
        }
    }

    private static bool IsFine(string reference, ObjectKind kind, ObjectKind parent, bool isSwagger) =>
        kind switch
        {
            ObjectKind.Document or ObjectKind.Components or ObjectKind.Operation => true,
            ObjectKind.PathItem when parent == ObjectKind.Callback => false,
            _ => References.IsPlain(reference) && reference.StartsWith(BundleKinds.Prefix(kind, isSwagger), StringComparison.Ordinal),
        };

    /// <summary>Whether a value of a mapping is neither a component's name nor a reference to one.</summary>
    private static bool HasOddMapping(JsonNode? discriminator, JsonObject root, bool isSwagger)
    {
        if (discriminator is not JsonObject members)
            return false;
        JsonObject? schemas = (isSwagger ? root["definitions"] : (root["components"] as JsonObject)?["schemas"]) as JsonObject;
        if (IsOdd(members["defaultMapping"], schemas, isSwagger))
            return true;
        if (members["mapping"] is not JsonObject mapping)
            return false;
        foreach (KeyValuePair<string, JsonNode?> entry in mapping)
        {
            if (IsOdd(entry.Value, schemas, isSwagger))
                return true;
        }

        return false;
    }

    private static bool IsOdd(JsonNode? node, JsonObject? schemas, bool isSwagger) =>
        References.Text(node) is { } value
        && schemas?.ContainsKey(value) != true
        && IsReference(value)
        && !IsFine(value, ObjectKind.Schema, ObjectKind.Schema, isSwagger);

    /// <summary>Whether the value of a mapping is no plain name of a component.</summary>
    public static bool IsReference(string value) => value.IndexOf('#') >= 0 || value.IndexOf('/') >= 0 || value.IndexOf('.') >= 0;
}
