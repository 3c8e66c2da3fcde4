using System.Text.Json;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Snapshots;

/// <summary>Rules 1 to 3: the samples beside a feature are read, compared, written back, and refused where they must be.</summary>
public class FeatureRoundTripTests
{
    [Theory]
    [MemberData(nameof(FeatureSpec.WithSamples), MemberType = typeof(FeatureSpec))]
    public void Samples_survive_and_errors_are_located(string feature)
    {
        FeatureSpec spec = new(feature);
        using ConsumerAssembly assembly = ConsumerAssembly.Load(spec.Run(Consumer.Net10CSharp11), FeatureSpec.Namespace);
        List<string> problems = [];
        foreach (JsonProperty member in spec.Samples().EnumerateObject())
        {
            switch (member.Name)
            {
                case "errors":
                    foreach (JsonProperty type in member.Value.EnumerateObject())
                    {
                        foreach (JsonElement error in type.Value.EnumerateArray())
                            CheckError(assembly, type.Name, error, problems);
                    }

                    break;
                case "rewrites":
                    foreach (JsonProperty type in member.Value.EnumerateObject())
                    {
                        foreach (JsonElement pair in type.Value.EnumerateArray())
                            CheckSample(assembly, type.Name, pair[0], pair[1], problems);
                    }

                    break;
                case "faults":
                    foreach (JsonProperty type in member.Value.EnumerateObject())
                    {
                        foreach (JsonElement fault in type.Value.EnumerateArray())
                            CheckFaults(assembly, type.Name, fault, problems);
                    }

                    break;
                case "typed":
                    foreach (JsonProperty type in member.Value.EnumerateObject())
                    {
                        foreach (JsonProperty expected in type.Value.EnumerateObject())
                            CheckTyped(assembly, type.Name, expected, problems);
                    }

                    break;
                case "made":
                    foreach (JsonProperty type in member.Value.EnumerateObject())
                        CheckMade(assembly, type.Name, type.Value, problems);
                    break;
                case "unset":
                    foreach (JsonProperty type in member.Value.EnumerateObject())
                        CheckUnset(assembly, type.Name, type.Value, problems);
                    break;
                default:
                    foreach (JsonElement sample in member.Value.EnumerateArray())
                        CheckSample(assembly, member.Name, sample, sample, problems);
                    break;
            }
        }

        Assert.True(problems.Count == 0, $"{problems.Count} problems:\n" + string.Join("\n", problems));
    }

    private static void CheckSample(ConsumerAssembly assembly, string type, JsonElement json, JsonElement expected, List<string> problems)
    {
        string label = $"{type} {json.GetRawText()}";
        try
        {
            object? first = assembly.Read(type, json.GetRawText());
            object? second = assembly.Read(type, json.GetRawText());
            string written = assembly.Write(type, first);
            using JsonDocument document = JsonDocument.Parse(written);
            foreach (string difference in JsonComparison.Differences(expected, document.RootElement))
                problems.Add($"{label}: {difference}");

            // Records are values: the same JSON read twice is the same value.
            if (!Equals(first, second))
                problems.Add($"{label}: two readings are not equal");
            else if (first?.GetHashCode() != second?.GetHashCode())
                problems.Add($"{label}: equal values, different hash codes");
            if (first?.ToString() is null)
                problems.Add($"{label}: ToString is null");
        }
        catch (Exception exception) when (exception is not ArgumentException)
        {
            problems.Add($"{label}: {exception.GetType().Name} {exception.Message}");
        }
    }

    /// <summary>
    /// Which type JSON is read as: a case of a union, a record of a hierarchy. The samples are read and written back, too.
    /// </summary>
    private static void CheckTyped(ConsumerAssembly assembly, string type, JsonProperty expected, List<string> problems)
    {
        foreach (JsonElement sample in expected.Value.EnumerateArray())
        {
            CheckSample(assembly, type, sample, sample, problems);
            object? value;
            try
            {
                value = assembly.Read(type, sample.GetRawText());
            }
            catch (JsonException)
            {
                continue; // told above
            }

            List<string> names = [];
            while (value is not null)
            {
                names.Add(value.GetType().Name);
                value = value.GetType().GetProperty("HasValue") is null ? null : value.GetType().GetProperty("Value")!.GetValue(value);
            }

            // The union that was asked for goes without saying.
            string found = string.Join(".", names.Count > 1 && names[0] == type ? names.Skip(1) : names);
            if (found != expected.Name)
                problems.Add($"{type} {sample.GetRawText()}: it is read as {found}, not {expected.Name}");
        }
    }

    /// <summary>What a new object is written as of which nothing is set.</summary>
    private static void CheckMade(ConsumerAssembly assembly, string type, JsonElement expected, List<string> problems)
    {
        string written = assembly.Write(type, Activator.CreateInstance(assembly.Find(type)));
        using JsonDocument document = JsonDocument.Parse(written);
        foreach (string difference in JsonComparison.Differences(expected, document.RootElement))
            problems.Add($"{type}: a new one is written as {written}: {difference}");
    }

    private static void CheckUnset(ConsumerAssembly assembly, string type, JsonElement members, List<string> problems)
    {
        object empty = Activator.CreateInstance(assembly.Find(type))!;
        foreach (JsonProperty member in members.EnumerateObject())
        {
            System.Reflection.PropertyInfo property =
                assembly.Find(type).GetProperty(member.Name) ?? throw new ArgumentException($"{type} has no {member.Name}.");
            JsonElement value = JsonSerializer.SerializeToElement(property.GetValue(empty), property.PropertyType);
            foreach (string difference in JsonComparison.Differences(member.Value, value, byValue: true))
                problems.Add($"{type}.{member.Name} is {value.GetRawText()}: {difference}");
        }

        string written = assembly.Write(type, empty);
        if (written != "{}")
            problems.Add($"{type}: nothing is set, and {written} is written");
    }

    /// <summary>What is wrong is kept, listed and written back, and not made up.</summary>
    private static void CheckFaults(ConsumerAssembly assembly, string type, JsonElement sample, List<string> problems)
    {
        JsonElement json = sample.GetProperty("json");
        string label = $"{type} {json.GetRawText()}";
        try
        {
            object first = assembly.ReadTolerantly(type, json.GetRawText(), out IReadOnlyList<ApiFault> faults)!;
            object? second = assembly.ReadTolerantly(type, json.GetRawText(), out _);
            string[] expected = [.. sample.GetProperty("faults").EnumerateArray().Select(static f => f.GetString()!)];
            if (!faults.Select(static f => f.ToString()).SequenceEqual(expected))
                problems.Add($"{label}: the faults are\n  {string.Join("\n  ", faults)}");
            if (first is IApiRecord record && !record.Faults.SequenceEqual(faults))
                problems.Add($"{label}: the object's own faults are\n  {string.Join("\n  ", record.Faults)}");
            using JsonDocument written = JsonDocument.Parse(assembly.Write(type, first));
            foreach (string difference in JsonComparison.Differences(json, written.RootElement))
                problems.Add($"{label}: {difference}");
            if (!Equals(first, second) || first.GetHashCode() != second?.GetHashCode())
                problems.Add($"{label}: two readings are not equal");
            if (first.ToString() is not { } text || (first is IApiRecord && !text.Contains(faults[0].Path, StringComparison.Ordinal)))
                problems.Add($"{label}: ToString does not tell the fault: {first}");
            if (sample.TryGetProperty("reads", out JsonElement members))
                CheckReads(first, members, label, problems);
        }
        catch (JsonException exception)
        {
            problems.Add($"{label}: {exception.Message}");
        }
    }

    private static void CheckReads(object value, JsonElement members, string label, List<string> problems)
    {
        foreach (JsonProperty member in members.EnumerateObject())
        {
            System.Reflection.PropertyInfo property =
                value.GetType().GetProperty(member.Name) ?? throw new ArgumentException($"{value.GetType()} has no {member.Name}.");
            string found;
            try
            {
                found = JsonSerializer.SerializeToElement(property.GetValue(value), property.PropertyType).GetRawText();
            }
            catch (System.Reflection.TargetInvocationException exception) when (exception.InnerException is ApiFaultException fault)
            {
                found = "\"throws " + fault.Fault.Path + "\"";
            }

            if (found != member.Value.GetRawText())
                problems.Add($"{label}: {member.Name} is {found}");
        }
    }

    private static void CheckError(ConsumerAssembly assembly, string type, JsonElement error, List<string> problems)
    {
        string json = error.GetProperty("json").GetRawText();
        try
        {
            object? value = assembly.Read(type, json);
            problems.Add($"{type} {json}: no exception, but {value}");
        }
        catch (JsonException exception)
        {
            string path = error.GetProperty("path").GetString()!;
            if (exception.Path != path)
                problems.Add($"{type} {json}: the path is {exception.Path}, not {path} ({exception.Message})");
            if (error.TryGetProperty("message", out JsonElement message) && exception.Message != message.GetString())
            {
                problems.Add($"{type} {json}: the message is '{exception.Message}', not '{message}'");
            }
        }
        catch (Exception exception) when (exception is not ArgumentException)
        {
            problems.Add($"{type} {json}: {exception.GetType().Name} instead of JsonException: {exception.Message}");
        }
    }
}
