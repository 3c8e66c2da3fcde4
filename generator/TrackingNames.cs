namespace OpenApiGen.Generator;

/// <summary>The names of the pipeline's steps, as tests and profilers see them.</summary>
internal static class TrackingNames
{
    public const string Capabilities = nameof(Capabilities);
    public const string Specs = nameof(Specs);
    public const string Baselines = nameof(Baselines);
    public const string Files = nameof(Files);
    public const string Build = nameof(Build);
    public const string Diagnostics = nameof(Diagnostics);
    public const string Model = nameof(Model);
    public const string Types = nameof(Types);
    public const string Clients = nameof(Clients);
    public const string Removed = nameof(Removed);
    public const string Groups = nameof(Groups);
    public const string Servers = nameof(Servers);
    public const string Handlers = nameof(Handlers);
    public const string Shapes = nameof(Shapes);
    public const string Json = nameof(Json);
}
