using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.Diagnostics;

namespace OpenApiGen.Generator.OpenApi;

/// <content>What has no place among the components, such as a path item before 3.1, is taken over where it is referred to.</content>
internal sealed partial class ReferenceBundler
{
    /// <summary>So many references may lead on from one place.</summary>
    private const int MostInlined = 32;

    /// <summary>So many things that were taken over may be inside each other: each may refer to the next one.</summary>
    private const int MostNested = 16;

    /// <summary>
    /// So many nodes may exist only because the same thing is taken over again. Nine path items with nine references each to the next one
    /// would be 387 million.
    /// </summary>
    private const int MostRepeated = 20_000;

    private readonly HashSet<(SpecFile, string)> _inlined = [];
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private int _repeated;

    /// <summary>Takes over what is referred to; the result is the item with the file that references in it are relative to.</summary>
    private Item Inline(Item item, JsonObject holder, string reference)
    {
        for (int depth = 0; ; depth++)
        {
            holder.Remove("$ref");
            ReferenceTarget target = _finder.Find(reference, item.File);
            if (Problem(item, target, depth) is { } why)
            {
                if (why.Length > 0)
                    Unresolved(reference, item with { Place = item.Place["$ref"] }, why);
                return item;
            }

            foreach (KeyValuePair<string, JsonNode?> member in (JsonObject)target.Node!)
            {
                if (!holder.ContainsKey(member.Key))
                    holder[member.Key] = member.Value?.DeepClone();
            }

            _map.Add(item.Place.ToString(), target.File!, target.Pointer);
            item = item with { File = target.File!, Inside = new Inlined(target.File!, target.Pointer, item.Inside) };
            _map.Nesting = Math.Max(_map.Nesting, item.Inside.Depth);
            if (References.Text(holder["$ref"]) is not { } next)
                return item;
            reference = next;
        }
    }

    /// <summary>Why something is not taken over; nothing where that was told before.</summary>
    private string? Problem(Item item, ReferenceTarget target, int depth)
    {
        if (target.Node is not JsonObject members)
            return Nothing(target.File);
        if (depth == MostInlined || IsInside(item.Inside, target) || IsAround(item.Node, members))
            return "it leads back to itself";
        if (
            item.Kind != ObjectKind.Other
            && _finder.KindAt(target.File!, target.Pointer) is var kind
            && kind != item.Kind
            && kind != ObjectKind.Other
        )
            return NoSuchKind(item.Kind);
        if (item.Inside?.Depth >= MostNested)
            return OverLimit(item, "path items, callbacks and media types inside each other by references", MostNested);
        if (_inlined.Add((target.File!, target.Pointer)))
            return null;
        if (_repeated <= MostRepeated)
            _repeated += Count(members);
        return _repeated <= MostRepeated
            ? null
            : OverLimit(item, "number of nodes repeated by references to path items, callbacks and media types", MostRepeated);
    }

    /// <summary>Each limit is told once; what is over it is left out.</summary>
    private string OverLimit(Item item, string what, int limit)
    {
        if (_told.Add(what))
        {
            _diagnostics.Add(
                SpecDiagnostic.AtKey(
                    DiagnosticDescriptors.LimitExceeded,
                    item.Place.ToString(),
                    what,
                    limit.ToString("N0", CultureInfo.InvariantCulture)
                )
            );
        }

        return "";
    }

    private static bool IsInside(Inlined? inside, ReferenceTarget target)
    {
        for (; inside is not null; inside = inside.Outer)
        {
            if (inside.File == target.File && inside.Pointer == target.Pointer)
                return true;
        }

        return false;
    }

    /// <summary>Whether what is referred to is around the reference itself.</summary>
    private static bool IsAround(JsonNode? node, JsonObject target)
    {
        for (; node is not null; node = node.Parent)
        {
            if (ReferenceEquals(node, target))
                return true;
        }

        return false;
    }

    private static int Count(JsonNode root)
    {
        int count = 0;
        Stack<JsonNode> work = new();
        work.Push(root);
        while (work.Count > 0)
        {
            JsonNode node = work.Pop();
            count++;
            if (node is JsonObject members)
            {
                foreach (KeyValuePair<string, JsonNode?> member in members)
                {
                    if (member.Value is not null)
                        work.Push(member.Value);
                }
            }
            else if (node is JsonArray items)
            {
                foreach (JsonNode? item in items)
                {
                    if (item is not null)
                        work.Push(item);
                }
            }
        }

        return count;
    }
}
