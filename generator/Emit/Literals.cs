using System;
using System.Globalization;
using System.Text;

namespace OpenApiGen.Generator.Emit;

/// <summary>
/// Values as C# literals: one of the three doors through which text of a description reaches C#. A string is always a
/// regular literal on one line, with everything escaped that could end it, break the line, or make it read as it is not.
/// </summary>
internal static class Literals
{
    public static string Bool(bool value) => value ? "true" : "false";

    public static string Int32(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Int64(long value) => value.ToString(CultureInfo.InvariantCulture) + "L";

    public static string Decimal(decimal value) => value.ToString(CultureInfo.InvariantCulture) + "m";

    public static string Double(double value)
    {
        if (double.IsNaN(value))
            return "double.NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        if (value.Equals(0d))
            return BitConverter.DoubleToInt64Bits(value) < 0 ? "-0d" : "0d";

        // Not "R": .NET Framework, which hosts the generator in Visual Studio, writes other digits with it than .NET does.
        string text = "";
        foreach (string format in s_roundTripFormats)
        {
            text = value.ToString(format, CultureInfo.InvariantCulture);
            if (double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).Equals(value))
                break;
        }

        return text + "d";
    }

    private static readonly string[] s_roundTripFormats = ["G15", "G16", "G17"];

    public static string String(string value)
    {
        StringBuilder? escaped = null;
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (!NeedsEscape(c))
            {
                escaped?.Append(c);
                continue;
            }

            escaped ??= new StringBuilder(value.Length + 16).Append('"').Append(value, 0, i);
            AppendEscaped(escaped, c);
        }

        return escaped is null ? "\"" + value + "\"" : escaped.Append('"').ToString();
    }

    private static bool NeedsEscape(char c)
    {
        if (c is >= ' ' and < '\u007F')
            return c is '"' or '\\';
        if (c == FrameworkNames.Mark)
            return true;
        return CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            // Letters and symbols of all scripts stay readable.
            UnicodeCategory.UppercaseLetter
            or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter
            or UnicodeCategory.LetterNumber
            or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.OtherNumber
            or UnicodeCategory.ConnectorPunctuation
            or UnicodeCategory.DashPunctuation
            or UnicodeCategory.OpenPunctuation
            or UnicodeCategory.ClosePunctuation
            or UnicodeCategory.InitialQuotePunctuation
            or UnicodeCategory.FinalQuotePunctuation
            or UnicodeCategory.OtherPunctuation
            or UnicodeCategory.MathSymbol
            or UnicodeCategory.CurrencySymbol
            or UnicodeCategory.ModifierSymbol
            or UnicodeCategory.OtherSymbol => false,

            // Controls, line separators, direction marks, odd spaces, combining marks, surrogates, the unassigned.
            _ => true,
        };
    }

    private static void AppendEscaped(StringBuilder builder, char c)
    {
        builder.Append('\\');
        switch (c)
        {
            case '"' or '\\':
                builder.Append(c);
                break;
            case '\n':
                builder.Append('n');
                break;
            case '\r':
                builder.Append('r');
                break;
            case '\t':
                builder.Append('t');
                break;
            default:
                builder.Append('u').Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                break;
        }
    }
}
