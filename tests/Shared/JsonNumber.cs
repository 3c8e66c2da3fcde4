using System.Globalization;
using System.Numerics;

namespace OpenApiGen.Testing;

/// <summary>A JSON number by value: 1.0, 1 and 10e-1 are one number, however many digits it has.</summary>
internal readonly record struct JsonNumber(BigInteger Digits, int Exponent)
{
    public static JsonNumber Parse(string text)
    {
        int e = text.IndexOfAny(['e', 'E']);
        int exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string mantissa = e < 0 ? text : text[..e];
        int dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0)
        {
            exponent -= mantissa.Length - dot - 1;
            mantissa = mantissa.Remove(dot, 1);
        }

        BigInteger digits = BigInteger.Parse(mantissa, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (digits.IsZero)
            return default;
        while (true)
        {
            BigInteger shorter = BigInteger.DivRem(digits, 10, out BigInteger last);
            if (!last.IsZero)
                return new JsonNumber(digits, exponent);
            digits = shorter;
            exponent++;
        }
    }
}
