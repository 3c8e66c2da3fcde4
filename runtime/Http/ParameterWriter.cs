using System.Text;

namespace OpenApiGen.Http;

// All styles of OpenAPI as one expansion (RFC 6570 section 3.2.1 and appendix A) over a row of data per style.
internal struct ParameterWriter
{
    private static readonly Row s_form = new(',', ",", named: true, ifEmpty: "=");
    private static readonly Row s_space = new(' ', "%20", named: true, ifEmpty: "=");
    private static readonly Row s_pipe = new('|', "%7C", named: true, ifEmpty: "=");
    private static readonly Row s_tab = new('\t', "%09", named: true, ifEmpty: "=");
    private static readonly Row s_matrix = new(',', ",", named: true, ifEmpty: "");
    private static readonly Row s_plain = new(',', ",", named: false, ifEmpty: "");

    private static readonly Row s_plainSpace = new(' ', "%20", named: false, ifEmpty: "");
    private static readonly Row s_plainPipe = new('|', "%7C", named: false, ifEmpty: "");
    private static readonly Row s_plainTab = new('\t', "%09", named: false, ifEmpty: "");

    private readonly StringBuilder _target;
    private readonly string _between;
    private readonly Row _row;
    private readonly KeptCharacters _kept;
    private string _before;

    private ParameterWriter(StringBuilder target, string first, string between, in Row row, in KeptCharacters kept)
    {
        _target = target;
        _before = first;
        _between = between;
        _row = row;
        _kept = kept;
    }

    /// <summary>The text that replaces a template expression.</summary>
    public static string Path(string name, ParameterValue value, ParameterStyle style, bool explode, bool allowReserved)
    {
        var target = new StringBuilder();
        KeptCharacters kept = allowReserved ? KeptCharacters.ReservedInPath : KeptCharacters.None;
        var writer = style switch
        {
            ParameterStyle.Simple => new ParameterWriter(target, "", ",", s_plain, kept),
            ParameterStyle.Label => new ParameterWriter(target, ".", ".", s_plain, kept),
            ParameterStyle.Matrix => new ParameterWriter(target, ";", ";", s_matrix, kept),
            ParameterStyle.SpaceDelimited => new ParameterWriter(target, "", ",", s_plainSpace, kept),
            ParameterStyle.PipeDelimited => new ParameterWriter(target, "", ",", s_plainPipe, kept),
            ParameterStyle.TabDelimited => new ParameterWriter(target, "", ",", s_plainTab, kept),
            _ => throw Misplaced(name, style, "path"),
        };
        writer.Write(name, value, explode);
        return target.ToString();
    }

    /// <summary>Appends to a query: pairs with &amp; between them, also before the first when there are some already.</summary>
    public static void Query(
        StringBuilder target,
        string name,
        ParameterValue value,
        ParameterStyle style,
        bool explode,
        bool allowReserved
    )
    {
        Row row = style switch
        {
            ParameterStyle.Form or ParameterStyle.DeepObject => s_form,
            ParameterStyle.SpaceDelimited => s_space,
            ParameterStyle.PipeDelimited => s_pipe,
            ParameterStyle.TabDelimited => s_tab,
            _ => throw Misplaced(name, style, "query"),
        };
        KeptCharacters kept = allowReserved ? KeptCharacters.ReservedInQuery : KeptCharacters.None;
        var writer = new ParameterWriter(target, target.Length > 0 ? "&" : "", "&", row, kept);
        if (style != ParameterStyle.DeepObject)
            writer.Write(name, value, explode);
        else
            writer.Deep(name, Encoded(name), value);
    }

    /// <summary>The value of a header: style simple, not percent-encoded (OpenAPI 3.1.1, Parameter Object).</summary>
    public static string Header(string name, ParameterValue value, bool explode)
    {
        var target = new StringBuilder();
        new ParameterWriter(target, "", ",", s_plain, KeptCharacters.All).Write(name, value, explode);
        return target.ToString();
    }

    /// <summary>Appends to the Cookie header, whose pairs have "; " between them (RFC 6265 section 4.2.1) in either style.</summary>
    public static void Cookie(
        StringBuilder target,
        string name,
        ParameterValue value,
        ParameterStyle style,
        bool explode,
        bool allowReserved
    )
    {
        if (style is not (ParameterStyle.Form or ParameterStyle.Cookie))
            throw Misplaced(name, style, "cookie");
        KeptCharacters kept =
            style == ParameterStyle.Cookie ? KeptCharacters.All
            : allowReserved ? KeptCharacters.ReservedInCookie
            : KeptCharacters.None;
        if (kept.IsAll)
            RefuseCookieBreak(name, value);
        new ParameterWriter(target, target.Length > 0 ? "; " : "", "; ", s_form, kept).Write(name, value, explode);
    }

    private void Write(string name, ParameterValue value, bool explode)
    {
        if (value.IsNothing)
            return;
        if (value.Text is { } text)
            Pair(name, text, _row.Named);
        else if (!explode)
            Joined(name, value);
        else if (value.Items is { } items)
            Repeated(name, items, _row.Named);
        else
            foreach (var pair in value.Pairs!)
            {
                // A member that is an array is not defined; repeating it is what form bodies do everywhere.
                if (pair.Value.Items is { } members)
                    Repeated(pair.Key, members, named: true);
                else
                    Pair(pair.Key, Scalar(name, pair.Value), named: true);
            }
    }

    private void Repeated(string name, ParameterValue[] items, bool named)
    {
        foreach (ParameterValue item in items)
            Pair(name, Scalar(name, item), named);
    }

    private void Pair(string name, string value, bool named)
    {
        Open();
        if (named)
        {
            // `=` would end the name, so a name keeps no reserved character even where values do.
            PercentEncoding.Append(_target, name, _kept.IsAll ? _kept : KeptCharacters.None);
            _target.Append(value.Length > 0 || !_row.Named ? "=" : _row.IfEmpty);
        }

        PercentEncoding.Append(_target, value, _kept);
    }

    // blue,black,brown | R,100,G,200,B,150 after the name, where the style has names
    private void Joined(string name, ParameterValue value)
    {
        Open();
        if (_row.Named)
            PercentEncoding.Append(_target, name, _kept.IsAll ? _kept : KeptCharacters.None);
        int afterName = _target.Length;
        string separator = "";
        if (value.Items is { } items)
            foreach (ParameterValue item in items)
                Item(Scalar(name, item), ref separator);
        else
            foreach (var pair in value.Pairs!)
            {
                Item(pair.Key, ref separator);
                Item(Scalar(name, pair.Value), ref separator);
            }

        if (_row.Named)
            _target.Insert(afterName, _target.Length > afterName ? "=" : _row.IfEmpty);
    }

    private readonly void Item(string text, ref string separator)
    {
        _target.Append(separator);
        separator = _row.Separator;
        PercentEncoding.Append(_target, text, _kept, _row.Delimiter);
    }

    // color[R]=100; a nested object adds one more bracket, which OpenAPI leaves undefined and servers that know the style read.
    private void Deep(string name, string encodedName, ParameterValue value)
    {
        if (value.IsNothing)
            return;
        if (value.Pairs is { } pairs)
            foreach (var pair in pairs)
                Deep(name, $"{encodedName}%5B{Encoded(pair.Key)}%5D", pair.Value);
        else
            foreach (ParameterValue item in value.Items ?? [value])
            {
                Open();
                _target.Append(encodedName).Append('=');
                PercentEncoding.Append(_target, Scalar(name, item), _kept);
            }
    }

    private void Open()
    {
        _target.Append(_before);
        _before = _between;
    }

    // Nothing is encoded in style cookie, so the character that starts the next cookie must not be there; line breaks are the header's
    // matter.
    private static void RefuseCookieBreak(string name, ParameterValue value)
    {
        if (value.Text?.Contains(';') == true)
            throw new ArgumentException($"Cookie '{name}' has ';' in its value, and style cookie does not encode it.");
        foreach (ParameterValue item in value.Items ?? [])
            RefuseCookieBreak(name, item);
        foreach (var pair in value.Pairs ?? [])
        {
            RefuseCookieBreak(name, pair.Key);
            RefuseCookieBreak(name, pair.Value);
        }
    }

    private static string Encoded(string name)
    {
        var target = new StringBuilder(name.Length);
        PercentEncoding.Append(target, name, KeptCharacters.None);
        return target.ToString();
    }

    public static string Scalar(string name, ParameterValue value) =>
        value.Text ?? throw new ArgumentException($"Parameter '{name}' has a list or object inside one; its style can not express that.");

    private static ArgumentException Misplaced(string name, ParameterStyle style, string place) =>
        new($"Parameter '{name}': style {style} does not exist for a {place} parameter.");

    private readonly struct Row(char delimiter, string separator, bool named, string ifEmpty)
    {
        // Between the items of one value, as a character of data and as text on the wire.
        public readonly char Delimiter = delimiter;
        public readonly string Separator = separator;

        public readonly bool Named = named;

        // What follows the name when the value is empty.
        public readonly string IfEmpty = ifEmpty;
    }
}
