using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Baseline;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Naming;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>
/// Method names that a baseline claims. What the document alone would give is worked out beside them, and told where it differs.
/// </summary>
internal sealed class ClaimedNames
{
    private readonly LoweringContext _context;
    private readonly Dictionary<string, NameScope> _alone = [];
    private readonly Dictionary<string, (string Group, string Name)> _claims = [];

    public ClaimedNames(LoweringContext context, NameClaims claims)
    {
        _context = context;
        foreach (KeyValuePair<string, IOpenApiPathItem> path in context.Document.Paths ?? [])
        {
            foreach (KeyValuePair<HttpMethod, OpenApiOperation> method in path.Value?.Operations ?? [])
            {
                if (method.Value is null)
                    continue;
                string group = OperationNames.Group(path.Key, method.Value, context.Options.GroupBy),
                    verb = method.Key.Method;
                string wanted = OperationNames.Candidates(group, verb, path.Key, method.Value).First();
                if (claims.Operation(verb, path.Key, group, wanted) is { } name)
                    _claims[verb + " " + path.Key] = (group, name);
            }
        }
    }

    /// <summary>The names of a group that its operations have already.</summary>
    public IEnumerable<string> Of(string group) => _claims.Values.Where(c => c.Group == group).Select(static c => c.Name);

    public string Give(NameScope scope, string group, string method, string path, string[] candidates, string route, SpecPointer place)
    {
        if (!_alone.TryGetValue(group, out NameScope? alone))
            _alone.Add(group, alone = new NameScope(OperationNames.Reserved));
        string natural = OperationLowering.Unique(alone, candidates, route);
        string name = _claims.TryGetValue(method + " " + path, out (string Group, string Name) claim)
            ? claim.Name
            : OperationLowering.Unique(scope, candidates, route);
        if (name != natural)
            _context.Report(ChangeDescriptors.KeptName, place, method + " " + path, name, natural);
        return name;
    }
}
