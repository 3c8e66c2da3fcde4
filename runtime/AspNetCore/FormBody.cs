using System.Text;
using OpenApiGen.Http;

namespace OpenApiGen.AspNetCore;

/// <summary>The fields of a form: what <c>UrlEncodedForm</c> of the runtime writes, and what browsers do.</summary>
internal static class FormBody
{
    public static WireValue Read(List<KeyValuePair<string, string>> pairs, WireShape shape, FormEncoding[] encodings)
    {
        List<KeyValuePair<string, WireValue>> fields = [];
        HashSet<string> taken = [];
        foreach ((string name, WireShape member) in shape.Members)
        {
            if (Field(pairs, name, member, FormEncoding.Find(encodings, name), shape) is { } value) fields.Add(new(name, value));
            foreach ((string key, _) in pairs)
                if (key == name || WireText.Brackets(key, name) is not null) taken.Add(key);
            if (FormEncoding.Find(encodings, name) is { Style: ParameterStyle.Form, Explode: true } && member.Has(WireKinds.Object)) taken.UnionWith(member.Members.Select(static m => m.Name));
        }

        if (shape.Additional is { } additional)
        {
            foreach (string name in pairs.Select(static p => p.Key).Where(key => !taken.Contains(key)).Distinct().ToArray())
                fields.Add(new(name, Field(pairs, name, additional, null, shape)!));
        }

        return WireValue.Of(fields);
    }

    private static WireValue? Field(List<KeyValuePair<string, string>> pairs, string name, WireShape member, FormEncoding? encoding, WireShape form)
    {
        if (encoding?.Style is { } style) return StyleReader.Pairs(pairs, name, member, style, encoding.Explode, other => form.Declares(other), WireText.DecodeQuery);
        string[] own = [.. pairs.Where(pair => pair.Key == name).Select(static pair => WireText.DecodeQuery(pair.Value))];
        if (own.Length == 0) return StyleReader.Pairs(pairs, name, member, ParameterStyle.DeepObject, explode: true, static _ => false, WireText.DecodeQuery);
        if (own.Length == 1 && IsJson(own[0], member, encoding)) return WireValue.OfJson(Encoding.UTF8.GetBytes(own[0]));
        return member.Has(WireKinds.List) && (own.Length > 1 || !member.IsScalar)
            ? WireValue.Of(own.Select(item => IsJson(item, member.Item, null) ? WireValue.OfJson(Encoding.UTF8.GetBytes(item)) : WireValue.Of(item)))
            : WireValue.Of(own[0]);
    }

    /// <summary>An object is JSON text where no style says otherwise (OpenAPI 3.1.1, "Encoding Object").</summary>
    public static bool IsJson(string text, WireShape shape, FormEncoding? encoding) =>
        encoding?.IsJson == true || (shape.Has(WireKinds.Object) && text.TrimStart().StartsWith('{')) || (shape is { IsScalar: false } && shape.Has(WireKinds.List) && text.TrimStart().StartsWith('[') && shape.Item.IsStructured);
}
