using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Configuration;
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

    private bool IsClient => New.Context.Options.Generate != GeneratedCode.Models;

    public static Tombstones Of(ChangeReport report) => new(report);

    /// <summary>The values that an enum has no more.</summary>
    public EquatableArray<EnumValueModel> Values(TypeDeclaration now) => now is EnumDeclaration enumeration ? _types.Values(enumeration) : default;

    /// <summary>The servers that are no more.</summary>
    public EquatableArray<RemovedPropertyModel> Servers()
    {
        EquatableArray<ServerModel> before = ServerLowering.Servers(Old.Context.Document), after = ServerLowering.Servers(New.Context.Document);
        return Old.ServerName != New.ServerName || !HadClient ? default : before
            .Where(s => !after.Any(a => a.Name == s.Name))
            .Select(s => new RemovedPropertyModel(Access(after.FirstOrDefault(a => a.UrlLiteral == s.UrlLiteral)?.Name), "§Uri", s.Name)).ToEquatableArray();
    }

    public RemovedModel? Model(HintNames hints, EmitContext emit)
    {
        EquatableArray<RemovedPropertyModel> credentials = Credentials();
        if (_types.Whole.Count == 0 && _types.Members.Count == 0 && _operations.Groups.Count == 0 && credentials.IsEmpty) return null;
        NameScope names = new([.. _living, .. TypeNames]);
        string name = names.Give(New.Context.Options.ApiName + "Removed", "Api");
        return new RemovedModel(
            hints.Give(name), emit, name, _types.Whole.ToEquatableArray(), _types.Members.ToEquatableArray(), _operations.Groups.ToEquatableArray(),
            credentials.IsEmpty && !_operations.Groups.Exists(static g => g.Property is not null) ? null : new RemovedClientModel(New.ClientName, New.OptionsName, credentials));
    }

    /// <summary>A name that is no type to use any more, such as that of a static class, cannot stand in a signature.</summary>
    private void KeepSpeakable(ApiMatch match)
    {
        HashSet<string> types = [.. match.New.Types.Select(static t => t.Name)];
        foreach (TypeDeclaration old in match.Old.Types)
        {
            if (_living.Contains(old.Name) && !types.Contains(old.Name)) old.Name = match.After(old)?.Name ?? "object";
        }
    }

    private EquatableArray<RemovedPropertyModel> Credentials()
    {
        if (Old.OptionsName != New.OptionsName || !HadClient) return default;
        EquatableArray<CredentialModel> before = ServerLowering.Credentials(Old.Context.Document), after = ServerLowering.Credentials(New.Context.Document);
        HashSet<string> names = [.. after.SelectMany(Properties), "Server"];
        return before.SelectMany(c => Properties(c).Where(n => !names.Contains(n)).Select(n => new RemovedPropertyModel(
            Access(after.FirstOrDefault(a => a.Kind == c.Kind && a.WireLiteral == c.WireLiteral)?.Name), "string?", n))).ToEquatableArray();
    }

    private static IEnumerable<string> Properties(CredentialModel credential) =>
        credential.Kind == CredentialKind.Basic ? [credential.Name + "UserName", credential.Name + "Password"] : [credential.Name];

    private string Access(string? renamed) => renamed is null ? _texts.Removed(null, null) : _texts.Renamed(renamed);
}
