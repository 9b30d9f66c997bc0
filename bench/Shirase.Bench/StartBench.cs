namespace Shirase.Bench;

/// <summary>From the command to the first page, and memory at rest: first start on an empty folder, then warm starts.</summary>
internal static class StartBench
{
    public static async Task<int> RunAsync(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("shirase-bench-").FullName;
        try
        {
            var first = await TimeAsync(folder);
            Console.WriteLine($"First start, creating the database: {first.TotalSeconds:F2} s");
            var warm = new List<double>();
            for (var i = 0; i < 5; i++)
            {
                warm.Add((await TimeAsync(folder)).TotalSeconds);
                Console.WriteLine($"Warm start {i + 1}: {warm[^1]:F2} s");
            }

            warm.Sort();
            return Figures.Print(new
            {
                measurement = "start",
                first_s = Math.Round(first.TotalSeconds, 2),
                warm_median_s = Math.Round(warm[2], 2),
                warm_worst_s = Math.Round(warm[^1], 2),
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<TimeSpan> TimeAsync(string folder)
    {
        var (installation, time) = await Installation.StartAsync(folder);
        installation.Dispose();
        return time;
    }
}

/// <summary>Working set of the product at rest, half a minute after its first page.</summary>
internal static class MemoryBench
{
    public static async Task<int> RunAsync(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("shirase-bench-").FullName;
        try
        {
            (await Installation.StartAsync(folder)).Installation.Dispose();
            var (installation, _) = await Installation.StartAsync(folder);
            using (installation)
            {
                var early = installation.WorkingSet;
                await Task.Delay(TimeSpan.FromSeconds(30));
                var rest = installation.WorkingSet;
                Console.WriteLine($"After the first page {early / 1048576} MB, at rest {rest / 1048576} MB");
                return Figures.Print(new { measurement = "memory", first_page_mb = early / 1048576, rest_mb = rest / 1048576 });
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
