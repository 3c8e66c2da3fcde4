using System;

namespace OpenApiGen.Generator.Naming;

/// <summary>
/// The names that C# or emitted code puts into a scope, whatever a description says: no name of a description becomes one of them there.
/// Who emits a new
/// member, or a new name in an expression, adds it to its scope here.
/// </summary>
internal static class ReservedNames
{
    /// <summary>Members of every class: what has one of these names hides it.</summary>
    public static string[] Object { get; } =
    ["Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "ReferenceEquals", "Finalize"];

    /// <summary>Types: what is nested in emitted types, and the type parameter of their methods.</summary>
    public static string[] Types { get; } = ["Converter", "Values", "TResult"];

    /// <summary>Members of records: those that the compiler makes, and names that the record's own code calls.</summary>
    public static string[] Record { get; } = [.. Object, "EqualityContract", "PrintMembers", "Clone", "Converter", "JsonRead", "JsonWrite"];

    /// <summary>Members of open enums.</summary>
    public static string[] Enum { get; } = [.. Object, "Value", "Values", "Known", "IsKnown", "Converter"];

    /// <summary>Members of unions.</summary>
    public static string[] Union { get; } = [.. Object, "Value", "HasValue", "TryGetValue", "Match", "Converter"];

    /// <summary>Members of a client: its groups are properties of it, and its constructor names these.</summary>
    public static string[] Client { get; } = [.. Object, "ApiKeyLocation", "ApiSecurity"];

    /// <summary>Members of a client's options.</summary>
    public static string[] Options { get; } = ["Server", "Reading", .. Object];

    /// <summary>Members of a converter, of its own and of its base: there these never mean a type.</summary>
    public static string[] Converter { get; } =
    [
        "CanConvert",
        "Equals",
        "GetHashCode",
        "GetType",
        "HandleNull",
        "Known",
        "MemberwiseClone",
        "Members",
        "Of",
        "Read",
        "ReadAsPropertyName",
        "ReferenceEquals",
        "Table",
        "ToString",
        "Type",
        "Write",
        "WriteAsPropertyName",
    ];

    /// <summary>
    /// Whether a name in an expression within some emitted type may mean a member of it that is there whatever it declares.
    /// </summary>
    public static bool IsHidden(string name) =>
        Array.IndexOf(Converter, name) >= 0
        || Array.IndexOf(Record, name) >= 0
        || Array.IndexOf(Enum, name) >= 0
        || Array.IndexOf(Union, name) >= 0;
}
