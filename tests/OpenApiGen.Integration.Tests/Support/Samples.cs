namespace OpenApiGen.Integration.Tests.Support;

/// <summary>The literal payloads of specs/junction/samples.</summary>
internal static class Samples
{
    public static string SeedExample => Read("historical-pull.seed-example.json");
    public static string HistoricalPull => Read("historical-pull.json");
    public static string HistoricalPullUnknown => Read("historical-pull.unknown.json");
    public static string Resources => Read("resources.json");
    public static string BulkImportRequest => Read("bulk-import.request.json");
    public static string BulkImportResponse => Read("bulk-import.response.json");
    public static string HttpValidationError => Read("http-validation-error.json");

    private static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", name));
}
