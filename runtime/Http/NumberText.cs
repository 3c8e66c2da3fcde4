using System.Globalization;

namespace OpenApiGen.Http;

// The shortest text that reads back as the same number. "R" of .NET Framework does not always read back.
internal static class NumberText
{
    public static string Of(float value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
#if !NET
        if (float.Parse(text, CultureInfo.InvariantCulture) != value)
            text = value.ToString("G9", CultureInfo.InvariantCulture);
#endif
        return text;
    }

    public static string Of(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
#if !NET
        if (double.Parse(text, CultureInfo.InvariantCulture) != value)
            text = value.ToString("G17", CultureInfo.InvariantCulture);
#endif
        return text;
    }
}
