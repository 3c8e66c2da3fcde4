namespace OpenApiGen.Integration.Tests.Support;

/// <summary>Tests that weigh the memory of the process: nothing else may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
