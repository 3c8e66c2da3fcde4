using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Robustness;

/// <summary>
/// What a short document can ask for by merging and by referring: objects in themselves, chains, unions of unions. Each on a stack of 256
/// KB, within a time,
/// and within memory that follows from the size of the document.
/// </summary>
public class MergingTests
{
    private const int Seconds = 90;

    private const long MaxBytes = 2_000_000_000;

    private const string Head = "openapi: 3.1.0\ninfo: {title: Merging, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n";

    [Theory]
    [InlineData("child: {allOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {extra: {type: string}}}]}", 2)]
    [InlineData("all: {type: array, items: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}}", 3)]
    [InlineData(
        "all: {type: object, additionalProperties: {anyOf: [{allOf: [{$ref: '#/components/schemas/A'}, {properties: {x: {type: string}}}]}, {type: string}]}}",
        3
    )]
    [InlineData(
        "one: {allOf: [{$ref: '#/components/schemas/A'}], oneOf: [{properties: {x: {type: string}}}, {properties: {x: {type: integer}}}]}",
        3
    )]
    public void An_object_in_itself_and_something_more_is_one_type(string member, int most)
    {
        GeneratorRun run = Run(
            Head + $"    A: {{type: object, properties: {{{member}}}}}\n    B: {{type: object, properties: {{{member}}}}}\n"
        );
        Assert.InRange(run.Sources.Sum(static s => Count(s.SourceText.ToString(), "sealed class Converter")), 2, 2 * most);
        HostileRun.AssertCompiles(run);
    }

    [Theory]
    [InlineData("{{$ref: '#/components/schemas/S{0}'}}")]
    [InlineData("{{allOf: [{{$ref: '#/components/schemas/S{0}'}}]}}")]
    [InlineData("{{type: object, description: More., allOf: [{{$ref: '#/components/schemas/S{0}'}}]}}")]
    [InlineData("{{anyOf: [{{$ref: '#/components/schemas/S{0}'}}]}}")]
    [InlineData("{{oneOf: [{{$ref: '#/components/schemas/S{0}'}}, {{type: 'null'}}]}}")]
    [InlineData("{{anyOf: [{{$ref: '#/components/schemas/S{0}'}}, {{type: string}}]}}")]
    [InlineData("{{type: array, items: {{$ref: '#/components/schemas/S{0}'}}}}")]
    [InlineData("{{type: object, additionalProperties: {{$ref: '#/components/schemas/S{0}'}}}}")]
    public void A_chain_of_5000_components_is_followed(string link)
    {
        GeneratorRun run = Run(Chain(link, 5000));
        Assert.DoesNotContain(run.Diagnostics, static d => d.Severity == DiagnosticSeverity.Error);
        Assert.Contains(run.Sources, static s => s.HintName.Contains("End", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{{anyOf: [{{$ref: '#/components/schemas/S{0}'}}, {{type: string}}]}}")]
    [InlineData("{{type: array, items: {{$ref: '#/components/schemas/S{0}'}}}}")]
    [InlineData("{{allOf: [{{$ref: '#/components/schemas/S{0}'}}]}}")]
    [InlineData("{{$ref: '#/components/schemas/S{0}'}}")]
    public void A_ring_of_components_comes_to_an_end(string link)
    {
        HostileRun.AssertCompiles(Run(Ring(link, 100)));
        Run(Ring(link, 5000));
    }

    private static string Ring(string link, int length)
    {
        StringBuilder text = new(Head);
        for (int i = 0; i < length; i++)
            text.Append(CultureInfo.InvariantCulture, $"    S{i}: ")
                .AppendFormat(CultureInfo.InvariantCulture, link, (i + 1) % length)
                .Append('\n');
        return text.ToString();
    }

    [Fact]
    public void A_chain_of_objects_that_each_add_a_member_is_told_when_it_is_too_much()
    {
        GeneratorRun run = Run(Chain("{{allOf: [{{$ref: '#/components/schemas/S{0}'}}], properties: {{m{0}: {{type: string}}}}}}", 5000));
        Diagnostic told = Assert.Single(run.Diagnostics);
        Assert.Equal("OAG0011", told.Id);
        // The first object has the members of all others.
        Assert.Equal(5, told.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Contains("MaxMembers", told.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_of_inline_objects_through_components_is_linear()
    {
        StringBuilder text = new(Head);
        for (int i = 0; i < 3000; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"    S{i}: {{type: object, properties: {{next: {{allOf: [{{$ref: '#/components/schemas/S{(i + 1) % 3000}'}}, {{properties: {{x: {{type: string}}}}}}]}}}}}}\n"
            );
        GeneratorRun run = Run(text.ToString());
        Assert.Empty(run.Diagnostics);
        // Named after the component it is in, not after the way to it.
        Assert.Contains(
            "record S2999Next",
            string.Concat(run.Sources.Select(static s => s.SourceText.ToString())),
            StringComparison.Ordinal
        );
        Assert.True(run.Sources.Sum(static s => (long)s.SourceText.Length) < 60_000_000);
    }

    [Fact]
    public void Unions_of_unions_are_planned_once_each()
    {
        StringBuilder text = new(Head);
        for (int i = 0; i < 40; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"    U{i}: {{anyOf: [{{$ref: '#/components/schemas/U{i + 1}'}}, {{$ref: '#/components/schemas/U{i + 2}'}}, {{$ref: '#/components/schemas/U{i + 3}'}}, {{type: object, properties: {{p{i}: {{type: string}}}}}}]}}\n"
            );
        for (int i = 40; i < 43; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"    U{i}: {{type: object, required: [r{i}], properties: {{r{i}: {{type: integer}}}}}}\n"
            );
        text.Append(
            "    Holder: {type: object, properties: {u: {default: {a: [{}]}, anyOf: [{$ref: '#/components/schemas/U0'}, {$ref: '#/components/schemas/U1'}]}}}\n"
        );
        HostileRun.AssertCompiles(Run(text.ToString()));
    }

    [Fact]
    public void A_default_of_unions_that_lead_to_each_other_is_decided()
    {
        const string Text =
            Head
            + "    U: {anyOf: [{$ref: '#/components/schemas/V'}, {type: integer}]}\n    V: {anyOf: [{$ref: '#/components/schemas/U'}, {type: boolean}]}\n"
            + "    Holder: {type: object, properties: {u: {default: text, allOf: [{$ref: '#/components/schemas/U'}]}, v: {default: {a: 1}, anyOf: [{$ref: '#/components/schemas/V'}, {type: array, items: {$ref: '#/components/schemas/U'}}]}}}\n";
        HostileRun.AssertCompiles(Run(Text));
    }

    [Fact]
    public void A_hierarchy_of_3000_levels_ends()
    {
        StringBuilder text = new(Head);
        text.Append("    S0: {type: object, required: [kind], discriminator: {propertyName: kind}, properties: {kind: {type: string}}}\n");
        for (int i = 1; i < 3000; i++)
            text.Append(CultureInfo.InvariantCulture, $"    S{i}: {{allOf: [{{$ref: '#/components/schemas/S{i - 1}'}}]}}\n");
        Run(text.ToString());
    }

    private static string Chain(string link, int length)
    {
        StringBuilder text = new(Head);
        for (int i = 0; i < length; i++)
            text.Append(CultureInfo.InvariantCulture, $"    S{i}: ").AppendFormat(CultureInfo.InvariantCulture, link, i + 1).Append('\n');
        return text.Append(
                CultureInfo.InvariantCulture,
                $"    S{length}: {{type: object, properties: {{end: {{type: string, enum: [End]}}}}}}\n    End: {{type: object, properties: {{start: {{$ref: '#/components/schemas/S0'}}}}}}\n"
            )
            .ToString();
    }

    private static GeneratorRun Run(string text)
    {
        long before = GC.GetTotalMemory(forceFullCollection: false);
        GeneratorRun run = HostileRun.OnSmallStack(new SpecFile("merging.yaml", text, "Acme"), Seconds);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: false) - before, long.MinValue, MaxBytes);
        return run;
    }

    private static int Count(string text, string part) =>
        (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;
}
