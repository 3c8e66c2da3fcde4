using Todos;

using HttpClient http = new();
TodosClient client = new(http, new() { Server = new Uri(args is [string server] ? server : "http://localhost:5000") });

Todo todo = await client.Todos.GetTodoAsync(1);
Console.WriteLine(todo.Title);

// Without the next directive the compiler warns of what is [Obsolete] in the server, in its words:
// OAG9003: 'ITodosClient.GetFirstTodoAsync(…)' is obsolete: 'Use GetTodo instead.'
// OAG9002: 'Todo.OldTitle' is obsolete: 'Use Title instead.'
#pragma warning disable OAG9002, OAG9003
todo = await client.Todos.GetFirstTodoAsync();
Console.WriteLine(todo.OldTitle ?? todo.Title);
