namespace OpenApiGen.Http;

internal static class MediaTypeText
{
    /// <summary>Type and subtype without parameters, as written.</summary>
    public static string Essence(string type)
    {
        int end = type.IndexOf(';');
        return (end < 0 ? type : type.Substring(0, end)).Trim();
    }

    /// <summary><c>application/json</c> or anything with the suffix <c>+json</c> (RFC 6839 section 3.1).</summary>
    public static bool IsJson(string type)
    {
        string essence = Essence(type);
        return essence.EndsWith("/json", StringComparison.OrdinalIgnoreCase)
            || essence.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }
}
