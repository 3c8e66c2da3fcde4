using System.Globalization;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>Response keys of a description: a status, a range such as 4XX, or default.</summary>
internal static class StatusNames
{
    /// <summary>The status, 1 to 5 for a range, 0 for default; null for anything else.</summary>
    public static int? Parse(string key)
    {
        if (key == "default")
            return 0;
        if (key.Length == 3 && key[0] is >= '1' and <= '5' && key[1] is 'X' or 'x' && key[2] is 'X' or 'x')
            return key[0] - '0';
        return int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out int status) && status is >= 100 and <= 599
            ? status
            : null;
    }

    public static bool IsSuccess(int status) => status is 2 or (>= 200 and <= 299);

    /// <summary>The reason phrase of RFC 9110 as a name.</summary>
    public static string Name(int status) =>
        status switch
        {
            0 => "Default",
            200 => "Ok",
            201 => "Created",
            202 => "Accepted",
            203 => "NonAuthoritativeInformation",
            204 => "NoContent",
            205 => "ResetContent",
            206 => "PartialContent",
            207 => "MultiStatus",
            301 => "MovedPermanently",
            302 => "Found",
            303 => "SeeOther",
            304 => "NotModified",
            307 => "TemporaryRedirect",
            308 => "PermanentRedirect",
            400 => "BadRequest",
            401 => "Unauthorized",
            402 => "PaymentRequired",
            403 => "Forbidden",
            404 => "NotFound",
            405 => "MethodNotAllowed",
            406 => "NotAcceptable",
            408 => "RequestTimeout",
            409 => "Conflict",
            410 => "Gone",
            412 => "PreconditionFailed",
            413 => "ContentTooLarge",
            415 => "UnsupportedMediaType",
            422 => "UnprocessableContent",
            423 => "Locked",
            424 => "FailedDependency",
            429 => "TooManyRequests",
            500 => "InternalServerError",
            501 => "NotImplemented",
            502 => "BadGateway",
            503 => "ServiceUnavailable",
            504 => "GatewayTimeout",
            < 10 => "Status" + status.ToString(CultureInfo.InvariantCulture) + "XX",
            _ => "Status" + status.ToString(CultureInfo.InvariantCulture),
        };
}
