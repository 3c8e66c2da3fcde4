using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using OpenApiGen.Generator.Lowering;
using OpenApiGen.Generator.Lowering.Operations;

namespace OpenApiGen.Generator.Baseline;

/// <summary>
/// What the compiler says of a name that is no more: since which version, what to use, and what the description said of it before it went.
/// </summary>
internal sealed class RemovalTexts(string? version)
{
    private const int Longest = 400;

    private readonly string _in = version is { Length: > 0 and <= 40 } ? " in " + version : "";

    /// <param name="replacement">The C# name to use instead, where one is known.</param>
    /// <param name="reason">What the deprecation of it said, where it was deprecated.</param>
    public string Removed(string? replacement, string? reason)
    {
        string? said = Deprecation.WithoutDate(reason);
        string text = (replacement, said) switch
        {
            ({ } use, null) => $"Removed{_in}: use {use}.",
            ({ } use, { } why) => $"Removed{_in}: use {use}. {why}",
            (null, { } why) => $"Removed{_in}: {why}",
            _ => $"Removed{_in}; the description names no replacement.",
        };
        return Cut(text);
    }

    public string Renamed(string replacement) => Cut($"Renamed{_in}: use {replacement}.");

    /// <param name="notes">The changes, as parts of a sentence.</param>
    public string Changed(IReadOnlyList<string> notes) =>
        Cut($"Changed{_in}: {(notes.Count == 0 ? "its parameters are others" : string.Join("; ", notes))}.");

    /// <summary>What the deprecation of a parameter said, in brackets.</summary>
    public static string Reason(ParameterDeclaration parameter) =>
        parameter.Parameter.Deprecated
        && Deprecation.WithoutDate(Deprecation.Message(parameter.Parameter.Extensions, parameter.Parameter.Description)) is { } reason
            ? " (" + reason.TrimEnd('.') + ")"
            : "";

    /// <summary>The names in backticks that a deprecation speaks of, such as <c>use `provider` instead</c>.</summary>
    public static IEnumerable<string> Mentioned(string? reason) =>
        reason is null
            ? []
            : Regex.Matches(reason, "`([^`]{1,80})`", RegexOptions.CultureInvariant).Cast<Match>().Select(static m => m.Groups[1].Value);

    private static string Cut(string text) =>
        text.Length <= Longest ? text : text.Substring(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest) + "…";
}
