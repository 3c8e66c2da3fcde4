namespace OpenApiGen.Generator.Lowering.Selection;

/// <summary>Patterns of the filters: <c>*</c> is any text, in a path any text without a slash; <c>**</c> is any text.</summary>
internal static class Glob
{
    /// <summary>For tags and operation ids.</summary>
    public static bool IsName(string pattern, string text) => Matches(pattern, text, '\0');

    /// <summary>For paths: one that ends in <c>/**</c> is what stands before it, too.</summary>
    public static bool IsPath(string pattern, string path)
    {
        if (Matches(pattern, path, '/'))
            return true;
        return pattern.EndsWith("/**", System.StringComparison.Ordinal) && Matches(pattern.Substring(0, pattern.Length - 3), path, '/');
    }

    /// <summary>Row by row over the pattern, so that no pattern takes longer than its length times that of the text.</summary>
    private static bool Matches(string pattern, string text, char separator)
    {
        bool[] reached = new bool[text.Length + 1];
        reached[0] = true;
        for (int i = 0; i < pattern.Length; i++)
        {
            bool[] next = new bool[text.Length + 1];
            bool isStar = pattern[i] == '*';
            bool isDeep = isStar && i + 1 < pattern.Length && pattern[i + 1] == '*';
            if (isDeep)
                i++;
            for (int at = 0; at <= text.Length; at++)
            {
                if (!isStar)
                    next[at] = at > 0 && reached[at - 1] && text[at - 1] == pattern[i];
                else
                    next[at] = reached[at] || (at > 0 && next[at - 1] && (isDeep || text[at - 1] != separator));
            }

            reached = next;
        }

        return reached[text.Length];
    }
}
