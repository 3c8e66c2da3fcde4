using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.Lowering;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Naming;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Baseline;

/// <summary>
/// The names that an earlier version gave. Where two ask for one name, a sibling that came or went would decide who gets it; what was there
/// before keeps what it had. A claim counts as long as the same name is asked for: a name that the author changes, changes.
/// </summary>
/// <param name="places">The places of the present description.</param>
internal sealed class NameClaims(WirePlaces places)
{
    private readonly Dictionary<string, (string Group, string Wanted, string Name)> _operations = [];
    private readonly Dictionary<string, TypeDeclaration> _types = [];

    /// <param name="root">The present description.</param>
    public static NameClaims Of(LoweredApi baseline, JsonNode root)
    {
        NameClaims claims = new(new WirePlaces(root));
        WirePlaces earlier = new(baseline.Context.Raw(SpecPointer.Root)!);
        foreach (OperationDeclaration operation in baseline.Operations)
        {
            string wanted = OperationNames.Candidates(operation.Group, operation.Method, operation.Path, operation.Operation).First();
            claims._operations[Key(operation.Method, operation.Path)] = (operation.Group, wanted, operation.Name);
        }

        foreach (TypeDeclaration type in baseline.Types)
            claims._types[earlier.Of(type.Place)] = type;
        return claims;
    }

    public string? Operation(string method, string path, string group, string wanted) =>
        _operations.TryGetValue(Key(method, path), out (string Group, string Wanted, string Name) claim)
        && claim.Group == group
        && claim.Wanted == wanted
            ? claim.Name
            : null;

    public string? Type(TypeDeclaration now, string wanted) =>
        Before(now) is { } old && IsVariant(old.Name, wanted, old.Role) ? old.Name : null;

    /// <summary>The name that the type had, whatever it asks for now.</summary>
    public string? Type(TypeDeclaration now) => Before(now)?.Name;

    public string? Member(TypeDeclaration now, string wireName, string wanted)
    {
        int index = Before(now) switch
        {
            RecordDeclaration record => record.Members.FindIndex(m => m.WireName == wireName),
            EnumDeclaration enumeration => enumeration.Values.FindIndex(v => v.Wire == wireName),
            _ => -1,
        };
        return index >= 0 && Before(now)!.MemberNames[index] is var name && IsVariant(name, wanted, "Value") ? name : null;
    }

    private TypeDeclaration? Before(TypeDeclaration now) =>
        _types.TryGetValue(places.Of(now.Place), out TypeDeclaration? old) && old.Role == now.Role ? old : null;

    /// <summary>The name that was wanted, or what <see cref="NameScope"/> makes of it when it is taken.</summary>
    private static bool IsVariant(string name, string wanted, string role) =>
        name.StartsWith(wanted, System.StringComparison.Ordinal)
        && name.Substring(wanted.Length) is var rest
        && (rest.Length == 0 || rest == role || rest.All(char.IsDigit));

    private static string Key(string method, string path) => method + " " + path;
}
