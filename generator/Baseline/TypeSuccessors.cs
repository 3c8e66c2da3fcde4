using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Baseline;

/// <summary>What stands now wherever a type stood that is no more, if it is the same everywhere: what to use instead of it.</summary>
internal sealed class TypeSuccessors
{
    private readonly ApiMatch _match;
    private readonly Dictionary<TypeDeclaration, HashSet<string>> _found = [];

    public TypeSuccessors(ChangeReport report)
    {
        _match = report.Match;
        foreach ((TypeDeclaration old, TypeDeclaration now) in _match.Types)
        {
            if (old is not RecordDeclaration record || now is not RecordDeclaration present)
                continue;
            foreach (MemberDeclaration member in record.Members)
            {
                if (present.Members.Find(m => m.WireName == member.WireName) is { } same)
                    Compare(member.Use, same.Use);
            }
        }

        foreach (KeyValuePair<OperationDeclaration, OperationDeclaration> pair in _match.Operations)
        {
            foreach ((SchemaUse use, SchemaUse present) in ApiMatch.Uses(pair.Key, pair.Value))
                Compare(use, present);
        }
    }

    public string? Of(TypeDeclaration old) =>
        _found.TryGetValue(old, out HashSet<string>? texts) && texts.Count == 1 ? texts.First() : null;

    private void Compare(SchemaUse old, SchemaUse now)
    {
        switch (old.Shape, now.Shape)
        {
            case (ListShape one, ListShape other):
                Compare(one.Item, other.Item);
                break;
            case (MapShape one, MapShape other):
                Compare(one.Value, other.Value);
                break;
            case (DeclaredShape { Declaration: var gone }, _) when _match.After(gone) is null:
                if (!_found.TryGetValue(gone, out HashSet<string>? texts))
                    _found.Add(gone, texts = []);
                texts.Add(ChangeReport.Text(now with { Nullable = false }));
                break;
        }
    }
}
