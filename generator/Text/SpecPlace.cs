namespace OpenApiGen.Generator.Text;

/// <summary>Which part of a member a diagnostic points at.</summary>
internal enum SpecPart
{
    /// <summary>The key of a mapping entry, or the item itself in a sequence.</summary>
    Key,

    /// <summary>The value when it is a scalar (a <c>$ref</c> string, an enum item); the key when it is not.</summary>
    Value,
}

/// <summary>A place in a document: an RFC 6901 pointer, with or without the leading <c>#</c>.</summary>
internal readonly record struct SpecPlace(string Pointer, SpecPart Part = SpecPart.Key);
