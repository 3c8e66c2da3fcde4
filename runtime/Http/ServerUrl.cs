namespace OpenApiGen.Http;

/// <summary>Servers whose URL has variables (OpenAPI, Server Object).</summary>
public static class ServerUrl
{
    /// <summary>Fills in the variables.</summary>
    /// <param name="template">The URL with <c>{name}</c> in it.</param>
    /// <param name="values">A value for each name; it is put in as it is.</param>
    /// <returns>The URL; a relative one where the template is.</returns>
    /// <exception cref="ArgumentException">A value would change which host is spoken to: it has one of <c>/ \ ? # @</c> or white space
    /// where the host stands; or the result is no URL.</exception>
    public static Uri Expand(string template, params (string Name, string Value)[] values)
    {
        if (template is null)
            throw new ArgumentNullException(nameof(template));
        int host = template.IndexOf("://", StringComparison.Ordinal) + 3;
        int end = host < 3 ? -1 : template.IndexOf('/', host);
        if (host >= 3 && end < 0)
            end = template.Length;
        string text = template;
        foreach ((string name, string value) in values ?? [])
        {
            string expression = "{" + name + "}";
            int at = template.IndexOf(expression, StringComparison.Ordinal);
            if (value is null)
                throw new ArgumentException($"Server variable '{name}' is null.");
            if (at >= 0 && at < end && value.IndexOfAny(['/', '\\', '?', '#', '@', ' ', '\r', '\n', '\t']) >= 0)
                throw new ArgumentException($"Server variable '{name}' has a character that no host name has.");
            text = text.Replace(expression, value);
        }

        return Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? server)
            ? server
            : throw new ArgumentException($"With these variables the server is not a URL: '{template}'.");
    }
}
