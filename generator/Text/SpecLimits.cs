namespace OpenApiGen.Generator.Text;

/// <summary>
/// What a document may cost. Each limit is far above the largest real descriptions (GitHub: 13 MB, 560,000 nodes, depth 28)
/// and low enough that a hostile one is handled in seconds, within the 1 MB stack of a compiler thread.
/// </summary>
internal static class SpecLimits
{
    /// <summary>Nesting of mappings and sequences, aliases expanded.</summary>
    public const int Depth = 256;

    /// <summary>Characters of text.</summary>
    public const int TextLength = 128 * 1024 * 1024;

    /// <summary>Scalars, mappings and sequences, aliases expanded.</summary>
    public const int Nodes = 8_000_000;

    /// <summary>Nodes that exist only because an alias or a merge key repeats them.</summary>
    public const int AliasedNodes = 1_000_000;

    /// <summary>Uses of aliases and merge keys, however small what they repeat.</summary>
    public const int Aliases = 100_000;

    /// <summary>Duplicate keys reported one by one; the rest of them is not news.</summary>
    public const int ReportedDuplicates = 100;
}
