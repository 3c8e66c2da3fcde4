using OpenApiGen.Generator.Lowering.Paging;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Configuration;

/// <summary>What the project says about one description: item metadata with defaults filled in.</summary>
/// <param name="Namespace">The namespace of the emitted code.</param>
/// <param name="ClientName">The class name of the root client.</param>
/// <param name="HintPrefix">What the names of the generated files begin with; unique in the project.</param>
internal sealed record SpecOptions(string Namespace, string ClientName, string HintPrefix)
{
    /// <summary>What the project says about paging.</summary>
    public PagingHint Paging { get; init; } = PagingHint.None;

    /// <summary>Which operations are generated.</summary>
    public SpecFilter Filter { get; init; } = SpecFilter.None;

    /// <summary>What the project wants formats to be; the last entry for a format counts.</summary>
    public EquatableArray<FormatMapping> Formats { get; init; }

    public IntegerType Integer { get; init; }

    public CollectionType Collections { get; init; }

    public EnumStyle EnumStyle { get; init; }

    public GeneratedCode Generate { get; init; } = GeneratedCode.Client;

    public bool HasClient => (Generate & GeneratedCode.Client) != 0;

    public NameSource NamesFrom { get; init; }

    public GroupSource GroupBy { get; init; }

    public AccessModifier Access { get; init; }

    /// <summary>What a client does unless its options say otherwise.</summary>
    public ReadingMode Reading { get; init; }

    /// <summary>Whether the words of the description become documentation comments.</summary>
    public bool Docs { get; init; } = true;

    /// <summary>How many types may be generated.</summary>
    public int MaxTypes { get; init; } = 100_000;

    /// <summary>How many members all objects together may have, those counted that they take in from others.</summary>
    public int MaxMembers { get; init; } = 1_000_000;

    /// <summary>How many characters of C# may be generated.</summary>
    public int MaxCharacters { get; init; } = 200_000_000;

    /// <summary>Names that no type may have: the next part of the namespaces, of other descriptions, that begin with this one.</summary>
    public EquatableArray<string> Reserved { get; init; }

    /// <summary>The client's name without <c>Client</c>: what its companions are named after.</summary>
    public string ApiName =>
        ClientName.Length > 6 && ClientName.EndsWith("Client", System.StringComparison.Ordinal)
            ? ClientName.Substring(0, ClientName.Length - 6)
            : ClientName;
}
