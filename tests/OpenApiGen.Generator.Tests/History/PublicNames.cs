using System.Text.RegularExpressions;
using OpenApiGen.Generator.Naming;
using OpenApiGen.Generator.Tests.Infrastructure;

namespace OpenApiGen.Generator.Tests.History;

/// <summary>
/// The public names of generated code, read from its text: <c>Type</c>, <c>Type.Member</c>, and <c>IGroup.Method GET /route</c>. What is
/// there only
/// for the compiler to explain does not count.
/// </summary>
internal static partial class PublicNames
{
    public static HashSet<string> Of(GeneratorRun run) => Of(run, withTypes: false);

    /// <summary>The same, with the types of members, parameters and results.</summary>
    public static HashSet<string> Lines(GeneratorRun run) => Of(run, withTypes: true);

    private static HashSet<string> Of(GeneratorRun run, bool withTypes)
    {
        HashSet<string> names = [];
        foreach (
            string text in run
                .Sources.Where(static s => !s.HintName.Contains("Removed", StringComparison.Ordinal))
                .Select(static s => s.SourceText.ToString())
        )
        {
            string type = "",
                route = "";
            bool isGone = false;
            foreach (string line in text.Split('\n'))
            {
                if (Route().Match(line) is { Success: true } documented)
                    route = documented.Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal);
                if (Type().Match(line) is { Success: true } declared)
                    names.Add(type = declared.Groups[1].Value);
                else if (!isGone && Member().Match(line) is { Success: true } member)
                    names.Add(type + "." + (withTypes ? line.Trim() : member.Groups[1].Value));
                else if (!isGone && Method().Match(line) is { Success: true } method && type.StartsWith('I'))
                    names.Add($"{type}.{(withTypes ? line.Trim() : method.Groups[1].Value)} {route}");
                isGone = line.Contains("error: true)]", StringComparison.Ordinal);
            }
        }

        return names;
    }

    /// <summary>The type of a component and its members.</summary>
    public static IEnumerable<string> OfComponent(HashSet<string> names, string key)
    {
        string type = IdentifierCasing.Pascal(key);
        return names.Where(n => n == type || (n.StartsWith(type + ".", StringComparison.Ordinal) && !Operation().IsMatch(n)));
    }

    [GeneratedRegex(@" (?:GET|PUT|POST|DELETE|PATCH|HEAD) /")]
    private static partial Regex Operation();

    [GeneratedRegex(@"^public (?:static |sealed |readonly |partial )*(?:record|struct|class|interface) (\w+)")]
    private static partial Regex Type();

    [GeneratedRegex(@"^    public (?:required |static )*[\w<>,? \[\]:.]+ (\w+) (?:\{ get|=> (?:new|Converter))")]
    private static partial Regex Member();

    [GeneratedRegex(@"^    (?:Task|IAsyncEnumerable)[\w<>,? \[\]:.]* (\w+)\(")]
    private static partial Regex Method();

    // Alone on its line: descriptions speak of routes, too.
    [GeneratedRegex(@"^ *///(?: <remarks>| <summary>)? ?<c>((?:GET|PUT|POST|DELETE|PATCH|HEAD) /[^<]*)</c>(?:</remarks>|</summary>)?$")]
    private static partial Regex Route();
}
