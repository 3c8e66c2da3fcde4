using System.Globalization;
using System.Text.Json;

namespace OpenApiGen.Json;

// Equality of JSON values: numbers by value, objects without regard to order, of members with the same name the last one.
internal static class JsonEquality
{
    public static bool Equals(JsonElement a, JsonElement b)
    {
        if (a.ValueKind != b.ValueKind)
            return false;
        switch (a.ValueKind)
        {
            case JsonValueKind.String:
                return a.ValueEquals(b.GetString());
            case JsonValueKind.Number:
                return NumberEquals(a.GetRawText(), b.GetRawText());
            case JsonValueKind.Array:
                if (a.GetArrayLength() != b.GetArrayLength())
                    return false;
                JsonElement.ArrayEnumerator other = b.EnumerateArray();
                foreach (JsonElement item in a.EnumerateArray())
                    if (!other.MoveNext() || !Equals(item, other.Current))
                        return false;
                return true;
            case JsonValueKind.Object:
                Dictionary<string, JsonElement> left = Members(a),
                    right = Members(b);
                if (left.Count != right.Count)
                    return false;
                foreach (KeyValuePair<string, JsonElement> member in left)
                    if (!right.TryGetValue(member.Key, out JsonElement value) || !Equals(member.Value, value))
                        return false;
                return true;
            default:
                return true; // true, false, null, undefined
        }
    }

    public static int GetHashCode(JsonElement value)
    {
        int hash = (int)value.ValueKind;
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return ValueEquality.Combine(hash, value.GetString()!.GetHashCode());
            case JsonValueKind.Number:
                return ValueEquality.Combine(hash, Canonical(value.GetRawText()).GetHashCode());
            case JsonValueKind.Array:
                foreach (JsonElement item in value.EnumerateArray())
                    hash = ValueEquality.Combine(hash, GetHashCode(item));
                return hash;
            case JsonValueKind.Object:
                foreach (KeyValuePair<string, JsonElement> member in Members(value))
                    hash += ValueEquality.Combine(member.Key.GetHashCode(), GetHashCode(member.Value));
                return hash;
            default:
                return hash;
        }
    }

    private static bool NumberEquals(string a, string b) => a == b || Canonical(a) == Canonical(b);

    // Sign, digits without zeros at either end, and the power of ten: exact for any length.
    private static string Canonical(string number)
    {
        bool negative = number[0] == '-';
        int exponentAt = number.IndexOfAny(['e', 'E']);
        string mantissa = number.Substring(negative ? 1 : 0, (exponentAt < 0 ? number.Length : exponentAt) - (negative ? 1 : 0));
        int point = mantissa.IndexOf('.');
        string digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
        string significant = digits.TrimEnd('0');
        if (significant.TrimStart('0').Length == 0)
            return "0";

        // An exponent beyond decimal has no use but may be sent: as text it still equals itself.
        decimal exponent = digits.Length - significant.Length - (point < 0 ? 0 : mantissa.Length - 1 - point);
        string written = exponentAt < 0 ? "0" : number.Substring(exponentAt + 1);
        if (
            !decimal.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal power)
            || Math.Abs(power) > 1e27m
        )
            return number;
        return (negative ? "-" : "") + significant.TrimStart('0') + "e" + (exponent + power).ToString(CultureInfo.InvariantCulture);
    }

    private static Dictionary<string, JsonElement> Members(JsonElement value)
    {
        var members = new Dictionary<string, JsonElement>();
        foreach (JsonProperty member in value.EnumerateObject())
            members[member.Name] = member.Value;
        return members;
    }
}
