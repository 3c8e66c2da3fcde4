namespace OpenApiGen.Generator.Configuration;

/// <summary>An entry of <c>Formats</c>: a format of the description and the C# type that the project wants for it.</summary>
internal sealed record FormatMapping(string Format, string Type);

/// <summary>What an integer without a format is: the values of <c>Integer</c>.</summary>
internal enum IntegerType
{
    Long,
    Int,
    Decimal,
    BigInteger,
}
