using System.Collections.Generic;
using System.Globalization;

namespace OpenApiGen.Generator.Naming;

/// <summary>The names given so far in one C# scope.</summary>
/// <param name="reserved">Names that must not be given at all.</param>
internal sealed class NameScope(IEnumerable<string> reserved)
{
    private readonly HashSet<string> _taken = new(reserved, System.StringComparer.Ordinal);

    public bool IsFree(string name) => !_taken.Contains(name);

    public void Take(string name) => _taken.Add(name);

    /// <summary>Gives the name, or the first that is free of: with the word that tells its kind, with a number.</summary>
    public string Give(string name, string role)
    {
        if (_taken.Add(name))
            return name;
        if (_taken.Add(name + role))
            return name + role;
        for (int number = 2; ; number++)
        {
            string numbered = name + number.ToString(CultureInfo.InvariantCulture);
            if (_taken.Add(numbered))
                return numbered;
        }
    }
}
