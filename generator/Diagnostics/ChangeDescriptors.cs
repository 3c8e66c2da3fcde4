using Microsoft.CodeAnalysis;

namespace OpenApiGen.Generator.Diagnostics;

/// <summary>
/// What an update of a description changes, against its baseline: what breaks code or callers are warnings (OAG0101 to OAG0120), what is
/// new
/// is reported as information (OAG0121 on). Reported only where an item names a baseline.
/// </summary>
internal static class ChangeDescriptors
{
    private const string Category = "OpenApiGen";

    /// <summary>{0} why.</summary>
    public static readonly DiagnosticDescriptor UnusableBaseline = new(
        "OAG0100",
        "The baseline cannot be used",
        "The baseline cannot be used, so the code is generated as if there were none: {0}",
        Category,
        DiagnosticSeverity.Warning,
        true
    );

    /// <summary>{0} its name, {1} the line in the baseline.</summary>
    public static readonly DiagnosticDescriptor RemovedType = new(
        "OAG0101",
        "A type was removed",
        "The type '{0}' was removed{1}",
        Category,
        DiagnosticSeverity.Warning,
        true
    );

    /// <summary>{0} the member in JSON, {1} the type, {2} the line in the baseline.</summary>
    public static readonly DiagnosticDescriptor RemovedMember = new(
        "OAG0102",
        "A member was removed",
        "The member '{0}' of '{1}' was removed{2}",
        Category,
        DiagnosticSeverity.Warning,
        true
    );

    /// <summary>{0} the method, {1} HTTP method and path, {2} the line in the baseline.</summary>
    public static readonly DiagnosticDescriptor RemovedOperation = new(
        "OAG0103",
        "An operation was removed",
        "The operation '{0}' ({1}) was removed{2}",
        Category,
        DiagnosticSeverity.Warning,
        true
    );

    /// <summary>{0} the value in JSON, {1} the enum, {2} the line in the baseline.</summary>
    public static readonly DiagnosticDescriptor RemovedEnumValue = new(
        "OAG0104",
        "An enum value was removed",
        "The value '{0}' of '{1}' was removed{2}",
        Category,
        DiagnosticSeverity.Warning,
        true
    );

    /// <summary>{0} the webhook or callback, {1} the line in the baseline.</summary>
    public static readonly DiagnosticDescriptor RemovedEvent = new(
        "OAG0105",
        "An event was removed",
        "The event '{0}' was removed{1}",
        Category,
        DiagnosticSeverity.Warning,
        true
    );

    /// <summary>{0} the parameter or the body, {1} the operation, {2} the line in the baseline.</summary>
    public static readonly DiagnosticDescriptor RemovedParameter = new(
        "OAG0106",
        "A parameter was removed",
        "The {0} of '{1}' was removed{2}",
        Category,
        DiagnosticSeverity.Warning,
        true
    );

    /// <summary>{0} what has the type, {1} and {2} the types, {3} the line in the baseline.</summary>
    public static readonly DiagnosticDescriptor ChangedType = new(
        "OAG0107",
        "A type was changed",
        "The type of {0} changed from '{1}' to '{2}'{3}",
        Category,
        DiagnosticSeverity.Warning,
        true
    );

    /// <summary>{0} the member, the parameter or the body, {1} the type or the operation, {2} the line in the baseline.</summary>
    public static readonly DiagnosticDescriptor RequiredInput = new(
        "OAG0108",
        "An input is now required",
        "The {0} of '{1}' is now required{2}",
        Category,
        DiagnosticSeverity.Warning,
        true
    );

    /// <summary>{0} what it is, {1} and {2} the names, {3} the line in the baseline.</summary>
    public static readonly DiagnosticDescriptor Renamed = new(
        "OAG0109",
        "Something was renamed",
        "The {0} '{1}' is now '{2}'{3}",
        Category,
        DiagnosticSeverity.Warning,
        true
    );

    /// <summary>{0} server or credential, {1} its name, {2} the line in the baseline.</summary>
    public static readonly DiagnosticDescriptor RemovedAccess = new(
        "OAG0110",
        "A server or a credential was removed",
        "The {0} '{1}' was removed{2}",
        Category,
        DiagnosticSeverity.Warning,
        true
    );

    /// <summary>{0} the member or the parameter, {1} the type or the operation, {2} the line in the baseline.</summary>
    public static readonly DiagnosticDescriptor MayBeNull = new(
        "OAG0111",
        "A value may now be missing",
        "The {0} of '{1}' may now be null or absent{2}",
        Category,
        DiagnosticSeverity.Warning,
        true
    );

    /// <summary>{0} the type of the case, {1} the union, {2} the line in the baseline.</summary>
    public static readonly DiagnosticDescriptor RemovedCase = new(
        "OAG0112",
        "A case of a union was removed",
        "The case '{0}' of the union '{1}' was removed{2}",
        Category,
        DiagnosticSeverity.Warning,
        true
    );

    /// <summary>{0} the status, {1} the operation, {2} the line in the baseline.</summary>
    public static readonly DiagnosticDescriptor RemovedResponse = new(
        "OAG0113",
        "A response was removed",
        "The response {0} of '{1}' was removed{2}",
        Category,
        DiagnosticSeverity.Warning,
        true
    );

    /// <summary>{0} its name.</summary>
    public static readonly DiagnosticDescriptor AddedType = new(
        "OAG0121",
        "A type was added",
        "The type '{0}' was added",
        Category,
        DiagnosticSeverity.Info,
        true
    );

    /// <summary>{0} the member in JSON, {1} the type.</summary>
    public static readonly DiagnosticDescriptor AddedMember = new(
        "OAG0122",
        "A member was added",
        "The member '{0}' of '{1}' was added",
        Category,
        DiagnosticSeverity.Info,
        true
    );

    /// <summary>{0} the method, {1} HTTP method and path.</summary>
    public static readonly DiagnosticDescriptor AddedOperation = new(
        "OAG0123",
        "An operation was added",
        "The operation '{0}' ({1}) was added",
        Category,
        DiagnosticSeverity.Info,
        true
    );

    /// <summary>{0} the value in JSON, {1} the enum.</summary>
    public static readonly DiagnosticDescriptor AddedEnumValue = new(
        "OAG0124",
        "An enum value was added",
        "The value '{0}' of '{1}' was added",
        Category,
        DiagnosticSeverity.Info,
        true
    );

    /// <summary>{0} the webhook or callback.</summary>
    public static readonly DiagnosticDescriptor AddedEvent = new(
        "OAG0125",
        "An event was added",
        "The event '{0}' was added",
        Category,
        DiagnosticSeverity.Info,
        true
    );

    /// <summary>{0} the parameter or the body, {1} the operation.</summary>
    public static readonly DiagnosticDescriptor AddedParameter = new(
        "OAG0126",
        "A parameter was added",
        "The {0} of '{1}' was added",
        Category,
        DiagnosticSeverity.Info,
        true
    );

    /// <summary>{0} server or credential, {1} its name.</summary>
    public static readonly DiagnosticDescriptor AddedAccess = new(
        "OAG0127",
        "A server or a credential was added",
        "The {0} '{1}' was added",
        Category,
        DiagnosticSeverity.Info,
        true
    );

    /// <summary>{0} the type of the case, {1} the union.</summary>
    public static readonly DiagnosticDescriptor AddedCase = new(
        "OAG0128",
        "A case of a union was added",
        "The case '{0}' of the union '{1}' was added",
        Category,
        DiagnosticSeverity.Info,
        true
    );

    /// <summary>{0} the status, {1} the operation.</summary>
    public static readonly DiagnosticDescriptor AddedResponse = new(
        "OAG0129",
        "A response was added",
        "The response {0} of '{1}' was added",
        Category,
        DiagnosticSeverity.Info,
        true
    );

    /// <summary>{0} the member or the parameter, {1} the type or the operation, {2} how it is now, {3} the line in the baseline.</summary>
    public static readonly DiagnosticDescriptor Obligation = new(
        "OAG0130",
        "A required flag or a default was changed",
        "The {0} of '{1}' is now {2}{3}",
        Category,
        DiagnosticSeverity.Info,
        true
    );

    /// <summary>{0} what it is, {1} its name, {2} the line in the baseline.</summary>
    public static readonly DiagnosticDescriptor NewlyDeprecated = new(
        "OAG0131",
        "Something is now deprecated",
        "The {0} '{1}' is now deprecated{2}",
        Category,
        DiagnosticSeverity.Info,
        true
    );

    /// <summary>{0} where it stands, {1} and {2} the names.</summary>
    public static readonly DiagnosticDescriptor KeptName = new(
        "OAG0132",
        "A name is kept",
        "'{0}' keeps the name '{1}' that it has in the baseline; without a baseline its name would be '{2}'",
        Category,
        DiagnosticSeverity.Info,
        true
    );

    public static readonly DiagnosticDescriptor ChangedOrder = new(
        "OAG0114",
        "What is passed by position stands in another order",
        "The {0} of '{1}' stand in the order {2} now; the order of the baseline is kept, {3}, and changes when the baseline is taken out",
        Category,
        DiagnosticSeverity.Warning,
        true
    );

    internal static DiagnosticDescriptor[] All { get; } =
    [
        UnusableBaseline,
        RemovedType,
        RemovedMember,
        RemovedOperation,
        RemovedEnumValue,
        RemovedEvent,
        RemovedParameter,
        ChangedType,
        RequiredInput,
        Renamed,
        RemovedAccess,
        MayBeNull,
        RemovedCase,
        RemovedResponse,
        ChangedOrder,
        AddedType,
        AddedMember,
        AddedOperation,
        AddedEnumValue,
        AddedEvent,
        AddedParameter,
        AddedAccess,
        AddedCase,
        AddedResponse,
        Obligation,
        NewlyDeprecated,
        KeptName,
    ];
}
