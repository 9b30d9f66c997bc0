using System.Text;
using Shirase.Bench;

// Each measurement prints what it does and, as its last line, its figures as JSON
var measurements = new SortedDictionary<string, Func<string[], Task<int>>>(StringComparer.Ordinal)
{
    ["check"] = CheckBench.RunAsync,
    ["live"] = LiveBench.RunAsync,
    ["replay"] = ReplayBench.RunAsync,
    ["sending"] = SendingBench.RunAsync,
    ["text"] = TextBench.RunAsync,
    ["start"] = StartBench.RunAsync,
    ["memory"] = MemoryBench.RunAsync,
    ["hostile"] = HostileBench.RunAsync,
};

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (args is [var name, .. var rest] && measurements.TryGetValue(name, out var run))
{
    return await run(rest);
}

Console.Error.WriteLine($"Usage: dotnet run -c Release --project bench/Shirase.Bench -- {string.Join(" | ", measurements.Keys)}");
return 2;
