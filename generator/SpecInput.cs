using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using OpenApiGen.Generator.Baseline;
using OpenApiGen.Generator.Configuration;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator;

/// <summary>One description and what the project says about it. The text is compared by reference: a new one is a new version.</summary>
/// <param name="Baseline">The earlier text to compare with; null where the item names none, or one that is not there.</param>
/// <param name="BaselineName">What the item says of it; null where it says nothing.</param>
/// <param name="IsShadowed">Another description has the same namespace; nothing is emitted for this one.</param>
internal sealed record SpecInput(
    AdditionalText Text,
    SpecOptions Options,
    EquatableArray<DiagnosticInfo> Problems,
    AdditionalText? Baseline = null,
    string? BaselineName = null,
    bool IsShadowed = false
)
{
    public static SpecInput Create(AdditionalText text, AnalyzerConfigOptionsProvider provider)
    {
        List<DiagnosticInfo> problems = [];
        SpecOptions options = OptionsReader.Read(text.Path, provider.GetOptions(text), provider.GlobalOptions, problems);
        return new SpecInput(text, options, problems.ToEquatableArray())
        {
            BaselineName = OptionsReader.Baseline(provider.GetOptions(text)),
        };
    }

    /// <summary>With the text of the baseline that its item names, or the report that there is none.</summary>
    public SpecInput With(ImmutableArray<AdditionalText> baselines)
    {
        if (BaselineName is null)
            return this;
        if (BaselineFile.Find(baselines, Text.Path, BaselineName) is { } found)
            return this with { Baseline = found };
        DiagnosticInfo problem = DiagnosticInfo.Create(
            DiagnosticDescriptors.InvalidOption,
            LocationInfo.StartOf(Text.Path),
            "Baseline",
            BaselineName,
            "there is no such file; the client is generated as without a baseline"
        );
        return this with { Problems = new EquatableArray<DiagnosticInfo>([.. Problems, problem]) };
    }

    /// <summary>
    /// The next parts of the namespaces within this one: a type <c>Acme.Api</c> beside a namespace <c>Acme.Api</c> is an error in C#.
    /// </summary>
    private static EquatableArray<string> Inner(SpecInput input, ImmutableArray<SpecInput> all)
    {
        string start = input.Options.HintPrefix + ".";
        return all.Where(other => other.Options.HintPrefix.StartsWith(start, StringComparison.Ordinal))
            .Select(other => other.Options.HintPrefix.Substring(start.Length).Split('.')[0])
            .Distinct()
            .ToEquatableArray();
    }

    /// <summary>Two descriptions in one namespace would declare the same types: the first is emitted, the others are reported.</summary>
    public static IEnumerable<SpecInput> Apart(ImmutableArray<SpecInput> all)
    {
        HashSet<string> namespaces = new(StringComparer.OrdinalIgnoreCase);
        foreach (SpecInput input in all)
        {
            if (namespaces.Add(input.Options.HintPrefix))
            {
                yield return input with
                {
                    Options = input.Options with { Reserved = Inner(input, all) },
                };
                continue;
            }

            DiagnosticInfo problem = DiagnosticInfo.Create(
                DiagnosticDescriptors.InvalidOption,
                LocationInfo.StartOf(input.Text.Path),
                "Namespace",
                input.Options.Namespace,
                "another OpenApiSpec of this project has it; give each its own"
            );
            yield return input with
            {
                Problems = new EquatableArray<DiagnosticInfo>([.. input.Problems, problem]),
                IsShadowed = true,
            };
        }
    }
}
