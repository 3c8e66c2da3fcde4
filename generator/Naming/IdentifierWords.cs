using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace OpenApiGen.Generator.Naming;

/// <summary>Splits a wire name into the words it is written with. Everything in a word may stand in a C# identifier.</summary>
internal static class IdentifierWords
{
    private enum Kind
    {
        None,
        Lower,
        Upper,
        Uncased,
        Digit,
        Mark,
    }

    /// <summary>The words of a name, as written; never empty.</summary>
    /// <param name="isSpelled">The name has no letter and no digit: the words are ours, and cased as they are to be.</param>
    /// <remarks>
    /// A word ends at a separator, before an upper-case letter after a lower-case one or a digit (<c>userId</c>,
    /// <c>MD5Hash</c>), and before the last upper-case letter of a run that goes on in lower case (<c>HTTPError</c>), but for
    /// a plural (<c>IDs</c>). Digits belong to the word before them. Separators are all characters that no identifier can
    /// have; some say something, see <see cref="SymbolWords"/>.
    /// </remarks>
    public static List<string> Split(string name, out bool isSpelled)
    {
        name = Normalize(name);
        List<string> words = [];
        StringBuilder word = new();
        Kind previous = Kind.None;
        bool hasText = false;
        for (int i = 0; i < name.Length; )
        {
            Kind kind = KindOf(name[i]);
            if (kind != Kind.None)
            {
                hasText = true;
                if (kind == Kind.Upper && StartsWord(name, i, previous))
                    Flush(word, words);
                word.Append(name[i++]);
                if (kind != Kind.Mark || previous == Kind.None)
                    previous = kind;
                continue;
            }

            // A zero-width joiner or a direction mark is no part of the name, and does not part words either.
            if (CharUnicodeInfo.GetUnicodeCategory(name[i]) == UnicodeCategory.Format)
            {
                i++;
                continue;
            }

            Flush(word, words);
            previous = Kind.None;
            if (SymbolWords.Meaningful(name, ref i) is { } symbol)
                words.Add(symbol);
            else
                i++;
        }

        Flush(word, words);
        isSpelled = !hasText;
        if (hasText)
            return words;

        words.Clear();
        if (name.Length == 0)
            words.Add("Empty");
        else
            SymbolWords.Spell(name, words);
        return words;
    }

    public static bool IsDigit(char c) => KindOf(c) == Kind.Digit;

    /// <summary>Letters of C#, section 6.4.3 of its specification; an underscore counts as a separator here.</summary>
    public static bool IsLetter(char c) => KindOf(c) is Kind.Lower or Kind.Upper or Kind.Uncased;

    private static bool StartsWord(string name, int at, Kind previous)
    {
        if (previous is Kind.Lower or Kind.Digit or Kind.Uncased)
            return true;
        if (previous != Kind.Upper || at + 1 >= name.Length || KindOf(name[at + 1]) != Kind.Lower)
            return false;

        // "HTTPError" parts before its E, "IDs" and "URLsOf" do not part before their last capital.
        bool isPlural = name[at + 1] == 's' && (at + 2 >= name.Length || KindOf(name[at + 2]) is not (Kind.Lower or Kind.Digit));
        return !isPlural;
    }

    private static Kind KindOf(char c)
    {
        if (c < 0x80)
        {
            if (c is >= 'a' and <= 'z')
                return Kind.Lower;
            if (c is >= 'A' and <= 'Z')
                return Kind.Upper;
            return c is >= '0' and <= '9' ? Kind.Digit : Kind.None;
        }

        // By UTF-16 unit, as the C# compiler looks at it: letters beyond the first plane cannot stand in an identifier.
        switch (CharUnicodeInfo.GetUnicodeCategory(c))
        {
            case UnicodeCategory.UppercaseLetter:
            case UnicodeCategory.TitlecaseLetter:
                return Kind.Upper;
            case UnicodeCategory.LowercaseLetter:
                return Kind.Lower;
            case UnicodeCategory.ModifierLetter:
            case UnicodeCategory.OtherLetter:
            case UnicodeCategory.LetterNumber:
                return Kind.Uncased;
            case UnicodeCategory.DecimalDigitNumber:
                return Kind.Digit;
            case UnicodeCategory.NonSpacingMark:
            case UnicodeCategory.SpacingCombiningMark:
                return Kind.Mark;
            default:
                return Kind.None;
        }
    }

    private static void Flush(StringBuilder word, List<string> words)
    {
        if (word.Length == 0)
            return;
        words.Add(word.ToString());
        word.Clear();
    }

    private static string Normalize(string name)
    {
        foreach (char c in name)
        {
            if (c < 0x80)
                continue;
            try
            {
                return name.Normalize(NormalizationForm.FormC);
            }
            catch (ArgumentException)
            {
                // Half a surrogate pair has no normal form.
                return name;
            }
        }

        return name;
    }
}
