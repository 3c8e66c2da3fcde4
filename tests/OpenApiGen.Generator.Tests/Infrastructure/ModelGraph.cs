using System.Collections;
using System.Reflection;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Tests.Infrastructure;

/// <summary>
/// Walks what crosses the pipeline. An object kept by a cached step lives as long as the IDE does, and one that compares by
/// reference makes the step run on every key: so only strings, numbers, booleans, enums, records of the generator and
/// EquatableArray may be there - which rules out symbols, syntax, locations, texts, nodes and documents without naming them.
/// </summary>
internal static class ModelGraph
{
    public static void AssertOnlyValues(object root)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Stack<(object Value, string Path)> pending = new([(root, root.GetType().Name)]);
        while (pending.TryPop(out (object Value, string Path) next))
        {
            Type type = next.Value.GetType();
            if (type.IsPrimitive || type.IsEnum || type == typeof(string))
                continue;
            if (!type.IsValueType && !seen.Add(next.Value))
                continue;

            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
            {
                int index = 0;
                foreach (object? item in (IEnumerable)next.Value)
                {
                    if (item is not null)
                        pending.Push((item, $"{next.Path}[{index}]"));
                    index++;
                }

                continue;
            }

            Assert.True(type.Assembly == typeof(OpenApiGenerator).Assembly, $"{next.Path} is a {type.FullName}.");
            Assert.False(typeof(Delegate).IsAssignableFrom(type), $"{next.Path} is a delegate.");
            Assert.True(IsEquatable(type), $"{next.Path}: {type.FullName} does not compare by value (IEquatable of itself).");
            foreach (FieldInfo field in Fields(type))
            {
                if (field.GetValue(next.Value) is { } value)
                    pending.Push((value, next.Path + "." + Readable(field.Name)));
            }
        }
    }

    private static bool IsEquatable(Type type) =>
        type.GetInterfaces()
            .Any(i =>
                i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEquatable<>) && i.GenericTypeArguments[0].IsAssignableFrom(type)
            );

    private static IEnumerable<FieldInfo> Fields(Type? type)
    {
        for (; type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (
                FieldInfo field in type.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            {
                yield return field;
            }
        }
    }

    private static string Readable(string field) => field.StartsWith('<') ? field[1..field.IndexOf('>', StringComparison.Ordinal)] : field;
}
