using System.Diagnostics;
using System.Text.Json;

namespace Shirase.Bench;

/// <summary>Takes times and prints figures.</summary>
internal static class Figures
{
    /// <summary>Runs an act until it is warm, then takes the time of each of a number of runs, in microseconds, sorted.</summary>
    public static double[] Microseconds(Action act, int warm, int runs)
    {
        for (var i = 0; i < warm; i++)
        {
            act();
        }

        var times = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            act();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(times);
        return times;
    }

    /// <summary>The value below which the given part of sorted values lies.</summary>
    public static double At(this double[] sorted, double part) =>
        Math.Round(sorted[Math.Clamp((int)Math.Ceiling(part * sorted.Length) - 1, 0, sorted.Length - 1)], 1);

    /// <summary>The last line of a measurement.</summary>
    public static int Print<T>(T figures)
    {
        Console.WriteLine(JsonSerializer.Serialize(figures));
        return 0;
    }
}
