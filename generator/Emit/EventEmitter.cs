using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>What the union of a document's events has besides: entry points that read one, and the type of the event as text.</summary>
internal static class EventEmitter
{
    public static void Emit(UnionModel model, EventModel events, SourceWriter w)
    {
        w.Blank();
        w.Docs("summary", "Reads an event, the body of the request that brought it; <c>JsonException</c> when it is not JSON.");
        w.Lines(
            $"public static {model.Name} Parse(§ReadOnlySpan<byte> utf8Json) => §JsonRoot.Read(utf8Json, Converter.Read, §ApiReading.{w.Context.Reading});\n"
        );
        w.Docs(
            "summary",
            "Reads an event from a stream, 16 MiB at most; <c>JsonException</c> when it is longer, and as <c>Parse</c> does."
        );
        w.Lines(
            $"public static §Task<{model.Name}> ParseAsync(§Stream utf8Json, §CancellationToken cancellationToken = default) => ParseAsync(utf8Json, §JsonRoot.DefaultMaxLength, cancellationToken);\n"
        );
        w.Docs("summary", "Reads an event from a stream, as many bytes at most as are said.");
        w.Lines(
            $"public static §Task<{model.Name}> ParseAsync(§Stream utf8Json, int maxLength, §CancellationToken cancellationToken = default) => §JsonRoot.ReadAsync(utf8Json, Converter.Read, maxLength, §ApiReading.{w.Context.Reading}, cancellationToken);"
        );
        if (events.Member is { } member)
            Type(model, events, member, w);
    }

    private static void Type(UnionModel model, EventModel events, string member, SourceWriter w)
    {
        w.Blank();
        w.Docs("summary", "The type of the event as the server spells it, of an event that is not known as well; null where it has none.");
        w.Lines("public string? EventType => _case switch\n{");
        using (w.Indented())
        {
            for (int i = 0; i < model.Cases.Length; i++)
            {
                if (events.Types[i].Length > 0)
                    w.Lines($"{Text(i + 1)} => {events.Types[i]},");
            }

            w.Lines($"{Text(model.Cases.Length + 1)} => §JsonUnion.MemberOf((§UnknownJson)_value!, {member}),\n_ => null,");
        }

        w.Lines("};");
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
