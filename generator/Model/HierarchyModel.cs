namespace OpenApiGen.Generator.Model;

/// <summary>The place of a record among those that a discriminator tells apart.</summary>
/// <param name="Base">The C# name of the record it is derived from; null for the first.</param>
/// <param name="Inherited">How many of the record's properties are the base's; they come first.</param>
/// <param name="IsOpen">Whether other records may be derived from it.</param>
/// <param name="Required">Indexes of inherited properties that are optional in the base and must be there in this record.</param>
/// <param name="Argument">The property that a caller has to give to the constructor of the first record; -1 where there is none.</param>
/// <param name="ArgumentName">The name of that parameter, escaped where it is a keyword.</param>
/// <param name="Values">What the constructor of a derived record sets.</param>
/// <param name="Switches">How reading chooses a derived record; one for each discriminator.</param>
internal sealed record HierarchyModel(
    string? Base,
    int Inherited,
    bool IsOpen,
    EquatableArray<int> Required,
    int Argument,
    string ArgumentName,
    EquatableArray<KindValueModel> Values,
    EquatableArray<KindSwitchModel> Switches
);

/// <summary>A property that says which kind a record is.</summary>
/// <param name="Property">Its C# name.</param>
/// <param name="Expression">The C# expression of the value.</param>
internal sealed record KindValueModel(string Property, string Expression);

/// <summary>The choice of a derived record by one member.</summary>
/// <param name="Member">Its name as a UTF-8 C# literal.</param>
/// <param name="Kinds">The records it names.</param>
/// <param name="Default">The C# name of the record that any other value means; null for the base itself.</param>
internal sealed record KindSwitchModel(string Member, EquatableArray<KindModel> Kinds, string? Default);

/// <summary>A derived record.</summary>
/// <param name="Values">The values that mean it, as C# literals.</param>
/// <param name="Type">Its C# name.</param>
internal sealed record KindModel(EquatableArray<string> Values, string Type);
