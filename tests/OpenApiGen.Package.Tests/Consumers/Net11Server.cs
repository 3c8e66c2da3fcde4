using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

// An application of .NET 11 as its templates make it, with what its own description says in a way of its own: numbers that may come as
// strings,
// unions, polymorphism, enums, results of several types, and what is obsolete.
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddOpenApi();
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
WebApplication app = builder.Build();
app.Urls.Add("http://127.0.0.1:0");
app.MapOpenApi();
app.MapGet("/pets/{id}", Pet (int id) => id == 1 ? new Dog("Rex", true) : new Cat("Tom", 9)).WithName("GetPet").WithTags("Pets");
app.MapGet("/vehicles/{id}", Vehicle (long id) => id == 1 ? new Car(4) : new Truck(7.5)).WithName("GetVehicle").WithTags("Vehicles");
app.MapPost("/vehicles", (Vehicle vehicle) => vehicle.GetType().Name).WithName("AddVehicle").WithTags("Vehicles");
app.MapPost("/todos", Results<Created<Todo>, ValidationProblem, NotFound> (Todo todo) =>
{
    if (todo.Title.Length > 20) return TypedResults.ValidationProblem([new("Title", ["It is longer than 20 characters."])]);
    if (todo.Id == 404) return TypedResults.NotFound();
    return TypedResults.Created($"/todos/{todo.Id}", todo with { Tags = new() { ["copies"] = [1, 2] }, Shade = Color.Green });
}).WithName("AddTodo").WithTags("Todos");
app.MapGet("/todos", (Color? color, int[] ids) => ids.Select(id => new Todo($"Todo {id}", id, null, color ?? Color.Red, 1.5)).ToArray())
    .WithName("ListTodos").WithTags("Todos");
app.MapGet("/old", [Obsolete("Use ListTodos instead.")] () => "old").WithName("GetOld").WithTags("Todos");
await app.StartAsync();
Console.WriteLine(app.Urls.First());
await app.WaitForShutdownAsync();

public union Pet(Dog, Cat);

public record Dog(string Name, bool Barks);

public record Cat(string Name, int Lives);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Car), "car")]
[JsonDerivedType(typeof(Truck), "truck")]
public abstract record Vehicle;

public record Car(int Doors) : Vehicle;

public record Truck(double Load) : Vehicle;

public enum Color
{
    Red,
    Green,
}

public record Todo([property: MaxLength(20)] string Title, long Id, string? Note, Color Color, double Effort)
{
    [Obsolete("Use Title instead.")]
    public string? OldTitle { get; init; }

    public Dictionary<string, int[]>? Tags { get; init; }

    public Color? Shade { get; init; }
}
