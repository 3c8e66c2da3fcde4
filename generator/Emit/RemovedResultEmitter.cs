using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>A result type that is no more, or the outcomes that one has no more.</summary>
internal static class RemovedResultEmitter
{
    public static void Emit(RemovedResultModel model, SourceWriter w)
    {
        string name = model.Result.Name;
        if (model.IsWhole)
            w.Removed(model.Message);
        using (w.Open(model.IsWhole ? $"{w.Access} sealed partial class {name}" : $"partial class {name}"))
        {
            if (model.IsWhole)
                w.Lines("public int StatusCode => 0;");
            if (model.ConvertsFrom is { } from)
                w.Lines($"public static implicit operator {name}({from} value) => null!;");
            foreach (OutcomeModel outcome in model.IsWhole ? model.Result.Outcomes : model.Missing)
                Outcome(model, outcome, w);
            if (model.HasMatch)
            {
                Explain(model, w);
                string functions = string.Join(
                    ", ",
                    model.Result.Outcomes.Select(static o =>
                        $"§Func<{(o.Type is { } type ? type.CSharp + ", " : "")}TResult> {o.ParameterName}"
                    )
                );
                w.Lines($"public TResult Match<TResult>({functions}) => default!;");
            }
        }

        w.Blank();
    }

    private static void Outcome(RemovedResultModel model, OutcomeModel outcome, SourceWriter w)
    {
        Explain(model, w);
        w.Lines(
            outcome.Type is { } type
                ? $"public {type.WithNullable(true).CSharp} {outcome.Name} => default;"
                : $"public bool Is{outcome.Name} => false;"
        );
        Explain(model, w);
        w.Lines(
            $"public static {model.Result.Name} From{outcome.Name}({(outcome.Type is { } body ? body.CSharp + " body" : "")}) => null!;"
        );
    }

    private static void Explain(RemovedResultModel model, SourceWriter w)
    {
        if (!model.IsWhole)
            w.Removed(model.Message);
    }
}
