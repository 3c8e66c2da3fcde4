using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>
/// Bodies with settled type names to the model that is emitted. Each way to give the body is an overload, so all have one parameter name.
/// </summary>
internal static class BodyModels
{
    public static EquatableArray<BodyModel> Of(IReadOnlyList<BodyDeclaration> bodies, NameScope names)
    {
        if (bodies.Count == 0)
            return default;
        string name = names.Give(bodies[0].Use is null ? "content" : "body", "Value");
        List<BodyModel> models = [];
        foreach (BodyDeclaration body in bodies)
        {
            foreach (TypeRef type in Types(body))
            {
                if (models.Any(m => m.Type.Name == type.Name))
                    continue;
                models.Add(
                    new BodyModel(
                        name,
                        body.Form,
                        type,
                        body.Form == BodyForm.Lines ? Item(body) : type,
                        body.IsRequired || models.Count > 0,
                        Literals.String(body.MediaType),
                        body.Encodings,
                        DocText.Text(body.Description)
                    )
                );
            }
        }

        return models.ToEquatableArray();
    }

    private static IEnumerable<TypeRef> Types(BodyDeclaration body)
    {
        if (body.Use is not { } use)
            return [new TypeRef(TypeKind.Json, "§HttpContent", false, false)];
        if (body.Form != BodyForm.Lines)
            return [TypeModels.Ref(use.Shape is JsonShape ? use with { Nullable = false } : use)];
        TypeRef item = Item(body);
        return [TypeRef.List(item, false) with { Name = $"§IAsyncEnumerable<{item.CSharp}>" }, TypeRef.List(item, false)];
    }

    private static TypeRef Item(BodyDeclaration body) => TypeModels.Ref(body.Use!.Value);
}
