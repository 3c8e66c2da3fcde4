using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Configuration;

/// <summary>
/// Which operations are generated, by globs: those that any inclusion names, or all where there is none, without those that an
/// exclusion names.
/// </summary>
internal sealed record SpecFilter
{
    public static SpecFilter None { get; } = new();

    public EquatableArray<string> IncludeTags { get; init; }

    public EquatableArray<string> ExcludeTags { get; init; }

    public EquatableArray<string> IncludePaths { get; init; }

    public EquatableArray<string> ExcludePaths { get; init; }

    public EquatableArray<string> IncludeOperations { get; init; }

    public EquatableArray<string> ExcludeOperations { get; init; }

    /// <summary>Whether the payloads of webhooks are generated.</summary>
    public bool Webhooks { get; init; } = true;

    /// <summary>Whether operations are chosen: then types that none of them needs are left out.</summary>
    public bool ChoosesOperations => IncludesOperations || !ExcludeTags.IsEmpty || !ExcludePaths.IsEmpty || !ExcludeOperations.IsEmpty;

    public bool IncludesOperations => !IncludeTags.IsEmpty || !IncludePaths.IsEmpty || !IncludeOperations.IsEmpty;
}
