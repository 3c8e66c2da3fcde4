using System;
using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Configuration;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Lowering.Selection;

/// <summary>Which operations the project asks for. A pattern that names none of them is reported, with what it may have meant.</summary>
internal static class OperationFilter
{
    private const int MostShown = 8;

    public static void Select(LoweringContext context, IReadOnlyList<OperationDeclaration> operations)
    {
        SpecFilter filter = context.Options.Filter;
        if (!filter.ChoosesOperations)
            return;
        bool[] included = new bool[operations.Count];
        bool[] excluded = new bool[operations.Count];
        Apply("IncludeTags", filter.IncludeTags, Tags, Glob.IsName, included);
        Apply("IncludePaths", filter.IncludePaths, static o => [o.Path], Glob.IsPath, included);
        Apply("IncludeOperations", filter.IncludeOperations, Ids, Glob.IsName, included);
        Apply("ExcludeTags", filter.ExcludeTags, Tags, Glob.IsName, excluded);
        Apply("ExcludePaths", filter.ExcludePaths, static o => [o.Path], Glob.IsPath, excluded);
        Apply("ExcludeOperations", filter.ExcludeOperations, Ids, Glob.IsName, excluded);
        for (int i = 0; i < operations.Count; i++)
            operations[i].IsSelected = (included[i] || !filter.IncludesOperations) && !excluded[i];

        void Apply(
            string option,
            EquatableArray<string> patterns,
            Func<OperationDeclaration, IEnumerable<string>> texts,
            Func<string, string, bool> matches,
            bool[] marks
        )
        {
            foreach (string pattern in patterns)
            {
                bool any = false;
                for (int i = 0; i < marks.Length; i++)
                {
                    if (!texts(operations[i]).Any(text => matches(pattern, text)))
                        continue;
                    marks[i] = any = true;
                }

                if (!any)
                    Report(context, option, pattern, [.. operations.SelectMany(texts).Distinct()]);
            }
        }
    }

    private static IEnumerable<string> Tags(OperationDeclaration operation) =>
        (operation.Operation.Tags ?? new HashSet<Microsoft.OpenApi.OpenApiTagReference>())
            .Select(static t => t.Reference.Id ?? t.Name ?? "")
            .Where(static t => t.Length > 0);

    private static IEnumerable<string> Ids(OperationDeclaration operation) =>
        operation.Operation.OperationId is { Length: > 0 } id ? [id] : [];

    private static void Report(LoweringContext context, string option, string pattern, string[] texts)
    {
        string[] near = NearTexts.Of(pattern, texts);
        string hint =
            texts.Length == 0 ? "the description has none"
            : near.Length > 0 ? "similar: " + string.Join(", ", near)
            : "the description has: " + string.Join(", ", texts.Take(MostShown)) + (texts.Length > MostShown ? ", …" : "");
        context.Diagnostics.Add(
            SpecDiagnostic.AtKey(DiagnosticDescriptors.InvalidOption, "", option, pattern, "it matches nothing in the description; " + hint)
        );
    }
}
