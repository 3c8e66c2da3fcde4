using System.Collections.Generic;
using System.Globalization;

namespace OpenApiGen.Generator.Naming;

/// <summary>The words symbols are read as, where they are all that tells one name from another.</summary>
internal static class SymbolWords
{
    // Longer than this, a name of symbols says nothing more, and its words would go over the length limit anyway.
    private const int MaxSymbols = 16;

    /// <summary>The words of a name that has no letter and no digit. A symbol without a word becomes U and its code point.</summary>
    public static void Spell(string name, List<string> words)
    {
        for (int i = 0; i < name.Length && words.Count < MaxSymbols; )
        {
            string? word = Comparison(name, ref i);
            if (word is null)
            {
                bool isPair = char.IsHighSurrogate(name[i]) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1]);
                int codePoint = isPair ? char.ConvertToUtf32(name[i], name[i + 1]) : name[i];
                i += isPair ? 2 : 1;
                word = Word(codePoint) ?? "U" + codePoint.ToString("X4", CultureInfo.InvariantCulture);
            }

            words.Add(word);
        }
    }

    /// <summary>
    /// The word of a symbol that counts even beside letters, or null: <c>DateSent&gt;</c> and <c>DateSent&lt;</c>,
    /// <c>-name</c> and <c>name</c>, <c>A+</c> and <c>A-</c> stand side by side in one description.
    /// </summary>
    public static string? Meaningful(string name, ref int at)
    {
        if (Comparison(name, ref at) is { } comparison)
            return comparison;

        string? word = name[at] switch
        {
            '<' or '>' or '*' or '%' or '&' => Word(name[at]),
            '+' or '-' when IsSign(name, at) => Word(name[at]),
            '#' when at > 0 && at == name.Length - 1 => "Sharp",
            _ => null,
        };
        if (word is not null)
            at++;
        return word;
    }

    /// <summary>
    /// Before the first letter or digit (<c>-1</c>, <c>-name</c>), at the end (<c>A-</c>), or one of two pluses there (<c>C++</c>).
    /// </summary>
    private static bool IsSign(string name, int at)
    {
        int last = name.Length - 1;
        if (at == 0)
            return last > 0 && char.IsLetterOrDigit(name[1]);
        return at == last || (at == last - 1 && name[at] == '+' && name[last] == '+');
    }

    private static string? Comparison(string name, ref int at)
    {
        char next = at + 1 < name.Length ? name[at + 1] : '\0';
        string? word = (name[at], next) switch
        {
            ('<', '=') => "LessOrEqual",
            ('>', '=') => "GreaterOrEqual",
            ('<', '>') or ('!', '=') => "NotEqual",
            ('=', '=') => "Equal",
            _ => null,
        };
        if (word is not null)
            at += 2;
        return word;
    }

    private static string? Word(int codePoint) =>
        codePoint switch
        {
            ' ' or '\u00A0' => "Space",
            '\t' => "Tab",
            '\n' => "NewLine",
            '\r' => "Return",
            '!' => "Exclamation",
            '"' => "Quote",
            '#' => "Hash",
            '$' => "Dollar",
            '%' => "Percent",
            '&' => "And",
            '\'' => "Apostrophe",
            '(' => "OpenParenthesis",
            ')' => "CloseParenthesis",
            '*' => "Asterisk",
            '+' => "Plus",
            ',' => "Comma",
            '-' => "Minus",
            '.' => "Dot",
            '/' => "Slash",
            ':' => "Colon",
            ';' => "Semicolon",
            '<' => "LessThan",
            '=' => "Equal",
            '>' => "GreaterThan",
            '?' => "Question",
            '@' => "At",
            '[' => "OpenBracket",
            '\\' => "Backslash",
            ']' => "CloseBracket",
            '^' => "Caret",
            '_' => "Underscore",
            '`' => "Backtick",
            '{' => "OpenBrace",
            '|' => "Pipe",
            '}' => "CloseBrace",
            '~' => "Tilde",
            '\u00A3' => "Pound",
            '\u00A7' => "Section",
            '\u00B0' => "Degree",
            '\u00B1' => "PlusMinus",
            '\u20AC' => "Euro",
            '\u2260' => "NotEqual",
            '\u2264' => "LessOrEqual",
            '\u2265' => "GreaterOrEqual",
            _ => null,
        };
}
