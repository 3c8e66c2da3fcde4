using System.Reflection;
using OpenApiGen;
using Todos;

// What the description of the application has become, called over HTTP.
using HttpClient http = new();
TodosClient client = new(http, new() { Server = new Uri(args[0]) });

foreach (int id in (int[])[1, 2])
    Console.WriteLine("pet: " + Describe(await client.Pets.GetPetAsync(id)));

foreach (long id in (long[])[1, 2])
{
    Vehicle vehicle = await client.Vehicles.GetVehicleAsync(id);
    Console.WriteLine(
        "vehicle: " + vehicle.Match(car: car => $"{car.Doors} doors", truck: truck => $"load {truck.Load:0.0}", unknown: _ => "unknown")
    );
}

// The kind is a constant of its type, and so is not given here.
Console.WriteLine("sent: " + await client.Vehicles.AddVehicleAsync(new VehicleTruck { Load = 7.5 }));

Todo todo = await client.Todos.AddTodoAsync(
    new()
    {
        Title = "Write",
        Id = 9007199254740993,
        Note = null,
        Color = Color.Red,
        Effort = 1.25,
    }
);
Console.WriteLine(
    $"todo: {todo.Id} {todo.Title} {todo.Effort} {todo.Color == Color.Red} {todo.Shade == Color.Green} {string.Join(",", todo.Tags!["copies"])}"
);
IReadOnlyList<Todo> todos = await client.Todos.ListTodosAsync([3, 4], color: Color.Green);
Console.WriteLine("todos: " + string.Join(", ", todos.Select(static t => $"{t.Title} {t.Color}")));

try
{
    await client.Todos.AddTodoAsync(todo with { Title = "A title that is longer than twenty characters" });
}
catch (ApiException<HttpValidationProblemDetails> refused)
{
    Console.WriteLine($"refused: {refused.Error.Status} {string.Join(",", refused.Error.Errors!.Keys)}");
}

try
{
    await client.Todos.AddTodoAsync(todo with { Id = 404 });
}
catch (ApiException missing)
{
    Console.WriteLine($"missing: {(int)missing.StatusCode}");
}

foreach (MemberInfo member in (MemberInfo[])[typeof(Todo).GetProperty("OldTitle")!, typeof(ITodosClient).GetMethod("GetOldAsync")!])
{
    ObsoleteAttribute obsolete = member.GetCustomAttribute<ObsoleteAttribute>()!;
    Console.WriteLine($"obsolete: {member.Name} {obsolete.DiagnosticId}");
}

// Without a last resort: the compiler of C# 15 sees that these are all there are.
static string Describe(Pet pet) =>
    pet switch
    {
        Dog dog => $"{dog.Name} barks {dog.Barks}",
        Cat cat => $"{cat.Name} has {cat.Lives} lives",
        UnknownJson unknown => unknown.Json.ToString(),
    };
