using System.Collections.Generic;
using System.Linq;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Lowering;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Baseline;

/// <summary>What changed of the servers and the security schemes.</summary>
internal sealed class AccessChanges(ChangeReport report)
{
    public void Report()
    {
        Compare("server", Servers(report.Match.Old), Servers(report.Match.New));
        Compare("credential", Credentials(report.Match.Old), Credentials(report.Match.New));
    }

    private void Compare(string what, List<Access> before, List<Access> after)
    {
        foreach (Access old in before)
        {
            Access? same = after.Find(a => a.Wire == old.Wire);
            if (same is null)
                report.Add(ChangeDescriptors.RemovedAccess, old.Place, old.Place, what, old.Name);
            else if (same.Name != old.Name)
                report.Add(ChangeDescriptors.Renamed, same.Place, old.Place, what, old.Name, same.Name);
        }

        foreach (Access now in after)
        {
            if (!before.Exists(a => a.Wire == now.Wire))
                report.Add(ChangeDescriptors.AddedAccess, now.Place, null, what, now.Name);
        }
    }

    private static List<Access> Servers(LoweredApi api) =>
        [.. ServerModels.Of(api.Servers).Select(static s => new Access(s.Name, s.UrlLiteral, SpecPointer.Root["servers"]))];

    private static List<Access> Credentials(LoweredApi api)
    {
        bool isOld = api.Context.Raw(SpecPointer.Root["swagger"]) is not null;
        SpecPointer place = isOld ? SpecPointer.Root["securityDefinitions"] : SpecPointer.Root["components"]["securitySchemes"];
        return [.. ClientAccess.Of(api).Credentials.Select(c => new Access(c.Name, c.Kind + " " + c.WireLiteral, place))];
    }

    private sealed record Access(string Name, string Wire, SpecPointer Place);
}
