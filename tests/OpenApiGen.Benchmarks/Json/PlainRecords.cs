using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenApiGen.Benchmarks.Json;

// What one would write by hand for System.Text.Json: strings where a server may send a value that is not known yet.
internal sealed record PlainPage
{
    public required IReadOnlyList<PlainUser> Data { get; init; }

    public string? Next { get; init; }

    public required string? NextCursor { get; init; }
}

internal sealed record PlainUser
{
    public required Guid UserId { get; init; }

    public required IReadOnlyDictionary<string, PlainProvider> Provider { get; init; }
}

internal sealed record PlainProvider
{
    public required IReadOnlyDictionary<string, PlainPull> Pulled { get; init; }

    public required IReadOnlyList<string> NotPulled { get; init; }
}

internal sealed record PlainPull
{
    public required string Status { get; init; }

    public DateTimeOffset? RangeStart { get; init; }

    public DateTimeOffset? RangeEnd { get; init; }

    public required PlainTimeline Timeline { get; init; }

    public long DaysWithData { get; init; }

    public required string Release { get; init; }

    public string? TraceId { get; init; }

    public string? ErrorDetails { get; init; }
}

internal sealed record PlainTimeline
{
    public required DateTimeOffset ScheduledAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlainPage))]
internal sealed partial class PlainContext : JsonSerializerContext;
