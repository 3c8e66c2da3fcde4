using OpenApiGen.Generator.Lowering.Paging;

namespace OpenApiGen.Generator.Configuration;

/// <summary>What the project says about one description: item metadata with defaults filled in.</summary>
/// <param name="Namespace">The namespace of the emitted code.</param>
/// <param name="ClientName">The class name of the root client.</param>
/// <param name="HintPrefix">What the names of the generated files begin with; unique in the project.</param>
internal sealed record SpecOptions(string Namespace, string ClientName, string HintPrefix)
{
    /// <summary>What the project says about paging.</summary>
    public PagingHint Paging { get; init; } = PagingHint.None;

    /// <summary>The client's name without <c>Client</c>: what its companions are named after.</summary>
    public string ApiName => ClientName.Length > 6 && ClientName.EndsWith("Client", System.StringComparison.Ordinal)
        ? ClientName.Substring(0, ClientName.Length - 6)
        : ClientName;
}
