using System.Collections.Generic;
using System.Globalization;

namespace OpenApiGen.Generator.Lowering;

/// <summary>Names of generated files: Roslyn compares them without regard to case, and takes only some characters.</summary>
/// <param name="prefix">What every one begins with.</param>
internal sealed class HintNames(string prefix)
{
    private readonly HashSet<string> _taken = new(System.StringComparer.OrdinalIgnoreCase);

    public string Give(string name)
    {
        string safe = Safe(name);
        string hint = prefix + "." + safe;
        for (int number = 2; !_taken.Add(hint); number++)
            hint = prefix + "." + safe + "." + number.ToString(CultureInfo.InvariantCulture);
        return hint + ".g.cs";
    }

    private static string Safe(string name)
    {
        char[] chars = name.ToCharArray();
        for (int i = 0; i < chars.Length; i++)
        {
            if (chars[i] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.'))
                chars[i] = '_';
        }

        return chars.Length > 120 ? new string(chars, 0, 120) : new string(chars);
    }
}
