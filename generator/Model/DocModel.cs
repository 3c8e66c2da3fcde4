namespace OpenApiGen.Generator.Model;

/// <summary>XML documentation, already converted and escaped: lines separated by <c>\n</c>, empty where there is none.</summary>
/// <param name="Summary">The content of <c>summary</c>.</param>
/// <param name="Remarks">The content of <c>remarks</c>.</param>
internal sealed record DocModel(string Summary, string Remarks = "")
{
    public static DocModel None { get; } = new("");
}

/// <summary>An <c>[Obsolete]</c> to emit.</summary>
/// <param name="Message">The reason, the replacement and the removal date as far as the document gives them.</param>
/// <param name="Id">OAG9001 type, OAG9002 property, OAG9003 operation, OAG9004 parameter, OAG9005 enum value; null for what is no more: any
/// use is an error.</param>
internal sealed record ObsoleteModel(string Message, string? Id);
