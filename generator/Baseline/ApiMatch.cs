using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Lowering;
using OpenApiGen.Generator.Lowering.Events;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Baseline;

/// <summary>
/// Which declaration of the earlier description is which of the present one, by what is the same on the wire: components by key, operations
/// by method and path, and from there inwards by member names, items and branches. C# names decide nothing; a component that is
/// there under another key is found by <see cref="Renames"/>.
/// </summary>
internal sealed class ApiMatch
{
    private readonly Dictionary<TypeDeclaration, TypeDeclaration> _after = [];
    private readonly Dictionary<TypeDeclaration, TypeDeclaration> _before = [];
    private readonly Dictionary<TypeDeclaration, string> _keys = [];
    private readonly WirePlaces _oldPlaces;
    private readonly WirePlaces _newPlaces;
    private readonly Queue<(SchemaUse Old, SchemaUse New)> _pending = new();

    private ApiMatch(LoweredApi old, LoweredApi @new)
    {
        Old = old;
        New = @new;
        _oldPlaces = new WirePlaces(old.Context.Raw(OpenApi.SpecPointer.Root)!);
        _newPlaces = new WirePlaces(@new.Context.Raw(OpenApi.SpecPointer.Root)!);
        OldComponents = Generated(old);
        NewComponents = Generated(@new);
        foreach (KeyValuePair<string, ComponentSlot> component in OldComponents.Concat(NewComponents))
        {
            if (Own(component.Value) is { } own)
                _keys[own] = component.Key;
        }
    }

    public LoweredApi Old { get; }

    public LoweredApi New { get; }

    public Dictionary<string, ComponentSlot> OldComponents { get; }

    public Dictionary<string, ComponentSlot> NewComponents { get; }

    /// <summary>The types that are there before and after, in the order of the earlier description.</summary>
    public IEnumerable<(TypeDeclaration Old, TypeDeclaration New)> Types => Old.Types.Where(_after.ContainsKey).Select(t => (t, _after[t]));

    public Dictionary<OperationDeclaration, OperationDeclaration> Operations { get; } = [];

    /// <summary>Types found by something else than their place; their component keys differ.</summary>
    public List<(TypeDeclaration Old, TypeDeclaration New)> Renamed { get; } = [];

    public static ApiMatch Of(LoweredApi old, LoweredApi @new)
    {
        ApiMatch match = new(old, @new);
        match.Components();
        match.MatchOperations();
        match.Events();
        match.Run();
        foreach ((TypeDeclaration before, TypeDeclaration after) in Renames.Find(match))
        {
            // An earlier one may have led to it already.
            if (match.After(before) is not null || match.Before(after) is not null)
                continue;
            match.Renamed.Add((before, after));
            match.Pair(before, after);
            match.Run();
        }

        return match;
    }

    public TypeDeclaration? After(TypeDeclaration old) => _after.TryGetValue(old, out TypeDeclaration? found) ? found : null;

    public TypeDeclaration? Before(TypeDeclaration @new) => _before.TryGetValue(@new, out TypeDeclaration? found) ? found : null;

    /// <summary>The key of the component whose own declaration it is; null for a type that stands inline.</summary>
    public string? KeyOf(TypeDeclaration declaration) => _keys.TryGetValue(declaration, out string? key) ? key : null;

    /// <summary>The declaration that a component has itself, rather than refers to.</summary>
    public static TypeDeclaration? Own(ComponentSlot slot) =>
        slot.Use is { Shape: DeclaredShape { Declaration: var declaration } }
        && declaration.Place.ToString() is var place
        && slot.Place.ToString() is var own
        && (place == own || place.StartsWith(own + "/", System.StringComparison.Ordinal))
            ? declaration
            : null;

    /// <summary>The components that the filters of the project leave.</summary>
    private static Dictionary<string, ComponentSlot> Generated(LoweredApi api)
    {
        HashSet<TypeDeclaration> types = [.. api.Types];
        bool isFiltered = api.Context.Options.Filter.ChoosesOperations;
        return api
            .Components.Where(c => Own(c.Value) is { } own ? types.Contains(own) : !isFiltered)
            .ToDictionary(static c => c.Key, static c => c.Value);
    }

    private void Components()
    {
        foreach (KeyValuePair<string, ComponentSlot> component in OldComponents)
        {
            if (!NewComponents.TryGetValue(component.Key, out ComponentSlot? after))
                continue;
            if (Own(component.Value) is { } one && Own(after) is { } other && After(one) is null && Before(other) is null)
                Pair(one, other);
        }

        // Those that are no types themselves lead to some.
        foreach (KeyValuePair<string, ComponentSlot> component in OldComponents)
        {
            if (
                NewComponents.TryGetValue(component.Key, out ComponentSlot? after)
                && component.Value.Use is { } use
                && after.Use is { } now
            )
                _pending.Enqueue((use, now));
        }
    }

    private void MatchOperations()
    {
        Dictionary<string, OperationDeclaration> byKey = [];
        foreach (OperationDeclaration operation in New.Operations)
        {
            string key = WireKeys.Of(operation);
            if (!byKey.ContainsKey(key))
                byKey.Add(key, operation);
        }

        foreach (OperationDeclaration old in Old.Operations)
        {
            string key = WireKeys.Of(old);
            if (!byKey.TryGetValue(key, out OperationDeclaration? found))
                continue;
            byKey.Remove(key);
            Match(old, found);
        }

        // The same id, and its method or path are not there any more: it has moved.
        ILookup<string, OperationDeclaration> byId = byKey
            .Values.Where(static o => o.Operation.OperationId is { Length: > 0 })
            .ToLookup(static o => o.Operation.OperationId!);
        foreach (OperationDeclaration old in Old.Operations)
        {
            if (
                !Operations.ContainsKey(old)
                && old.Operation.OperationId is { Length: > 0 } id
                && Sole.Of(byId[id]) is { } moved
                && !Operations.ContainsValue(moved)
            )
                Match(old, moved);
        }
    }

    private void Match(OperationDeclaration old, OperationDeclaration @new)
    {
        Operations.Add(old, @new);
        foreach ((SchemaUse Old, SchemaUse New) use in Uses(old, @new))
            _pending.Enqueue(use);
    }

    /// <summary>What stands in the same place of both: of a parameter, a body, an item of a stream, a response.</summary>
    public static IEnumerable<(SchemaUse Old, SchemaUse New)> Uses(OperationDeclaration old, OperationDeclaration @new)
    {
        Dictionary<string, ParameterDeclaration> parameters = [];
        foreach (ParameterDeclaration parameter in @new.Parameters)
            parameters[WireKeys.Of(@new, parameter)] = parameter;
        foreach (ParameterDeclaration parameter in old.Parameters)
        {
            if (parameters.TryGetValue(WireKeys.Of(old, parameter), out ParameterDeclaration? same))
                yield return (parameter.Use, same.Use);
        }

        foreach ((BodyDeclaration body, BodyDeclaration? sent) in Bodies(old, @new))
        {
            if (body.Use is { } use && sent?.Use is { } now)
                yield return (use, now);
        }

        if (old.Stream is { } before && @new.Stream is { } stream)
            yield return (before.Item, stream.Item);
        foreach (AlternativeDeclaration other in old.Alternatives)
        {
            if (@new.Alternatives.Find(a => a.Word == other.Word) is { } same)
                yield return (other.Use, same.Use);
        }

        foreach (ResponseDeclaration response in old.Responses)
        {
            if (response.Use is { } use && @new.Responses.Find(r => r.Status == response.Status)?.Use is { } now)
                yield return (use, now);
        }
    }

    /// <summary>The bodies of an operation with those of the same media type; where there is one on either side, these.</summary>
    public static IEnumerable<(BodyDeclaration Old, BodyDeclaration? New)> Bodies(OperationDeclaration old, OperationDeclaration @new) =>
        old.Bodies.Select(body =>
            (
                body,
                @new.Bodies.Find(b => b.MediaType == body.MediaType) ?? (old.Bodies.Count == 1 && @new.Bodies.Count == 1 ? @new.Body : null)
            )
        );

    private void Events()
    {
        ILookup<(string, string?), EventPayload> byName = New.Events.ToLookup(static e => (e.Name, e.Operation));
        foreach (EventPayload old in Old.Events)
        {
            if (byName[(old.Name, old.Operation)].FirstOrDefault() is { } now)
                _pending.Enqueue((old.Use, now.Use));
        }

        // The union of all events: there is one of webhooks at most, and one of callbacks.
        foreach (UnionDeclaration union in Old.Types.OfType<UnionDeclaration>())
        {
            if (union.Events is not null && New.Types.OfType<UnionDeclaration>().FirstOrDefault(u => u.Events == union.Events) is { } now)
                Pair(union, now);
        }
    }

    private void Run()
    {
        while (_pending.Count > 0)
        {
            Old.Context.CancellationToken.ThrowIfCancellationRequested();
            (SchemaUse old, SchemaUse now) = _pending.Dequeue();
            switch (old.Shape, now.Shape)
            {
                case (ListShape one, ListShape other):
                    _pending.Enqueue((one.Item, other.Item));
                    break;
                case (MapShape one, MapShape other):
                    _pending.Enqueue((one.Value, other.Value));
                    if (one.Key is { } key && other.Key is { } keyNow)
                        _pending.Enqueue((new SchemaUse(key, false), new SchemaUse(keyNow, false)));
                    break;
                case (DeclaredShape { Declaration: var one }, DeclaredShape { Declaration: var other }):
                    // A component is matched by its key alone.
                    if (
                        one.GetType() == other.GetType()
                        && After(one) is null
                        && Before(other) is null
                        && KeyOf(one) is null
                        && KeyOf(other) is null
                    )
                        Pair(one, other);
                    break;
            }
        }
    }

    private void Pair(TypeDeclaration old, TypeDeclaration now)
    {
        _after.Add(old, now);
        _before.Add(now, old);
        switch (old, now)
        {
            case (RecordDeclaration one, RecordDeclaration other):
                foreach (MemberDeclaration member in one.Members)
                {
                    if (other.Members.Find(m => m.WireName == member.WireName) is { } same)
                        _pending.Enqueue((member.Use, same.Use));
                }

                if (one.Extra is { } extra && other.Extra is { } extraNow)
                    _pending.Enqueue((extra, extraNow));
                break;
            case (TupleDeclaration one, TupleDeclaration other):
                for (int i = 0; i < one.Items.Count && i < other.Items.Count; i++)
                    _pending.Enqueue((one.Items[i].Use, other.Items[i].Use));
                _pending.Enqueue((one.Rest, other.Rest));
                break;
            case (UnionDeclaration one, UnionDeclaration other):
                // Branches that are no components: by title where they have one, else by what tells them on the wire.
                UnionBranch[] inline =
                [
                    .. other.Branches.Where(b => b.Use.Shape is not DeclaredShape { Declaration: var d } || KeyOf(d) is null),
                ];
                foreach (UnionBranch branch in one.Branches)
                {
                    if (branch.Use.Shape is DeclaredShape { Declaration: var d } && KeyOf(d) is not null)
                        continue;
                    UnionBranch? same = branch.Title is { } title
                        ? inline.FirstOrDefault(b => b.Title == title)
                        : inline.FirstOrDefault(b => b.Title is null && _newPlaces.Item(b.Place) == _oldPlaces.Item(branch.Place));
                    if (same is not null)
                        _pending.Enqueue((branch.Use, same.Use));
                }

                break;
        }
    }
}
