using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace OpenApiGen.Generator.Lowering.Paging;

/// <summary>
/// What somebody says about paging: the description, with <c>x-pagination</c> at an operation, or the project, with item metadata.
/// </summary>
/// <param name="IsOff">Nothing is paged.</param>
/// <param name="IsExplicit">Only what says so itself is paged.</param>
/// <param name="Cursor">The query parameter that takes the cursor; null to find it.</param>
/// <param name="Next">The path, from the response, of the next cursor, such as <c>meta.next</c>; null to find it.</param>
/// <param name="Items">The path of the list of items; null to find it.</param>
internal sealed record PagingHint(bool IsOff, bool IsExplicit, string? Cursor, string? Next, string? Items)
{
    public static PagingHint None { get; } = new(false, false, null, null, null);

    private static readonly string[] s_extensions = ["x-pagination", "x-fern-pagination"];

    /// <summary>The name of the extension that is there; null for none.</summary>
    public static string? Extension(IDictionary<string, IOpenApiExtension>? extensions)
    {
        foreach (string name in s_extensions)
        {
            if (SchemaFacts.Extension(extensions, name) is not null)
                return name;
        }

        return null;
    }

    /// <summary>Reads an extension: <c>false</c>, <c>true</c>, or names; null for anything else.</summary>
    public static PagingHint? Of(JsonNode? node) =>
        node switch
        {
            JsonObject names => new PagingHint(
                false,
                false,
                Strip(SchemaFacts.StringValue(names["cursor"])),
                Strip(SchemaFacts.StringValue(names["next_cursor"]) ?? SchemaFacts.StringValue(names["next"])),
                Strip(SchemaFacts.StringValue(names["items"]) ?? SchemaFacts.StringValue(names["results"]))
            ),
            JsonValue value when value.GetValueKind() == JsonValueKind.False => None with { IsOff = true },
            JsonValue value when value.GetValueKind() == JsonValueKind.True => None,
            _ => null,
        };

    /// <summary>
    /// Reads item metadata: None, Auto, Explicit, or <c>cursor=after, next=meta.next, items=data</c>; null for anything else.
    /// </summary>
    public static PagingHint? Parse(string text)
    {
        switch (text.Trim().ToLowerInvariant())
        {
            case "auto":
                return None;
            case "none":
                return None with { IsOff = true };
            case "explicit":
                return None with { IsExplicit = true };
        }

        PagingHint hint = None;
        foreach (string part in text.Split(','))
        {
            string[] pair = part.Split('=');
            if (pair.Length != 2 || pair[1].Trim() is not { Length: > 0 } name)
                return null;
            switch (pair[0].Trim().ToLowerInvariant())
            {
                case "cursor":
                    hint = hint with { Cursor = name };
                    break;
                case "next":
                    hint = hint with { Next = name };
                    break;
                case "items":
                    hint = hint with { Items = name };
                    break;
                default:
                    return null;
            }
        }

        return hint;
    }

    /// <summary>The names of one that says more than another, and the other's where it says nothing.</summary>
    public PagingHint Over(PagingHint other) =>
        this with
        {
            Cursor = Cursor ?? other.Cursor,
            Next = Next ?? other.Next,
            Items = Items ?? other.Items,
        };

    private static string? Strip(string? path)
    {
        if (path is not { Length: > 0 })
            return null;
        foreach (string head in new[] { "$request.", "$response.", "$." })
        {
            if (path.StartsWith(head, System.StringComparison.Ordinal))
                return path.Substring(head.Length);
        }

        return path;
    }
}
