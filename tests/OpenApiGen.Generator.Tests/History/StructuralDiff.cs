using System.Text.Json.Nodes;

namespace OpenApiGen.Generator.Tests.History;

/// <summary>
/// A plain comparison of two JSON documents, written without a look at the generator: what came, what went and what changed, each as the id
/// that has to
/// be reported for it and words that have to be in the message.
/// </summary>
internal static class StructuralDiff
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

    public static List<Expected> Compare(JsonObject old, JsonObject now)
    {
        List<Expected> found = [];
        Keys(
            old["components"]?["schemas"],
            now["components"]?["schemas"],
            gone => found.Add(new(["OAG0101", "OAG0109"], Last(gone))),
            added => found.Add(new(["OAG0121", "OAG0109"], Last(added))),
            (key, before, after) => Schema(found, old, now, key, before, after)
        );
        Keys(
            old["webhooks"],
            now["webhooks"],
            gone => found.Add(new(["OAG0105"], $"'{gone}'")),
            added => found.Add(new(["OAG0125"], $"'{added}'")),
            static (_, _, _) => { }
        );
        Paths(found, old, now);
        return found;
    }

    private static void Paths(List<Expected> found, JsonObject old, JsonObject now)
    {
        Dictionary<string, (JsonObject Operation, JsonNode Item)> before = Operations(old),
            after = Operations(now);
        foreach ((string key, (JsonObject operation, JsonNode item)) in before)
        {
            if (!after.TryGetValue(key, out (JsonObject Operation, JsonNode Item) same))
                found.Add(new(["OAG0103", "OAG0109"], Route(key)));
            else
                Operation(found, old, now, Route(key), operation, item, same.Operation, same.Item);
        }

        foreach (string key in after.Keys.Except(before.Keys))
            found.Add(new(["OAG0123", "OAG0109"], Route(key)));
    }

    private static void Operation(
        List<Expected> found,
        JsonObject old,
        JsonObject now,
        string route,
        JsonObject before,
        JsonNode beforeItem,
        JsonObject after,
        JsonNode afterItem
    )
    {
        Dictionary<string, JsonObject> parameters = Parameters(old, before, beforeItem),
            parametersNow = Parameters(now, after, afterItem);
        foreach ((string key, JsonObject parameter) in parameters)
        {
            string quoted = $"parameter '{Last(key)}'";
            if (!parametersNow.TryGetValue(key, out JsonObject? same))
                found.Add(new(["OAG0106", "OAG0109"], quoted));
            else
            {
                if (!IsTrue(parameter["required"]) && IsTrue(same["required"]) && !IsTrue(same["deprecated"]))
                    found.Add(new(["OAG0108"], quoted));
                if (!IsTrue(parameter["deprecated"]) && IsTrue(same["deprecated"]))
                    found.Add(new(["OAG0131"], "." + Last(key) + "'"));
                if (Scalar(parameter["schema"]) is { } one && Scalar(same["schema"]) is { } other && one != other)
                    found.Add(new(["OAG0107"], quoted));
            }
        }

        foreach (string key in parametersNow.Keys.Except(parameters.Keys))
            found.Add(new(["OAG0126", "OAG0109"], $"parameter '{Last(key)}'"));
        if (!IsTrue(before["deprecated"]) && IsTrue(after["deprecated"]))
            found.Add(new(["OAG0131"], "operation"));
        if (before["requestBody"] is null != after["requestBody"] is null)
            found.Add(new(after["requestBody"] is null ? ["OAG0106"] : ["OAG0126"], "The body of"));
        foreach (
            (string key, Action<string> report) in (IEnumerable<(string, Action<string>)>)
                [
                    .. Names(before["responses"])
                        .Except(Names(after["responses"]))
                        .Select(k => (k, (Action<string>)(s => found.Add(new(["OAG0113"], "The response " + s + " of"))))),
                    .. Names(after["responses"])
                        .Except(Names(before["responses"]))
                        .Select(k => (k, (Action<string>)(s => found.Add(new(["OAG0129"], "The response " + s + " of"))))),
                ]
        )
            report(key);
        foreach (string status in Names(before["responses"]).Intersect(Names(after["responses"])))
        {
            string? one = Reference(before["responses"]![status]),
                other = Reference(after["responses"]![status]);
            if (one is not null && other is not null && one != other && now["components"]!["schemas"]![one] is not null)
                found.Add(new(["OAG0107"], "the response " + status + " of"));
        }

        _ = route;
    }

    private static void Schema(List<Expected> found, JsonObject old, JsonObject now, string key, JsonNode before, JsonNode after)
    {
        if (before["properties"] is JsonObject && after["properties"] is JsonObject)
        {
            HashSet<string> required = Strings(before["required"]),
                requiredNow = Strings(after["required"]);
            Keys(
                before["properties"],
                after["properties"],
                gone => found.Add(new(["OAG0102", "OAG0109"], gone)),
                added => found.Add(new(["OAG0122", "OAG0109"], added)),
                (name, member, memberNow) =>
                {
                    string quoted = $"member '{name}'";
                    bool isDeprecated = IsTrue(memberNow["deprecated"]) || IsTrue(member["deprecated"]);
                    if (!isDeprecated && required.Contains(name) != requiredNow.Contains(name) && memberNow["const"] is null)
                        found.Add(new(["OAG0108", "OAG0111", "OAG0130"], quoted));
                    if (!IsTrue(member["deprecated"]) && IsTrue(memberNow["deprecated"]))
                        found.Add(new(["OAG0131"], name));
                    if (Scalar(member) is { } one && Scalar(memberNow) is { } other && one != other)
                        found.Add(new(["OAG0107"], quoted));
                    if (
                        Component(member) is { } reference
                        && Component(memberNow) is { } referenceNow
                        && reference != referenceNow
                        && IsDeclared(old, reference)
                        && IsDeclared(now, referenceNow)
                        && now["components"]!["schemas"]![reference] is not null
                    )
                        found.Add(new(["OAG0107"], quoted));
                }
            );
        }

        if (before["enum"] is JsonArray && after["enum"] is JsonArray)
        {
            HashSet<string> values = Strings(before["enum"]),
                valuesNow = Strings(after["enum"]);
            if (values.Count == 1 != (valuesNow.Count == 1))
            {
                // An enum of one value has no type: the members that use it become another type.
                found.Add(new(["OAG0107"], ""));
                return;
            }

            foreach (string value in values.Except(valuesNow))
                found.Add(new(["OAG0104"], $"'{value}'"));
            foreach (string value in valuesNow.Except(values))
                found.Add(new(["OAG0124"], $"'{value}'"));
        }

        if (before["enum"] is null != after["enum"] is null || before["properties"] is null != after["properties"] is null)
            found.Add(new(["OAG0107", "OAG0102", "OAG0122"], ""));
        _ = key;
    }

    private static void Keys(
        JsonNode? old,
        JsonNode? now,
        Action<string> gone,
        Action<string> added,
        Action<string, JsonNode, JsonNode> both
    )
    {
        string[] before = Names(old),
            after = Names(now);
        foreach (string key in before.Except(after))
            gone(key);
        foreach (string key in after.Except(before))
            added(key);
        foreach (string key in before.Intersect(after))
            both(key, old![key]!, now![key]!);
    }

    private static Dictionary<string, (JsonObject, JsonNode)> Operations(JsonObject document) =>
        (document["paths"] as JsonObject ?? [])
            .SelectMany(static path =>
                s_methods
                    .Where(m => path.Value![m] is JsonObject)
                    .Select(m => (m.ToUpperInvariant() + " " + path.Key, (path.Value![m]!.AsObject(), path.Value!)))
            )
            .ToDictionary(static p => p.Item1, static p => p.Item2);

    private static Dictionary<string, JsonObject> Parameters(JsonObject document, JsonObject operation, JsonNode item)
    {
        Dictionary<string, JsonObject> found = [];
        foreach (JsonNode? node in (operation["parameters"] as JsonArray ?? []).Concat(item["parameters"] as JsonArray ?? []))
        {
            JsonObject parameter = node!["$ref"] is { } reference
                ? document["components"]!["parameters"]![Last((string)reference!)]!.AsObject()
                : node.AsObject();
            string at = (string)parameter["in"]!,
                name = (string)parameter["name"]!;
            // By position in a path; a few headers are no parameters.
            if (at != "path" && name.ToLowerInvariant() is not ("accept" or "content-type" or "authorization"))
                found.TryAdd(at + "/" + (at == "header" ? name.ToLowerInvariant() : name), parameter);
        }

        return found;
    }

    private static string? Component(JsonNode? schema) =>
        (string?)schema?["$ref"] is { } reference && schema.AsObject().Count == 1 ? Last(reference) : null;

    private static bool IsDeclared(JsonObject document, string key) =>
        document["components"]!["schemas"]![key] is JsonObject schema && (schema["properties"] is not null || schema["enum"] is not null);

    private static string? Reference(JsonNode? response) => Component(response?["content"]?["application/json"]?["schema"]);

    /// <summary>A type that is one word and a format; null for all else.</summary>
    private static string? Scalar(JsonNode? schema) =>
        schema?["type"] is JsonValue value && (string)value! is "string" or "integer" or "boolean" or "number" && schema["enum"] is null
            ? (string)schema["type"]!
                + (string?)schema["format"] switch
                {
                    "uuid" => " uuid",
                    "date-time" => " date-time",
                    "date" => " date",
                    "int32" => " int32",
                    "byte" => " byte",
                    _ => "",
                }
            : null;

    private static string[] Names(JsonNode? node) =>
        [.. (node as JsonObject ?? []).Where(static p => p.Value is not null).Select(static p => p.Key)];

    private static HashSet<string> Strings(JsonNode? node) =>
        [.. (node as JsonArray ?? []).Where(static n => n is not null).Select(static n => n!.ToString())];

    private static bool IsTrue(JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool flag) && flag;

    private static string Route(string key) => key;

    private static string Last(string text) => text[(text.LastIndexOf('/') + 1)..];

    /// <summary>A change that has to be in the report.</summary>
    /// <param name="Ids">Any of these.</param>
    /// <param name="Words">In the message.</param>
    public sealed record Expected(string[] Ids, string Words);
}
