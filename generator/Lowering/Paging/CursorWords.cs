using System;
using System.Collections.Generic;
using System.Text;

namespace OpenApiGen.Generator.Lowering.Paging;

/// <summary>The words by which a cursor, a list of items and their like are known, whatever their casing.</summary>
internal static class CursorWords
{
    /// <summary>Parameters that take what a page gave.</summary>
    private static readonly string[] s_parameters =
    [
        "nextcursor",
        "cursor",
        "pagecursor",
        "startcursor",
        "aftercursor",
        "nextpagetoken",
        "pagetoken",
        "nexttoken",
        "continuationtoken",
        "paginationtoken",
        "starttoken",
        "continuation",
        "marker",
        "startingafter",
        "afterid",
        "after",
    ];

    /// <summary>Members of a page that a parameter takes.</summary>
    private static readonly string[] s_members =
    [
        "nextcursor",
        "nextpagecursor",
        "nextpagetoken",
        "nexttoken",
        "nextcontinuationtoken",
        "continuationtoken",
        "paginationtoken",
        "nextmarker",
        "nextstartingafter",
        "nextafter",
        "endcursor",
        "nextstart",
        "cursor",
        "pagetoken",
        "after",
        "next",
    ];

    private static readonly HashSet<string> s_lastIds = ["startingafter", "afterid", "after"];

    private static readonly HashSet<string> s_more = ["hasmore", "hasnext", "hasnextpage", "more"];

    private static readonly HashSet<string> s_holders =
    [
        "meta",
        "metadata",
        "pagination",
        "paging",
        "page",
        "pageinfo",
        "cursors",
        "responsemetadata",
    ];

    private static readonly HashSet<string> s_items =
    [
        "data",
        "items",
        "results",
        "records",
        "values",
        "entries",
        "objects",
        "list",
        "content",
    ];

    /// <summary>How good a name is for the parameter: 0 is best; null for none at all.</summary>
    public static int? Parameter(string name) => Rank(s_parameters, name);

    /// <summary>How good a name is for the member that gives the next cursor.</summary>
    public static int? Member(string name) => Rank(s_members, name);

    /// <summary>Whether a parameter takes the id of the last item.</summary>
    public static bool IsLastId(string name) => s_lastIds.Contains(Normal(name));

    public static bool IsMore(string name) => s_more.Contains(Normal(name));

    /// <summary>Whether an object of this name is about the page and not part of it.</summary>
    public static bool IsHolder(string name) => s_holders.Contains(Normal(name));

    public static bool IsItems(string name) => s_items.Contains(Normal(name));

    private static int? Rank(string[] words, string name) => Array.IndexOf(words, Normal(name)) is >= 0 and var rank ? rank : null;

    private static string Normal(string name)
    {
        StringBuilder text = new(name.Length);
        foreach (char c in name)
        {
            if (char.IsLetterOrDigit(c))
                text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
