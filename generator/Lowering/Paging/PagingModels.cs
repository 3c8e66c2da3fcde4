using System.Collections.Generic;
using System.Linq;
using System.Text;
using OpenApiGen.Generator.Configuration;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Lowering.Paging;

/// <summary>Paging with settled names to the model that is emitted.</summary>
internal static class PagingModels
{
    private static readonly string[] s_fillers = ["All", "Paginated", "Paged"];

    private static readonly string[] s_verbs = ["Get", "List", "Find", "Search", "Fetch", "Query", "Read", "Retrieve", "Show"];

    /// <summary>The names of an enumeration to try: what is enumerated without its verb, then with it.</summary>
    public static IEnumerable<string> Names(string operation, bool ofPages)
    {
        string end = ofPages ? "Pages" : "";
        string? verb = s_verbs.FirstOrDefault(v =>
            operation.StartsWith(v, System.StringComparison.Ordinal) && (operation.Length == v.Length || !char.IsLower(operation[v.Length]))
        );
        if (verb is not null)
        {
            string rest = operation.Substring(verb.Length);
            yield return "Enumerate"
                + (
                    s_fillers.FirstOrDefault(f => rest.StartsWith(f, System.StringComparison.Ordinal)) is { } filler
                        ? rest.Substring(filler.Length)
                        : rest
                )
                + end;
        }

        yield return "Enumerate" + operation + end;
    }

    /// <param name="names">The names of the parameters: those of the lambdas are told apart from them.</param>
    public static PagingModel? Of(PagingDeclaration? paging, string cursor, NameScope names)
    {
        if (paging is null)
            return null;
        TypeRef? item = paging.Items?.Last.Member.Use.Shape is ListShape list ? TypeModels.Ref(list.Item) : null;
        return new PagingModel(
            paging.Name,
            cursor,
            names.Give("next", "Cursor"),
            names.Give("token", "Cancellation"),
            item,
            Next(paging),
            paging.Items is { } items ? List(items) : Empty(paging.Groups),
            paging.Items is { } at
                ? "The items (<c>"
                    + XmlDoc.Escape(string.Join(".", at.Steps.Select(static s => s.Member.WireName)))
                    + "</c>) of all pages of "
                : "All pages of "
        );
    }

    private static string Next(PagingDeclaration paging)
    {
        string next = paging.Next is { } member
            ? Path(member)
            : $"{List(paging.Items!)} is {{ Count: > 0 }} items ? items[items.Count - 1].{paging.LastId!.Value.Name} : null";
        if (paging.More is not { } more)
            return next;
        return paging.Next is null ? $"{Path(more)} == true && {next}" : $"{Path(more)} == false ? null : {next}";
    }

    private static string Empty(MemberPath? groups) =>
        groups is null ? "false" : Path(groups) + (IsNullable(groups.Last.Member) ? " is not { Count: > 0 }" : ".Count == 0");

    /// <summary>The way to a list, as the runtime takes it whatever the project wants lists to be.</summary>
    private static string List(MemberPath path) =>
        path.Last.Member.Use.Shape is ListShape { Type: not CollectionType.IReadOnlyList } list
            ? $"(§IReadOnlyList<{TypeModels.Ref(list.Item).CSharp}>?){Path(path)}"
            : Path(path);

    /// <summary>The way there, stopping at whatever may be null.</summary>
    private static string Path(MemberPath path)
    {
        StringBuilder text = new("page");
        bool nullable = false;
        foreach (MemberStep step in path.Steps)
        {
            text.Append(nullable ? "?." : ".").Append(step.Name);
            nullable = IsNullable(step.Member);
        }

        return text.ToString();
    }

    private static bool IsNullable(MemberDeclaration member) => TypeModels.MemberType(member).IsNullable;
}
