namespace OpenApiGen.Http;

/// <summary>How a parameter's value becomes text (OpenAPI 3.2, "Style Values" and "Style Examples").</summary>
public enum ParameterStyle
{
    /// <summary>Query and cookie: <c>color=blue,black</c>, exploded <c>color=blue&amp;color=black</c> (RFC 6570 section 3.2.8).</summary>
    Form,

    /// <summary>Path and header: <c>blue,black</c> (RFC 6570 section 3.2.2).</summary>
    Simple,

    /// <summary>Path: <c>.blue,black</c>, exploded <c>.blue.black</c> (RFC 6570 section 3.2.5).</summary>
    Label,

    /// <summary>Path: <c>;color=blue,black</c>, exploded <c>;color=blue;color=black</c> (RFC 6570 section 3.2.7).</summary>
    Matrix,

    /// <summary>
    /// Query: <c>color=blue%20black</c>; exploded it is undefined, and sent as <see cref="Form"/>. Path, in Swagger 2.0:
    /// <c>blue%20black</c>.
    /// </summary>
    SpaceDelimited,

    /// <summary>
    /// Query: <c>color=blue%7Cblack</c>; exploded it is undefined, and sent as <see cref="Form"/>. Path, in Swagger 2.0:
    /// <c>blue%7Cblack</c>.
    /// </summary>
    PipeDelimited,

    /// <summary>Query, objects: <c>color%5BR%5D=100</c>. What is no object is undefined, and sent as <see cref="Form"/>.</summary>
    DeepObject,

    /// <summary>Cookie, since OpenAPI 3.2: as <see cref="Form"/> with <c>; </c> between pairs and without percent-encoding.</summary>
    Cookie,

    /// <summary>Query and path, in Swagger 2.0 (<c>collectionFormat: tsv</c>): as <see cref="SpaceDelimited"/> with <c>%09</c>.</summary>
    TabDelimited,
}
