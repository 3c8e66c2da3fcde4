using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>Members that a type has no more, as another part of it: no field, no bit, no name on the wire.</summary>
internal static class RemovedMembersEmitter
{
    public static void Emit(RemovedMembersModel model, SourceWriter w)
    {
        using (w.Open(model.IsRecord ? $"partial record {model.TypeName}" : $"partial struct {model.TypeName}"))
        {
            foreach (RemovedPropertyModel property in model.Properties)
            {
                w.Removed(property.Message);
                w.Lines($$"""public {{property.Type}} {{property.Name}} { get => default!; init { } }""");
            }

            foreach (EnumValueModel value in model.Values)
            {
                w.Obsolete(value.Obsolete);
                w.Lines($"public static {model.TypeName} {value.Name} => default!;");
            }

            // A compiler that knows unions counts constructors as cases.
            foreach (RemovedCaseModel gone in model.Cases)
                RemovedTypeEmitter.Case(
                    model.TypeName,
                    gone.Case.Type,
                    gone.HasConversion,
                    !w.Context.Capabilities.HasUnions,
                    gone.Message,
                    w
                );
            if (!model.Match.IsEmpty)
            {
                w.Removed(model.MatchMessage);
                w.Lines($"public TResult Match<TResult>({RemovedTypeEmitter.Functions(model.Match)}) => default!;");
            }
        }

        w.Blank();
    }
}
