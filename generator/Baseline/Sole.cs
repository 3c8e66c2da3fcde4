using System.Collections.Generic;

namespace OpenApiGen.Generator.Baseline;

/// <summary>An unambiguous match: the one item, where there is exactly one.</summary>
internal static class Sole
{
    public static T? Of<T>(IEnumerable<T> items)
        where T : class
    {
        T? found = null;
        foreach (T item in items)
        {
            if (found is not null)
                return null;
            found = item;
        }

        return found;
    }
}
