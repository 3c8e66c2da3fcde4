using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>The objects of a document by what they are, found with a stack of its own: how deep they are is up to the document.</summary>
internal static class ObjectNodes
{
    /// <summary>In document order, each before what is in it; whoever gets one may change its members.</summary>
    public static IEnumerable<(JsonObject Node, ObjectKind Kind, SpecPointer Place)> Of(JsonObject root)
    {
        Stack<(JsonObject Node, ObjectKind Kind, SpecPointer Place)> open = new();
        open.Push((root, ObjectKind.Document, SpecPointer.Root));
        List<(JsonObject Node, ObjectKind Kind, SpecPointer Place)> children = [];
        while (open.Count > 0)
        {
            (JsonObject Node, ObjectKind Kind, SpecPointer Place) next = open.Pop();
            yield return next;
            children.Clear();
            foreach (KeyValuePair<string, JsonNode?> member in next.Node)
            {
                if (
                    member.Value is not null and not JsonValue
                    && BundleKinds.TryGetChild(next.Kind, member.Key, out ObjectKind kind, out ChildForm form)
                )
                    Add(children, member, kind, form, next.Place);
            }

            for (int i = children.Count - 1; i >= 0; i--)
                open.Push(children[i]);
        }
    }

    private static void Add(
        List<(JsonObject, ObjectKind, SpecPointer)> children,
        KeyValuePair<string, JsonNode?> member,
        ObjectKind kind,
        ChildForm form,
        SpecPointer parent
    )
    {
        SpecPointer place = parent[member.Key];
        switch (member.Value)
        {
            case JsonArray items when form is ChildForm.List or ChildForm.OneOrList:
                for (int i = 0; i < items.Count; i++)
                {
                    if (items[i] is JsonObject item)
                        children.Add((item, kind, place[i]));
                }

                break;
            case JsonObject map when form is ChildForm.Map:
                foreach (KeyValuePair<string, JsonNode?> entry in map)
                {
                    if (entry.Value is JsonObject value)
                        children.Add((value, kind, place[entry.Key]));
                }

                break;
            case JsonObject one when form is ChildForm.One or ChildForm.OneOrList:
                children.Add((one, kind, place));
                break;
        }
    }
}
