using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Junction;
using OpenApiGen.Integration.Tests.Support;
using OpenApiGen.Json;

namespace OpenApiGen.Integration.Tests.Json;

/// <summary>
/// Whatever JSON comes for whatever type gives a value, or a <see cref="JsonException"/> with its path; never another exception. The
/// types are all that are generated into this project: those of Junction and of several features.
/// </summary>
[Collection(Alone.Name)]
public sealed class PayloadTests
{
    private static readonly byte[][] s_values =
    [
        .. new[]
        {
            "null",
            "true",
            "0",
            "-1.5",
            "1e999",
            "\"\"",
            "\"x\"",
            "\"2024-02-30\"",
            "\"\\ud800\"",
            "[]",
            "[null,1,\"a\",[],{}]",
            "{}",
            "{\"a\":{\"b\":[1]},\"\":null}",
            new string('7', 10_000),
            "0." + new string('7', 10_000),
        }.Select(Encoding.UTF8.GetBytes),
        [(byte)'"', 0xFF, 0xC0, (byte)'"'],
    ];

    [Fact]
    public void Every_member_takes_every_kind_of_JSON() =>
        ForEachType(
            static (type, found) =>
            {
                foreach (byte[] value in s_values)
                {
                    // A scalar that stands alone has no object that keeps its spelling.
                    type.Try(value, found, isWrittenBack: false);
                    foreach (string name in type.Members)
                        type.Try([.. Utf8("{"), .. JsonSerializer.SerializeToUtf8Bytes(name), .. Utf8(":"), .. value, .. Utf8("}")], found);
                }
            }
        );

    [Fact]
    public void Members_that_come_twice_are_no_failure_of_another_kind() =>
        ForEachType(
            static (type, found) =>
            {
                foreach (string name in type.Members)
                {
                    string text = JsonSerializer.Serialize(name);
                    foreach (
                        string twice in new[] { $"{{{text}:1,{text}:\"x\"}}", $"{{{text}:null,{text}:{{}}}}", $"{{{text}:[],{text}:[]}}" }
                    )
                        type.Try(Utf8(twice), found, isWrittenBack: false);
                }
            }
        );

    [Fact]
    public void Nesting_of_100000_levels_is_an_exception_with_its_path() =>
        ForEachType(
            static (type, found) =>
            {
                type.Try(Utf8(new string('[', 100_000)), found);
                foreach (string name in type.Members.Take(3))
                {
                    string member = $"{{{JsonSerializer.Serialize(name)}:";
                    type.Try(Utf8(member + new string('[', 100_000)), found);
                    type.Try(Utf8(string.Concat(Enumerable.Repeat(member, 100_000))), found);
                }
            }
        );

    [Fact]
    public void A_text_that_ends_early_is_an_exception_with_its_path_at_every_byte()
    {
        var type = ReadType.Of(typeof(UserHistoricalPullsResponse))!;
        byte[] json = Utf8(Samples.HistoricalPull.TrimEnd());
        ConcurrentBag<string> found = [];
        for (int length = 0; length < json.Length; length++)
        {
            Assert.Throws<JsonException>(() => type.Read(json[..length], ApiReading.Strict));
            Assert.Throws<JsonException>(() => type.Read(json[..length], ApiReading.Tolerant));
        }

        type.Try(json, found);
        Assert.Empty(found);
    }

    private static void ForEachType(Action<ReadType, ConcurrentBag<string>> attempt)
    {
        ReadType[] types = [.. typeof(PayloadTests).Assembly.GetExportedTypes().Select(ReadType.Of).OfType<ReadType>()];
        Assert.InRange(types.Length, 150, int.MaxValue);
        ConcurrentBag<string> found = [];
        Parallel.ForEach(types, type => attempt(type, found));
        Assert.True(found.IsEmpty, string.Join("\n", found.Order(StringComparer.Ordinal).Take(20)));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A generated type, and the names of its members in JSON.</summary>
    private abstract class ReadType
    {
        public required IReadOnlyList<string> Members { get; init; }

        public static ReadType? Of(Type type)
        {
            if (type.GetNestedType("Converter") is not { } converter || type.ContainsGenericParameters)
                return null;
            if (
                converter.GetMethod("Read", BindingFlags.Public | BindingFlags.Static, [typeof(Utf8JsonReader).MakeByRefType()])
                is not { } read
            )
                return null;
            object? members = converter.GetField("Members", BindingFlags.NonPublic | BindingFlags.Static)?.GetValue(null);
            return (ReadType)
                typeof(ReadType)
                    .GetMethod(nameof(Create), BindingFlags.NonPublic | BindingFlags.Static)!
                    .MakeGenericMethod(type)
                    .Invoke(null, [read, members])!;
        }

        private static ReadType<T> Create<T>(MethodInfo read, JsonMembers? members)
        {
            List<string> names = [];
            int count = members is null
                ? 0
                : (int)typeof(JsonMembers).GetProperty("Count", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(members)!;
            for (int i = 0; i < count; i++)
                names.Add(members![i].Value);
            return new(read.CreateDelegate<JsonReadFunc<T>>()) { Members = names };
        }

        public abstract object? Read(byte[] json, ApiReading reading);

        /// <summary>Reads strictly and tolerantly, looks at what was read, and writes it back.</summary>
        public void Try(byte[] json, ConcurrentBag<string> found, bool isWrittenBack = true)
        {
            foreach (ApiReading reading in new[] { ApiReading.Strict, ApiReading.Tolerant })
            {
                try
                {
                    if (Read(json, reading) is not { } value)
                        continue;
                    LookAt(value);
                    string written = JsonSerializer.Serialize(value, value.GetType());
                    if (isWrittenBack)
                        JsonAssert.Same(Encoding.UTF8.GetString(json), written);
                }
                catch (JsonException exception) when (exception.Path is { Length: > 0 }) { }
                catch (Exception exception)
                {
                    string text = Encoding.UTF8.GetString(json, 0, Math.Min(json.Length, 100));
                    found.Add($"{this} {reading} {text}: {exception.GetType().Name}: {exception.Message}");
                }
            }
        }

        private static void LookAt(object value)
        {
            _ = value.ToString();
            _ = value.GetHashCode();
            Assert.True(value.Equals(value));
            foreach (PropertyInfo property in value.GetType().GetProperties().Where(static p => p.GetIndexParameters().Length == 0))
            {
                try
                {
                    property.GetValue(value);
                }
                catch (TargetInvocationException exception) when (exception.InnerException is ApiFaultException) { }
            }
        }
    }

    private sealed class ReadType<T>(JsonReadFunc<T> read) : ReadType
    {
        public override object? Read(byte[] json, ApiReading reading) => JsonRoot.Read(json, read, reading);

        public override string ToString() => typeof(T).FullName!;
    }
}
