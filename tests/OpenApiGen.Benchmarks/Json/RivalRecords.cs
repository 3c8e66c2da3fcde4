using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenApiGen.Benchmarks.Json;

// What one would write by hand for System.Text.Json. Either strings where a server may send a value that is not known yet, or C# enums,
// which allocate less and cannot read a value that is new.
internal sealed record RivalPage<TProviders, TResource, TStatus, TError>
    where TProviders : notnull
    where TResource : notnull
{
    public required IReadOnlyList<RivalUser<TProviders, TResource, TStatus, TError>> Data { get; init; }

    public string? Next { get; init; }

    public required string? NextCursor { get; init; }
}

internal sealed record RivalUser<TProviders, TResource, TStatus, TError>
    where TProviders : notnull
    where TResource : notnull
{
    public required Guid UserId { get; init; }

    public required IReadOnlyDictionary<TProviders, RivalProvider<TResource, TStatus, TError>> Provider { get; init; }
}

internal sealed record RivalProvider<TResource, TStatus, TError>
    where TResource : notnull
{
    public required IReadOnlyDictionary<TResource, RivalPull<TStatus, TError>> Pulled { get; init; }

    public required IReadOnlyList<TResource> NotPulled { get; init; }
}

internal sealed record RivalPull<TStatus, TError>
{
    public required TStatus Status { get; init; }

    public DateTimeOffset? RangeStart { get; init; }

    public DateTimeOffset? RangeEnd { get; init; }

    public required RivalTimeline Timeline { get; init; }

    public long DaysWithData { get; init; }

    public required string Release { get; init; }

    public string? TraceId { get; init; }

    public TError? ErrorDetails { get; init; }
}

internal sealed record RivalTimeline
{
    public required DateTimeOffset ScheduledAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}

[JsonConverter(typeof(SnakeCase<EnumProviders>))]
internal enum EnumProviders
{
    Fitbit,
    Oura,
    Garmin,
    Whoop,
    Withings,
    DexcomV3,
    AppleHealthKit,
    Polar,
}

[JsonConverter(typeof(SnakeCase<EnumResource>))]
internal enum EnumResource
{
    Profile,
    Activity,
    Sleep,
    Body,
    Workouts,
    WorkoutStream,
    Glucose,
    Heartrate,
    Hrv,
    BloodOxygen,
    BloodPressure,
    Steps,
    CaloriesActive,
    Distance,
    RespiratoryRate,
    MenstrualCycle,
    Electrocardiogram,
    SleepBreathingDisturbance,
}

[JsonConverter(typeof(SnakeCase<EnumStatus>))]
internal enum EnumStatus
{
    Success,
    Failure,
    InProgress,
    Scheduled,
    Retrying,
}

[JsonConverter(typeof(SnakeCase<EnumError>))]
internal enum EnumError
{
    ProviderRateLimitExceeded,
    ProviderUnavailable,
    TransportFailure,
    UnexpectedError,
    RetryQuotaExhausted,
}

internal sealed class SnakeCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower)
    where T : struct, Enum;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(RivalPage<string, string, string, string?>), TypeInfoPropertyName = "Plain")]
[JsonSerializable(typeof(RivalPage<EnumProviders, EnumResource, EnumStatus, EnumError?>), TypeInfoPropertyName = "Enums")]
internal sealed partial class RivalContext : JsonSerializerContext;
