using OpenApiGen.Spector;

// Program UPSTREAM URL: serves all documents at URL; each call goes through the generated client to UPSTREAM, and its answer back.
Uri upstream = new(args[0]);
WebApplicationBuilder builder = WebApplication.CreateBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls(args[1]);
WebApplication app = builder.Build();
app.Use(
    async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception failure)
        {
            Console.WriteLine($"{context.Request.Method} {context.Request.Path}: {failure.GetType().Name}: {failure.Message}");
            if (context.Response.HasStarted)
                throw;
            context.Response.StatusCode = 599;
        }

        if (context.Response.StatusCode is 400 or 404 or 405 or 415 or 422)
            Console.WriteLine(
                $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}: {context.Response.StatusCode} by {context.GetEndpoint()?.DisplayName ?? "no endpoint"}"
            );
    }
);
using HttpClient http = new() { Timeout = TimeSpan.FromSeconds(20) };
foreach (RelayedApi api in RelayedApi.All())
    api.Map(app, http, upstream);
Console.WriteLine("ready");
app.Run();
