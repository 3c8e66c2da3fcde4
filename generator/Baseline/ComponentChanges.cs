using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Lowering;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Baseline;

/// <summary>
/// Components that came, went, were renamed or became something else. Inline types are not told of by themselves: what became of the member
/// or the operation that they belong to is.
/// </summary>
internal sealed class ComponentChanges(ChangeReport report)
{
    private ApiMatch Match => report.Match;

    public void Report()
    {
        foreach (KeyValuePair<string, ComponentSlot> component in Match.OldComponents)
        {
            TypeDeclaration? own = ApiMatch.Own(component.Value);
            if (Match.NewComponents.TryGetValue(component.Key, out ComponentSlot? now))
                Kept(component.Value, own, now);
            else if (own is null || Match.After(own) is not { } renamed)
                report.Add(ChangeDescriptors.RemovedType, null, component.Value.Place, Name(own, component.Key));
            else
            {
                // The key of a schema is not on the wire: where the C# name is the same, no code notices.
                report.Changes.Add(
                    new ApiChange(
                        ChangeDescriptors.Renamed,
                        renamed.Place,
                        component.Value.Place,
                        ["type", Name(own, component.Key), Name(renamed, Match.KeyOf(renamed) ?? renamed.Name)]
                    )
                    {
                        Severity = own.Name == renamed.Name ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
                    }
                );
            }
        }

        foreach (KeyValuePair<string, ComponentSlot> component in Match.NewComponents)
        {
            if (Match.OldComponents.ContainsKey(component.Key))
                continue;
            TypeDeclaration? own = ApiMatch.Own(component.Value);
            if (own is null || Match.Before(own) is null)
                report.Add(ChangeDescriptors.AddedType, component.Value.Place, null, Name(own, component.Key));
        }

        foreach ((TypeDeclaration old, TypeDeclaration now) in Match.Types)
        {
            bool isTold = Match.KeyOf(old) is { } key && !Match.NewComponents.ContainsKey(key);
            if (old.Name != now.Name && !isTold)
                report.Add(ChangeDescriptors.Renamed, now.Place, old.Place, "type", old.Name, now.Name);
        }
    }

    private void Kept(ComponentSlot old, TypeDeclaration? own, ComponentSlot now)
    {
        TypeDeclaration? ownNow = ApiMatch.Own(now);
        if (own is not null && ownNow is not null && Match.After(own) == ownNow)
        {
            if (own.Role != ownNow.Role)
                Changed(old, now, own.Role, ownNow.Role);
            if (own.ObsoleteMessage is null && ownNow.ObsoleteMessage is not null)
                report.Add(ChangeDescriptors.NewlyDeprecated, now.Place, old.Place, "type", ownNow.Name);
            return;
        }

        if (old.Use is { } one && now.Use is { } other && !(own is null && ownNow is null && report.IsSame(one, other)))
            Changed(old, now, ChangeReport.Text(one), ChangeReport.Text(other));
    }

    private void Changed(ComponentSlot old, ComponentSlot now, string before, string after) =>
        report.Add(ChangeDescriptors.ChangedType, now.Place, old.Place, "the component '" + old.Key + "'", before, after);

    /// <summary>The C# name, and the key where it is another; the message has quotes around both.</summary>
    private static string Name(TypeDeclaration? own, string key) =>
        own is null || own.Name == key ? key : own.Name + "' of the component '" + key;
}
