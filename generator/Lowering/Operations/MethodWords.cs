using System.Collections.Generic;
using System.Linq;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>
/// The words of a method name, put as one would by hand: a verb first, then what it is about, without the group's own name.
/// </summary>
internal static class MethodWords
{
    /// <summary>
    /// Words that are verbs wherever they stand first. What is as often a noun (order, link, report, track) is not among them.
    /// </summary>
    private static readonly HashSet<string> s_verbs = new(
        (
            "accept activate add apply approve archive assign attach authenticate authorize book bulk calculate cancel check clear clone complete compare confirm connect convert "
            + "count create deactivate decline delete deploy deregister describe detach disable disconnect download enable enumerate execute export fetch find generate get has "
            + "head import insert invite is join leave list load lookup merge move notify pause patch poll post preview publish put query read refresh register reject remove "
            + "rename replace request reschedule resend reset resolve restart restore resume retrieve retry revoke rotate run search send set show simulate start stop stream "
            + "submit subscribe suspend sync terminate test trigger unarchive undo unsubscribe update upload upsert validate verify view watch"
        ).Split(' '),
        System.StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Verbs that are no nouns: found further back, they still are the verb.</summary>
    private static readonly HashSet<string> s_plainVerbs = ["Create", "Get", "Delete", "Update", "Retrieve", "Remove"];

    /// <summary>Adjectives that some put behind the noun.</summary>
    private static readonly HashSet<string> s_trailing = ["Grouped", "Raw", "Aggregated", "Paginated", "Filtered"];

    private static readonly HashSet<string> s_adjectives = [.. s_trailing, "All", "Latest", "Current", "New"];

    private static readonly HashSet<string> s_listing = ["List", "Search", "Find", "Enumerate"];

    public static bool IsVerb(string word) => s_verbs.Contains(word);

    /// <summary>The first word of a Pascal-case name.</summary>
    public static string First(string name) => Split(name)[0];

    /// <param name="name">The name asked for, in Pascal case.</param>
    /// <param name="group">The group's, in Pascal case.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="other">Another name of the operation, whose verb is used where this one and the method give none.</param>
    public static string Natural(string name, string group, string method, string? other)
    {
        List<string> words = Split(name);
        Verb(words, method, other);
        if (words.Count > 2 && s_trailing.Contains(words[words.Count - 1]))
            Move(words, words.Count - 1, 1);
        if (words.Count > 2 && s_plainVerbs.Contains(words[1]))
            words.RemoveAt(1);
        WithoutGroup(words, Split(group));
        return string.Concat(words);
    }

    private static void Verb(List<string> words, string method, string? other)
    {
        if (IsVerb(words[0]))
            return;
        int verb = words.FindIndex(1, s_plainVerbs.Contains);
        if (verb > 0)
            Move(words, verb, 0);
        else if (method is "GET")
            words.Insert(0, "Get");
        else if (method is "DELETE")
            words.Insert(0, "Delete");
        else if (other is not null && First(other) is var first && IsVerb(first))
            words.Insert(0, first);
    }

    /// <summary>
    /// <c>User.GetUserInfo</c> says User twice. A plural that is all there is stays: <c>Users.GetUsers</c> is not <c>Users.Get</c>.
    /// </summary>
    private static void WithoutGroup(List<string> words, List<string> group)
    {
        int at = 1;
        while (at + 1 < words.Count && words[at] is "Or" or "And" && IsVerb(words[at + 1]))
            at += 2;
        while (at < words.Count && s_adjectives.Contains(words[at]))
            at++;
        int count =
            Matches(words, at, group, 0) ? group.Count
            : group.Count > 1 && Matches(words, at, group, group.Count - 1) ? 1
            : 0;
        if (count == 0)
            return;
        bool isAll = at + count == words.Count;
        if (isAll && words[at + count - 1].EndsWith("s", System.StringComparison.Ordinal) && !s_listing.Contains(words[0]))
            return;
        words.RemoveRange(at, count);
    }

    private static bool Matches(List<string> words, int at, List<string> group, int from)
    {
        int count = group.Count - from;
        return at + count <= words.Count && Enumerable.Range(0, count).All(i => Singular(words[at + i]) == Singular(group[from + i]));
    }

    private static string Singular(string word) =>
        word.Length > 3 && word.EndsWith("s", System.StringComparison.Ordinal) ? word.Substring(0, word.Length - 1) : word;

    private static void Move(List<string> words, int from, int to)
    {
        string word = words[from];
        words.RemoveAt(from);
        words.Insert(to, word);
    }

    private static List<string> Split(string name)
    {
        List<string> words = [];
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            bool starts =
                i == name.Length
                || (char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))));
            if (!starts)
                continue;
            words.Add(name.Substring(start, i - start));
            start = i;
        }

        return words;
    }
}
