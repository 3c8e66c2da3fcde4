using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Lowering;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Baseline;

/// <summary>
/// The public names of the baseline that are not in the present code, each with what the compiler is to say where code still uses it. They
/// keep the words of the baseline, so that earlier code compiles but for these errors.
/// </summary>
internal sealed class Tombstones
{
    private readonly ChangeReport _report;
    private readonly RemovalTexts _texts;
    private readonly HashSet<string> _living;
    private readonly TypeTombstones _types;
    private readonly OperationTombstones _operations;

    private Tombstones(ChangeReport report)
    {
        _report = report;
        ApiMatch match = report.Match;
        _texts = new RemovalTexts(match.New.Context.Document.Info?.Version);
        _living = [.. match.New.TypeNames];
        KeepSpeakable(match);
        _types = new TypeTombstones(report, _texts, _living);
        _operations = new OperationTombstones(report, _texts, _living, IsClient);
    }

    private LoweredApi Old => _report.Match.Old;

    private LoweredApi New => _report.Match.New;

    /// <summary>The namespace has these names, too.</summary>
    public IEnumerable<string> TypeNames => [.. _types.Whole.Select(static t => t.Type.Name), .. _operations.TypeNames];

    /// <summary>Code that creates the client has to compile, even where the API has no operations left.</summary>
    public bool HadClient => IsClient && Old.Operations.Count > 0;

    private bool IsClient => New.Context.Options.HasClient;

    public static Tombstones Of(ChangeReport report) => new(report);

    /// <summary>The values that an enum has no more.</summary>
    public EquatableArray<EnumValueModel> Values(TypeDeclaration now) =>
        now is EnumDeclaration enumeration ? _types.Values(enumeration) : default;

    /// <summary>The servers that are no more.</summary>
    public EquatableArray<RemovedPropertyModel> Servers()
    {
        EquatableArray<ServerModel> before = ServerModels.Of(Old.Servers),
            after = ServerModels.Of(New.Servers);
        return Old.ServerName != New.ServerName || !HadClient
            ? default
            : before
                .Where(s => !after.Any(a => a.Name == s.Name))
                .Select(s => new RemovedPropertyModel(
                    Access(after.FirstOrDefault(a => a.UrlLiteral == s.UrlLiteral)?.Name),
                    "§Uri",
                    s.Variables.IsEmpty ? s.Name : $"{s.Name}({ClientEmitter.Parameters(s)})"
                ))
                .ToEquatableArray();
    }

    public RemovedModel? Model(HintNames hints, EmitContext emit)
    {
        EquatableArray<RemovedPropertyModel> credentials = Credentials();
        EquatableArray<RemovedPropertyModel> headers = Headers();
        if (_types.Whole.Count == 0 && _types.Members.Count == 0 && _operations.Groups.Count == 0 && credentials.IsEmpty && headers.IsEmpty)
            return null;
        NameScope names = new([.. _living, .. TypeNames]);
        string name = names.Give(New.Context.Options.ApiName + "Removed", "Api");
        return new RemovedModel(
            hints.Give(name),
            emit,
            name,
            _types.Whole.ToEquatableArray(),
            _types.Members.ToEquatableArray(),
            _operations.Groups.ToEquatableArray(),
            headers,
            credentials.IsEmpty && !_operations.Groups.Exists(static g => g.Property is not null)
                ? null
                : new RemovedClientModel(New.ClientName, New.OptionsName, credentials)
        );
    }

    /// <summary>A name that is no type to use any more, such as that of a static class, cannot stand in a signature.</summary>
    private void KeepSpeakable(ApiMatch match)
    {
        HashSet<string> types = [.. match.New.Types.Select(static t => t.Name)];
        foreach (TypeDeclaration old in match.Old.Types)
        {
            if (_living.Contains(old.Name) && !types.Contains(old.Name))
                old.Name = match.After(old)?.Name ?? "object";
        }
    }

    private EquatableArray<RemovedPropertyModel> Credentials()
    {
        if (Old.OptionsName != New.OptionsName || !HadClient)
            return default;
        ClientAccess before = ClientAccess.Of(Old),
            after = ClientAccess.Of(New);
        HashSet<string> names = [.. after.Names];
        return before
            .Credentials.SelectMany(c =>
                ClientAccess
                    .Properties(c)
                    .Select(p =>
                        (
                            p.Type,
                            p.Name,
                            Now: after.Credentials.FirstOrDefault(a => a.Kind == c.Kind && a.WireLiteral == c.WireLiteral)?.Name
                        )
                    )
            )
            .Concat(
                before.Servers.Select(s =>
                    (Type: "§Uri?", s.Name, Now: after.Servers.FirstOrDefault(a => a.UrlLiteral == s.UrlLiteral)?.Name)
                )
            )
            .Where(p => !names.Contains(p.Name))
            .Select(p => new RemovedPropertyModel(Access(p.Now), p.Type, p.Name))
            .ToEquatableArray();
    }

    /// <summary>The response headers that no operation declares any more.</summary>
    private EquatableArray<RemovedPropertyModel> Headers()
    {
        if (!IsClient)
            return default;
        HashSet<string> names = [.. HeaderModels.All(New.Operations).Select(static h => h.Name)];
        return HeaderModels
            .All(Old.Operations)
            .Where(h => !names.Contains(h.Name))
            .Select(h => new RemovedPropertyModel(_texts.Removed(null, null), h.Type.CSharp, "Get" + h.Name))
            .ToEquatableArray();
    }

    private string Access(string? renamed) => renamed is null ? _texts.Removed(null, null) : _texts.Renamed(renamed);
}
