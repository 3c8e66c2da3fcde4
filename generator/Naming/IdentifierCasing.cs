using System;
using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace OpenApiGen.Generator.Naming;

/// <summary>
/// Wire names to C# identifiers: one of the three doors through which text of a description reaches C#. Whatever comes in,
/// a valid identifier comes out; that it is not taken yet is the business of the name resolution.
/// </summary>
/// <remarks>
/// Casing follows the .NET design guidelines. Acronyms of three letters and more are words (<c>HttpValidationError</c>,
/// <c>ApiKey</c>). Acronyms of two letters keep their capitals (<c>IOError</c>, <c>PRNumber</c>), but <c>Id</c> and <c>Ok</c> do not.
/// A name all in capitals says nothing about acronyms, so its words are words (<c>IN_PROGRESS</c> is InProgress, <c>US</c> is Us)
/// except for the few two-letter acronyms that .NET itself writes in capitals.
/// </remarks>
internal static class IdentifierCasing
{
    // The compiler allows 1023 bytes of UTF-8 in a name; prefixes and suffixes are still to come.
    private const int MaxLength = 200;

    /// <summary>For types and members: <c>user_id</c> becomes UserId, <c>10.5</c> becomes _10_5.</summary>
    public static string Pascal(string wire) => Join(wire, isCamel: false);

    /// <summary>For parameters and locals: <c>user_id</c> becomes userId, <c>class</c> becomes @class.</summary>
    public static string Camel(string wire) => EscapeKeyword(Join(wire, isCamel: true));

    /// <summary>Puts an @ before a word that C# would not take as a name everywhere.</summary>
    public static string EscapeKeyword(string identifier)
    {
        if (identifier.Length == 0 || identifier[0] is not (>= 'a' and <= 'z' or '_'))
            return identifier;
        bool isKeyword =
            SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None
            || identifier
                is "await"
                    or "field"
                    or "yield"
                    or "scoped"
                    or "var"
                    or "dynamic"
                    or "record"
                    or "partial"
                    or "required"
                    or "file"
                    or "global"
                    or "when"
                    or "with"
                    or "and"
                    or "or"
                    or "not";
        return isKeyword ? "@" + identifier : identifier;
    }

    private static string Join(string wire, bool isCamel)
    {
        List<string> words = IdentifierWords.Split(wire, out bool isSpelled);
        bool isAllCaps = words.TrueForAll(static word => !HasLowerCase(word));
        StringBuilder name = new();
        foreach (string word in words)
        {
            if (name.Length == 0)
            {
                if (!IdentifierWords.IsLetter(word[0]))
                    name.Append('_');
            }
            else if (IdentifierWords.IsDigit(word[0]) && IdentifierWords.IsDigit(name[name.Length - 1]))
            {
                name.Append('_');
            }

            bool isLower = isCamel && name.Length == 0;
            if (isSpelled)
                name.Append(isLower ? char.ToLowerInvariant(word[0]) : word[0]).Append(word, 1, word.Length - 1);
            else
                AppendWord(name, word, isAllCaps, isLower);
            if (name.Length >= MaxLength)
                break;
        }

        if (name.Length > MaxLength)
            name.Length = MaxLength;
        return name.ToString();
    }

    private static void AppendWord(StringBuilder name, string word, bool isAllCaps, bool isLower)
    {
        bool isAcronym = word.Length > 1 && IsAcronym(word);
        if (isAcronym && !isLower && KeepsCapitals(word, isAllCaps))
        {
            name.Append(word);
            return;
        }

        name.Append(isLower ? char.ToLowerInvariant(word[0]) : char.ToUpperInvariant(word[0]));
        for (int i = 1; i < word.Length; i++)
            name.Append(isAcronym ? char.ToLowerInvariant(word[i]) : word[i]);
    }

    /// <summary>All capitals and digits, or that with the s of a plural.</summary>
    private static bool IsAcronym(string word)
    {
        int end = IsPlural(word) ? word.Length - 1 : word.Length;
        for (int i = 0; i < end; i++)
        {
            if (char.IsLower(word[i]))
                return false;
        }

        return true;
    }

    private static bool IsPlural(string word) => word.Length > 2 && word[word.Length - 1] == 's' && char.IsUpper(word[word.Length - 2]);

    private static bool KeepsCapitals(string word, bool isAllCaps)
    {
        string acronym = IsPlural(word) ? word.Substring(0, word.Length - 1) : word;
        if (acronym.Length != 2 || !char.IsUpper(acronym[1]))
            return false;
        return isAllCaps ? acronym is "IO" or "UI" or "DB" or "OS" or "IP" : acronym is not ("ID" or "OK");
    }

    private static bool HasLowerCase(string word)
    {
        foreach (char c in word)
        {
            if (char.IsLower(c))
                return true;
        }

        return false;
    }
}
