using OpenApiGen.Http;

namespace OpenApiGen.AspNetCore;

/// <summary>The styles of parameters, backwards: text as it came over the wire to what it holds (OpenAPI 3.2, "Style Values").</summary>
internal static class StyleReader
{
    /// <summary>A path parameter.</summary>
    public static WireValue Path(string name, string raw, WireShape shape, ParameterStyle style, bool explode)
    {
        switch (style)
        {
            case ParameterStyle.Label:
                return Delimited(raw.StartsWith('.') ? raw[1..] : raw, explode ? ["."] : [","], explode, shape, WireText.Decode);
            case ParameterStyle.Matrix:
                string text = raw.StartsWith(';') ? raw[1..] : raw;
                if (explode && shape.Has(WireKinds.List))
                    return WireValue.Of(text.Split(';').Select(item => WireValue.Of(WireText.Decode(Valued(item, name)))));
                return explode && shape.Has(WireKinds.Object)
                    ? Delimited(text, [";"], explode, shape, WireText.Decode)
                    : Delimited(Valued(text, name), [","], explode, shape, WireText.Decode);
            default:
                return Delimited(raw, Delimiters(style), explode, shape, WireText.Decode);
        }
    }

    /// <summary>A header; several lines of it are one list (RFC 9110 section 5.2).</summary>
    public static WireValue Header(string text, WireShape shape, bool explode) =>
        Delimited(text, [","], explode, shape, static item => item.Trim());

    /// <summary>A query parameter, or a cookie, or a field of a form; null where it is not there.</summary>
    /// <param name="pairs">Names, and values as they came.</param>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="shape">What it is.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="explode">Whether items and members are pairs of their own.</param>
    /// <param name="isOther">Whether a name belongs to another parameter.</param>
    /// <param name="decode">What text means.</param>
    public static WireValue? Pairs(
        WirePairs pairs,
        string name,
        WireShape shape,
        ParameterStyle style,
        bool explode,
        Func<string, bool> isOther,
        Func<string, string> decode
    )
    {
        IReadOnlyList<string> own = pairs.Of(name);
        if (style == ParameterStyle.DeepObject)
            return Deep(pairs, name, shape, decode) ?? Own(pairs, own, shape, decode);
        if (explode && shape.Has(WireKinds.Object) && own.Count == 0)
            return Members(pairs, name, shape, isOther, decode);
        if (own.Count == 0)
            return shape.Has(WireKinds.List) ? Bracketed(pairs, name, shape, decode) : null;
        if (explode || !shape.IsStructured)
            return Own(pairs, own, shape, decode);

        // Only of texts can a comma be a part; many clients encode those between, too.
        bool isCommaEncoded =
            own.Count == 1
            && !own[0].Contains(',', StringComparison.Ordinal)
            && shape.Has(WireKinds.List)
            && !shape.Item.Has(WireKinds.Text);
        string[] delimiters = Delimiters(style);
        return own.Count == 1
            ? Delimited(own[0], isCommaEncoded && delimiters is [","] ? [",", "%2C", "%2c"] : delimiters, explode: false, shape, decode)
            : WireValue.Of(own.Select(item => WireValue.Of(decode(item))));
    }

    private static string[] Delimiters(ParameterStyle style) =>
        style switch
        {
            ParameterStyle.SpaceDelimited => ["%20", "+", " "],
            ParameterStyle.PipeDelimited => ["|", "%7C", "%7c"],
            ParameterStyle.TabDelimited => ["%09", "\t"],
            _ => [","],
        };

    private static WireValue? Own(WirePairs pairs, IReadOnlyList<string> own, WireShape shape, Func<string, string> decode)
    {
        if (own.Count == 0)
            return null;
        bool isList = shape.Has(WireKinds.List) && (own.Count > 1 || !shape.IsScalar);
        return isList ? WireValue.Of(own.Select(item => WireValue.Of(decode(item)))) : WireValue.Of(decode(pairs.One(own)));
    }

    private static WireValue? Members(
        WirePairs pairs,
        string name,
        WireShape shape,
        Func<string, bool> isOther,
        Func<string, string> decode
    )
    {
        Dictionary<string, List<string>> members = [];
        foreach ((string key, string value) in pairs.All)
        {
            if (!shape.Declares(key) && (shape.Additional is null || key == name || isOther(key)))
                continue;
            if (!members.TryGetValue(key, out List<string>? values))
                members.Add(key, values = []);
            values.Add(value);
        }

        return members.Count == 0
            ? null
            : WireValue.Of(
                members.Select(member => new KeyValuePair<string, WireValue>(
                    member.Key,
                    Own(pairs, member.Value, shape.Of(member.Key), decode)!
                ))
            );
    }

    /// <summary><c>tags[]=a&amp;tags[]=b</c>, which OpenAPI does not know and many clients send.</summary>
    private static WireValue? Bracketed(WirePairs pairs, string name, WireShape shape, Func<string, string> decode)
    {
        string[] items =
        [
            .. pairs
                .Within(name)
                .Where(static pair => pair.Names is [var index] && WireText.IsIndex(index))
                .Select(static pair => pair.Value),
        ];
        return Own(pairs, items, shape, decode);
    }

    private static WireValue? Deep(WirePairs pairs, string name, WireShape shape, Func<string, string> decode)
    {
        DeepNode root = new();
        foreach ((string[] names, string value) in pairs.Within(name))
            root.Add(names, decode(value));
        return root.IsEmpty ? null : root.Value(shape);
    }

    private static WireValue Delimited(string raw, string[] delimiters, bool explode, WireShape shape, Func<string, string> decode)
    {
        if (!shape.IsStructured || (shape.IsScalar && !Array.Exists(delimiters, d => raw.Contains(d, StringComparison.Ordinal))))
            return WireValue.Of(decode(raw));
        string[] parts = raw.Length == 0 ? [] : raw.Split(delimiters, StringSplitOptions.None);
        if (
            shape.Has(WireKinds.Object)
            && (
                !shape.Has(WireKinds.List)
                || (explode && Array.TrueForAll(parts, static part => part.Contains('=', StringComparison.Ordinal)))
            )
        )
        {
            List<KeyValuePair<string, WireValue>> pairs = [];
            for (int i = 0; i < parts.Length; i++)
            {
                string name = parts[i],
                    value = "";
                if (explode)
                    (name, value) = name.IndexOf('=', StringComparison.Ordinal) is var at and >= 0
                        ? (name[..at], name[(at + 1)..])
                        : (name, "");
                else if (++i < parts.Length)
                    value = parts[i];
                pairs.Add(new(decode(name), WireValue.Of(decode(value))));
            }

            return WireValue.Of(pairs);
        }

        // No text at all is a list of one empty text, or none where no item can be that.
        if (parts.Length == 0 && shape.Item.Has(WireKinds.Text))
            parts = [""];
        return WireValue.Of(parts.Select(item => WireValue.Of(decode(item))));
    }

    /// <summary>Of <c>color=blue</c>, what follows the name.</summary>
    private static string Valued(string text, string name)
    {
        int at = text.IndexOf('=', StringComparison.Ordinal);
        return at >= 0 ? text[(at + 1)..]
            : WireText.Decode(text) == name ? ""
            : text;
    }
}
