using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Lowering.Paging;

/// <summary>
/// Whether an operation is paged by cursor: a query parameter that takes one, and a response that gives one beside a list. What is
/// deprecated counts only where nothing else is there.
/// </summary>
internal sealed class PagingRule(LoweringContext context)
{
    private static readonly string[] s_addresses = ["url", "uri", "link", "http"];

    public PagingDeclaration? Of(OperationDeclaration operation)
    {
        PagingHint hint = context.Options.Paging;
        string? extension = PagingHint.Extension(operation.Operation.Extensions);
        if (extension is not null)
        {
            JsonNode node = SchemaFacts.Extension(operation.Operation.Extensions, extension)!;
            if (PagingHint.Of(node) is not { } own)
            {
                context.Unsupported(
                    operation.Place,
                    extension,
                    "is ignored because it is neither a boolean nor an object with cursor, next_cursor and items; no method for pages is generated"
                );
                return null;
            }

            hint = own.Over(hint);
        }
        else if (hint.IsExplicit || operation.Method != "GET")
            return null;
        if (hint.IsOff)
            return null;
        PagingDeclaration? found = Page(operation) is { } page ? Find(operation, page, hint) : null;
        if (found is null && extension is not null)
            context.Unsupported(
                operation.Place,
                extension,
                "is ignored because the operation has no such string parameter, or its response no such string member; no method for pages is generated"
            );
        return found;
    }

    /// <summary>The record that every success returns.</summary>
    private static RecordDeclaration? Page(OperationDeclaration operation)
    {
        ResponseDeclaration[] successes = [.. operation.Responses.Where(static r => !r.IsError)];
        if (successes.Length == 0 || OperationModels.Differ(successes))
            return null;
        return successes[0].Use is { Nullable: false, Shape: DeclaredShape { Declaration: RecordDeclaration record } } ? record : null;
    }

    private static PagingDeclaration? Find(OperationDeclaration operation, RecordDeclaration page, PagingHint hint)
    {
        ParameterDeclaration? cursor = operation
            .Parameters.Where(p =>
                p.Place == ParameterPlace.Query
                && IsText(p.Use)
                && (hint.Cursor is null ? CursorWords.Parameter(p.Parameter.Name!) is not null : p.Parameter.Name == hint.Cursor)
            )
            .OrderBy(static p => p.Parameter.Deprecated)
            .ThenBy(static p => CursorWords.Parameter(p.Parameter.Name!) ?? 0)
            .FirstOrDefault();
        if (cursor is null)
            return null;
        MemberPath? items = hint.Items is { } path ? MemberPath.Find(page, path) : Items(page);
        if (hint.Items is not null && items?.Last.Member.Use.Shape is not ListShape)
            return null;
        MemberPath? next = hint.Next is { } named ? MemberPath.Find(page, named) : Next(page, cursor.Parameter.Name!);
        if (next is not null && !IsText(next.Last.Member.Use))
            next = null;
        MemberPath? more = More(page, next);
        MemberPath? groups = items is null ? Groups(page) : null;
        if (next is not null)
            return new PagingDeclaration(cursor, next, items, groups, more, null);
        if (hint.Next is not null || items is null || more is null || !CursorWords.IsLastId(cursor.Parameter.Name!))
            return null;
        return Id(items) is { } id ? new PagingDeclaration(cursor, null, items, null, more, id) : null;
    }

    private static MemberPath? Next(RecordDeclaration page, string cursor) =>
        Near(page)
            .Where(p => IsText(p.Last.Member.Use) && Gives(p.Last.Member, cursor))
            .OrderBy(static p => p.Last.Member.ObsoleteMessage is not null)
            .ThenBy(p => p.Last.Member.WireName == cursor ? -1 : CursorWords.Member(p.Last.Member.WireName))
            .ThenBy(static p => p.Steps.Count)
            .FirstOrDefault();

    /// <summary><c>next</c> is as often the address of the next page, which no parameter takes.</summary>
    private static bool Gives(MemberDeclaration member, string cursor)
    {
        if (CursorWords.Member(member.WireName) is null)
            return false;
        if (member.WireName is not "next")
            return true;
        return cursor.IndexOf("cursor", System.StringComparison.OrdinalIgnoreCase) >= 0
            && !s_addresses.Any(w =>
                (SchemaText.Description(member.Schema) ?? "").IndexOf(w, System.StringComparison.OrdinalIgnoreCase) >= 0
            );
    }

    private static MemberPath? More(RecordDeclaration page, MemberPath? next) =>
        Near(page)
            .Where(p =>
                p.Last.Member.Use.Shape is PrimitiveShape { Primitive.Runtime: "Boolean" } && CursorWords.IsMore(p.Last.Member.WireName)
            )
            .OrderBy(p => next is not null && ReferenceEquals(p.Last.Record, next.Last.Record) ? 0 : 1)
            .FirstOrDefault();

    /// <summary>The one list of a page, or of several the one that is called so.</summary>
    private static MemberPath? Items(RecordDeclaration page)
    {
        MemberPath[] lists = [.. Own(page).Where(static p => p.Last.Member.Use.Shape is ListShape)];
        MemberPath[] current = [.. lists.Where(static p => p.Last.Member.ObsoleteMessage is null)];
        if (current.Length > 0)
            lists = current;
        if (lists.Length <= 1)
            return lists.FirstOrDefault();
        MemberPath[] called = [.. lists.Where(static p => CursorWords.IsItems(p.Last.Member.WireName))];
        return called.Length == 1 ? called[0] : null;
    }

    private static MemberPath? Groups(RecordDeclaration page)
    {
        MemberPath[] maps = [.. Own(page).Where(static p => p.Last.Member.Use.Shape is MapShape)];
        return maps.Length == 1 ? maps[0] : null;
    }

    private static MemberStep? Id(MemberPath items) =>
        items.Last.Member.Use.Shape is ListShape { Item: { Nullable: false, Shape: DeclaredShape { Declaration: RecordDeclaration item } } }
        && MemberStep.Find(item, "id") is { } id
        && IsText(id.Member.Use)
            ? id
            : null;

    private static IEnumerable<MemberPath> Own(RecordDeclaration record) =>
        record.Members.Select((_, i) => new MemberPath([new MemberStep(record, i)]));

    /// <summary>The members of a page, and those of the objects in it that are about the page, two levels deep.</summary>
    private static List<MemberPath> Near(RecordDeclaration page)
    {
        List<MemberPath> found = [.. Own(page)];
        for (int i = 0; i < found.Count; i++)
        {
            MemberPath path = found[i];
            if (path.Steps.Count > 2 || !CursorWords.IsHolder(path.Last.Member.WireName) || path.Last.Inner is not { } inner)
                continue;
            found.AddRange(Own(inner).Select(p => path.Then(p.Last)));
        }

        return found;
    }

    private static bool IsText(SchemaUse use) => use.Shape is PrimitiveShape { Primitive.Runtime: "String" };
}
