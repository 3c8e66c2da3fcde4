using OpenApiGen.Generator.Tests.Infrastructure;

namespace OpenApiGen.Generator.Tests.Emit;

/// <summary>What a caller writes: values go into unions as they are, through unions within, and constants are not written at all.</summary>
public class UnionUseTests
{
    [Fact]
    public void A_union_takes_what_its_branches_take() =>
        AssertCompiles(
            "unions/inner-cases",
            """
            Request request = new() { Model = "gpt-4.1", Either = new Left(5) };
            request = request with { Model = ChatModel.Gpt5, Either = true };
            request = request with { Model = ResponseModel.O1Pro, Either = new Right("text") };
            System.Console.WriteLine(request);
            """
        );

    [Fact]
    public void No_member_of_one_value_is_set_by_hand() =>
        AssertCompiles(
            "unions/discriminator-nested",
            """
            Input input = new EasyMessage { Role = EasyMessageRole.User, Content = "hi" };
            input = new OutputMessage { Id = "1", Content = new[] { "hi" } };
            input = new Call { Name = "f" };
            System.Console.WriteLine(input);
            """
        );

    private static void AssertCompiles(string feature, string code)
    {
        foreach (Consumer consumer in (Consumer[])[Consumer.Net10CSharp11, Consumer.Net10Latest])
        {
            GeneratorRun run = new FeatureSpec(feature).Run(consumer);
            string file = $$"""
                namespace {{FeatureSpec.Namespace}};

                internal static class Caller
                {
                    internal static void Call()
                    {
                        {{code}}
                    }
                }
                """;
            CleanCompilation.AssertNone(
                run,
                run.Output.AddSyntaxTrees(consumer.Parse(file, "Caller.cs"))
                    .GetDiagnostics(TestContext.Current.CancellationToken)
                    .Where(static d => d.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning && !d.IsSuppressed)
            );
        }
    }
}
