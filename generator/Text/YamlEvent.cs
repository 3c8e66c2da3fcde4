namespace OpenApiGen.Generator.Text;

/// <summary>What a YAML text is made of, in the order of the text (YAML 1.2.2, 3.1).</summary>
internal enum YamlEventKind : byte
{
    None,
    StreamEnd,
    DocumentStart,
    DocumentEnd,
    MappingStart,
    MappingEnd,
    SequenceStart,
    SequenceEnd,
    Scalar,
    Alias,
}

/// <summary>How a scalar or a collection is written.</summary>
internal enum YamlStyle : byte
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
    Block,
    Flow,
}

/// <summary>One event; places are bytes of the text as UTF-8.</summary>
internal struct YamlEvent
{
    public YamlEventKind Kind;

    public YamlStyle Style;

    /// <summary>Whether the marker of a document, <c>---</c> or <c>...</c>, is there.</summary>
    public bool IsExplicit;

    /// <summary>Whether the value of a scalar is not a part of the text but was put together from it.</summary>
    public bool IsDecoded;

    /// <summary>Where the node begins, with its anchor and tag.</summary>
    public int Start;

    public int End;

    /// <summary>The value of a scalar or the name of an alias, in the text or among the decoded bytes.</summary>
    public int ValueStart;

    public int ValueLength;

    public string? Anchor;

    /// <summary>The tag in full (<c>tag:yaml.org,2002:str</c>); <c>!</c> is that of a scalar that is text.</summary>
    public string? Tag;
}
