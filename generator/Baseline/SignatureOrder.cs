using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Baseline;

/// <summary>
/// The order that the baseline had of what is passed by position: of an operation's parameters, and of the functions of a union's
/// <c>Match</c>. It is kept, and what is new comes after it, so that a call never compiles and means something else. Another order in the
/// description is told all the same: it comes into force when the baseline is taken out.
/// </summary>
internal sealed class SignatureOrder(ChangeReport report)
{
    public static void Keep(ChangeReport report)
    {
        SignatureOrder order = new(report);
        foreach (KeyValuePair<OperationDeclaration, OperationDeclaration> pair in report.Match.Operations)
            order.Parameters(pair.Key, pair.Value);
        foreach ((TypeDeclaration old, TypeDeclaration now) in report.Match.Types)
        {
            if (old is UnionDeclaration one && now is UnionDeclaration other)
                order.Functions(one, other);
        }
    }

    private void Parameters(OperationDeclaration old, OperationDeclaration now)
    {
        OperationModel before = OperationModels.Of(old, []);
        OperationModel after = OperationModels.Of(now, []);
        List<EarlierParameter> kept = [];
        List<string> there = [];
        foreach ((string name, bool isRequired) in Overload.First(before).Names())
        {
            int index = IndexOf(before, name);
            ParameterDeclaration? present = index < 0 ? null : Present(old, old.Parameters[index], now);
            EarlierParameter parameter = new(present, index < 0 && now.Body is not null, name, isRequired);
            kept.Add(parameter);
            if (parameter.IsBody)
                there.Add(after.Body!.Name);
            else if (present is not null)
                there.Add(after.Parameters[now.Parameters.FindIndex(p => ReferenceEquals(p, present))].Name);
        }

        // One that must be given now, and is new, is told as such.
        string[] written =
        [
            .. Overload.First(after).Names().Where(n => !n.IsRequired || there.Contains(n.Name)).Select(static n => n.Name),
        ];
        if (!written.Take(there.Count).SequenceEqual(there))
            report.Add(
                ChangeDescriptors.ChangedOrder,
                now.Place,
                old.Place,
                "parameters",
                OperationChanges.Name(now),
                Text(written),
                Text(there)
            );
        now.Earlier = kept;
    }

    private static ParameterDeclaration? Present(OperationDeclaration old, ParameterDeclaration parameter, OperationDeclaration now) =>
        now.Parameters.Find(p => WireKeys.Of(now, p) == WireKeys.Of(old, parameter))
        ?? now.Parameters.Find(p => OperationChanges.IsRenamed(parameter, p));

    private void Functions(UnionDeclaration old, UnionDeclaration now)
    {
        List<UnionBranch> kept = [];
        foreach (UnionBranch branch in old.Branches)
        {
            if (now.Branches.Find(b => !kept.Contains(b) && report.IsSame(branch.Use, b.Use)) is { } same)
                kept.Add(same);
        }

        UnionBranch[] all = [.. kept, .. now.Branches.Where(b => !kept.Contains(b))];
        if (kept.Count == 0 || all.SequenceEqual(now.Branches))
            return;
        now.FunctionOrder = all;
        EquatableArray<UnionCaseModel> cases = Lowering.TypeModels.Cases(now);
        if (!UnionEmitter.HasMatch(now.Events is not null, cases.Length))
            return;
        string Name(UnionBranch branch) => cases[now.Branches.IndexOf(branch)].ParameterName;
        report.Add(
            ChangeDescriptors.ChangedOrder,
            now.Place,
            old.Place,
            "functions",
            now.Name + ".Match",
            Text(now.Branches.Select(Name)),
            Text(kept.Select(Name))
        );
    }

    private static int IndexOf(OperationModel operation, string name)
    {
        for (int i = 0; i < operation.Parameters.Length; i++)
        {
            if (operation.Parameters[i].Name == name)
                return i;
        }

        return -1;
    }

    private static string Text(IEnumerable<string> names) => string.Join(", ", names.Select(static n => n.TrimStart('@')));
}
