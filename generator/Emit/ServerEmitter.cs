using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>The interface that all handlers have, and the methods that map them as endpoints of ASP.NET Core.</summary>
internal static class ServerEmitter
{
    public static void Emit(ServerApiModel model, SourceWriter w)
    {
        if (!model.Handlers.IsEmpty)
        {
            w.Docs("summary", "A handler of operations of this API: a class that has the interfaces of one group or of several.");
            w.Lines($"{w.Access} partial interface {model.HandlerName} {{ }}");
            w.Blank();
        }

        w.Docs("summary", "Maps this API as endpoints of ASP.NET Core.");
        using (w.Open($"{w.Access} static partial class {model.Name}"))
        {
            bool first = true;
            if (!model.Handlers.IsEmpty)
            {
                Instances(model, w);
                w.Blank();
                Services(model, w);
                first = false;
            }

            foreach (ReceiverModel receiver in model.Receivers)
            {
                if (!first)
                    w.Blank();
                first = false;
                Receiver(model, receiver, w);
            }
        }
    }

    private static void Instances(ServerApiModel model, SourceWriter w)
    {
        w.Docs("summary", "Maps the operations of each group that a handler has the interface of. What has no handler is not mapped.");
        w.Docs("param name=\"endpoints\"", "The application, or a group of its routes, whose prefix then goes before all paths.");
        w.Docs(
            "param name=\"handlers\"",
            "Each serves all requests, at the same time too; for a handler of each request's own, name its type instead."
        );
        w.Docs(
            "returns",
            "All endpoints, for conventions such as <c>RequireAuthorization</c>; each has a <c>ServerOperation</c> in its metadata."
        );
        using (
            w.Open(
                $"public static §RouteGroupBuilder Map{model.ApiName}(this §IEndpointRouteBuilder endpoints, params {model.HandlerName}[] handlers)"
            )
        )
        {
            w.Lines(
                """
                if (endpoints is null) throw new §ArgumentNullException(nameof(endpoints));
                if (handlers is null) throw new §ArgumentNullException(nameof(handlers));
                var server = new §ServerRoutes(endpoints);
                """
            );
            using (w.Open($"foreach ({model.HandlerName} handler in handlers)"))
            {
                for (int i = 0; i < model.Handlers.Length; i++)
                    w.Lines(
                        $"if (handler is {model.Handlers[i].InterfaceName} h{i}) {model.Handlers[i].EndpointsName}.Map(server, _ => h{i});"
                    );
            }

            w.Lines("return server.Build();");
        }
    }

    private static void Services(ServerApiModel model, SourceWriter w)
    {
        w.Docs(
            "summary",
            "Likewise, with a handler that the services of each request give: register it with the lifetime that it is to have."
        );
        w.Docs("typeparam name=\"THandler\"", "The class of the handler.");
        w.Docs("param name=\"endpoints\"", "The application, or a group of its routes, whose prefix then goes before all paths.");
        w.Docs(
            "returns",
            "All endpoints, for conventions such as <c>RequireAuthorization</c>; each has a <c>ServerOperation</c> in its metadata."
        );
        using (
            w.Open(
                $"public static §RouteGroupBuilder Map{model.ApiName}<THandler>(this §IEndpointRouteBuilder endpoints) where THandler : class, {model.HandlerName}"
            )
        )
        {
            w.Lines(
                "if (endpoints is null) throw new §ArgumentNullException(nameof(endpoints));\nvar server = new §ServerRoutes(endpoints);"
            );
            foreach (HandlerReference handler in model.Handlers)
            {
                w.Lines(
                    $"if (typeof({handler.InterfaceName}).IsAssignableFrom(typeof(THandler))) {handler.EndpointsName}.Map(server, static c => ({handler.InterfaceName})(object)§ServiceProviderServiceExtensions.GetRequiredService<THandler>(c.RequestServices));"
                );
            }

            w.Lines("return server.Build();");
        }
    }

    private static void Receiver(ServerApiModel model, ReceiverModel receiver, SourceWriter w)
    {
        bool areWebhooks = receiver.Suffix == "Webhooks";
        w.Docs(
            "summary",
            $"Maps an endpoint that receives {(areWebhooks ? "webhooks" : "callbacks")}. What is not JSON is refused with 400."
        );
        w.Docs("param name=\"endpoints\"", "The application, or a group of its routes.");
        w.Docs("param name=\"pattern\"", "The route.");
        w.Docs(
            "param name=\"handle\"",
            "Is given each event, those of unknown types too. The response is 204, unless it sets another status."
        );
        w.Docs(
            "param name=\"verify\"",
            "Says whether the sender is who it should be, by the bytes of the body and the headers; where it says no the response is 401. Without one, every sender is accepted."
        );
        w.Lines(
            $"public static §IEndpointConventionBuilder Map{model.ApiName}{receiver.Suffix}(this §IEndpointRouteBuilder endpoints, string pattern, §Func<{receiver.TypeName}, §HttpContext, §Task> handle, §WebhookVerifier? verify = null) =>"
        );
        using (w.Indented())
            w.Lines(
                $"§WebhookReceiver.Map(endpoints, pattern, {receiver.TypeName}.Converter.Read, handle, verify{(w.Context.Reading == "Tolerant" ? "" : ", §ApiReading." + w.Context.Reading)});"
            );
    }
}
