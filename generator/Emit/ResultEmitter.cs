using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>
/// The result of an operation whose successes differ: a property for each that has a body, a question for each that has none.
/// </summary>
internal static class ResultEmitter
{
    public static void Emit(ResultModel model, SourceWriter w)
    {
        w.Docs(model.Docs);
        using (w.Open($"{w.Access} sealed partial class {model.Name}"))
        {
            w.Lines(
                $$"""
                private readonly object? _body;

                private {{model.Name}}(int statusCode, object? body)
                {
                    StatusCode = statusCode;
                    _body = body;
                }

                /// <summary>The status of the response.</summary>
                public int StatusCode { get; }
                """
            );
            foreach (OutcomeModel outcome in model.Outcomes)
                Outcome(model, outcome, w);
            w.Blank();
            Match(model, w);
        }
    }

    private static void Outcome(ResultModel model, OutcomeModel outcome, SourceWriter w)
    {
        w.Blank();
        if (outcome.Type is not { } type)
        {
            w.Docs("summary", $"Whether the response was {outcome.Status}, which has no body.");
            w.Lines($"public bool Is{outcome.Name} => StatusCode == {outcome.Status};");
            w.Docs("summary", $"The response {outcome.Status}, for tests and fakes.");
            w.Lines($"public static {model.Name} From{outcome.Name}() => new({outcome.Status}, null);");
            return;
        }

        w.Docs("summary", $"The body of the response {outcome.Status}; null when it was another.");
        w.Lines(
            $"public {type.WithNullable(true).CSharp} {outcome.Name} => StatusCode == {outcome.Status} ? ({type.WithNullable(true).CSharp})_body : null;"
        );
        w.Docs("summary", $"The response {outcome.Status}, for tests and fakes.");
        w.Lines($"public static {model.Name} From{outcome.Name}({type.CSharp} body) => new({outcome.Status}, body);");
    }

    private static void Match(ResultModel model, SourceWriter w)
    {
        string functions = string.Join(
            ", ",
            model.Outcomes.Select(static o => $"§Func<{(o.Type is { } type ? type.CSharp + ", " : "")}TResult> {o.ParameterName}")
        );
        w.Docs("summary", "Calls the function of the response that it was.");
        using (w.Open($"public TResult Match<TResult>({functions})"))
        using (w.Open("switch (StatusCode)"))
        {
            for (int i = 0; i < model.Outcomes.Length; i++)
            {
                OutcomeModel outcome = model.Outcomes[i];
                string label = i == model.Outcomes.Length - 1 ? "default:" : $"case {outcome.Status}:";
                w.Lines($"{label} return {outcome.ParameterName}({(outcome.Type is { } type ? $"({type.CSharp})_body!" : "")});");
            }
        }
    }
}
