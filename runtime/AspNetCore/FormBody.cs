using System.Text;
using System.Text.Json;
using OpenApiGen.Http;
using OpenApiGen.Json;

namespace OpenApiGen.AspNetCore;

/// <summary>The fields of a form: what <c>UrlEncodedForm</c> of the runtime writes, and what browsers do.</summary>
internal static class FormBody
{
    public static WireValue Read(WirePairs pairs, WireShape shape, FormEncoding[] encodings)
    {
        List<KeyValuePair<string, WireValue>> fields = [];
        HashSet<string> taken = [];
        foreach ((string name, WireShape member) in shape.Members)
        {
            if (Named(pairs, name, member, FormEncoding.Find(encodings, name), shape) is { } value)
                fields.Add(new(name, value));
            if (shape.Additional is null)
                continue;
            taken.Add(name);
            taken.UnionWith(pairs.NamesWithin(name));
            if (FormEncoding.Find(encodings, name) is { Style: ParameterStyle.Form, Explode: true } && member.Has(WireKinds.Object))
                taken.UnionWith(member.Members.Select(static m => m.Name));
        }

        if (shape.Additional is { } additional)
        {
            foreach (string name in pairs.Names.Where(key => !taken.Contains(key)))
                fields.Add(new(name, Named(pairs, name, additional, null, shape)!));
        }

        return WireValue.Of(fields);
    }

    private static WireValue? Named(WirePairs pairs, string name, WireShape member, FormEncoding? encoding, WireShape form)
    {
        try
        {
            return Field(pairs, name, member, encoding, form);
        }
        catch (JsonException fault) when (fault.Path is null)
        {
            throw new JsonException(fault.Message, "$" + JsonLocation.Segment(name), null, null, fault);
        }
    }

    private static WireValue? Field(WirePairs pairs, string name, WireShape member, FormEncoding? encoding, WireShape form)
    {
        if (encoding?.Style is { } style)
            return StyleReader.Pairs(pairs, name, member, style, encoding.Explode, other => form.Declares(other), WireText.DecodeQuery);
        string[] own = [.. pairs.Of(name).Select(WireText.DecodeQuery)];
        if (own.Length == 0)
            return StyleReader.Pairs(
                pairs,
                name,
                member,
                ParameterStyle.DeepObject,
                explode: true,
                static _ => false,
                WireText.DecodeQuery
            );
        if (own.Length == 1 && IsJson(own[0], member, encoding))
            return WireValue.OfJson(Encoding.UTF8.GetBytes(own[0]));
        return member.Has(WireKinds.List) && (own.Length > 1 || !member.IsScalar)
            ? WireValue.Of(
                own.Select(item => IsJson(item, member.Item, null) ? WireValue.OfJson(Encoding.UTF8.GetBytes(item)) : WireValue.Of(item))
            )
            : WireValue.Of(pairs.One(own));
    }

    /// <summary>An object is JSON text where no style says otherwise (OpenAPI 3.1.1, "Encoding Object").</summary>
    public static bool IsJson(string text, WireShape shape, FormEncoding? encoding) =>
        encoding?.IsJson == true
        || (shape.Has(WireKinds.Object) && text.TrimStart().StartsWith('{'))
        || (shape is { IsScalar: false } && shape.Has(WireKinds.List) && text.TrimStart().StartsWith('[') && shape.Item.IsStructured);
}
