namespace OpenApiGen.Generator.Configuration;

/// <summary>What is generated of a description: the values of <c>Generate</c>.</summary>
internal enum GeneratedCode
{
    /// <summary>Types, JSON and clients.</summary>
    Client,

    /// <summary>Types, JSON and events: no endpoints.</summary>
    Models,
}

/// <summary>What names types of the description: the values of <c>NamesFrom</c>.</summary>
internal enum NameSource
{
    /// <summary>The component key, or owner and member.</summary>
    Key,

    /// <summary>The <c>title</c>, where there is one.</summary>
    Title,
}

/// <summary>What groups operations: the values of <c>GroupBy</c>.</summary>
internal enum GroupSource
{
    /// <summary>The first tag; where there is none, the path.</summary>
    Tag,

    /// <summary>The first segment of the path that is no version and no parameter.</summary>
    Path,
}

/// <summary>Who sees the generated types: the values of <c>Access</c>.</summary>
internal enum AccessModifier
{
    Public,
    Internal,
}
