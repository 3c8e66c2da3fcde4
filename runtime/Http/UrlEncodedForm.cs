using System.Globalization;
using System.Text;

namespace OpenApiGen.Http;

// application/x-www-form-urlencoded. Without an encoding, objects are JSON text and arrays repeat the name (OpenAPI 3.0.4 and
// 3.1.1, "Encoding Object"); with a style, a field is written as a query parameter would be.
internal static class UrlEncodedForm
{
    public static string Write(List<FormField> fields, FormEncoding[]? encodings)
    {
        var target = new StringBuilder();
        foreach (FormField field in fields)
        {
            FormEncoding? encoding = FormEncoding.Find(encodings, field.Name);
            if (encoding?.Style == ParameterStyle.DeepObject)
                Indexed(target, field.Name, field.Value.Parameter());
            else if (encoding?.Style is { } style)
                ParameterWriter.Query(target, field.Name, field.Value.Parameter(), style, encoding.Explode, encoding.AllowReserved);
            else if (encoding?.IsJson != true && field.Value.Items is { } items)
            {
                foreach (FormValue item in items)
                    if (!item.IsNull)
                        Add(target, field.Name, item);
            }
            else
                Add(target, field.Name, field.Value, asJson: encoding?.IsJson == true);
        }

        return target.ToString();
    }

    private static void Add(StringBuilder target, string name, FormValue value, bool asJson = false)
    {
        string text =
            value.File is { } file ? file.Text
            : asJson ? Encoding.UTF8.GetString(value.Json.ToArray())
            : value.Text();
        ParameterWriter.Query(target, name, text, ParameterStyle.Form, explode: true, allowReserved: false);
    }

    // name[a][0][b]=c. OpenAPI leaves arrays within deepObject open; servers that know the style count them.
    private static void Indexed(StringBuilder target, string name, ParameterValue value)
    {
        if (value.Text is { } text)
            ParameterWriter.Query(target, name, text, ParameterStyle.Form, explode: true, allowReserved: false);
        ParameterValue[] items = value.Items ?? [];
        for (int i = 0; i < items.Length; i++)
            Indexed(target, $"{name}[{i.ToString(CultureInfo.InvariantCulture)}]", items[i]);
        foreach (var pair in value.Pairs ?? [])
            Indexed(target, $"{name}[{pair.Key}]", pair.Value);
    }
}
