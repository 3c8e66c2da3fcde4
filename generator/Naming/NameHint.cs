using System;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Naming;

/// <summary>Where the name of a type comes from: asked for in the document, or derived from what it belongs to.</summary>
/// <param name="Kind">How strong the claim is: stronger ones get their name first.</param>
/// <param name="Owner">The type it belongs to, whose name it is derived from.</param>
/// <param name="Text">The name, or what is appended to the owner's name.</param>
/// <param name="Compose">For names made of the names of other types, such as those of a union's branches.</param>
internal sealed record NameHint(NameKind Kind, TypeDeclaration? Owner, string Text, Func<string>? Compose = null)
{
    public static NameHint Asked(string name) => new(NameKind.Asked, null, name);

    public static NameHint Component(string key) => new(NameKind.Component, null, key);

    public static NameHint Inline(TypeDeclaration owner, string suffix) => new(NameKind.Inline, owner, suffix);

    public static NameHint Operation(string name) => new(NameKind.Inline, null, name);

    /// <summary>The same place, with a name of its own.</summary>
    public NameHint Titled(string title) =>
        IdentifierCasing.Pascal(title) is var name && Kind == NameKind.Inline ? this with { Text = name, Compose = () => name } : this;

    /// <summary>The same place, one level further in: the item of a list, the value of a map, a branch.</summary>
    public NameHint Inner(string suffix) =>
        this with
        {
            Kind = NameKind.Inline,
            Text = (Kind == NameKind.Component ? IdentifierCasing.Pascal(Text) : Text) + suffix,
            Compose = null,
        };
}

/// <summary>The order in which names are given.</summary>
internal enum NameKind
{
    Asked,
    Component,
    Inline,
}
