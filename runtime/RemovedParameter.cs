namespace OpenApiGen;

/// <summary>
/// The type of a parameter that an operation has no more. It keeps its place for the ones behind it while a description names its baseline;
/// there is no value of it, so that what a call passes there is an error.
/// </summary>
public sealed class RemovedParameter
{
    private RemovedParameter() { }
}
