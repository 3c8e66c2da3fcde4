using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Lowering;
using OpenApiGen.Generator.Lowering.Events;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Baseline;

/// <summary>
/// What changed of the webhooks and callbacks: they are told apart by their names, not by the payloads that some of them share.
/// </summary>
internal sealed class EventChanges(ChangeReport report)
{
    public void Report()
    {
        Dictionary<string, SpecPointer> before = Names(report.Match.Old),
            after = Names(report.Match.New);
        ILookup<string, EventPayload> payloads = report.Match.New.Events.Where(static e => e.IsSelected).ToLookup(Name);
        HashSet<string> compared = [];
        foreach (KeyValuePair<string, SpecPointer> old in before)
        {
            if (!after.ContainsKey(old.Key))
                report.Add(ChangeDescriptors.RemovedEvent, null, old.Value, old.Key);
        }

        foreach (KeyValuePair<string, SpecPointer> now in after)
        {
            if (!before.ContainsKey(now.Key))
                report.Add(ChangeDescriptors.AddedEvent, now.Value, null, now.Key);
        }

        foreach (EventPayload old in report.Match.Old.Events.Where(static e => e.IsSelected))
        {
            if (!compared.Add(Name(old)) || payloads[Name(old)].FirstOrDefault() is not { } now || report.IsSame(old.Use, now.Use))
                continue;
            report.Add(
                ChangeDescriptors.ChangedType,
                now.Place,
                old.Place,
                $"the event '{Name(old)}'",
                ChangeReport.Text(old.Use),
                ChangeReport.Text(now.Use)
            );
        }
    }

    /// <summary>With those that have no payload, and so are no case of the union.</summary>
    private static Dictionary<string, SpecPointer> Names(LoweredApi api)
    {
        Dictionary<string, SpecPointer> names = [];
        foreach (
            string webhook in api.Context.Options.Filter.Webhooks ? api.Context.Document.Webhooks?.Keys ?? (IEnumerable<string>)[] : []
        )
            names[webhook] = SpecPointer.Root["webhooks"][webhook];
        foreach (EventPayload callback in api.Events.Where(static e => e is { Operation: not null, IsSelected: true }))
            names[Name(callback)] = callback.Place;
        return names;
    }

    private static string Name(EventPayload payload) => payload.Operation is { } operation ? operation + " " + payload.Name : payload.Name;
}
