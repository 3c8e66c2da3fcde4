using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Configuration;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>The group and the method name of an operation, as one would write them by hand.</summary>
internal static class OperationNames
{
    /// <summary>Members of every class: no operation has their names.</summary>
    public static string[] Reserved { get; } = ["Equals", "GetHashCode", "GetType", "ToString"];

    public static string Group(string path, OpenApiOperation operation, GroupSource by)
    {
        string? asked =
            SchemaFacts.TextExtension(operation.Extensions, "x-fern-sdk-group-name")
            ?? (
                SchemaFacts.TextsExtension(operation.Extensions, "x-fern-sdk-group-name") is { Count: > 0 } parts
                    ? parts[parts.Count - 1]
                    : null
            );
        string? tag =
            asked
            ?? (by == GroupSource.Path ? null : operation.Tags?.FirstOrDefault()?.Reference.Id ?? operation.Tags?.FirstOrDefault()?.Name);
        if (tag is { Length: > 0 })
            return IdentifierCasing.Pascal(tag);
        if (by == GroupSource.Tag && Prefix(operation.OperationId) is { } prefix)
            return IdentifierCasing.Pascal(prefix);
        string? segment = path.Split('/').FirstOrDefault(static s => s.Length > 0 && s[0] != '{' && !IsVersion(s) && s != "api");
        return segment is null ? "Default" : IdentifierCasing.Pascal(segment);
    }

    /// <summary>The names to try, best first; the last is unique in the document.</summary>
    public static IEnumerable<string> Candidates(string group, string method, string path, OpenApiOperation operation)
    {
        string? name = operation.OperationId is { Length: > 0 } id ? IdentifierCasing.Pascal(WithoutRoute(id, method, path)) : null;
        if (SchemaFacts.TextExtension(operation.Extensions, "x-csharp-name") is { Length: > 0 } asked)
            yield return IdentifierCasing.Pascal(asked);
        else if (SchemaFacts.TextExtension(operation.Extensions, "x-fern-sdk-method-name") is { Length: > 0 } wanted)
            yield return MethodWords.Natural(IdentifierCasing.Pascal(wanted), group, method, name);
        if (name is not null)
        {
            string rest = IsWithin(group, name) ? name.Substring(group.Length) : name;
            yield return WithVerb(rest, method);
            yield return WithVerb(name, method);
        }

        yield return ByRoute(method, path);
    }

    /// <summary>The method name, or where that leaves out the name of the group that the operationId begins with, the whole.</summary>
    public static string TypeName(string group, string name, string method, string path, OpenApiOperation operation)
    {
        if (operation.OperationId is not { Length: > 0 } id)
            return name;
        string whole = IdentifierCasing.Pascal(WithoutRoute(id, method, path));
        return IsWithin(group, whole) && name == WithVerb(whole.Substring(group.Length), method) ? whole : name;
    }

    /// <summary>
    /// The group of an id such as <c>Widgets_GetById</c>, as AutoRest and TypeSpec make them; snake case and a verb in front are none.
    /// </summary>
    private static string? Prefix(string? id)
    {
        int end = id?.IndexOf('_') ?? -1;
        bool isPair = end > 0 && end < id!.Length - 1 && id.IndexOf('_', end + 1) < 0 && char.IsUpper(id[0]) && char.IsLetter(id[end + 1]);
        return isPair && !MethodWords.IsVerb(id!.Substring(0, end)) ? id.Substring(0, end) : null;
    }

    private static bool IsWithin(string group, string name) =>
        name.Length > group.Length && name.StartsWith(group, System.StringComparison.Ordinal) && char.IsUpper(name[group.Length]);

    /// <summary>FastAPI makes ids of the function's name, the route and the method; the function's name is what is wanted.</summary>
    private static string WithoutRoute(string id, string method, string path)
    {
        StringBuilder tail = new();
        foreach (char c in path)
            tail.Append(char.IsLetterOrDigit(c) ? c : '_');
        string end = tail.Append('_').Append(method.ToLowerInvariant()).ToString();
        return id.Length > end.Length && id.EndsWith(end, System.StringComparison.Ordinal) ? id.Substring(0, id.Length - end.Length) : id;
    }

    /// <summary>A thing that is got is <c>GetThing</c>; other methods keep what the author says.</summary>
    private static string WithVerb(string name, string method)
    {
        if (MethodWords.IsVerb(MethodWords.First(name)))
            return name;
        return method switch
        {
            "GET" => "Get" + name,
            "DELETE" => "Delete" + name,
            _ => name,
        };
    }

    private static string ByRoute(string method, string path)
    {
        StringBuilder name = new(IdentifierCasing.Pascal(method.ToLowerInvariant()));
        foreach (string segment in path.Split('/'))
        {
            if (segment.Length == 0 || IsVersion(segment))
                continue;
            if (segment[0] == '{')
                name.Append("By");
            name.Append(IdentifierCasing.Pascal(segment.Trim('{', '}')));
        }

        return name.ToString();
    }

    private static bool IsVersion(string segment) => segment.Length > 1 && segment[0] is 'v' or 'V' && segment.Skip(1).All(char.IsDigit);
}
