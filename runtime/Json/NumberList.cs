using System.Collections.ObjectModel;
using System.Text.Json;

namespace OpenApiGen.Json;

// Numbers, some of which came as whole ones with the fraction .0, and are written so.
internal sealed class NumberList(double[] values, bool[] areWhole) : ReadOnlyCollection<double>(values)
{
    public void Write(Utf8JsonWriter writer)
    {
        for (int i = 0; i < areWhole.Length; i++)
        {
            if (areWhole[i])
                ValueNumber.WriteWhole(writer, values[i]);
            else
                JsonWrite.Double(writer, values[i]);
        }
    }
}
