using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Todos.Server;

/// <summary>
/// Says in the document what is <c>[Obsolete]</c> in the code, with its message; ASP.NET Core 10 does not do that by itself.
/// </summary>
internal static class Deprecation
{
    private const string Message = "x-deprecated-message";

    public static OpenApiOptions AddDeprecation(this OpenApiOptions options)
    {
        options.AddOperationTransformer(
            static (operation, context, _) =>
            {
                ObsoleteAttribute? obsolete = context
                    .Description.ActionDescriptor.EndpointMetadata.OfType<ObsoleteAttribute>()
                    .FirstOrDefault();
                if (obsolete is null)
                    return Task.CompletedTask;
                operation.Deprecated = true;
                operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
                if (obsolete.Message is { } message)
                    operation.Extensions[Message] = new JsonNodeExtension(JsonValue.Create(message));
                return Task.CompletedTask;
            }
        );
        options.AddSchemaTransformer(
            static (schema, context, _) =>
            {
                object? found = context
                    .JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(ObsoleteAttribute), inherit: true)
                    .FirstOrDefault();
                if (found is not ObsoleteAttribute obsolete)
                    return Task.CompletedTask;
                schema.Deprecated = true;
                schema.Extensions ??= new Dictionary<string, IOpenApiExtension>();
                if (obsolete.Message is { } message)
                    schema.Extensions[Message] = new JsonNodeExtension(JsonValue.Create(message));
                return Task.CompletedTask;
            }
        );
        return options;
    }
}
