using System.Diagnostics;
using System.Runtime.InteropServices;

namespace OpenApiGen.Benchmarks.Quick;

/// <summary>
/// What the present thread has worked, without what it has waited for its turn: on a machine that others use, too, only this says
/// anything. Where the system does not tell, it is the time on the wall.
/// </summary>
internal static partial class WorkClock
{
    private const int ThreadProcessorTime = 3; // CLOCK_THREAD_CPUTIME_ID of Linux

    public static string Kind { get; } = OperatingSystem.IsLinux() ? "processor time of the thread" : "elapsed time";

    /// <summary>Milliseconds since some point in time.</summary>
    public static double Now
    {
        get
        {
            if (OperatingSystem.IsLinux() && GetTime(ThreadProcessorTime, out TimeValue time) == 0)
                return time.Seconds * 1e3 + time.Nanoseconds / 1e6;
            return Stopwatch.GetTimestamp() * 1e3 / Stopwatch.Frequency;
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetTime(int clock, out TimeValue value);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeValue
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
