using Microsoft.OpenApi;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>How a parameter's value becomes text: the style as the runtime names it.</summary>
internal static class ParameterStyles
{
    /// <summary>The default of the place (OAS 3.1, 4.8.12.2).</summary>
    public static string Usual(ParameterPlace place) => place is ParameterPlace.Path or ParameterPlace.Header ? nameof(ParameterStyle.Simple) : nameof(ParameterStyle.Form);

    /// <summary>The declared style, where its place has it; the default otherwise.</summary>
    public static string Of(IOpenApiParameter parameter, ParameterPlace place) =>
        parameter.Extensions?.ContainsKey(DocumentRepair.TabSeparated) == true && place != ParameterPlace.Header ? "TabDelimited"
        : parameter.Style is { } style && IsAt(place, style) ? style.ToString()
        : Usual(place);

    /// <summary>Whether a style is defined for a place; those with a delimiter are there for paths in Swagger 2.0.</summary>
    public static bool IsAt(ParameterPlace place, ParameterStyle style) => place switch
    {
        ParameterPlace.Path => style is ParameterStyle.Simple or ParameterStyle.Label or ParameterStyle.Matrix or ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited,
        ParameterPlace.Query => style is ParameterStyle.Form or ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.DeepObject,
        ParameterPlace.Cookie => style is ParameterStyle.Form or ParameterStyle.Cookie,
        _ => style is ParameterStyle.Simple,
    };
}
