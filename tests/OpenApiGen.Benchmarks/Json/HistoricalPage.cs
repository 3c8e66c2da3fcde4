using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenApiGen.Benchmarks.Json;

/// <summary>
/// A page of historical pulls as the server sends it, without white space: users, each with one to three providers, each with some
/// resources. All values are known ones; every trace id is another, as those of the service are; + is not escaped. The same bytes in each
/// process.
/// </summary>
internal static class HistoricalPage
{
    private const int Size = 560_000;

    private static readonly string[] s_providers =
    [
        "fitbit",
        "oura",
        "garmin",
        "whoop",
        "withings",
        "dexcom_v3",
        "apple_health_kit",
        "polar",
    ];

    private static readonly string[] s_resources =
    [
        "profile",
        "activity",
        "sleep",
        "body",
        "workouts",
        "workout_stream",
        "glucose",
        "heartrate",
        "hrv",
        "blood_oxygen",
        "blood_pressure",
        "steps",
        "calories_active",
        "distance",
        "respiratory_rate",
        "menstrual_cycle",
        "electrocardiogram",
        "sleep_breathing_disturbance",
    ];

    private static readonly string[] s_statuses =
    [
        "success",
        "success",
        "success",
        "success",
        "in_progress",
        "retrying",
        "failure",
        "scheduled",
    ];

    private static readonly string[] s_errors =
    [
        "provider_rate_limit_exceeded",
        "provider_unavailable",
        "transport_failure",
        "unexpected_error",
        "retry_quota_exhausted",
    ];

    private static readonly DateTimeOffset s_start = new(2023, 7, 24, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Bytes { get; } = Build();

    private static byte[] Build()
    {
        ArrayBufferWriter<byte> buffer = new(Size + 8192);
        using Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Sequence next = new();
        json.WriteStartObject();
        json.WriteStartArray("data");
        while (json.BytesCommitted + json.BytesPending < Size)
            WriteUser(json, next);
        json.WriteEndArray();
        json.WriteNull("next");
        json.WriteString("next_cursor", "eyJ1c2VyX2lkIjoiM2M5MGMzY2MifQ==");
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteUser(Utf8JsonWriter json, Sequence next)
    {
        json.WriteStartObject();
        json.WriteString("user_id", next.Hex()[..8] + "-0d44-4b50-8888-" + next.Hex()[..12]);
        json.WriteStartObject("provider");
        int first = next.Below(s_providers.Length);
        for (int count = 1 + next.Below(3), i = 0; i < count; i++)
        {
            json.WriteStartObject(s_providers[(first + i) % s_providers.Length]);
            WriteResources(json, next);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResources(Utf8JsonWriter json, Sequence next)
    {
        int first = next.Below(s_resources.Length);
        int pulled = 3 + next.Below(7);
        json.WriteStartObject("pulled");
        for (int i = 0; i < pulled; i++)
        {
            json.WriteStartObject(s_resources[(first + i) % s_resources.Length]);
            WritePull(json, next);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("not_pulled");
        for (int i = next.Below(4); i > 0; i--)
            json.WriteStringValue(s_resources[(first + pulled + i) % s_resources.Length]);
        json.WriteEndArray();
    }

    private static void WritePull(Utf8JsonWriter json, Sequence next)
    {
        string status = s_statuses[next.Below(s_statuses.Length)];
        DateTimeOffset scheduled = s_start.AddSeconds(next.Below(40_000_000));
        json.WriteString("status", status);
        json.WriteString("range_start", Text(s_start.AddDays(next.Below(300))));
        if (status == "scheduled")
            json.WriteNull("range_end");
        else
            json.WriteString("range_end", Text(s_start.AddDays(300 + next.Below(100))));
        json.WriteStartObject("timeline");
        json.WriteString("scheduled_at", Text(scheduled));
        if (status != "scheduled")
        {
            json.WriteString("started_at", Text(scheduled.AddSeconds(3)));
            json.WriteString("ended_at", Text(scheduled.AddSeconds(10 + next.Below(900))));
        }

        json.WriteEndObject();
        json.WriteNumber("days_with_data", next.Below(400));
        json.WriteString("release", "0.4.483-g" + "cd0e262");
        json.WriteString("trace_id", next.Hex());
        if (status is "failure" or "retrying")
            json.WriteString("error_details", s_errors[next.Below(s_errors.Length)]);
    }

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>splitmix64: the same on every framework, unlike <see cref="Random"/>.</summary>
    private sealed class Sequence
    {
        private ulong _state = 0x4F41_4745;

        public int Below(int end) => (int)(Next() % (ulong)end);

        public string Hex() => Next().ToString("x16", CultureInfo.InvariantCulture) + Next().ToString("x16", CultureInfo.InvariantCulture);

        private ulong Next()
        {
            ulong z = _state += 0x9E37_79B9_7F4A_7C15;
            z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
            z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
            return z ^ (z >> 31);
        }
    }
}
