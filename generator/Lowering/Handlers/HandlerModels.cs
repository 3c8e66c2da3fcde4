using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Lowering.Handlers;

/// <summary>Operations with settled type names to what handles them.</summary>
internal sealed class HandlerModels(WireShapes shapes)
{
    private static readonly string[] s_locals = ["request", "handler", "context", "cancellationToken", "server"];

    public HandlerOperationModel Of(OperationDeclaration operation)
    {
        NameScope names = new(s_locals);
        List<HandlerBodyModel> bodies = Bodies(operation, names);
        EquatableArray<ParameterModel> parameters = OperationModels.Parameters(operation, names);
        return new HandlerOperationModel(
            operation.Name,
            Literals.String(operation.Method),
            Literals.String(operation.Template),
            OperationModels.Docs(operation),
            parameters.Select((p, i) => new HandlerParameterModel(p, shapes.Of(operation.Parameters[i].Use.Shape))).ToEquatableArray(),
            bodies.ToEquatableArray(),
            AnswerModels.Of(operation),
            Refusal(operation),
            Others(operation)
        );
    }

    /// <summary>What the description itself says about bad input: 422 where that is there and 400 is not.</summary>
    private static int Refusal(OperationDeclaration operation) =>
        operation.Responses.Exists(static r => r.Status == 422) && !operation.Responses.Exists(static r => r.Status == 400) ? 422 : 400;

    private static EquatableArray<string> Others(OperationDeclaration operation)
    {
        ParameterDeclaration[] query = [.. operation.Parameters.Where(static p => p.Place == ParameterPlace.Query)];
        bool isSpread = query.Any(static p => p is { IsJson: false, Parameter.Explode: true } && MayBeObject(p.Use.Shape));
        return isSpread ? query.Select(static p => Literals.String(p.Parameter.Name!)).ToEquatableArray() : default;
    }

    private static bool MayBeObject(Shape shape) =>
        shape switch
        {
            DeclaredShape { Declaration: UnionDeclaration union } => union.Branches.Exists(static b =>
                b.Use.Shape is MapShape or JsonShape or DeclaredShape { Declaration: RecordDeclaration or UnionDeclaration }
            ),
            DeclaredShape { Declaration: var declaration } => declaration is RecordDeclaration,
            _ => shape is MapShape or JsonShape,
        };

    private List<HandlerBodyModel> Bodies(OperationDeclaration operation, NameScope names)
    {
        List<HandlerBodyModel> models = [];
        if (operation.Bodies.Count == 0)
            return models;
        string name = names.Give("body", "Value");
        foreach (BodyDeclaration body in operation.Bodies)
        {
            TypeRef item = body.Use is { } use
                ? TypeModels.Ref(use.Shape is JsonShape ? use with { Nullable = false } : use)
                : TypeModels.Ref(new SchemaUse(new PrimitiveShape(Primitive.File), false));
            TypeRef type =
                body.Form == BodyForm.Lines ? TypeRef.List(item, false) with { Name = $"§IAsyncEnumerable<{item.CSharp}>" } : item;
            BodyVariant[] variants = [new BodyVariant(body.Form, body.MediaType, body.Encodings), .. body.Others];
            if (models.FindIndex(m => m.Type.Name == type.Name) is >= 0 and var known)
            {
                models[known] = models[known] with
                {
                    Variants = models[known].Variants.Concat(variants.Select(Media)).ToEquatableArray(),
                    Shape = models[known].Shape.Length == 0 && IsForm(variants) ? shapes.Of(body.Use!.Value.Shape) : models[known].Shape,
                };
                continue;
            }

            bool isRequired = operation.Bodies[0].IsRequired;
            models.Add(
                new HandlerBodyModel(
                    name,
                    isRequired ? type : type.WithNullable(true),
                    body.Form == BodyForm.Lines || isRequired ? item : item.WithNullable(true),
                    isRequired,
                    IsForm(variants) ? shapes.Of(body.Use!.Value.Shape) : "",
                    variants.Select(Media).ToEquatableArray(),
                    DocText.Text(body.Description)
                )
            );
        }

        return models;
    }

    private static bool IsForm(BodyVariant[] variants) => variants.Any(static v => v.Form is BodyForm.Form or BodyForm.Multipart);

    private static HandlerMediaModel Media(BodyVariant variant) =>
        new(variant.Form == BodyForm.Content ? BodyForm.File : variant.Form, Literals.String(variant.MediaType), variant.Encodings);
}
