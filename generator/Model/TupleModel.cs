namespace OpenApiGen.Generator.Model;

/// <summary>An array whose first items have schemas of their own.</summary>
/// <param name="Items">Those items; their wire names say nothing.</param>
/// <param name="Required">How many of them must be there.</param>
/// <param name="RestName">The C# name of the property that keeps the items after them.</param>
/// <param name="RestType">The type of those.</param>
internal sealed record TupleModel(
    string Name,
    DocModel Docs,
    ObsoleteModel? Obsolete,
    EquatableArray<PropertyModel> Items,
    int Required,
    string RestName,
    TypeRef RestType
) : TypeModel(Name, Docs, Obsolete);
