using System.Globalization;
using System.Text;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Robustness;

/// <summary>A union of more branches than a word has bits keeps the contract of small ones.</summary>
public class LargeUnionTests
{
    private const int Branches = 70;

    [Theory]
    [InlineData("""{"r69":"a"}""", "B69")]
    [InlineData("""{"r0":"a"}""", "B0")]
    [InlineData("""{"r68":"b","o68":"c","r3":"a"}""", "B68")]
    [InlineData("""{"r69":"b","r3":1}""", "B69")]
    [InlineData("\"text\"", "Kind")]
    [InlineData("""{"other":1}""", "UnknownJson")]
    public void The_branch_that_fits_is_found(string json, string type)
    {
        StringBuilder text = new(
            "openapi: 3.1.0\ninfo: {title: Big, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    Kind: {type: string, enum: [a, b]}\n"
        );
        for (int i = 0; i < Branches; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"    B{i}: {{type: object, required: [r{i}], properties: {{r{i}: {{type: string}}, o{i}: {{type: string}}}}}}\n"
            );
        text.Append("    All: {anyOf: [{$ref: '#/components/schemas/Kind'}, ")
            .AppendJoin(", ", Enumerable.Range(0, Branches).Select(static i => $"{{$ref: '#/components/schemas/B{i}'}}"))
            .Append("]}\n");
        using ConsumerAssembly assembly = ConsumerAssembly.Load(
            GeneratorRun.Of(Consumer.Net10CSharp11, new SpecFile("union.yaml", text.ToString(), "Acme")),
            "Acme"
        );

        object union = assembly.Read("All", json)!;

        Assert.Equal(type, union.GetType().GetProperty("Value")!.GetValue(union)!.GetType().Name);
        Assert.Equal(json, assembly.Write("All", union));
        Assert.Equal(union, assembly.Read("All", json));
    }
}
