using Microsoft.CodeAnalysis.Text;

namespace OpenApiGen.Generator.Text;

/// <summary>A key that was there already, and where it is. The value that comes last is the one that counts.</summary>
internal readonly record struct DuplicateKey(string Key, TextSpan Span);
