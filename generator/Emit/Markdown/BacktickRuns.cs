namespace OpenApiGen.Generator.Emit.Markdown;

/// <summary>
/// Finds the end of code spans. A length that has no closing run is remembered, so that a text of unpaired backticks stays linear.
/// </summary>
internal struct BacktickRuns
{
    private const int MaxLength = 31;

    private uint _unclosed;

    public static int Length(string text, int at)
    {
        int end = at;
        while (end < text.Length && text[end] == '`')
            end++;
        return end - at;
    }

    /// <summary>Where the run of the same length begins that closes the one at <paramref name="at"/>, or -1.</summary>
    public int FindClose(string text, int at, int length)
    {
        if (length > MaxLength || (_unclosed & (1u << length)) != 0)
            return -1;

        for (int i = text.IndexOf('`', at + length); i >= 0; i = text.IndexOf('`', i))
        {
            int other = Length(text, i);
            if (other == length)
                return i;
            i += other;
            if (i >= text.Length)
                break;
        }

        _unclosed |= 1u << length;
        return -1;
    }
}
