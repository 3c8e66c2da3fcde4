using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Robustness;

/// <summary>
/// A union in a branch of a union: three branches that look the same until their last member is read, each with the union in it. The time
/// to choose
/// is that of one level times the levels, not three to the power of them.
/// </summary>
public class NestedUnionTests
{
    private const int Deep = 50;

    private const string Text = """
        openapi: 3.1.0
        info: {title: Nested, version: '1'}
        paths: {}
        components:
          schemas:
            U: {anyOf: [{$ref: '#/components/schemas/UA'}, {$ref: '#/components/schemas/UB'}, {$ref: '#/components/schemas/UC'}]}
            UA: {type: object, required: [x, p], properties: {x: {$ref: '#/components/schemas/U'}, t: {$ref: '#/components/schemas/T'}, p: {type: integer}}}
            UB: {type: object, required: [x, p], properties: {x: {$ref: '#/components/schemas/U'}, t: {$ref: '#/components/schemas/T'}, p: {type: boolean}}}
            UC: {type: object, required: [x, p], properties: {x: {$ref: '#/components/schemas/U'}, t: {$ref: '#/components/schemas/T'}, p: {type: string, format: uuid}}}
            T: {anyOf: [{type: string, format: date-time}, {type: integer}]}
        """;

    [Theory]
    [InlineData("1", "Ua")]
    [InlineData("true", "Ub")]
    [InlineData("\"1b4e28ba-2fa1-11d2-883f-0016d3cca427\"", "Uc")]
    [InlineData("[]", "UnknownJson")]
    public void The_time_does_not_multiply_with_each_level(string last, string type)
    {
        using ConsumerAssembly assembly = ConsumerAssembly.Load(
            GeneratorRun.Of(Consumer.Net10CSharp11, new SpecFile("union.yaml", Text, "Acme")),
            "Acme"
        );

        // A time whose spelling is not the usual one, so that the text is read in both ways.
        string json =
            string.Concat(Enumerable.Repeat("{\"x\":", Deep))
            + "{}"
            + string.Concat(Enumerable.Repeat($",\"t\":\"2026-01-02T03:04:05.000Z\",\"p\":{last}}}", Deep));
        Stopwatch watch = Stopwatch.StartNew();
        object union = assembly.Read("U", json)!;

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed.TotalSeconds:F1} s");
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(assembly.Write("U", union))),
            "What was written is not what was read."
        );
        object? value = Value(union);
        Assert.Equal(type, value!.GetType().Name);
        for (int level = 1; level < Deep && type != "UnknownJson"; level++)
        {
            value = Value(value!.GetType().GetProperty("X")!.GetValue(value)!);
            Assert.Equal(type, value!.GetType().Name);
        }
    }

    [Fact]
    public void Each_level_is_the_branch_that_it_says()
    {
        using ConsumerAssembly assembly = ConsumerAssembly.Load(
            GeneratorRun.Of(Consumer.Net10CSharp11, new SpecFile("union.yaml", Text, "Acme")),
            "Acme"
        );
        string[] ends = ["1", "true", "\"1b4e28ba-2fa1-11d2-883f-0016d3cca427\"", "[]"];
        string[] types = ["Ua", "Ub", "Uc", "UnknownJson"];
        Random random = new(1);
        for (int n = 0; n < 50; n++)
        {
            int[] levels = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Next(4))];
            string json =
                string.Concat(levels.Select(static _ => "{\"x\":"))
                + "{}"
                + string.Concat(levels.Reverse().Select(l => $",\"p\":{ends[l]}}}"));
            object? value = Value(assembly.Read("U", json)!);
            foreach (int level in levels)
            {
                Assert.Equal(types[level], value!.GetType().Name);
                if (level == 3)
                    break;
                value = Value(value.GetType().GetProperty("X")!.GetValue(value)!);
            }

            Assert.Equal(json, assembly.Write("U", assembly.Read("U", json)));
        }
    }

    [Fact]
    public void Nesting_beyond_what_a_reader_takes_is_an_exception_with_its_path()
    {
        using ConsumerAssembly assembly = ConsumerAssembly.Load(
            GeneratorRun.Of(Consumer.Net10CSharp11, new SpecFile("union.yaml", Text, "Acme")),
            "Acme"
        );
        string json = string.Concat(Enumerable.Repeat("{\"x\":", 100_000)) + "{}" + string.Concat(Enumerable.Repeat(",\"p\":[]}", 100_000));

        Exception? thrown = Record.Exception(() => assembly.Read("U", json));
        JsonException failure = Assert.IsType<JsonException>(
            (thrown as TargetInvocationException)?.InnerException ?? thrown,
            exactMatch: false
        );

        Assert.StartsWith("$.x.x", failure.Path, StringComparison.Ordinal);
    }

    private static object? Value(object union) => union.GetType().GetProperty("Value")!.GetValue(union);
}
