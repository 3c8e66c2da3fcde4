using System.Text;
using System.Text.Json;

namespace OpenApiGen.Json;

public static partial class JsonWrite
{
    private const int MostPrinted = 4000;

    /// <summary>
    /// Appends the members of an object as JSON, and what was wrong with it when it was read: what its text is made of. Never throws.
    /// </summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="text">Where to.</param>
    /// <param name="value">The object.</param>
    /// <param name="write">Writes it.</param>
    /// <returns>Whether there is anything.</returns>
    public static bool Print<T>(StringBuilder text, T value, JsonWriteAction<T> write)
    {
        if (text is null)
            throw new ArgumentNullException(nameof(text));
        string json;
        try
        {
            json = Utf8Text.Utf8(JsonRoot.ToUtf8(value, write));
            json = json.Substring(1, json.Length - 2);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or ArgumentException)
        {
            json = $"cannot be written: {e.Message}";
        }

        if (json.Length > MostPrinted)
            json = json.Substring(0, MostPrinted) + "…";
        text.Append(json);
        IReadOnlyList<ApiFault> faults = ApiFault.Of(value);
        for (int i = 0; i < faults.Count && text.Length < 2 * MostPrinted; i++)
            text.Append(i == 0 && json.Length == 0 ? "" : ", ").Append("! ").Append(faults[i]);
        return json.Length > 0 || faults.Count > 0;
    }
}
