namespace OpenApiGen;

/// <summary>A generated object, as far as it may have been read from JSON that is not what the API's description says.</summary>
public interface IApiRecord
{
    /// <summary>What was wrong when it was read: in its own members, and in the objects within it.</summary>
    IReadOnlyList<ApiFault> Faults { get; }
}
