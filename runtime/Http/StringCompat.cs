#if !NET
namespace OpenApiGen.Http;

// What netstandard2.0 lacks, so that callers are spelled once.
internal static class StringCompat
{
    public static bool Contains(this string text, char character) => text.IndexOf(character) >= 0;
}
#endif
