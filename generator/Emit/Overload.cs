using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>One of the methods that an operation is: one for each way to give its body.</summary>
/// <param name="Body">Null where the operation has none.</param>
internal sealed record Overload(OperationModel Operation, BodyModel? Body)
{
    public static IEnumerable<Overload> Of(OperationModel operation) =>
        operation.Bodies.IsEmpty ? [new Overload(operation, null)] : operation.Bodies.Select(body => new Overload(operation, body));

    /// <summary>The one that has the first of the bodies.</summary>
    public static Overload First(OperationModel operation) => new(operation, operation.Body);

    /// <summary>Parameters in the order of the signature, with those that every operation has.</summary>
    public string Signature() => Signature(static slot => (slot.Deprecated is { } text ? $"[§Deprecated({text})] " : "") + slot.Text);

    /// <summary>The same without what a parameter says of itself: what a caller passes.</summary>
    public string Parameters() => Signature(static slot => slot.Text);

    /// <summary>The names of the parameters in the order of the signature, but for those that every operation has.</summary>
    public IEnumerable<(string Name, bool IsRequired)> Names() => Ordered().Select(static s => (s.Name, s.IsRequired));

    public void Document(SourceWriter w)
    {
        foreach (ParameterModel parameter in Operation.Parameters)
            w.Docs($"param name=\"{parameter.Name.TrimStart('@')}\"", parameter.Docs);
        if (Body is not null)
            w.Docs($"param name=\"{Body.Name}\"", Body.Docs.Length == 0 ? "The request body." : Body.Docs);
        foreach (EarlierParameterModel removed in Operation.Earlier.Where(static e => e.IsRemoved))
            w.Docs($"param name=\"{removed.Name.TrimStart('@')}\"", "No more: it keeps the place of what comes after it.");
    }

    private string Signature(System.Func<Slot, string> text) =>
        string.Join(", ", [.. Ordered().Select(text), "§ApiCall? call = null", "§CancellationToken cancellationToken = default"]);

    private List<Slot> Ordered()
    {
        List<Slot> slots = [];
        foreach (ParameterModel required in Operation.Parameters.Where(static p => p.IsRequired))
            slots.Add(new Slot(required.Name, true, $"{required.Type.CSharp} {required.Name}", null));
        if (Body is { IsRequired: true } must)
            slots.Add(new Slot(must.Name, true, $"{must.Type.CSharp} {must.Name}", null));
        if (Body is { IsRequired: false } may)
            slots.Add(new Slot(may.Name, false, $"{may.Type.WithNullable(true).CSharp} {may.Name} = null", null));
        foreach (ParameterModel optional in Operation.Parameters.Where(static p => !p.IsRequired))
        {
            string? deprecated = optional.Obsolete is { } obsolete ? Literals.String(obsolete.Message) : null;
            slots.Add(new Slot(optional.Name, false, $"{optional.Type.CSharp} {optional.Name} = null", deprecated));
        }

        return Operation.Earlier.IsEmpty ? slots : Kept(slots);
    }

    /// <summary>
    /// In the order of the baseline, what is new after it. One that is no more keeps its place, with a type that nothing converts to: the
    /// compiler refuses what a call passes there, instead of handing it to the parameter behind. One that had to be given, and need not be
    /// any more, keeps its place by having no default, if one that must be given comes after it.
    /// </summary>
    private List<Slot> Kept(List<Slot> slots)
    {
        Dictionary<string, int> places = [];
        HashSet<string> required = [];
        foreach (EarlierParameterModel earlier in Operation.Earlier)
        {
            places[earlier.Name] = places.Count;
            if (earlier.IsRemoved)
                slots.Add(new Slot(earlier.Name, false, $"§RemovedParameter? {earlier.Name} = null", null));
            else if (earlier.WasRequired)
                required.Add(earlier.Name);
        }

        int Place(Slot slot) => places.TryGetValue(slot.Name, out int place) ? place : int.MaxValue;
        int last = slots.Where(static s => s.IsRequired).Select(Place).DefaultIfEmpty(-1).Max();
        return
        [
            .. slots
                .Select(s => !s.IsRequired && required.Contains(s.Name) && Place(s) < last ? s.Required() : s)
                .OrderBy(static s => s.IsRequired ? 0 : 1)
                .ThenBy(Place),
        ];
    }

    /// <param name="Text">The parameter as it stands in the signature.</param>
    /// <param name="Deprecated">What is said of it, as a C# literal; null where it is not deprecated.</param>
    private sealed record Slot(string Name, bool IsRequired, string Text, string? Deprecated)
    {
        public Slot Required() => this with { IsRequired = true, Text = Text.Substring(0, Text.Length - " = null".Length) };
    }
}
