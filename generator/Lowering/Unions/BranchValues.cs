using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.OpenApi;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Unions;

/// <summary>
/// The text by which a branch without a title is known on the wire: that of a member that has one value in it, and another in each branch
/// that
/// has the member. A name made of it stays with the branch, wherever it stands.
/// </summary>
internal static class BranchValues
{
    /// <summary>With more branches they are numbered: each is compared with all others.</summary>
    private const int Most = 64;

    public static string? Of(
        SchemaLowering lowering,
        IOpenApiSchema union,
        IOpenApiSchema schema,
        List<(IOpenApiSchema Schema, SpecPointer Place)> branches
    )
    {
        if (branches.Count > Most || schema.Properties is not { Count: > 0 } members)
            return null;
        (IOpenApiSchema Schema, SpecPointer Place) own = branches.Find(b => ReferenceEquals(b.Schema, schema));
        string? discriminator = union.Discriminator?.PropertyName;
        foreach (string name in members.Keys.OrderBy(n => n == discriminator ? 0 : 1).ThenBy(static n => n, StringComparer.Ordinal))
        {
            if (Value(lowering, own, name) is { } value && branches.Count(b => Value(lowering, b, name) == value) == 1)
                return value;
        }

        return null;
    }

    private static string? Value(SchemaLowering lowering, (IOpenApiSchema Schema, SpecPointer Place) branch, string name) =>
        branch.Schema?.Properties is { } members
        && members.TryGetValue(name, out IOpenApiSchema? member)
        && member is not null
        && OneValue.Of(lowering, member, branch.Place["properties"][name]) is { Value: var only }
            ? SchemaFacts.StringValue(only)
            : null;
}
