using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Lowering.Handlers;

/// <summary>
/// What the text of parameters and of fields of forms can be: a server has the text alone, and needs the types that a client has. Those of
/// records and unions
/// are kept by name, since they refer to each other in circles.
/// </summary>
/// <param name="name">The class that keeps them.</param>
internal sealed class WireShapes(string name)
{
    private readonly Dictionary<TypeDeclaration, string> _known = [];
    private readonly List<TypeDeclaration> _order = [];

    /// <summary>All that were asked for, with those that they are made of.</summary>
    public EquatableArray<WireShapeModel> Models()
    {
        List<WireShapeModel> models = [];
        for (int i = 0; i < _order.Count; i++)
            models.Add(new WireShapeModel("Of" + _order[i].Name, Declared(_order[i])));
        return models.ToEquatableArray();
    }

    /// <summary>A C# expression.</summary>
    /// <param name="shape">The type.</param>
    /// <param name="isInside">Whether it stands in the class that keeps the shapes, where what it refers to may not be there yet.</param>
    public string Of(Shape shape, bool isInside = false) =>
        shape switch
        {
            PrimitiveShape { Primitive: var primitive } when primitive == Primitive.File => "§WireShape.File",
            PrimitiveShape { Primitive.Token: PrimitiveToken.String } => "§WireShape.Text",
            PrimitiveShape { Primitive.Token: PrimitiveToken.Boolean } => "§WireShape.Boolean",
            PrimitiveShape => "§WireShape.Number",
            ListShape list => $"§WireShape.List({Of(list.Item.Shape, isInside)})",
            MapShape map => $"§WireShape.Map({Of(map.Value.Shape, isInside)})",
            DeclaredShape { Declaration: EnumDeclaration { Underlying: "string" } } => "§WireShape.Text",
            DeclaredShape { Declaration: EnumDeclaration } => "§WireShape.Number",
            DeclaredShape { Declaration: RecordDeclaration or UnionDeclaration } declared => Kept(declared.Declaration, isInside),
            DeclaredShape => "§WireShape.List(§WireShape.Any)",
            _ => "§WireShape.Any",
        };

    private string Kept(TypeDeclaration declaration, bool isInside)
    {
        if (!_known.TryGetValue(declaration, out string? own))
        {
            _known.Add(declaration, own = "Of" + declaration.Name);
            _order.Add(declaration);
        }

        return isInside ? $"§WireShape.Later(static () => {own}!)" : $"{name}.{own}";
    }

    private string Declared(TypeDeclaration declaration)
    {
        if (declaration is UnionDeclaration union)
            return $"§WireShape.Either({string.Join(", ", union.Branches.Select(b => Of(b.Use.Shape, true)).Distinct())})";
        RecordDeclaration record = (RecordDeclaration)declaration;
        List<string> parts = [record.Extra is { } extra ? Of(extra.Shape, true) : "§WireShape.Any"];
        HashSet<string> names = [];
        foreach (MemberDeclaration member in record.Members.Concat(record.Hierarchy?.Derived.SelectMany(static d => d.Members) ?? []))
        {
            if (names.Add(member.WireName))
                parts.Add($"({Literals.String(member.WireName)}, {Of(member.Use.Shape, true)})");
        }

        return $"§WireShape.Object({string.Join(", ", parts)})";
    }
}
