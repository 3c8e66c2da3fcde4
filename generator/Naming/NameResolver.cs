using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Lowering;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Naming;

/// <summary>
/// Settles every name of an API at once: those asked for first, then components (spelled as in C# before others), then inline types
/// after their owners. The result depends on the document alone.
/// </summary>
internal static class NameResolver
{
    /// <param name="context">The declarations to name.</param>
    /// <param name="clients">Gives the names of the client's own types, after the components and before the inline types.</param>
    public static void Resolve(LoweringContext context, System.Action<NameScope> clients)
    {
        NameScope scope = new([.. ReservedNames.Types, .. context.Options.Reserved]);
        if (context.Claims is { } claims)
        {
            foreach (TypeDeclaration declaration in context.Declarations)
            {
                if (claims.Type(declaration) is { } claimed)
                    scope.Take(claimed);
            }
        }

        Dictionary<string, TypeDeclaration> holders = [];
        foreach (TypeDeclaration declaration in context.Declarations.Where(static d => d.Hint.Kind == NameKind.Asked))
            Give(context, scope, holders, declaration, declaration.Hint.Text);
        TypeDeclaration[] components = Components(context);
        string[] wanted = [.. components.Select(static d => IdentifierCasing.Pascal(d.Hint.Text))];
        for (int i = 0; i < components.Length; i++)
        {
            if (wanted[i] == components[i].Hint.Text)
                Give(context, scope, holders, components[i], wanted[i]);
        }

        for (int i = 0; i < components.Length; i++)
        {
            if (wanted[i] != components[i].Hint.Text)
                Give(context, scope, holders, components[i], wanted[i]);
        }

        clients(scope);
        foreach (TypeDeclaration declaration in context.Declarations)
        {
            if (declaration.Hint.Kind == NameKind.Inline)
                Inline(context, scope, declaration);
        }

        foreach (TypeDeclaration declaration in context.Declarations)
            Members(context, declaration);
    }

    /// <summary>By their keys: where they stand in the document, and are referred to first, decides no name.</summary>
    private static TypeDeclaration[] Components(LoweringContext context) =>
        [
            .. context
                .Declarations.Where(static d => d.Hint.Kind == NameKind.Component)
                .OrderBy(static d => d.Hint.Text, System.StringComparer.Ordinal),
        ];

    private static void Give(
        LoweringContext context,
        NameScope scope,
        Dictionary<string, TypeDeclaration> holders,
        TypeDeclaration declaration,
        string name
    )
    {
        declaration.Name = Give(context, scope, name, declaration);
        if (declaration.Name == name)
            holders[name] = declaration;
        else if (holders.TryGetValue(name, out TypeDeclaration? holder))
        {
            context.Diagnostics.Add(
                SpecDiagnostic
                    .AtKey(
                        DiagnosticDescriptors.NameCollision,
                        declaration.Place.ToString(),
                        holder.Hint.Text,
                        declaration.Hint.Text,
                        name,
                        holder.Name,
                        declaration.Name
                    )
                    .RelatedTo(holder.Place.ToString())
            );
        }
    }

    /// <summary>The members that every type of the kind has, whatever it declares.</summary>
    public static string[] MembersOf(TypeDeclaration declaration) =>
        declaration switch
        {
            RecordDeclaration or TupleDeclaration => ReservedNames.Record,
            EnumDeclaration => ReservedNames.Enum,
            _ => ReservedNames.Union,
        };

    /// <summary>A type cannot have the name of one of its members.</summary>
    private static string Give(LoweringContext context, NameScope scope, string name, TypeDeclaration declaration)
    {
        if (context.Claims?.Type(declaration, name) is { } claimed)
            return claimed;
        string[] members = MembersOf(declaration);
        return scope.Give(System.Array.IndexOf(members, name) >= 0 ? name + declaration.Role : name, declaration.Role);
    }

    private static void Inline(LoweringContext context, NameScope scope, TypeDeclaration declaration)
    {
        if (declaration.Name.Length > 0)
            return;
        NameHint hint = declaration.Hint;
        if (hint.Owner?.Canonical is { Name.Length: 0 } owner && owner.Hint.Kind == NameKind.Inline)
            Inline(context, scope, owner);
        string wanted = hint.Compose is { } compose ? compose() : hint.Owner?.Canonical.Name + hint.Text;
        declaration.Name = Give(context, scope, wanted, declaration);
    }

    private static void Members(LoweringContext context, TypeDeclaration declaration)
    {
        switch (declaration)
        {
            case RecordDeclaration record:
                NameScope members = new([.. ReservedNames.Record, record.Name]);
                string[] inherited = record.Hierarchy is null ? [] : Inherit(record, members);
                MemberDeclaration Own(int i) => record.Members[inherited.Length + i];
                string[] own = Give(
                    context,
                    declaration,
                    members,
                    record.Members.Count - inherited.Length,
                    i => Own(i).AskedName ?? IdentifierCasing.Pascal(Own(i).WireName),
                    i => Own(i).WireName,
                    i => Own(i).Place.ToString()
                );
                record.MemberNames = inherited.Length == 0 ? own : [.. inherited, .. own];
                record.ExtraName = record.Hierarchy?.Base?.ExtraName ?? members.Give("AdditionalProperties", "Json");
                break;
            case TupleDeclaration tuple:
                NameScope items = new([.. ReservedNames.Record, tuple.Name]);
                tuple.MemberNames = Give(
                    context,
                    declaration,
                    items,
                    tuple.Items.Count,
                    i => tuple.Items[i].AskedName!,
                    i => tuple.Items[i].WireName,
                    i => tuple.Items[i].Place.ToString()
                );
                tuple.RestName = items.Give("AdditionalItems", "Json");
                break;
            case EnumDeclaration enumeration:
                NameScope values = new([.. ReservedNames.Enum, enumeration.Name]);
                enumeration.MemberNames = Give(
                    context,
                    declaration,
                    values,
                    enumeration.Values.Count,
                    i => ValueName(enumeration, enumeration.Values[i]),
                    i => enumeration.Values[i].Wire,
                    i => enumeration.Place["enum"].ToString()
                );
                break;
        }
    }

    /// <summary>
    /// The names of the base's members, which stand before this record's own. A base is declared before what is derived from it.
    /// </summary>
    private static string[] Inherit(RecordDeclaration record, NameScope members)
    {
        members.Take("WriteJson");
        if (record.Hierarchy!.Base is not { } basis)
            return [];
        members.Take(basis.ExtraName);
        foreach (string name in basis.MemberNames)
            members.Take(name);
        return basis.MemberNames;
    }

    /// <summary>
    /// Names spelled as in C# go first, so that <c>fooBar</c> beside <c>FooBar</c> is the one that gives way, wherever it stands; the
    /// others
    /// in the order of their spelling.
    /// </summary>
    private static string[] Give(
        LoweringContext context,
        TypeDeclaration declaration,
        NameScope scope,
        int count,
        System.Func<int, string> wanted,
        System.Func<int, string> wire,
        System.Func<int, string> place
    )
    {
        string[] names = new string[count];
        Dictionary<string, int> holders = [];
        for (int i = 0; context.Claims is { } claims && i < count; i++)
        {
            if (claims.Member(declaration, wire(i), wanted(i)) is not { } claimed || !scope.IsFree(claimed))
                continue;
            scope.Take(claimed);
            holders[claimed] = i;
            names[i] = claimed;
        }

        for (int pass = 0; pass < 2; pass++)
        {
            foreach (int i in pass == 0 ? Enumerable.Range(0, count) : Left(names, wire))
            {
                string name = wanted(i);
                if (names[i] is not null || (pass == 0 && name != wire(i)))
                    continue;
                names[i] = scope.Give(name, "Value");
                if (names[i] == name)
                    holders[name] = i;
                else if (holders.TryGetValue(name, out int holder))
                {
                    context.Diagnostics.Add(
                        SpecDiagnostic
                            .AtKey(DiagnosticDescriptors.NameCollision, place(i), wire(holder), wire(i), name, names[holder], names[i])
                            .RelatedTo(place(holder))
                    );
                }
            }
        }

        return names;
    }

    /// <summary>Those without a name yet, by what they are called on the wire and not by where they stand.</summary>
    private static int[] Left(string[] names, System.Func<int, string> wire)
    {
        int[] left = [.. Enumerable.Range(0, names.Length).Where(i => names[i] is null)];
        System.Array.Sort(left, (a, b) => string.CompareOrdinal(wire(a), wire(b)) is var order && order != 0 ? order : a.CompareTo(b));
        return left;
    }

    private static string ValueName(EnumDeclaration enumeration, EnumValueDeclaration value)
    {
        if (value.AskedName is { } asked)
            return IdentifierCasing.Pascal(asked);
        if (enumeration.Underlying == "string")
            return IdentifierCasing.Pascal(value.Wire);
        return value.Wire[0] == '-' ? "Minus" + value.Wire.Substring(1) : "Value" + value.Wire;
    }
}
