using OpenApiGen.Generator.Tests.Infrastructure;
using Xunit;

namespace OpenApiGen.Generator.Tests.Text;

/// <summary>
/// The YAML test suite: each text is read as the events and the JSON that the suite gives, or refused. What is read otherwise is on a
/// list with its reason, one line each, and nothing is on that list that is read as the suite says.
/// </summary>
public class YamlSuiteTests
{
    private static readonly string s_list = Path.Combine(Repository.TestProject, "Text", "yaml-test-suite.txt");

    [Fact]
    public void Every_text_is_read_as_the_suite_says_or_listed_with_a_reason()
    {
        Dictionary<string, string> faults = [];
        int count = 0;
        foreach (
            YamlSuiteCase one in Directory
                .EnumerateFiles(SharedFiles.YamlSuite(), "*.yaml")
                .Order(StringComparer.Ordinal)
                .SelectMany(YamlSuiteCase.ReadAll)
        )
        {
            count++;
            if (one.Fault() is { } fault)
                faults.Add(one.Id, fault);
        }

        List<string[]> listed =
        [
            .. File.ReadLines(s_list).Where(static line => !line.StartsWith('#')).Select(static line => line.Split(": ", 3)),
        ];
        Assert.All(listed, static line => Assert.Equal(3, line.Length));
        Assert.Equal(
            listed.Select(static line => line[0] + ": " + line[1]),
            faults.Select(static fault => fault.Key + ": " + fault.Value.Split(':')[0])
        );
        Assert.True(count > 400, $"Only {count} texts were found.");
    }
}
