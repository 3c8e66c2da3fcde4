namespace OpenApiGen.Generator.Configuration;

/// <summary>
/// What is generated of a description besides types, JSON and events: the values of <c>Generate</c>, which can be several.
/// </summary>
[System.Flags]
internal enum GeneratedCode
{
    /// <summary>No endpoints.</summary>
    Models = 0,

    Client = 1,

    /// <summary>Handler interfaces and what maps them, where the project has ASP.NET Core.</summary>
    Server = 2,
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

/// <summary>What an enum of the description is in C#: the values of <c>EnumStyle</c>, and of <c>x-csharp-enum</c> on a schema.</summary>
internal enum EnumStyle
{
    /// <summary>A struct over the wire value, which may be one that the description does not list.</summary>
    Open,

    /// <summary>A C# enum; a value that the description does not list is an exception.</summary>
    Closed,
}

/// <summary>What a JSON array is in C#: the values of <c>Collections</c>.</summary>
internal enum CollectionType
{
    IReadOnlyList,
    Array,

    /// <summary><c>System.Collections.Immutable.ImmutableArray&lt;T&gt;</c>, where the project has it.</summary>
    ImmutableArray,
}

/// <summary>What happens to JSON that a client receives and that is not what the description says: the values of <c>Reading</c>.</summary>
internal enum ReadingMode
{
    /// <summary>Members that are wrong are kept as they came; a required one throws when it is used.</summary>
    Tolerant,

    /// <summary>An exception at once.</summary>
    Strict,
}

/// <summary>Who sees the generated types: the values of <c>Access</c>.</summary>
internal enum AccessModifier
{
    Public,
    Internal,
}
