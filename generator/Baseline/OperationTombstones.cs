using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Lowering;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Baseline;

/// <summary>
/// Methods that are no more, or that take something else: an earlier call finds them where the present methods do not fit. Those of a group
/// that is still there are extension methods, so that nobody who implements its interface has to implement them.
/// </summary>
internal sealed class OperationTombstones
{
    private readonly ChangeReport _report;
    private readonly RemovalTexts _texts;
    private readonly HashSet<string> _living;
    private readonly Dictionary<OperationDeclaration, OperationModel> _present;
    private readonly Dictionary<string, ResultModel> _results = [];

    /// <param name="report">The changes.</param>
    /// <param name="texts">What the compiler says.</param>
    /// <param name="living">The names of the present code.</param>
    /// <param name="isClient">Whether there is code for operations at all.</param>
    public OperationTombstones(ChangeReport report, RemovalTexts texts, HashSet<string> living, bool isClient)
    {
        _report = report;
        _texts = texts;
        _living = living;
        List<ResultModel> results = [];
        _present = report.Match.New.Operations.ToDictionary(static o => o, o => OperationModels.Of(o, results));
        foreach (ResultModel result in results)
            _results[result.Name] = result;
        foreach (IGrouping<string, OperationDeclaration> group in isClient ? report.Match.Old.Groups : [])
        {
            if (Group(group, report.Match.Old.GroupNames[group.Key]) is { } model)
                Groups.Add(model);
        }
    }

    public List<RemovedGroupModel> Groups { get; } = [];

    public IEnumerable<string> TypeNames =>
        [
            .. Groups.Where(static g => g.Property is not null).SelectMany(static g => new[] { g.InterfaceName, g.ClassName }),
            .. Groups.SelectMany(static g => g.Results).Where(static r => r.IsWhole).Select(static r => r.Result.Name),
        ];

    private RemovedGroupModel? Group(IGrouping<string, OperationDeclaration> group, GroupNames names)
    {
        bool isGone = !_living.Contains(names.Interface);
        List<RemovedOperationModel> operations = [];
        List<RemovedResultModel> results = [];
        NameScope receiver = new([]);
        foreach (OperationDeclaration old in group)
        {
            OperationDeclaration? now = _report.Match.Operations.TryGetValue(old, out OperationDeclaration? found) ? found : null;
            List<ResultModel> own = [];
            OperationModel model = OperationModels.Of(old, own);
            foreach (ResultModel result in own)
                Result(result, now, results);
            bool isSame = now is not null && !isGone && now.Group == old.Group && now.Name == old.Name;
            OperationModel? present = isSame ? _present[now!] : null;
            bool hasMethod = present is null || !Covers(GroupEmitter.ParameterLists(present), GroupEmitter.ParameterLists(model));
            bool takesTheSame = present is not null && Covers([PagingEmitter.ParameterList(present)], [PagingEmitter.ParameterList(model)]);
            bool hasPaging = model.Paging is { } paging && !(takesTheSame && present!.Paging?.Name == paging.Name);
            bool hasStream = model.Stream is { IsOnly: false } stream && !(takesTheSame && present!.Stream?.Name == stream.Name);
            EquatableArray<OtherAnswerModel> others = model
                .Alternatives.Where(a => !(takesTheSame && present!.Alternatives.Any(p => p.Name == a.Name)))
                .ToEquatableArray();
            if (!hasMethod && !hasPaging && !hasStream && others.IsEmpty)
                continue;
            operations.Add(new RemovedOperationModel(Message(old, now, isSame), model, hasMethod, hasPaging, hasStream, others));
            foreach (ParameterModel parameter in model.Parameters)
                receiver.Take(parameter.Name);
            foreach (BodyModel body in model.Bodies)
                receiver.Take(body.Name);
        }

        if (operations.Count == 0 && results.Count == 0)
            return null;
        string? property = isGone && !_report.Match.New.GroupNames.Values.Any(g => g.Property == names.Property) ? names.Property : null;
        return new RemovedGroupModel(
            names.Interface,
            names.Class,
            property,
            isGone ? GroupMessage(group) : "",
            receiver.Give("group", "Client"),
            operations.ToEquatableArray(),
            results.ToEquatableArray()
        );
    }

    private string Message(OperationDeclaration old, OperationDeclaration? now, bool isSame)
    {
        if (isSame)
            return _texts.Changed(_report.Notes.TryGetValue(now!, out List<string>? notes) ? notes : []);
        if (now is not null)
            return _texts.Renamed(Name(now, old));
        string? reason = old.Operation.Deprecated ? Deprecation.Message(old.Operation.Extensions, old.Operation.Description) : null;
        OperationDeclaration? mentioned = Sole.Of(
            RemovalTexts
                .Mentioned(reason)
                .SelectMany(n =>
                    _report.Match.New.Operations.Where(o => o.Path == n || o.Method + " " + o.Path == n || o.Operation.OperationId == n)
                )
                .Distinct()
        );
        return _texts.Removed(mentioned is null ? null : Name(mentioned, old), reason);
    }

    /// <summary>The method as seen from the earlier one: with its group where that is another.</summary>
    private string Name(OperationDeclaration now, OperationDeclaration old) =>
        (now.Group == old.Group ? "" : _report.Match.New.GroupNames[now.Group].Property + ".") + now.Name + "Async";

    private string GroupMessage(IEnumerable<OperationDeclaration> group)
    {
        string?[] groups =
        [
            .. group
                .Select(o =>
                    _report.Match.Operations.TryGetValue(o, out OperationDeclaration? now)
                        ? _report.Match.New.GroupNames[now.Group].Property
                        : null
                )
                .Where(static g => g is not null)
                .Distinct(),
        ];
        return groups.Length == 0 ? _texts.Removed(null, null) : _texts.Renamed(string.Join(" and ", groups));
    }

    /// <summary>A result type that is no more, or has fewer outcomes.</summary>
    private void Result(ResultModel result, OperationDeclaration? now, List<RemovedResultModel> results)
    {
        if (!_living.Contains(result.Name))
        {
            TypeRef? instead = now is null ? null : _present[now].ResultType;
            string? from = instead is { Kind: TypeKind.Declared or TypeKind.Primitive } ? instead.CSharp : null;
            results.Add(new RemovedResultModel(_texts.Removed(instead?.CSharp.Replace("§", ""), null), result, true, true, default, from));
            return;
        }

        if (!_results.TryGetValue(result.Name, out ResultModel? present))
            return;
        EquatableArray<OutcomeModel> missing = result
            .Outcomes.Where(o => !present.Outcomes.Any(p => p.Name == o.Name && (p.Type is null) == (o.Type is null)))
            .ToEquatableArray();
        bool hasMatch = present.Outcomes.Length != result.Outcomes.Length;
        if (!missing.IsEmpty || hasMatch)
            results.Add(new RemovedResultModel(_texts.Removed(null, null), result, false, hasMatch, missing));
    }

    /// <summary>Whether every earlier call, by position or by name, still fits one of the present methods.</summary>
    private static bool Covers(IEnumerable<string> present, IEnumerable<string> earlier) =>
        earlier.All(e => present.Any(p => Covers(Split(p), Split(e))));

    private static bool Covers(List<string> present, List<string> earlier)
    {
        // What was added must be optional, and come after what was there: the last two, the call and its cancellation, come last as before.
        int at = 0;
        for (int i = 0; i < earlier.Count; i++)
        {
            int found = present.IndexOf(earlier[i], at);
            if (found < 0 || present.GetRange(at, found - at).Exists(static p => p.IndexOf(" = ", System.StringComparison.Ordinal) < 0))
                return false;
            at = found + 1;
        }

        return at == present.Count;
    }

    /// <summary>The parameters of a list; a comma within angle brackets parts none.</summary>
    private static List<string> Split(string list)
    {
        List<string> parts = [];
        int depth = 0,
            start = 0;
        for (int i = 0; i < list.Length; i++)
        {
            if (list[i] == '<')
                depth++;
            else if (list[i] == '>')
                depth--;
            else if (list[i] == ',' && depth == 0)
            {
                parts.Add(list.Substring(start, i - start).Trim());
                start = i + 1;
            }
        }

        parts.Add(list.Substring(start).Trim());
        return parts;
    }
}
