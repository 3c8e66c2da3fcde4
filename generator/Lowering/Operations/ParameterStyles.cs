using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>The style of a parameter, as far as it differs from what the runtime does by itself (OAS 3.2, "Style Values").</summary>
internal static class ParameterStyles
{
    /// <param name="context">The document.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="place">Where it travels.</param>
    /// <param name="source">Where it is declared.</param>
    /// <param name="explode">Whether items are spelled one by one; null for what the parameter itself says.</param>
    public static string Arguments(
        LoweringContext context,
        IOpenApiParameter parameter,
        ParameterPlace place,
        SpecPointer source,
        bool? explode
    )
    {
        if (place == ParameterPlace.QueryString)
            return "";
        ParameterStyle usual = place is ParameterPlace.Path or ParameterPlace.Header ? ParameterStyle.Simple : ParameterStyle.Form;
        ParameterStyle style = parameter.Style ?? usual;
        if (!IsOf(style, place, context.Version))
        {
            context.Report(
                DiagnosticDescriptors.SpecificationError,
                source["style"],
                $"this style does not exist for a {place.ToString().ToLowerInvariant()} parameter; {usual.ToString().ToLowerInvariant()} is used"
            );
            style = usual;
        }

        // The reader's model knows the default of style form only.
        bool exploded =
            explode
            ?? (parameter.Explode || (style == ParameterStyle.Cookie && context.Raw(source) is JsonObject node && node["explode"] is null));
        bool usualExplode = place is ParameterPlace.Query or ParameterPlace.Cookie;
        bool isTab = place != ParameterPlace.Header && parameter.Extensions?.ContainsKey(DocumentRepair.TabSeparated) == true;
        string text =
            isTab ? ", style: §ParameterStyle.TabDelimited"
            : style == usual ? ""
            : ", style: §ParameterStyle." + style;
        if (exploded != usualExplode && style != ParameterStyle.DeepObject)
            text += ", explode: " + (exploded ? "true" : "false");
        if (parameter.AllowReserved && IsEncoded(style, place))
            text += ", allowReserved: true";
        return text;
    }

    /// <summary>Whether a style is defined for a place; those with a delimiter are there for paths in Swagger 2.0.</summary>
    private static bool IsOf(ParameterStyle style, ParameterPlace place, OpenApiSpecVersion version) =>
        style switch
        {
            ParameterStyle.Simple => place is ParameterPlace.Path or ParameterPlace.Header,
            ParameterStyle.Label or ParameterStyle.Matrix => place == ParameterPlace.Path,
            ParameterStyle.Form => place is ParameterPlace.Query or ParameterPlace.Cookie,
            ParameterStyle.Cookie => place == ParameterPlace.Cookie,
            ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited when version == OpenApiSpecVersion.OpenApi2_0 => place
                is ParameterPlace.Path
                    or ParameterPlace.Query,
            _ => place == ParameterPlace.Query,
        };

    /// <summary>
    /// Whether there is anything that <c>allowReserved</c> could leave out: it "only applies to in and style values that automatically
    /// percent-encode".
    /// </summary>
    private static bool IsEncoded(ParameterStyle style, ParameterPlace place) =>
        place != ParameterPlace.Header && style != ParameterStyle.Cookie;
}
