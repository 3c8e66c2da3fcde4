using Todos.Server;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddOpenApi(static options => options.AddDeprecation());
WebApplication app = builder.Build();
app.MapOpenApi();
app.MapGet("/todos/{id}", static (int id) => new Todo("Water the plants", id)).WithName("GetTodo").WithTags("Todos");
app.MapGet("/todo", [Obsolete("Use GetTodo instead.")] static () => new Todo("Water the plants", 1))
    .WithName("GetFirstTodo")
    .WithTags("Todos");
app.Run();

namespace Todos.Server
{
    internal sealed record Todo(string Title, long Id)
    {
        [Obsolete("Use Title instead.")]
        public string? OldTitle { get; init; }
    }
}
