using System.Globalization;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Microsoft.CodeAnalysis;

namespace OpenApiGen.Generator.Tests.Infrastructure;

/// <summary>
/// What one feature spec gives, as reviewed: its diagnostics and every emitted file, in one text beside the tests.
/// <c>OPENAPIGEN_ACCEPT=1 dotnet test</c> writes what is there now; the review is the diff in git.
/// </summary>
internal static class GoldenFile
{
    private const int ShownChanges = 60;

    private static readonly bool s_accept = Environment.GetEnvironmentVariable("OPENAPIGEN_ACCEPT") == "1";

    public static string PathOf(string name) => Path.Combine(Repository.Goldens, name + ".txt");

    public static IEnumerable<string> Names() =>
        !Directory.Exists(Repository.Goldens)
            ? []
            : Directory
                .EnumerateFiles(Repository.Goldens, "*.txt", SearchOption.AllDirectories)
                .Select(static file => Path.ChangeExtension(Path.GetRelativePath(Repository.Goldens, file), null).Replace('\\', '/'));

    public static string Render(GeneratorRun run)
    {
        StringBuilder text = new();
        foreach (Diagnostic diagnostic in run.Diagnostics)
        {
            FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
            text.Append(
                    CultureInfo.InvariantCulture,
                    $"{diagnostic.Severity} {diagnostic.Id} {place.StartLinePosition.Line + 1}:{place.StartLinePosition.Character + 1} "
                )
                .Append(diagnostic.GetMessage(CultureInfo.InvariantCulture))
                .Append('\n');
        }

        foreach (GeneratedSourceResult source in run.Sources.OrderBy(static s => s.HintName, StringComparer.Ordinal))
        {
            text.Append("\n======== ").Append(source.HintName).Append(" ========\n").Append(source.SourceText);
        }

        return text.ToString();
    }

    public static void AssertMatches(string name, string actual)
    {
        Assert.DoesNotContain('\r', actual);
        string path = PathOf(name);
        string expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (expected == actual)
            return;
        if (s_accept)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        Assert.Fail($"Golden/{name}.txt differs (OPENAPIGEN_ACCEPT=1 dotnet test rewrites it):\n{Difference(expected, actual)}");
    }

    /// <summary>Goldens of specs that are gone would be reviewed for nothing.</summary>
    public static void AssertNoneStale(IEnumerable<string> specs)
    {
        List<string> stale = [.. Names().Except(specs)];
        if (s_accept)
            stale.ForEach(static name => File.Delete(PathOf(name)));
        else
            Assert.True(stale.Count == 0, "Goldens without a spec: " + string.Join(", ", stale));
    }

    private static string Difference(string expected, string actual)
    {
        StringBuilder text = new();
        int shown = 0;
        string heading = "";
        foreach (DiffPiece line in new InlineDiffBuilder(new DiffPlex.Differ()).BuildDiffModel(expected, actual).Lines)
        {
            if (line.Text.StartsWith("======== ", StringComparison.Ordinal))
                heading = line.Text;
            if (line.Type == ChangeType.Unchanged)
                continue;
            if (shown++ == ShownChanges)
                return text.Append("  ...").ToString();
            if (heading.Length > 0)
                text.Append(heading).Append('\n');
            heading = "";
            text.Append(line.Type == ChangeType.Inserted ? "+ " : "- ").Append(line.Text).Append('\n');
        }

        return text.ToString();
    }
}
