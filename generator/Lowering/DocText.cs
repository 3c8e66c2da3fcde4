using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Lowering;

/// <summary>CommonMark to the lines of a documentation comment.</summary>
internal static class DocText
{
    /// <summary>The first paragraph as the summary, the rest as remarks.</summary>
    public static DocModel Of(string? markdown)
    {
        (string? summary, string? remarks) = XmlDoc.SplitSummary(markdown);
        if (summary is null && remarks is null)
            return DocModel.None;
        return new DocModel(Text(summary ?? remarks), summary is null ? "" : Text(remarks));
    }

    /// <summary>The whole text as one element's content.</summary>
    public static string Text(string? markdown) => string.Join("\n", XmlDoc.Lines(markdown));
}
