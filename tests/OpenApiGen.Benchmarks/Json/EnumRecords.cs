using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenApiGen.Benchmarks.Json;

// The other thing one would write: C# enums, which allocate less and cannot read a value that is new.
internal sealed record EnumPage
{
    public required IReadOnlyList<EnumUser> Data { get; init; }

    public string? Next { get; init; }

    public required string? NextCursor { get; init; }
}

internal sealed record EnumUser
{
    public required Guid UserId { get; init; }

    public required IReadOnlyDictionary<EnumProviders, EnumProvider> Provider { get; init; }
}

internal sealed record EnumProvider
{
    public required IReadOnlyDictionary<EnumResource, EnumPull> Pulled { get; init; }

    public required IReadOnlyList<EnumResource> NotPulled { get; init; }
}

internal sealed record EnumPull
{
    public required EnumStatus Status { get; init; }

    public DateTimeOffset? RangeStart { get; init; }

    public DateTimeOffset? RangeEnd { get; init; }

    public required PlainTimeline Timeline { get; init; }

    public long DaysWithData { get; init; }

    public required string Release { get; init; }

    public string? TraceId { get; init; }

    public EnumError? ErrorDetails { get; init; }
}

[JsonConverter(typeof(SnakeCase<EnumProviders>))]
internal enum EnumProviders { Fitbit, Oura, Garmin, Whoop, Withings, DexcomV3, AppleHealthKit, Polar }

[JsonConverter(typeof(SnakeCase<EnumResource>))]
internal enum EnumResource
{
    Profile, Activity, Sleep, Body, Workouts, WorkoutStream, Glucose, Heartrate, Hrv, BloodOxygen, BloodPressure,
    Steps, CaloriesActive, Distance, RespiratoryRate, MenstrualCycle, Electrocardiogram, SleepBreathingDisturbance,
}

[JsonConverter(typeof(SnakeCase<EnumStatus>))]
internal enum EnumStatus { Success, Failure, InProgress, Scheduled, Retrying }

[JsonConverter(typeof(SnakeCase<EnumError>))]
internal enum EnumError { ProviderRateLimitExceeded, ProviderUnavailable, TransportFailure, UnexpectedError, RetryQuotaExhausted }

internal sealed class SnakeCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower)
    where T : struct, Enum;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EnumPage))]
internal sealed partial class EnumContext : JsonSerializerContext;
