using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>The style of a parameter, as far as it differs from what the runtime does by itself (OAS 3.2, "Style Values").</summary>
internal static class ParameterStyles
{
    public static string Arguments(LoweringContext context, IOpenApiParameter parameter, ParameterPlace place, SpecPointer source)
    {
        if (place == ParameterPlace.QueryString) return "";
        ParameterStyle usual = place is ParameterPlace.Path or ParameterPlace.Header ? ParameterStyle.Simple : ParameterStyle.Form;
        ParameterStyle style = parameter.Style ?? usual;
        if (!IsOf(style, place))
        {
            context.Unsupported(source, "style", $"a {place.ToString().ToLowerInvariant()} parameter has no such style; it is sent as if there were none");
            style = usual;
        }

        // The reader's model knows the default of style form only.
        bool explode = parameter.Explode || (style == ParameterStyle.Cookie && context.Raw(source) is JsonObject node && node["explode"] is null);
        bool usualExplode = place is ParameterPlace.Query or ParameterPlace.Cookie;
        string text = style == usual ? "" : ", style: §ParameterStyle." + style;
        if (explode != usualExplode && style != ParameterStyle.DeepObject) text += ", explode: " + (explode ? "true" : "false");
        if (parameter.AllowReserved && IsEncoded(style, place)) text += ", allowReserved: true";
        return text;
    }

    private static bool IsOf(ParameterStyle style, ParameterPlace place) => style switch
    {
        ParameterStyle.Simple => place is ParameterPlace.Path or ParameterPlace.Header,
        ParameterStyle.Label or ParameterStyle.Matrix => place == ParameterPlace.Path,
        ParameterStyle.Form => place is ParameterPlace.Query or ParameterPlace.Cookie,
        ParameterStyle.Cookie => place == ParameterPlace.Cookie,
        _ => place == ParameterPlace.Query,
    };

    /// <summary>Whether there is anything that <c>allowReserved</c> could leave out: it "only applies to in and style values that automatically percent-encode".</summary>
    private static bool IsEncoded(ParameterStyle style, ParameterPlace place) => place != ParameterPlace.Header && style != ParameterStyle.Cookie;
}
