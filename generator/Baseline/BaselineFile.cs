using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Baseline;

/// <summary>The earlier text that a description names, among those that the project has given to the compiler.</summary>
internal static class BaselineFile
{
    /// <param name="baselines">The files marked as baselines.</param>
    /// <param name="spec">The path of the description.</param>
    /// <param name="named">What its item says: a full path, or one as seen from the description or from the project.</param>
    /// <returns>Null when none of them is meant, or more than one could be.</returns>
    public static AdditionalText? Find(IReadOnlyList<AdditionalText> baselines, string spec, string named)
    {
        string path = SpecFile.Normalize(named);
        string beside = SpecFile.Resolve(SpecFile.Normalize(spec), Uri.EscapeDataString(named).Replace("%2F", "/").Replace("%5C", "/"));
        AdditionalText? exact = baselines.FirstOrDefault(b => SpecFile.Normalize(b.Path) is var own && (own == path || own == beside));
        if (exact is not null)
            return exact;
        AdditionalText[] ending = [.. baselines.Where(b => SpecFile.Normalize(b.Path).EndsWith("/" + path, StringComparison.Ordinal))];
        return ending.Length == 1 ? ending[0] : null;
    }
}
